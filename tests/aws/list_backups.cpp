#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/check_documents.hpp>

#include "fixtures.hpp"

namespace aws_list_backups_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

/// A page with this member, after these other members.
std::string page(std::string_view member, std::string_view value, std::string_view before = {}) {
    return "{\n" + std::string(before) + "\"BackupSummaries\": " + list(backup_summary()) + ",\n\"" +
           std::string(member) + "\": " + std::string(value) + "}\n";
}
std::string const last_page = R"({"BackupSummaries": []})";
std::string page_to_go_on(std::string_view member = "LastEvaluatedBackupArn") {
    return page(member, in_quotes(backup_arn));
}

findings const incomplete{"warning dump.incomplete-listing /LastEvaluatedBackupArn"};
findings const incomplete_token{"warning dump.incomplete-listing /NextToken"};

findings found_in_text(std::string_view text, check_options const& chosen = {}) {
    report all;
    check_documents(text, chosen, all);
    return lines_of(all, severity::warning);
}

} // namespace

TEST_CASE("the last page of a listing has no token", "[aws][list_backups]") {
    for (std::string_view member : {"LastEvaluatedBackupArn", "NextToken"}) {
        auto const expected = member == "NextToken" ? incomplete_token : incomplete;
        auto const one = page_to_go_on(member);
        CHECK(found<aws::ListBackupsOutput>(one) == expected); // and its place
        CHECK(found<aws::ListBackupsOutput>(one, {.edition = edition::v2018_08_06}) == expected);
        CHECK(found_in_text(one) == expected);
        check_options const no_list{.disable = {"list.*"}};
        CHECK(found_in_text(one + one, no_list) == expected);
        CHECK(found_in_text(last_page + one) == expected);
        CHECK(found_in_text("[" + last_page + "," + one + "]") == expected);
        CHECK(found_in_text(one + last_page) == none);
        CHECK(found_in_text(one + one + last_page, no_list) == none);
        CHECK(found_in_text(one, {.disable = {"dump.incomplete-listing"}}) == none);
        for (auto nothing : {R"("")", "null"}) {
            auto const complete = page(member, nothing);
            auto lines = found_in_text(complete, {.disable = {"json.null-member"}});
            CHECK(lines == none);
            CHECK(found_in_text(one + complete, {.disable = {"json.null-member"}}) == none);
        }
    }
}

TEST_CASE("the finding of the last page is at its token", "[aws][list_backups]") {
    auto const text = page_to_go_on() + page_to_go_on("NextToken");
    report all;
    check_documents(text, {}, all);
    REQUIRE(all.size() == 1);
    CHECK(all[0].document == 1);
    CHECK(all[0].offset == text.rfind(backup_arn) - 1);
    CHECK(all[0].line == 6);
    CHECK(all[0].value == in_quotes(backup_arn));
    CHECK(all[0].shape == "ListBackupsOutput");
    CHECK(all.summary().count(severity::warning) == 0); // check returns the counts
    CHECK(check<aws::ListBackupsOutput>(page_to_go_on()).summary().rules.at("dump.incomplete-listing") == 1);
}

TEST_CASE("a page with two tokens is one defect", "[aws][list_backups]") {
    auto const both = page("LastEvaluatedBackupArn", in_quotes(backup_arn), R"("NextToken": "x",)");
    CHECK(found_in_text(both) == incomplete);
}

TEST_CASE("a token that is not a text shows nothing", "[aws][list_backups]") {
    CHECK(found_in_text(page("LastEvaluatedBackupArn", "7")) ==
          findings{"error json.wrong-type /LastEvaluatedBackupArn"});
    for (auto other : {"7", "{}", "[\"x\"]", "false"}) CHECK(found_in_text(page("NextToken", other)) == none);
}

TEST_CASE("a token is found in the spelling in which names are read", "[aws][list_backups]") {
    for (auto other : {"nextToken", "next_token", "NEXT-TOKEN"}) {
        auto const respelled = page(other, in_quotes("x"));
        CHECK(found_in_text(respelled, {.names = spelling::any}) ==
              findings{"warning dump.incomplete-listing /" + std::string(other)});
        CHECK(found_in_text(respelled) == none);
    }
    CHECK(found_in_text(page("NextTokens", in_quotes("x")), {.names = spelling::any}) == none);
}

TEST_CASE("only a page of a listing has a token", "[aws][list_backups]") {
    CHECK(found_in_text(backup_summary().with("NextToken", in_quotes("x")).text()) == none);
    CHECK(found_in_text(page_to_go_on() + backup_summary().text()) == incomplete);
}

TEST_CASE("a damaged page does not count as a page", "[aws][list_backups]") {
    auto const cut = page_to_go_on().substr(0, page_to_go_on().rfind('}'));
    CHECK(found_in_text(cut, {.only = {"dump.*"}}) == none);
    CHECK(found_in_text(page_to_go_on() + cut, {.only = {"dump.*"}}) == incomplete);
    auto const within = page_to_go_on().replace(page_to_go_on().find("4096"), 4, "4x96");
    CHECK(found_in_text(within, {.only = {"dump.*"}}) == incomplete);
}

TEST_CASE("a model is not an input that could be incomplete", "[aws][list_backups]") {
    aws::ListBackupsOutput model;
    model.last_evaluated_backup_arn = backup_arn;
    CHECK(found_in(model) == none);
    CHECK(parse<aws::ListBackupsOutput>(page_to_go_on("NextToken")).has_value());
}

TEST_CASE("the example of an incomplete listing is correct", "[aws][list_backups]") {
    auto const& of_rule = dump::incomplete_listing.example;
    CHECK(found_in_text(of_rule.invalid) == incomplete_token);
    CHECK(found_in_text(of_rule.valid) == none);
}

} // namespace aws_list_backups_test
