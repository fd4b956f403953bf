#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/unknown_members.hpp>

#include "fixtures.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>

namespace unknown_members_test {

using namespace dynabackup;
using reading_test::exact;

namespace {

/// Returns the output for a text that was read with all of its members.
template <class T>
std::string go_round(std::string_view text, format as = format::aws_wire, parse_options const& chosen = {}) {
    unknown_members kept;
    auto const model = parse<T>(exact(text), kept, chosen);
    if (!model) FAIL(model.error().message());
    return to_json(*model, kept, as);
}

} // namespace

TEST_CASE("members that the model does not know are written back in their places", "[keep]") {
    std::string const text =
        R"({"AAA":null,"BackupSummaries":[{"BackupName":"b","BackupNamf":{"x":[1,{}]},"Zone":"\u0041"},)"
        R"({},{"A~/":"","TableName":"T"}],"NextToken":"t","ResponseMetadata":{"RetryAttempts":0}})";
    CHECK(go_round<aws::ListBackupsOutput>(text) == text);
    unknown_members kept;
    auto const page = parse<aws::ListBackupsOutput>(text, kept);
    REQUIRE(page.has_value());
    CHECK(kept.size() == 6);
    CHECK(to_json(*page) == R"({"BackupSummaries":[{"BackupName":"b"},{},{"TableName":"T"}]})");
    REQUIRE(kept.in("/BackupSummaries/0"));
    CHECK(kept.in("/BackupSummaries/0")->at(1).name == "Zone");
    CHECK(kept.in("/BackupSummaries/0")->at(1).value == R"("\u0041")");
    CHECK(kept.in("/BackupSummaries/1") == nullptr);
}

TEST_CASE("unknown members are written back from any depth and layout", "[keep]") {
    auto const index = fixtures::global_index().with("Heat", "[ 1 , 2 ]");
    auto const features = fixtures::features().with("GlobalSecondaryIndexes", fixtures::list(index));
    auto const text = fixtures::description(fixtures::table().with("Class", "{ \"Of\" : [ ] }"), features);
    auto const wire = go_round<aws::DescribeBackupOutput>(text);
    CHECK(wire.find(R"("BillingMode":"PROVISIONED","Class":{"Of":[]},"ItemCount":10)") != wire.npos);
    CHECK(wire.find(R"([{"Heat":[1,2],"IndexName":"ByGenre")") != wire.npos);
    CHECK(go_round<aws::DescribeBackupOutput>(wire) == wire);
    auto const cli = go_round<aws::DescribeBackupOutput>(text, format::aws_cli);
    CHECK(cli.find("\"BillingMode\": \"PROVISIONED\",\n            \"Class\": {\n                \"Of\": []\n"
                   "            }\n        },") != cli.npos);
    CHECK(go_round<aws::DescribeBackupOutput>(cli) == wire);
}

TEST_CASE("members that are newer than the edition are kept", "[keep]") {
    parse_options const chosen{.edition = edition::v2017_11_29};
    std::string const text = R"({"BackupSummaries":[{"BackupName":"b","BackupType":"USER"}]})";
    CHECK(go_round<aws::ListBackupsOutput>(text, format::aws_wire, chosen) == text);
}

TEST_CASE("nothing is kept if there is nothing to keep, or no model", "[keep]") {
    unknown_members kept;
    kept.add("", {"X", "1"});
    CHECK(parse<aws::ListBackupsOutput>("\xEF\xBB\xBF {\"BackupSummaries\":[]} ", kept).has_value());
    CHECK(kept.empty());
    CHECK(parse<aws::ListBackupsOutput>("{\"Y\":1,\"BackupSummaries\":null}", kept).has_value());
    CHECK(kept.size() == 1);
    for (std::string_view const text :
         {"", "{", "{\"X\":1", "{\"X\"", "[]", "7", "{\"X\":1,}", "{\"X\":{]}"}) {
        CHECK(parse<aws::ListBackupsOutput>(exact(text), kept).has_error());
        CHECK(kept.empty());
    }
}

TEST_CASE("members that have lost their object are left out", "[keep]") {
    unknown_members kept;
    auto page = parse<aws::ListBackupsOutput>(R"({"BackupSummaries":[{"X":1}],"Y":"\"{[,:"})", kept);
    REQUIRE(page.has_value());
    page->backup_summaries->clear();
    CHECK(to_json(*page, kept) == R"({"BackupSummaries":[],"Y":"\"{[,:"})");
}

TEST_CASE("the unknown members of an object are kept in the order of their names", "[keep]") {
    unknown_members kept;
    for (auto const* name : {"b", "d", "a", "c"}) kept.add("/x", {name, "1"});
    REQUIRE(kept.in("/x"));
    std::string names;
    for (auto const& m : *kept.in("/x")) names += m.name;
    CHECK(names == "abcd");
    CHECK(kept.size() == 4);
}

} // namespace unknown_members_test
