#include <dynabackup/exchange_documents.hpp>

#include "fixtures.hpp"

namespace exchange_documents_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string page(std::initializer_list<object> records) {
    std::string list;
    for (auto const& r : records) list += (list.empty() ? "" : ",") + r.text();
    return R"({"BackupSummaries": [)" + list + "]}";
}
findings found_in_response(std::string_view request, std::string_view response) {
    auto const both = check_exchange_documents(request, response);
    CHECK(both.request.empty());
    return lines_of(both.response, severity::warning);
}

} // namespace

TEST_CASE("a response is checked against a request of any operation", "[exchange]") {
    CHECK(found_in_response(R"({"Limit": 1})", page({backup_summary()})) == none);
    CHECK(found_in_response(R"({"Limit": 1})", page({backup_summary(), backup_summary()})) ==
          findings{"error list.limit /BackupSummaries"});
    CHECK(found_in_response(R"({"TableName": "Other", "Limit": 5})", page({backup_summary()})) ==
          findings{"error list.table-filter /BackupSummaries/0/TableName"});
    auto const created = R"({"BackupDetails": )" + backup_details().text() + "}";
    CHECK(found_in_response(R"({"TableName": "Music", "BackupName": "daily"})", created) ==
          findings{"error create.name-echo /BackupDetails/BackupName"});
    auto arn = std::string(backup_arn);
    arn.back() = '0';
    auto const other = in_quotes(arn);
    CHECK(found_in_response(R"({"BackupArn": )" + other + "}", description()) ==
          findings{"error backup.arn-echo /BackupDescription/BackupDetails/BackupArn"});
}

TEST_CASE("the response identifies the operation of an ambiguous request", "[exchange]") {
    CHECK(found_in_response(R"({"TableName": "Other"})", page({backup_summary()})) ==
          findings{"error list.table-filter /BackupSummaries/0/TableName"});
    auto const table = R"({"Table": {"TableName": "Music", "TableStatus": "ACTIVE"}})";
    CHECK(found_in_response(R"({"TableName": "Music"})", table) == none);
    CHECK(found_in_response(R"({"TableName": "Other"})", table) ==
          findings{"error describe-table.echo /Table/TableName"});
    // All members of ListBackupsInput are optional.
    auto const own_page = page({backup_summary(), backup_summary().with("BackupType", in_quotes("SYSTEM"))});
    CHECK(check_exchange_documents("{}", own_page).is_compared);
    CHECK(check_exchange_documents(" { } ", own_page).is_compared);
    CHECK_FALSE(check_exchange_documents("[]", own_page).is_compared);
    // A request with another member, or without a required member is not such a request.
    CHECK_FALSE(check_exchange_documents(R"({"TableName": "Other", "Foo": 1})", table).is_compared);
    CHECK_FALSE(check_exchange_documents("{}", table).is_compared);
    CHECK_FALSE(check_exchange_documents(R"({"TableName": "T"})", R"({"ContinuousBackupsDescription": {}})")
                    .is_compared);
}

TEST_CASE("texts that are not an exchange are checked separately, and the report shows that", "[exchange]") {
    CHECK(check_exchange_documents(R"({"Limit": 1})", page({})).is_compared);
    CHECK(check_exchange_documents(R"({"Limit": 1})", R"({"__type": "x#InternalServerError"})").is_compared);
    CHECK_FALSE(check_exchange_documents(page({}), R"({"Limit": 1})").is_compared); // swapped
    CHECK(found_in_response(R"({"Limit": 1})", R"({"__type": "x#InternalServerError"})") == none);
    auto const unknown = check_exchange_documents(R"({"Foo": 1})", page({}));
    CHECK(lines_of(unknown.request, severity::note) == findings{"error document.unrecognized "});
    CHECK(unknown.response.empty());
    CHECK(check_exchange_documents(R"({"Limit": 500})", page({})).request.size() == 1);
    CHECK(check_exchange_documents("{", "}").request.size() == 1);
}

TEST_CASE("lines have both a request and its response", "[exchange]") {
    auto const good = R"({"request":{"Limit":1},"response":)" + page({backup_summary()}) + "}\n";
    auto const bad =
        R"({"response":)" + page({backup_summary(), backup_summary()}) + R"(, "request":{"Limit":1}})";
    std::size_t compared = 0;
    report found;
    auto const counts =
        check_exchange_lines(good + "\n" + backup_summary().text() + "\n" + bad, {}, found, compared);
    CHECK(compared == 2);
    CHECK(counts.documents == 3);
    CHECK(counts.records == 4);
    CHECK(lines_of(found, severity::warning) == findings{"error list.limit /response/BackupSummaries"});
    REQUIRE(found.size() == 1);
    CHECK(found[0].line == 4);
    CHECK(found[0].document == 2);
}

} // namespace exchange_documents_test
