/// \file
/// The rules about the pages of a listing: duplicates, and a cursor that does not advance.

#include <dynabackup/check_documents.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/rules/paging.hpp>

#include "fixtures.hpp"

namespace rules_listing_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

object backup(int n) {
    auto arn = std::string(backup_arn);
    arn.back() = static_cast<char>('0' + n);
    return backup_summary().with("BackupArn", in_quotes(arn));
}
std::string cursor(int n) {
    auto arn = std::string(backup_arn);
    arn.back() = static_cast<char>('0' + n);
    return in_quotes(arn);
}
/// A page with these backups. 0: without a cursor.
std::string page(std::initializer_list<int> backups, int next = 0,
                 std::string_view member = "LastEvaluatedBackupArn") {
    std::string list;
    for (int n : backups) list += (list.empty() ? "" : ",") + backup(n).text();
    return R"({"BackupSummaries": [)" + list + "]" +
           (next ? ",\"" + std::string(member) + "\": " + cursor(next) : "") + "}\n";
}

findings found_in(std::string const& text, bool history) {
    report all;
    check_documents(text, {.only = {"list.*", "dump.*"}, .history = history}, all);
    return lines_of(all, severity::note);
}

std::string duplicate(int i) {
    return "warning list.duplicate-backup /BackupSummaries/" + std::to_string(i) + "/BackupArn";
}
std::string const repeated = "warning list.cursor-repeated /LastEvaluatedBackupArn";
std::string const incomplete = "warning dump.incomplete-listing /LastEvaluatedBackupArn";

} // namespace

TEST_CASE("a listing has each backup once, over all of its pages", "[rules][listing]") {
    CHECK(found_in(page({1, 2, 3}), true) == none);
    CHECK(found_in(page({1, 2, 1}), true) == findings{duplicate(2)});
    CHECK(found_in(page({1, 2, 1}), false) == none);
    CHECK(found_in(page({1, 2}, 2) + page({3, 1}), true) == findings{duplicate(1)});
    CHECK(found_in(page({1, 2}) + page({3, 1}), true) == none); // two listings
    CHECK(found_in(page({1, 2}, 1, "NextToken") + page({3, 1}), true) == findings{duplicate(1)});
    CHECK(found_in(page({1, 1, 1}), true) == findings{duplicate(1), duplicate(2)});
    CHECK(found_in(backup(1).text() + backup(1).text(), true) == none); // not a listing
    CHECK(found_in("[" + backup(1).text() + "," + backup(1).text() + "]", true) == none);
}

TEST_CASE("the cursor of each page differs from that of the last page", "[rules][listing]") {
    CHECK(found_in(page({1}, 1) + page({2}, 2) + page({3}), false) == none);
    CHECK(found_in(page({}, 1) + page({}, 1) + page({}), false) == findings{repeated});
    CHECK(found_in(page({}, 1) + page({}, 2) + page({}, 1) + page({}), false) == none);
    CHECK(found_in(page({}, 1) + page({}) + page({}, 1) + page({}), false) == none);
    CHECK(found_in(page({}, 1) + page({}, 1), false) == findings{repeated, incomplete});
}

TEST_CASE("cursors are compared across chunks and threads", "[rules][listing]") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += page({1 + i / 2 % 9}, 1 + i / 2 % 9);
    text += page({});
    for (unsigned const jobs : {1U, 3U})
        for (std::size_t const chunk : {std::size_t{2000}, std::size_t{30'000}}) {
            dump_report all;
            (void)check_dump(
                std::vector{from_memory(text)}, all,
                {.check = {.only = {"list.cursor-repeated"}}, .jobs = jobs, .chunk_size = chunk});
            CHECK(all.findings.size() == 200);
        }
}

} // namespace rules_listing_test
