#include <dynabackup/custom_rule.hpp>

#include "fixtures.hpp"

#include <memory>

namespace custom_rule_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

constexpr rule nightly{"acme.nightly", severity::warning, edition{2019'01'01},
                       "Our backups are named <table>-nightly.", "https://wiki.acme.example/backups"};
constexpr rule former{.id = "acme.former",
                      .severity = severity::error,
                      .since = edition::v2017_11_29,
                      .meaning = "Backups are not empty.",
                      .cite = "https://wiki.acme.example/backups",
                      .until = edition{2020'01'01}};
constexpr rule string_key{"acme.key", severity::error, edition::v2017_11_29, "No key is called Title.",
                          "https://wiki.acme.example/keys"};

auto named_nightly() {
    return make_user_rule<aws::BackupSummary>(nightly, [](aws::BackupSummary const& b, rule_context& in) {
        using T = aws::BackupSummary;
        auto const* const table = known<&T::table_name>(b, in);
        auto const* const name = known<&T::backup_name>(b, in);
        if (table && name && *name != *table + "-nightly")
            in.fail({wire_name<&T::backup_name>}, "Not named ", *table, "-nightly.");
    });
}

auto not_empty() {
    return make_user_rule<aws::BackupSummary>(former, [](aws::BackupSummary const& b, rule_context& in) {
        if (b.backup_size_bytes == 0) in.fail({}, "Empty.");
    });
}

check_options with(std::vector<user_rule> rules) { return {.rules = std::move(rules)}; }

object called(std::string_view name) { return backup_summary().with("BackupName", in_quotes(name)); }

findings const broken{"warning acme.nightly /BackupName"};

} // namespace

TEST_CASE("a user's rule is applied to the objects of its shape", "[user_rules]") {
    auto const chosen = with({named_nightly()});
    CHECK(found<aws::BackupSummary>(called("Music-nightly"), chosen) == none);
    CHECK(found<aws::BackupSummary>(called("weekly"), chosen) == broken);
    CHECK(found<aws::BackupSummary>(called("weekly")) == none);
    CHECK(found(description(), chosen) == none); // another shape
    auto const page =
        R"({"BackupSummaries": )" +
        list({called("weekly").text(), called("Music-nightly").text(), called("daily").text()}) + "}";
    CHECK(found<aws::ListBackupsOutput>(page, chosen) ==
          findings{"warning acme.nightly /BackupSummaries/0/BackupName",
                   "warning acme.nightly /BackupSummaries/2/BackupName"});
    CHECK(check<aws::ListBackupsOutput>(page, chosen).summary().rules.at("acme.nightly") == 2);
}

TEST_CASE("a user's rule is applied wherever its shape occurs", "[user_rules]") {
    auto const chosen = with({make_user_rule<aws::KeySchemaElement>(
        string_key, [](aws::KeySchemaElement const& key, rule_context& in) {
            if (key.attribute_name == "Title")
                in.fail({wire_name<&aws::KeySchemaElement::attribute_name>}, "Title.");
        })});
    CHECK(found(description(), chosen) ==
          findings{"error acme.key " + below_table("/KeySchema/1/AttributeName")});
}

TEST_CASE("a user's rule is not applied to members that could not be read", "[user_rules]") {
    auto const chosen = with({named_nightly()});
    CHECK(found<aws::BackupSummary>(backup_summary().with("BackupName", "7"), chosen) ==
          findings{"error json.wrong-type /BackupName"});
    CHECK(found<aws::BackupSummary>(called("weekly").with("TableName", "[]"), chosen) ==
          findings{"error json.wrong-type /TableName"});
    CHECK(check<aws::BackupSummary>("[]", chosen).summary().rules.size() == 1);
}

TEST_CASE("a user's rule is in force in its editions", "[user_rules]") {
    auto const at_day = [&](user_rule own, edition day, object const& backup) {
        auto const text = backup.without("BackupType");
        return found<aws::BackupSummary>(text, {.edition = day, .rules = {std::move(own)}});
    };
    CHECK(at_day(named_nightly(), edition{2018'12'31}, called("weekly")) == none);
    CHECK(at_day(named_nightly(), edition{2019'01'01}, called("weekly")) == broken);
    auto const empty = called("weekly").with("BackupSizeBytes", "0");
    CHECK(at_day(not_empty(), edition{2020'01'01}, empty) == findings{"error acme.former "});
    CHECK(at_day(not_empty(), edition{2020'01'02}, empty) == none);
}

TEST_CASE("a user's rule is selected like any other rule", "[user_rules]") {
    auto chosen = with({named_nightly()});
    auto const backup = called("weekly").with("BackupSizeBytes", "true");
    findings const reading{"error json.wrong-type /BackupSizeBytes"};
    CHECK(found<aws::BackupSummary>(backup, chosen) == findings{broken[0], reading[0]});
    chosen.disable = {"acme.*"};
    CHECK(found<aws::BackupSummary>(backup, chosen) == reading);
    chosen.disable = {};
    chosen.only = {"acme.nightly"};
    CHECK(found<aws::BackupSummary>(backup, chosen) == broken);
    chosen.only = {"json.*"};
    CHECK(found<aws::BackupSummary>(backup, chosen) == reading);
}

TEST_CASE("a user's rules are applied in their order, and keep their state", "[user_rules]") {
    auto const seen = std::make_shared<std::string>();
    auto const noting = [&](std::string mark) {
        return make_user_rule<aws::ListBackupsInput>(
            nightly, [seen, mark](auto const&, rule_context&) { *seen += mark; });
    };
    check_options const chosen = with({noting("a"), noting("b")});
    auto const copy = chosen;
    CHECK(validate(aws::ListBackupsInput{}, copy).empty());
    CHECK(*seen == "ab");
    CHECK(&copy.rules[0].rule() == &nightly);
}

TEST_CASE("a rule that would not outlive its findings is refused", "[user_rules]") {
    auto const taken = []<class R>(std::type_identity<R>) {
        return requires(R r) {
            make_user_rule<aws::BackupSummary>(static_cast<R>(r), [](auto const&, rule_context&) {});
        };
    };
    STATIC_REQUIRE(taken(std::type_identity<rule const&>{}));
    STATIC_REQUIRE_FALSE(taken(std::type_identity<rule>{}));
    auto const taken_for_table = []<class R>(std::type_identity<R>) {
        return requires(R r, shape_table const& shape) {
            make_user_rule(static_cast<R>(r), shape, [](void const*, rule_context&) {});
        };
    };
    STATIC_REQUIRE(taken_for_table(std::type_identity<rule const&>{}));
    STATIC_REQUIRE_FALSE(taken_for_table(std::type_identity<rule>{}));
}

} // namespace custom_rule_test
