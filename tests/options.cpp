#include <dynabackup/check_documents.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/dynabackup.hpp>
#include <dynabackup/rules/selection.hpp>
#include <dynabackup/text_checker.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace options_test {

using namespace dynabackup;

TEST_CASE("by default the latest edition is read, leniently and to a sufficient depth", "[options]") {
    check_options const chosen;
    CHECK(chosen.edition == edition::latest);
    CHECK_FALSE(chosen.strict);
    CHECK(chosen.max_depth == 1024);
    CHECK(chosen.only.empty());
    CHECK(chosen.disable.empty());
    CHECK(chosen.expiry_tolerance == std::chrono::seconds(1));
}

TEST_CASE("a rule is selected by its id or its family", "[options]") {
    STATIC_REQUIRE(selects("json.syntax", "json.syntax"));
    STATIC_REQUIRE(selects("json.*", "json.syntax"));
    STATIC_REQUIRE(selects("*", "json.syntax"));
    STATIC_REQUIRE_FALSE(selects("json.syn", "json.syntax"));
    STATIC_REQUIRE_FALSE(selects("json.syntax.more", "json.syntax"));
    STATIC_REQUIRE_FALSE(selects("jsonx.*", "json.syntax"));
    STATIC_REQUIRE_FALSE(selects("", "json.syntax"));
}

namespace {

constexpr rule house_rule{"acme.nightly", severity::warning, edition::v2017_11_29, "Ours.",
                          "https://acme.example"};

/// Returns the messages of the findings about an unknown name. Any other finding fails the test.
std::vector<std::string> unknown(report const& found) {
    std::vector<std::string> messages;
    for (auto const& f : found) {
        CHECK(f.rule == &selection::unknown_rule);
        CHECK(f.severity == severity::error);
        CHECK((f.path.empty() && f.line == 0 && !f.value));
        messages.push_back(f.message);
    }
    CHECK(found.summary().count(severity::error) == messages.size());
    CHECK(found.ok() == messages.empty());
    return messages;
}

/// Returns how many names are unknown in each kind of check.
void check_everywhere(check_options const& chosen, std::size_t expected) {
    std::string const page = R"({"BackupSummaries":[]})";
    CHECK(unknown(check<aws::ListBackupsOutput>(page, chosen)).size() == expected);
    CHECK(unknown(check_documents(page, chosen)).size() == expected);
    CHECK(unknown(validate(aws::ListBackupsOutput{}, chosen)).size() == expected);
    CHECK(unknown(check_exchange<aws::ListBackupsInput>("{}", page, chosen).response).size() == expected);

    report of_shape;
    CHECK(check<aws::ListBackupsOutput>(page, chosen, of_shape).count(severity::error) == expected);
    CHECK(of_shape.size() == expected);

    report of_texts;
    input_state input; // once for all texts of an input
    auto counts = check_documents(page, chosen, of_texts, input);
    counts += check_documents(page, chosen, of_texts, input);
    CHECK((of_texts.size() == expected && counts.count(severity::error) == expected));

    report of_checker;
    text_checker checker(chosen, of_checker);
    CHECK(checker.check(page).count(severity::error) == expected);
    CHECK(checker.check(page).count(severity::error) == 0);
    CHECK(of_checker.size() == expected);

    dump_report of_dump;
    std::vector const inputs{from_memory(page)};
    CHECK(check_dump(inputs, of_dump, {.check = chosen}).count(severity::error) == expected);
    CHECK(of_dump.findings.size() == expected);
}

} // namespace

TEST_CASE("a name without a rule is an error, wherever rules are selected", "[options]") {
    check_everywhere({.only = {"backup.sytem-expiry"}}, 1);
    check_everywhere({.disable = {"backup.sytem-expiry", "json.*", "jsn.*"}}, 2);
    check_everywhere({.severities = {{"backup.sytem-expiry", severity::note}}}, 1);
    check_everywhere({.only = {""}}, 1);
    CHECK_FALSE(check<aws::ListBackupsOutput>("{damaged", {.only = {"backup.sytem-expiry"}}).ok());
}

TEST_CASE("rules of any system, families, and a user's rules are known", "[options]") {
    check_everywhere({.disable = {"backup.system-expiry", "clumio.*", "lifecycle.*", "*"}}, 0);
    check_options chosen{.only = {"acme.nightly"}};
    check_everywhere(chosen, 1);
    chosen.rules = {
        make_user_rule<aws::BackupSummary>(house_rule, [](aws::BackupSummary const&, rule_context&) {})};
    check_everywhere(chosen, 0);
}

TEST_CASE("the rule about the selection cannot be deselected", "[options]") {
    check_everywhere({.only = {"json.syntax"}, .disable = {"backup.sytem-expiry"}}, 1);
    check_everywhere({.disable = {"*", "backup.sytem-expiry"}}, 1);
    check_everywhere({.disable = {"backup.sytem-expiry"}, .severities = {{"*", severity::note}}}, 1);
}

TEST_CASE("a checker of texts keeps a copy of its options", "[options]") {
    report found;
    check_options chosen{.disable = {"document.unrecognized"}};
    text_checker checker(chosen, found);
    chosen.disable.clear();
    static_cast<void>(checker.check("{\"Nothing\":1}"));
    CHECK(found.empty());
}

} // namespace options_test
