#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/input_state.hpp>

#include "fixtures.hpp"

namespace input_state_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string page(std::string_view members) {
    return R"({"BackupSummaries": [])" + std::string(members) + "}";
}
std::string const last = R"(, "LastEvaluatedBackupArn": ")" + std::string(backup_arn) + '"';
findings const incomplete{"warning dump.incomplete-listing /LastEvaluatedBackupArn"};

/// The findings of several texts that are one input.
findings found_in_texts(std::initializer_list<std::string> texts, check_options const& chosen = {}) {
    input_state input;
    report all;
    summary counts;
    for (auto const& text : texts) counts += check_documents(text, chosen, all, input);
    input.end(all, counts);
    CHECK(counts.count(severity::warning) + counts.count(severity::error) == all.size());
    return lines_of(all, severity::warning);
}

} // namespace

TEST_CASE("a listing continues over the texts of an input", "[input_state]") {
    CHECK(found_in_texts({page(last), page("")}) == none);
    CHECK(found_in_texts({page(last), page(last)}, {.disable = {"list.*"}}) == incomplete);
    CHECK(found_in_texts({page(""), page(last)}) == incomplete);
    CHECK(found_in_texts({page(last), R"({"Limit": 5})"}) == incomplete);
    CHECK(found_in_texts({page(last), R"({"Limit": 500})"}) ==
          findings{"error number.out-of-range /Limit", incomplete[0]}); // only known at the end of the input
    CHECK(found_in_texts({page(last)}, {.disable = {"dump.*"}}) == none);
}

TEST_CASE("a backup has a history over the texts of an input", "[input_state]") {
    auto const now = backup_summary().text();
    auto const before = backup_summary().with("BackupStatus", in_quotes("DELETED")).text();
    findings const back{"warning lifecycle.status-regression /BackupStatus"};
    CHECK(found_in_texts({before, now}, {.history = true}) == back);
    CHECK(found_in_texts({now, before}, {.history = true}) == none);
    CHECK(found_in_texts({before, now}) == none);
    CHECK(found_in_texts({before}, {.history = true}) == none);
}

TEST_CASE("if checking stops, it is not known whether a listing is complete", "[input_state]") {
    auto const text = page(last) + R"({"Limit": 500})";
    report all;
    auto const counts = check_documents(text, {.stop_after = 1}, all);
    CHECK(lines_of(all, severity::warning) == findings{"error number.out-of-range /Limit"});
    CHECK(counts.count(severity::warning) == 0);
    report one;
    check_documents(page(last), {.stop_after = 1}, one);
    CHECK(lines_of(one, severity::warning) == incomplete);
}

} // namespace input_state_test
