#include <dynabackup/check_example.hpp>
#include <dynabackup/rules/throughput.hpp>

#include "fixtures.hpp"

#include <date/date.h>

using namespace dynabackup;
using namespace fixtures;

namespace {

rule with(example const& e, edition until = edition::latest) {
    return {"test.rule", severity::error, edition::v2017_11_29, "Meaning.", cite::design, e, until};
}

findings found_in_example(rule const& r, std::string_view text) {
    return lines_of(check_example(r, text), severity::note);
}

} // namespace

TEST_CASE("an example is read as its shape, or as what its members make it", "[example]") {
    auto const text = R"({"KeyType":"HASH"})";
    CHECK(found_in_example(with({}), text) == findings{"error document.unrecognized "});
    CHECK(found_in_example(with({.shape = "KeySchemaElement"}), text) ==
          findings{"error json.missing-member /AttributeName"});
    CHECK(found_in_example(with({}), R"({"Limit":0})") == findings{"error number.out-of-range /Limit"});
    auto const report = check_example(with({.shape = "NoSuchShape"}), text);
    CHECK(report.empty());
    CHECK(report.summary().documents == 0);
}

TEST_CASE("an example is checked in the last edition of its rule", "[example]") {
    auto const text = R"({"BackupType":"AWS_BACKUP","Limit":0})";
    CHECK(found_in_example(with({}), text).size() == 1);
    CHECK(found_in_example(with({}, edition{2018'08'05}), text) ==
          findings{"note json.unknown-member /BackupType", "error number.out-of-range /Limit"});
}

TEST_CASE("an example of an exchange is a request and its response, each in a line", "[example]") {
    auto const text = std::string(R"({"Limit":1})") + '\n' + R"({"BackupSummaries":[{},{}]})";
    auto const parts = split_exchange(text);
    CHECK(parts.request == R"({"Limit":1})");
    CHECK(parts.response == R"({"BackupSummaries":[{},{}]})");
    CHECK(split_exchange("{}").response.empty());
    CHECK(found_in_example(exchange::limit, text) == findings{"error list.limit /BackupSummaries"});
    CHECK(found_in_example(exchange::limit, "{\"Limit\":0}\n{\"BackupSummaries\":[]}") ==
          findings{"error number.out-of-range /Limit"});
}

TEST_CASE("an example may have a limit of nesting, and a time of its own", "[example]") {
    CHECK(example_options(with({})).max_depth == options{}.max_depth);
    CHECK(example_options(with({.max_depth = 2})).max_depth == 2);
    CHECK(example_options(with({})).now == date::sys_days{date::year{2030} / 1 / 1});
}
