#include <dynabackup/aws/exchange.hpp>
#include <dynabackup/exchange.hpp>

#include "fixtures.hpp"

namespace aws_exchange_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string page(std::initializer_list<object> summaries) {
    std::string text = "{\"BackupSummaries\":\n[";
    for (auto const& s : summaries) text += (text.ends_with('[') ? "" : ",\n") + s.text();
    return text + "]}";
}

/// The findings in a response to that request, in texts and in models.
template <class Input>
findings found_in_answer(std::string const& request, std::string const& response,
                         check_options const& chosen = {}) {
    auto const both = check_exchange<Input>(request, response, chosen);
    check_places(both.response, response);
    auto const lines = lines_of(both.response, severity::warning);
    auto const asked = parse<Input>(request, {.edition = chosen.edition});
    auto const answered = parse<response_to<Input>>(response, {.edition = chosen.edition});
    if (asked && answered)
        CHECK(of_model(lines_of(check_exchange(*asked, *answered, chosen), severity::warning)) ==
              of_model(lines));
    return lines;
}
findings found_in_page(object const& request, std::initializer_list<object> summaries,
                       check_options const& chosen = {}) {
    return found_in_answer<aws::ListBackupsInput>(request.text(), page(summaries), chosen);
}

findings list_finding(std::string_view rule, std::string_view path) {
    return {"error list." + std::string(rule) + " /BackupSummaries" + std::string(path)};
}

object const nothing{};
edition const first = edition::v2017_11_29;

} // namespace

TEST_CASE("the backups of a page are in the time range of its request", "[rules][exchange]") {
    auto const of = [](object const& request, std::string_view created) {
        // The ARN also contains a time.
        return found_in_page(request, {backup_summary().with("BackupCreationDateTime", created)},
                             {.disable = {"backup.arn-timestamp"}});
    };
    auto const outside = list_finding("outside-time-range", "/0/BackupCreationDateTime");
    object const from{{"TimeRangeLowerBound", "1700000000.25"}}, to{{"TimeRangeUpperBound", "1700000000.25"}};
    CHECK(of(from, "1700000000.25") == none); // inclusive
    CHECK(of(from, "1700000000.249999999") == outside);
    CHECK(of(from, "1800000000") == none);
    CHECK(of(to, "1700000000.249999999") == none);
    CHECK(of(to, "1700000000.25") == outside); // exclusive
    CHECK(of(to, "1800000000") == outside);
    auto const both = from.with("TimeRangeUpperBound", "1700000001");
    CHECK(of(both, "1700000000.25") == none);
    CHECK(of(both, "1700000000") == outside);
    CHECK(of(both, "1700000001") == outside);
    CHECK(of(nothing, "1") == none);
    CHECK(of({{"TimeRangeLowerBound", R"("2023-11-14T22:13:20.25Z")"}}, "1700000000") == outside);
    CHECK(found_in_page(from, {backup_summary().without("BackupCreationDateTime")}) == none);
    CHECK(of(from, "true") == findings{"error json.wrong-type /BackupSummaries/0/BackupCreationDateTime"});
    CHECK(of({{"TimeRangeLowerBound", "true"}}, "1") == none);
    CHECK(found_in_page(from, {backup_summary().with("BackupCreationDateTime", "1").without("BackupType")},
                        {.edition = first, .disable = {"backup.arn-timestamp"}}) == outside);
}

TEST_CASE("the backups of a page have the type of its request", "[rules][exchange]") {
    auto const of = [](object const& request, std::string_view type, edition day = {}) {
        return found_in_page(request,
                             {backup_summary().with("BackupType", in_quotes(type)).without("BackupName")},
                             {.edition = day, .only = {"list.*", "json.*", "enum.*"}});
    };
    auto const wrong = list_finding("type-filter", "/0/BackupType");
    for (std::string_view filter : {"", "USER", "SYSTEM", "AWS_BACKUP", "ALL"})
        for (std::string_view type : {"USER", "SYSTEM", "AWS_BACKUP"}) {
            CAPTURE(filter, type);
            auto const request = filter.empty() ? nothing : object{{"BackupType", in_quotes(filter)}};
            bool const fits = filter == "ALL" || type == (filter.empty() ? "USER" : filter);
            CHECK(of(request, type) == (fits ? none : wrong));
        }
    CHECK(of(nothing, "SYSTEM", edition::v2018_08_06) == wrong);
    CHECK(of(nothing, "SYSTEM", edition{2018'08'05}) == none); // json.unknown-member is a note
    CHECK(of({{"BackupType", in_quotes("DAILY")}}, "SYSTEM") == none);
    CHECK(of({{"BackupType", "1"}}, "SYSTEM") == none);
    CHECK(of({{"BackupType", "null"}}, "SYSTEM") == wrong); // read as absent
    CHECK(of(nothing, "DAILY") == findings{"error enum.unknown-value /BackupSummaries/0/BackupType"});
    CHECK(found_in_page(nothing, {backup_summary().without("BackupType")}) == none);
    CHECK(found_in_page(nothing, {backup_summary().with("BackupType", "1")}) ==
          findings{"error json.wrong-type /BackupSummaries/0/BackupType"});
}

TEST_CASE("the backups of a page are of the table of its request", "[rules][exchange]") {
    auto const of = [](std::string_view asked, object const& summary, edition day = {}) {
        object const request{{"TableName", in_quotes(asked)}};
        return found_in_page(request, {summary}, {.edition = day, .only = {"list.*", "json.*"}});
    };
    auto const by_name = list_finding("table-filter", "/0/TableName");
    auto const by_arn = list_finding("table-filter", "/0/TableArn");
    object const asks_for_music{{"TableName", in_quotes("Music")}};
    CHECK(found_in_page(asks_for_music, {backup_summary().with("TableName", R"("")").without("TableArn")},
                        {.only = {"list.table-filter"}}) == none); // an absent name is not a different one
    auto const summary = backup_summary();
    auto const other_arn = in_quotes("arn:aws:dynamodb:eu-central-1:111122223333:table/Songs");
    CHECK(of("Music", summary) == none);
    CHECK(of("music", summary) == by_name);
    CHECK(of("Songs", summary) == by_name);
    CHECK(of("Songs", summary.without("TableArn")) == by_name);
    CHECK(of("Songs", summary.without("TableName")) == by_arn);
    CHECK(of("Music", summary.without("TableName")) == none);
    CHECK(of("Songs", summary.without("TableName").without("TableArn")) == none);
    CHECK(of("Songs", summary.with("TableName", "7")) ==
          findings{by_arn[0], "error json.wrong-type /BackupSummaries/0/TableName"});

    SECTION("or of the table of that ARN") {
        CHECK(of(table_arn, summary) == none);
        CHECK(of(table_arn, summary.with("TableArn", other_arn)) == by_arn);
        CHECK(of(table_arn, summary.with("TableName", in_quotes("Songs")).without("TableArn")) == by_name);
        CHECK(of(table_arn, summary.without("TableArn")) == none);
        CHECK(of("arn:aws:dynamodb:eu-west-1:111122223333:table/Music", summary) == by_arn);
        CHECK(of(table_arn, summary.without("BackupType"), edition{2024'03'19}) == none);
        CHECK(of("arn:nonsense", summary.without("TableArn")) == none);
        CHECK(of(table_arn, summary.with("TableArn", "7")) ==
              findings{"error json.wrong-type /BackupSummaries/0/TableArn"});
    }
    CHECK(found_in_page({{"TableName", "7"}}, {summary}) == none);
    CHECK(found_in_page(nothing, {summary}) == none);
}

TEST_CASE("a page has no more backups than its request's limit", "[rules][exchange]") {
    auto const of = [](object const& request, std::size_t size) {
        std::string text = "{\"BackupSummaries\": [";
        for (std::size_t i = 0; i < size; ++i) text += (i ? ",\n{}" : "{}");
        return found_in_answer<aws::ListBackupsInput>(request.text(), text + "]}");
    };
    auto const limit = [](std::string_view n) { return object{{"Limit", std::string(n)}}; };
    auto const too_many = list_finding("limit", "");
    CHECK(of(limit("1"), 0) == none);
    CHECK(of(limit("1"), 1) == none);
    CHECK(of(limit("1"), 2) == too_many);
    CHECK(of(limit("7"), 7) == none);
    CHECK(of(limit("7"), 8) == too_many);
    CHECK(of(nothing, 100) == none);
    CHECK(of(nothing, 101) == too_many);
    CHECK(of(limit("null"), 101) == too_many);
    CHECK(of(limit("0"), 1) == too_many);
    CHECK(of(limit("-1"), 0) == none);
    CHECK(of(limit("\"5\""), 101) == none);
    CHECK(of(limit("1.5"), 101) == none);
    auto const damaged = check_exchange<aws::ListBackupsInput>(R"({"Limit": 2})",
                                                               R"({"BackupSummaries": [{}, {"a":tru}, {}]})");
    CHECK(lines_of(damaged.response, severity::warning) ==
          findings{"error json.syntax /BackupSummaries/1/a"});
    CHECK(found_in_answer<aws::ListBackupsInput>(R"({"Limit": 0})", R"({"LastEvaluatedBackupArn": ""})") ==
          none);
}

TEST_CASE("a page begins after the start of its request", "[rules][exchange]") {
    object const request{{"ExclusiveStartBackupArn", in_quotes(backup_arn)}};
    auto const other = backup_summary().with("BackupArn", in_quotes(std::string(backup_arn) + "0"));
    CHECK(found_in_page(request, {other}, {.only = {"list.*"}}) == none);
    CHECK(found_in_page(request, {other, backup_summary()}, {.only = {"list.*"}}) ==
          list_finding("start-repeated", "/1/BackupArn"));
    CHECK(found_in_page(nothing, {backup_summary()}) == none);
    CHECK(found_in_page(request, {backup_summary().without("BackupArn")}) == none);
    CHECK(found_in_page({{"ExclusiveStartBackupArn", "1"}}, {backup_summary()}) == none);
}

TEST_CASE("CreateBackup answers with the requested name", "[rules][exchange]") {
    auto const of = [](std::string_view asked, std::string_view answered) {
        return found_in_answer<aws::CreateBackupInput>(
            object{{"TableName", in_quotes("Music")}, {"BackupName", std::string(asked)}}.text(),
            object{{"BackupDetails", backup_details().with("BackupName", answered).text()}}.text());
    };
    std::string const path = "/BackupDetails/BackupName";
    CHECK(of(R"("weekly")", R"("weekly")") == none);
    CHECK(of(R"("weekly")", R"("Weekly")") == findings{"error create.name-echo " + path});
    CHECK(of(R"("weekly")", R"("w\u0065ekly")") == none);
    CHECK(of("7", R"("weekly")") == none);
    CHECK(of(R"("weekly")", "7") == findings{"error json.wrong-type " + path});
    auto const without = object{{"BackupDetails", backup_details().without("BackupName").text()}}.text();
    CHECK(found_in_answer<aws::CreateBackupInput>(R"({"TableName": "Music", "BackupName": "weekly"})",
                                                  without) == findings{"error json.missing-member " + path});
    CHECK(found_in_answer<aws::CreateBackupInput>(R"({"TableName": "Music"})", without) ==
          findings{"error json.missing-member " + path});
}

TEST_CASE("DescribeBackup and DeleteBackup answer with the requested ARN", "[rules][exchange]") {
    auto const of = []<class Input>(std::type_identity<Input>, std::string_view asked) {
        return found_in_answer<Input>(object{{"BackupArn", std::string(asked)}}.text(), description());
    };
    auto const check_both = [&](auto shape) {
        CHECK(of(shape, in_quotes(backup_arn)) == none);
        CHECK(of(shape, in_quotes(std::string(backup_arn) + "0")) ==
              findings{"error backup.arn-echo /BackupDescription/BackupDetails/BackupArn"});
        CHECK(of(shape, "7") == none);
        auto const without = description(table(), object{}, backup_details().without("BackupArn"));
        CHECK(found_in_answer<typename decltype(shape)::type>(
                  object{{"BackupArn", in_quotes(backup_arn)}}.text(), without) ==
              findings{"error json.missing-member /BackupDescription/BackupDetails/BackupArn"});
    };
    check_both(std::type_identity<aws::DescribeBackupInput>{});
    check_both(std::type_identity<aws::DeleteBackupInput>{});
}

TEST_CASE("every rule of an exchange needs a request", "[rules][exchange]") {
    std::vector<std::string> made;
    for (auto const& one : known_systems()[0]->exchanges)
        for (auto const* r : one.rules)
            made.push_back(std::string(r->id) + " " + std::string(one.request->shape->name));
    std::ranges::sort(made);
    CHECK(made == findings{"backup.arn-echo DeleteBackupInput", "backup.arn-echo DescribeBackupInput",
                           "create.name-echo CreateBackupInput", "list.limit ListBackupsInput",
                           "list.outside-time-range ListBackupsInput", "list.start-repeated ListBackupsInput",
                           "list.table-filter ListBackupsInput", "list.type-filter ListBackupsInput"});
}

} // namespace aws_exchange_test
