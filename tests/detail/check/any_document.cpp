#include <dynabackup/check_documents.hpp>

#include "clumio/fixtures.hpp"

#include <algorithm>
#include <random>

namespace detail_check_any_document_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

std::string const clumio_page = clumio_fixtures::page({clumio_fixtures::backup().text()}).text();
std::string const clumio_backup = clumio_fixtures::backup().text();
std::string const aws_page = "{\"BackupSummaries\": " + list(backup_summary()) + "}";

struct sample {
    std::string text;
    std::string_view shape;
    std::size_t records;
};
std::vector<sample> const all{
    {aws_page, "ListBackupsOutput", 1},
    {description(), "DescribeBackupOutput", 1},
    {backup_summary().text(), "BackupSummary", 1},
    {R"({"__type":"x#TableNotFoundException","message":"m"})", "ErrorBody", 0},
    {clumio_page, "DynamoDBTableBackupList", 1},
    {clumio_backup, "DynamoDBTableBackup", 1},
    {R"({"errors":[{"error_code":404,"error_message":"none"}]})", "Error", 0},
};

} // namespace

TEST_CASE("documents of both systems occur in one text, in any order and layout", "[documents]") {
    std::mt19937 random(7);
    for (int round = 0; round < 30; ++round) {
        std::vector<sample> mix;
        for (int i = 0; i < 12; ++i) mix.push_back(all[random() % all.size()]);
        for (auto const& [before, between, behind] :
             {std::tuple{"", "\n", "\n"}, std::tuple{"[", ",\n", "]"}, std::tuple{"", "", ""}}) {
            std::string text = before;
            std::size_t records = 0;
            std::map<std::string_view, std::size_t> shapes;
            for (auto const& d : mix) {
                text += (&d == mix.data() ? "" : between) + d.text;
                records += d.records;
                ++shapes[d.shape];
            }
            collector sink;
            auto const counts = check_documents(text + behind, {.strict = true}, sink);
            CHECK(sink.all.empty());
            CHECK(counts.documents == mix.size());
            CHECK(counts.records == records);
            CHECK(counts.rejected == 0);
            CHECK(counts.shapes == shapes);
        }
    }
}

TEST_CASE("damage in a document of one system does not hide a document of the other", "[documents]") {
    for (auto const& damaged : all)
        for (auto const& next : all) {
            collector sink;
            auto const half = damaged.text.substr(0, damaged.text.size() / 2);
            auto const counts = check_documents(half + '\n' + next.text, {}, sink);
            CAPTURE(half, next.text);
            CHECK(counts.shapes.contains(next.shape));
            CHECK(counts.rejected == 1);
        }
}

TEST_CASE("a document that matches two systems belongs to the first one", "[documents]") {
    for (auto text :
         {R"({"__type":"x","start_timestamp":null})", R"({"start_timestamp":null,"__type":"x"})"}) {
        collector sink;
        CHECK(check_documents(text, {}, sink).shapes.contains("ErrorBody"));
    }
}

TEST_CASE("a record is read once, whatever shape the members after it give the document", "[documents]") {
    auto const whole = description();
    auto const record = whole.substr(whole.find(':') + 1); // with the brace after it
    struct {
        std::string text;
        std::string_view shape;
        std::size_t records;
    } const rows[] = {
        {R"({"BackupDescription":)" + record, "DescribeBackupOutput", 1},
        {R"({"X":[{"}":"]"}],"BackupDescription":)" + record, "DescribeBackupOutput", 1},
        {R"({"BackupDescription":)" + record.substr(0, record.rfind('}')) + R"(,"X":[{"}":"]"}]})",
         "DescribeBackupOutput", 1},
        {R"({"X":1,"BackupDescription":)" + record.substr(0, record.rfind('}')) +
             R"(,"BackupSummaries":[{},{}]})",
         "ListBackupsOutput", 2},
        {R"({"BackupDescription":5,"BackupSummaries":[{},{}]})", "ListBackupsOutput", 2},
        {R"({"BackupDescription":{"X":[[[[{}]]]]},"BackupSummaries":[{}]})", "ListBackupsOutput", 1},
    };
    for (auto const& row : rows)
        for (auto const* between : {"", "\n", " {\"__type\":\"x\"} "}) {
            CAPTURE(row.text, between);
            collector sink, twice;
            auto const once = check_documents(row.text, {}, sink);
            CHECK(once.shapes.size() == 1);
            CHECK(once.shapes.contains(row.shape));
            CHECK(once.records == row.records);
            auto const counts = check_documents(row.text + between + row.text, {}, twice);
            CHECK(counts.records == 2 * row.records);
            CHECK(counts.documents == (between[0] == ' ' ? 3 : 2));
            CHECK(twice.all.size() == 2 * sink.all.size());
        }
}

TEST_CASE("some systems can be read without the others", "[documents]") {
    auto const only_aws = known_systems().first(1);
    collector sink;
    auto const counts = check_documents(aws_page + clumio_backup, {}, sink, only_aws);
    CHECK(counts.shapes.size() == 1);
    REQUIRE(sink.all.size() == 1);
    CHECK(sink.all[0].rule == &reading::unrecognized);
}

} // namespace detail_check_any_document_test
