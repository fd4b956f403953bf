#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/dump.hpp>

#include "catch.hpp"
#include "damaged_dumps.hpp"
#include "rounds.hpp"

#include <map>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace dump_test {

using namespace damaged_dumps;

namespace {

std::vector<dump_input> one(std::string const& text) { return {from_memory(text)}; }

std::string numbered(std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i)
        text += R"({"BackupName":"backup-)" + std::to_string(i) + R"(","TableName":"Orders","BackupArn":)" +
                '"' + std::string(backup_arn) + "\"}\n";
    return text;
}

dump_options with_jobs(unsigned jobs, std::size_t chunk_size = 5000) {
    dump_options chosen;
    chosen.check = reading_only();
    chosen.jobs = jobs;
    chosen.chunk_size = chunk_size;
    return chosen;
}

} // namespace

TEST_CASE("a loop gets the records of a dump with their places", "[dump]") {
    auto const text = numbered(300);
    auto const inputs = one(text);
    for (unsigned const jobs : {1U, 2U, 5U}) {
        std::size_t n = 0;
        records<aws::BackupSummary> all(inputs, with_jobs(jobs));
        for (auto const& [backup, at] : all) {
            CHECK(*backup.backup_name == "backup-" + std::to_string(n));
            CHECK((at.record == n && at.document == n && at.line == n + 1));
            CHECK(text[at.offset] == '{');
            CHECK(at.input == "<memory>");
            ++n;
        }
        CHECK(n == 300);
        CHECK(all.counts().records == 300);
    }
}

TEST_CASE("a loop over records without a report still counts findings", "[dump]") {
    auto const page = R"({"BackupSummaries":[{"BackupSizeBytes":-1}],"NextToken":"a"})";
    std::vector<dump_input> const inputs{from_memory(page), from_file("/nowhere/at/all.json")};
    std::size_t n = 0;
    auto const counts =
        for_each_record<aws::BackupSummary>(inputs, [&](auto const&, auto const&) { ++n; },
                                            {.check = {.only = {"number.*", "dump.incomplete-listing"}}});
    CHECK(n == 1);
    CHECK(counts.rules == std::map<std::string_view, std::size_t>{{"dump.incomplete-listing", 1},
                                                                  {"number.out-of-range", 1}});
}

TEST_CASE("a loop over records may be left", "[dump]") {
    auto const text = numbered(5000);
    auto const inputs = one(text);
    for (unsigned const jobs : {1U, 3U}) {
        std::size_t n = 0;
        for ([[maybe_unused]] auto const& [backup, at] : records<aws::BackupSummary>(inputs, with_jobs(jobs)))
            if (++n == 10) break;
        CHECK(n == 10);
        n = 0;
        for_each_record<aws::BackupSummary>(
            inputs, [&](auto const&, auto const&) { return ++n != 7; }, with_jobs(jobs));
        CHECK(n == 7);
    }
}

TEST_CASE("records of every shape are passed as a variant", "[dump]") {
    auto const text = std::string(summary_text) + R"({"BackupDescription":)" + description_text() + "}" +
                      R"({"BackupDetails":)" + std::string(details_text) + "}" +
                      R"({"start_timestamp":null,"account_native_id":"123456789012"})";
    lines shapes;
    for (auto const& [record, at] : records<any_record>(one(text)))
        std::visit(
            [&](auto const& r) { shapes.emplace_back(shape_name<std::remove_cvref_t<decltype(r)>>()); },
            record);
    CHECK(shapes == lines{"BackupSummary", "BackupDescription", "BackupDetails", "DynamoDBTableBackup"});
    std::size_t descriptions = 0;
    for_each_record<aws::BackupDescription>(one(text), [&](auto const& d, auto const& at) {
        CHECK(d.source_table_details->table_name == "Orders");
        CHECK(at.record == 1);
        ++descriptions;
    });
    CHECK(descriptions == 1);
}

TEST_CASE("each thread reduces records, and the results are merged in order", "[dump]") {
    auto const text = numbered(4000);
    auto const whole = [&] {
        std::vector<std::string> names;
        for (auto const& [b, at] : records<aws::BackupSummary>(one(text))) names.push_back(*b.backup_name);
        return names;
    }();
    for (unsigned const jobs : {1U, 2U, 4U}) {
        auto const names = reduce_records<aws::BackupSummary, std::vector<std::string>>(
            one(text),
            [](std::vector<std::string>& some, aws::BackupSummary const& b) {
                some.push_back(*b.backup_name);
            },
            [](std::vector<std::string>& all, std::vector<std::string>&& more) {
                all.insert(all.end(), more.begin(), more.end());
            },
            with_jobs(jobs));
        CHECK(names == whole);
    }
}

TEST_CASE("findings in a dump have their input, and so do inputs that cannot be read", "[dump]") {
    auto const page = R"({"BackupSummaries":[],"Surprise":1})";
    std::istringstream stream("{\"Limit\":0}\n{\"Limit\":");
    std::vector<dump_input> const inputs{from_memory(page, "first"), from_file("/nowhere/at/all.json"),
                                         from_stream(stream, "last")};
    dump_report report;
    auto const counts = check_dump(inputs, report, with_jobs(2));
    REQUIRE(report.findings.size() == 3);
    CHECK(report.findings[0].input == "first");
    CHECK(report.findings[0].what.rule == &reading::unknown_member);
    CHECK(report.findings[1].input == "last");
    CHECK(report.findings[1].what.path == "/Limit");
    CHECK(report.findings[2].what.rule == &reading::syntax);
    CHECK(report.findings[2].what.line == 2);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].input == "/nowhere/at/all.json");
    CHECK_FALSE(report.problems[0].reason.empty());
    CHECK_FALSE(report.ok());
    CHECK(counts.documents == 3);
    CHECK(counts.rejected == 1);
}

TEST_CASE("missing pages of a listing are reported for the input with its last page", "[dump]") {
    auto const arn = '"' + std::string(backup_arn) + '"';
    auto const page = R"({"BackupSummaries":[],"LastEvaluatedBackupArn":)" + arn + '}';
    auto const request = R"({"BackupArn":)" + arn + '}';
    std::vector<dump_input> const inputs{from_memory(page, "first"), from_memory(request, "second")};
    dump_report report;
    check_dump(inputs, report, {.check = {.only = {"dump.*"}}});
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].what.rule == &dynabackup::dump::incomplete_listing);
    CHECK(report.findings[0].input == "first");
    CHECK(report.ok()); // a warning
}

TEST_CASE("a dump is ok if all of it was read and no finding is an error", "[dump]") {
    auto const ok = [](dump_input input) {
        dump_report report;
        check_dump(std::vector{std::move(input)}, report);
        return report.ok();
    };
    CHECK(ok(from_memory(R"({"Limit":5,"Surprise":1})")));
    CHECK_FALSE(ok(from_memory(R"({"Limit":0})")));
    CHECK_FALSE(ok(from_file("/nowhere/at/all.json")));
}

TEST_CASE("every undamaged record of a damaged dump has the same values as in the clean dump",
          "[dump][property]") {
    random_bits random{3};
    auto const read = [](std::string const& text, dump_options const& how) {
        std::map<std::string, std::pair<aws::BackupSummary, std::size_t>> found;
        std::size_t n = 0;
        records<any_record> all(one(text), how);
        for (auto const& [record, at] : all) {
            ++n;
            auto const* const summary = std::get_if<aws::BackupSummary>(&record);
            if (!summary || !summary->backup_status) continue;
            auto& [value, times] = found[std::string(summary->backup_status->text())];
            value = *summary;
            ++times;
        }
        CHECK(n == all.counts().records - all.counts().rejected);
        return found;
    };
    for (unsigned round = 0; round < rounds(2'000); ++round) {
        auto const intact = make(kinds[random() % std::size(kinds)], 1 + random() % 15, random);
        std::string text;
        std::vector<std::size_t> whole;
        std::size_t from = 0;
        for (std::size_t i = 0; i < intact.records.size(); ++i) {
            auto const [begin, end] = intact.records[i];
            auto const record = intact.text.substr(begin, end - begin);
            bool const hit = random() % 5 == 0;
            if (!hit) whole.push_back(i);
            text += intact.text.substr(from, begin - from) + (hit ? damaged(record, random) : record);
            from = end;
        }
        text += intact.text.substr(from);
        auto const clean = read(intact.text, with_jobs(1));
        auto const how = with_jobs(1 + static_cast<unsigned>(random() % 3), 100 + random() % 3000);
        auto const got = read(text, how);
        for (auto const i : whole) {
            auto const was = clean.find(name_of(i)), is = got.find(name_of(i));
            bool const same =
                is != got.end() && is->second.second == 1 && is->second.first == was->second.first;
            if (!same) FAIL("record " << i << " of\n" << text);
        }
    }
}

} // namespace dump_test
