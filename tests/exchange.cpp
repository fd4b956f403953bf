#include <dynabackup/aws/exchange.hpp>
#include <dynabackup/exchange.hpp>

#include "all_shapes.hpp"
#include "fixtures.hpp"

namespace exchange_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string page(std::initializer_list<std::string> summaries) {
    return "{\"BackupSummaries\":\n" + list(summaries) + "}";
}
std::string created(std::string_view name) {
    return object{{"BackupDetails", backup_details().with("BackupName", in_quotes(name)).text()}}.text();
}
object const create{{"TableName", in_quotes("Music")}, {"BackupName", in_quotes("weekly")}};

template <class Input>
findings found_in_response(std::string_view request, std::string_view response,
                           check_options const& chosen = {}) {
    auto const both = check_exchange<Input>(request, response, chosen);
    check_places(both.request, request);
    check_places(both.response, response);
    return lines_of(both.response, severity::warning);
}

} // namespace

TEST_CASE("the defects of a request and of its response are in separate reports", "[exchange]") {
    auto const both = check_exchange<aws::ListBackupsInput>(
        R"({"Limit": 500, "TableName": "Songs"})", "{\"BackupSummaries\": [\n{\"BackupSizeBytes\": -1, "
                                                   "\"TableName\": \"Music\"}]}");
    CHECK(lines_of(both.request, severity::note) == findings{"error number.out-of-range /Limit"});
    CHECK(lines_of(both.response, severity::note) ==
          findings{"error number.out-of-range /BackupSummaries/0/BackupSizeBytes",
                   "error list.table-filter /BackupSummaries/0/TableName"});
    CHECK_FALSE(both.ok());
    CHECK(both.request[0].column == 11);
    CHECK(both.response[1].line == 2);
    CHECK(both.response[1].value == in_quotes("Music"));
    CHECK(both.response[1].record == 0u);
    CHECK(both.response.summary().rules.at("list.table-filter") == 1);
    CHECK(check_exchange<aws::ListBackupsInput>("{}", page({})).ok());
    CHECK_FALSE(check_exchange<aws::ListBackupsInput>("{", page({})).ok());
    CHECK_FALSE(check_exchange<aws::ListBackupsInput>("{}", "{").ok());
}

TEST_CASE("each operation has its response", "[exchange]") {
    STATIC_REQUIRE(std::same_as<response_to<aws::CreateBackupInput>, aws::CreateBackupOutput>);
    STATIC_REQUIRE(std::same_as<response_to<aws::DeleteBackupInput>, aws::DeleteBackupOutput>);
    STATIC_REQUIRE(std::same_as<response_to<aws::DescribeBackupInput>, aws::DescribeBackupOutput>);
    STATIC_REQUIRE(std::same_as<response_to<aws::ListBackupsInput>, aws::ListBackupsOutput>);
    STATIC_REQUIRE_FALSE(request_shape<aws::ListBackupsOutput>);

    CHECK(found_in_response<aws::CreateBackupInput>(create.text(), created("weekly")) == none);
    CHECK(found_in_response<aws::CreateBackupInput>(create.text(), created("daily")) ==
          findings{"error create.name-echo /BackupDetails/BackupName"});
    auto const asked = object{{"BackupArn", in_quotes(backup_arn)}}.text();
    auto const other = object{{"BackupArn", in_quotes(std::string(backup_arn) + "0")}}.text();
    findings const wrong{"error backup.arn-echo " +
                         std::string("/BackupDescription/BackupDetails/BackupArn")};
    CHECK(found_in_response<aws::DescribeBackupInput>(asked, description()) == none);
    CHECK(found_in_response<aws::DescribeBackupInput>(other, description()) == wrong);
    CHECK(found_in_response<aws::DeleteBackupInput>(asked, description()) == none);
    CHECK(found_in_response<aws::DeleteBackupInput>(other, description()) == wrong);
    CHECK(found_in_response<aws::DescribeBackupInput>(other, "{}") == none);
}

TEST_CASE("rules of an exchange are selected like other rules", "[exchange]") {
    auto const of = [&](check_options const& chosen) {
        return found_in_response<aws::CreateBackupInput>(create.text(), created("daily"), chosen);
    };
    CHECK(of({.disable = {"create.name-echo"}}) == none);
    CHECK(of({.only = {"json.*"}}) == none);
    CHECK(of({.only = {"create.*"}}) == findings{"error create.name-echo /BackupDetails/BackupName"});
    CHECK(of({.severities = {{"create.*", severity::warning}}}) ==
          findings{"warning create.name-echo /BackupDetails/BackupName"});
    constexpr static rule own{"acme.own", severity::error, edition::v2017_11_29, "Never.", "a test"};
    CHECK(of({.rules = {make_user_rule<aws::BackupDetails>(
                  own, [](aws::BackupDetails const&, rule_context& in) { in.fail({}, "Never."); })}}) ==
          findings{"error acme.own /BackupDetails", "error create.name-echo /BackupDetails/BackupName"});
}

TEST_CASE("the page of an exchange is not a dump that should be complete", "[exchange]") {
    auto const text =
        R"({"BackupSummaries": [], "LastEvaluatedBackupArn": ")" + std::string(backup_arn) + "\"}";
    CHECK(found_in_response<aws::ListBackupsInput>("{}", text) == none);
}

TEST_CASE("damaged backups of a page are reported, and the others are checked", "[exchange]") {
    auto const text = page({backup_summary().with("BackupSizeBytes", "4x").text(), backup_summary().text()});
    auto const both = check_exchange<aws::ListBackupsInput>(R"({"TableName": "Songs"})", text);
    REQUIRE(both.response.size() == 2);
    CHECK(both.response[0].rule->id == "json.syntax");
    CHECK(line_of(both.response[1]) == "error list.table-filter /BackupSummaries/1/TableName");
}

TEST_CASE("models of a request and its response are also an exchange", "[exchange]") {
    aws::ListBackupsInput request;
    request.limit = 1;
    request.table_name = "Songs";
    aws::ListBackupsOutput response;
    auto& summaries = response.backup_summaries.emplace(2);
    summaries[1].table_name = "Music";
    summaries[1].backup_size_bytes = -1;
    CHECK(lines_of(check_exchange(request, response), severity::warning) ==
          findings{"error number.out-of-range /BackupSummaries/1/BackupSizeBytes",
                   "error list.table-filter /BackupSummaries/1/TableName",
                   "error list.limit /BackupSummaries"});

    aws::CreateBackupOutput answer;
    answer.backup_details = backup_details_model();
    CHECK(check_exchange(aws::CreateBackupInput{"Music", "weekly"}, answer).empty());
    CHECK(lines_of(check_exchange(aws::CreateBackupInput{"Music", "daily"}, answer), severity::warning) ==
          findings{"error create.name-echo /BackupDetails/BackupName"});
    CHECK(check_exchange(aws::DescribeBackupInput{std::string(backup_arn)}, description_model()).empty());
    CHECK(check_exchange(aws::DescribeBackupInput{"arn"}, description_model()).size() == 1);
    CHECK(check_exchange(aws::DeleteBackupInput{std::string(backup_arn)}, aws::DeleteBackupOutput{}).empty());
}

TEST_CASE("every request is answered with the response of its operation", "[exchange]") {
    std::size_t requests = 0;
    all_shapes::for_each<all_shapes::of_all>([&](auto shape) {
        using T = typename decltype(shape)::type;
        std::string name(shape_name<T>());
        CAPTURE(name);
        if constexpr (request_shape<T>) {
            if (!name.ends_with("Input")) return; // a restore is checked against a description
            CHECK(shape_name<response_to<T>>() == name.replace(name.size() - 5, 5, "Output"));
            ++requests;
        } else {
            // Nothing in the answer of StartBackupJob repeats the request.
            CHECK((!name.ends_with("Input") || name == "StartBackupJobInput"));
        }
    });
    CHECK(requests > 4);
}

} // namespace exchange_test
