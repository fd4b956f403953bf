#include <dynabackup/rules/paging.hpp>

#include "fixtures.hpp"

namespace rules_paging_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string arn_of(int n) {
    return "arn:aws:dynamodb:eu-central-1:111122223333:table/Music/backup/01700000000250-0000000" +
           std::to_string(n);
}
/// Another rule reports that a page has a next page.
findings found_in_page(std::string const& text, check_options chosen = {}) {
    chosen.disable = {"dump.*"};
    return found<aws::ListBackupsOutput>(text, chosen);
}
std::string backup(int n) { return R"({"BackupArn": )" + in_quotes(arn_of(n)) + '}'; }

/// Returns the findings in a page of these summaries that ends with backup `last`.
findings page(std::string_view summaries, int last, check_options const& chosen = {}) {
    return found_in_page(R"({"BackupSummaries": [)" + std::string(summaries) +
                             R"(], "LastEvaluatedBackupArn": )" + in_quotes(arn_of(last)) + '}',
                         chosen);
}

findings const another{"warning list.last-evaluated /LastEvaluatedBackupArn"};

} // namespace

TEST_CASE("LastEvaluatedBackupArn is the last backup of its page", "[rules][paging]") {
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        check_options const chosen{.edition = when};
        CHECK(page(backup(1), 1, chosen) == none);
        CHECK(page(backup(1), 2, chosen) == another);
        CHECK(page(backup(1) + ", " + backup(2) + ", " + backup(3), 3, chosen) == none);
        CHECK(page(backup(1) + ", " + backup(2) + ", " + backup(3), 2, chosen) == another);
        CHECK(page(backup(1) + ", " + backup(2) + ", " + backup(3), 4, chosen) == another);
    }
    // In wire order, and in the other order.
    auto const before = R"({"LastEvaluatedBackupArn": )" + in_quotes(arn_of(2)) + R"(, "BackupSummaries": [)";
    CHECK(found_in_page(before + backup(1) + "]}") == another);
    CHECK(found_in_page(before + backup(2) + "]}") == none);
    CHECK(found_in_page(R"({"BackupSummaries": [)" + backup(1) + "]}") == none);
}

TEST_CASE("a page without a known last backup is not checked", "[rules][paging]") {
    CHECK(page("", 1) == none);
    CHECK(page(backup(1) + ", {}", 2) == none);
    CHECK(page(backup(1) + R"(, {"BackupArn": null})", 2) ==
          findings{"warning json.null-member /BackupSummaries/1/BackupArn"});
    CHECK(page(backup(1) + R"(, {"BackupArn": 5})", 2) ==
          findings{"error json.wrong-type /BackupSummaries/1/BackupArn"});
    CHECK(page(backup(1) + ", 5", 2) == findings{"error json.wrong-type /BackupSummaries/1"});
    auto const last = [](std::string_view value) {
        return found_in_page(R"({"BackupSummaries": [)" + backup(1) + R"(], "LastEvaluatedBackupArn": )" +
                             std::string(value) + '}');
    };
    CHECK(last(R"("")") == none); // the last page
    CHECK(last("null") == findings{"warning json.null-member /LastEvaluatedBackupArn"});
    CHECK(last("7") == findings{"error json.wrong-type /LastEvaluatedBackupArn"});
    CHECK(last(R"("arn")") == findings{another[0], "error string.length /LastEvaluatedBackupArn"});
    CHECK(found_in_page(R"({"BackupSummaries": 7, "LastEvaluatedBackupArn": )" + in_quotes(arn_of(1)) +
                        '}') == findings{"error json.wrong-type /BackupSummaries"});
}

TEST_CASE("after damage, the last backup of a page is not known", "[rules][paging]") {
    auto const rules_of = [](std::string_view summaries) {
        std::vector<std::string> ids;
        auto const text = R"({"BackupSummaries": [)" + std::string(summaries) +
                          R"(], "LastEvaluatedBackupArn": )" + in_quotes(arn_of(9)) + '}';
        for (auto const& f : check<aws::ListBackupsOutput>(text, {.disable = {"dump.*"}}))
            ids.emplace_back(f.rule->id);
        return ids;
    };
    std::vector<std::string> const damage{"json.syntax"};
    auto const damaged = [](int n) {
        return R"({"BackupArn": )" + in_quotes(arn_of(n)) + R"(, "BackupName": tru})";
    };
    CHECK(rules_of(damaged(1)) == damage);
    CHECK(rules_of(backup(1) + ", " + damaged(2)) == damage);
    CHECK(rules_of(backup(1) + R"(, {"BackupArn": tru})") == damage);
    CHECK(rules_of(backup(1) + " x") == damage);
    // Damage before the last backup does not matter.
    CHECK(rules_of("5, " + backup(2)) == std::vector<std::string>{"json.wrong-type", "list.last-evaluated"});
    CHECK(rules_of(damaged(1) + ", " + backup(2)) ==
          std::vector<std::string>{"json.syntax", "list.last-evaluated"});
    CHECK(rules_of(damaged(1) + ", " + backup(9)) == damage);
}

TEST_CASE("the last backup of a page built in C++ is checked", "[rules][paging]") {
    aws::ListBackupsOutput model;
    model.last_evaluated_backup_arn = arn_of(2);
    CHECK(found_in(model) == none);
    auto& all = model.backup_summaries.emplace();
    CHECK(found_in(model) == none);
    all.resize(2);
    all[0].backup_arn = arn_of(1);
    CHECK(found_in(model) == none);
    all[1].backup_arn = arn_of(2);
    CHECK(found_in(model) == none);
    all.pop_back();
    CHECK(found_in(model) == another);
    model.last_evaluated_backup_arn = "";
    CHECK(found_in(model) == none);
}

} // namespace rules_paging_test
