#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/detail/time/other_times.hpp>
#include <dynabackup/parse.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <string>
#include <string_view>

namespace detail_time_other_times_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string request(std::string_view time) { return R"({"TimeRangeLowerBound":)" + std::string(time) + "}"; }
findings found_with(std::string_view time, spelling times) {
    report all;
    check_documents(request(time), {.times = times}, all);
    return lines_of(all, severity::note);
}

findings const spelled{"warning document.times "};
findings const no_time{"error timestamp.format /TimeRangeLowerBound"};
findings const too_far{"error timestamp.out-of-range /TimeRangeLowerBound"};

} // namespace

TEST_CASE("times of other programs are read if the options allow it", "[time]") {
    struct row {
        char const *text, *same; ///< the other spelling, and that of RFC 3339
    };
    for (auto const& [text, same] :
         {row{R"("2024-06-01T00:00:00.123")", "2024-06-01T00:00:00.123Z"},
          row{R"("2024-06-01 00:00:00")", "2024-06-01T00:00:00Z"},
          row{R"("2024-06-01T02:00:00+0200")", "2024-06-01T00:00:00Z"},
          row{R"("2024-05-31T22:30:00-0130")", "2024-06-01T00:00:00Z"},
          row{R"("2024-06-01 00:00:00 UTC")", "2024-06-01T00:00:00Z"},
          row{R"("2024-06-01 00:00:00.5 +0000 UTC")", "2024-06-01T00:00:00.5Z"},
          row{R"("/Date(1717200000123)/")", "2024-06-01T00:00:00.123Z"},
          row{R"("/Date(-1)/")", "1969-12-31T23:59:59.999Z"},
          row{R"("1717200000.25")", "2024-06-01T00:00:00.25Z"},
          row{R"("1717200000")", "2024-06-01T00:00:00Z"}, row{"1717200000123", "2024-06-01T00:00:00.123Z"},
          row{"1717200000123.5", "2024-06-01T00:00:00.1235Z"}}) {
        CAPTURE(text);
        timestamp expected;
        REQUIRE(read_date_time(same, expected) == time_status::ok);
        auto const read = parse<aws::ListBackupsInput>(request(text), {.times = spelling::any});
        REQUIRE(read.has_value());
        CHECK(read->time_range_lower_bound == expected);
        CHECK(found_with(text, spelling::any) == spelled);
        bool const is_number = text[0] != '"';
        CHECK(found_with(text, spelling::exact) == (is_number ? too_far : no_time));
        CHECK_FALSE(parse<aws::ListBackupsInput>(request(text)).has_value());
    }
}

TEST_CASE("a text that is not a time in any spelling is refused", "[time]") {
    for (auto text :
         {R"("yesterday")", R"("")", R"(" UTC")", R"("/Date()/")", R"("/Date(1e3)/")", R"x("/Date(1)")x",
          R"("2024-06-01")", R"("2024-13-01T00:00:00")", R"("2024-06-01T00:00:00+02")",
          R"("2024-06-01T00:00:00+020")", R"("2024-06-01T00:00:00+2400")", R"("2024-06-01 00:00:00 CEST")",
          R"("2024-06-01 00:00:00 +0200 UTC")", R"("1717200000 UTC")", R"("0x10")"}) {
        CAPTURE(text);
        CHECK(found_with(text, spelling::any) == no_time);
    }
    CHECK(found_with("171720000012", spelling::any) == too_far); // 12 digits
    CHECK(found_with("17172000001234", spelling::any) == too_far);
    CHECK(found_with("\"2024-06-01T00:00:00Z\"", spelling::any) == none);
    CHECK(found_with("1717200000", spelling::any) == none);
}

TEST_CASE("all times in other spellings are one finding of their document", "[time]") {
    auto const record = backup_summary().with("BackupCreationDateTime", R"("2023-11-14T22:13:20.25")");
    auto const page = R"({"BackupSummaries": )" + list({record.text(), record.text()}) + "}";
    report all;
    check_documents(page + page + backup_summary().text(), {.times = spelling::any}, all);
    CHECK(lines_of(all, severity::note) == findings{spelled[0], spelled[0]});
}

TEST_CASE("Clumio's times may have other spellings, but are not numbers", "[time]") {
    auto const of = [](std::string_view time) {
        return found<clumio::DynamoDBTableBackup>(R"({"start_timestamp":)" + std::string(time) + "}",
                                                  {.times = spelling::any});
    };
    CHECK(of(R"("2024-06-01T00:00:00")") == spelled);
    CHECK(of("1717200000123") == findings{"error json.wrong-type /start_timestamp"});
}

} // namespace detail_time_other_times_test
