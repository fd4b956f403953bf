#include <dynabackup/edition.hpp>

#include "catch.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

namespace edition_test {

using namespace dynabackup;

namespace {

edition const named[] = {
    edition::v2017_11_29, edition::v2018_02_08, edition::v2018_03_26, edition::v2018_06_14,
    edition::v2018_08_06, edition::v2018_08_20, edition::v2018_11_28, edition::v2019_01_16,
    edition::v2019_05_01, edition::v2019_06_06, edition::v2019_11_12, edition::v2019_11_21,
    edition::v2019_11_26, edition::v2020_02_17, edition::v2020_06_24, edition::v2020_09_23,
    edition::v2020_10_05, edition::v2020_11_05, edition::v2020_11_09, edition::v2020_11_18,
    edition::v2021_08_23, edition::v2021_12_01, edition::v2022_05_04, edition::v2022_06_17,
    edition::v2022_08_18, edition::v2022_11_28, edition::v2023_02_08, edition::v2023_03_08,
    edition::v2023_08_08, edition::v2023_09_26, edition::v2023_11_14, edition::v2023_11_27,
    edition::v2023_12_06, edition::v2024_03_15, edition::v2024_03_20, edition::v2024_05_02,
    edition::v2024_11_13, edition::v2024_12_03, edition::v2024_12_17, edition::v2025_01_07,
    edition::v2025_04_09, edition::v2025_06_02, edition::v2025_06_17, edition::v2025_06_30,
    edition::v2025_10_14, edition::v2025_11_06, edition::v2025_11_17, edition::v2025_11_19,
    edition::v2026_02_03, edition::v2026_03_20, edition::v2026_08_04, edition::v2026_09_30,
    edition::v2026_10_22,
};

} // namespace

TEST_CASE("editions are ordered by time", "[edition]") {
    CHECK(std::ranges::is_sorted(named));
    CHECK(std::ranges::adjacent_find(named) == std::end(named));
    for (auto day : named) CHECK(day < edition::latest);
    STATIC_REQUIRE(edition{} == edition::latest);
    STATIC_REQUIRE(edition{2018'08'06} == edition::v2018_08_06);
    STATIC_REQUIRE(edition{2018'08'05} < edition::v2018_08_06);
    STATIC_REQUIRE(edition{2018'08'31} < edition{2018'09'01});
}

TEST_CASE("an edition is written as its day, and read back", "[edition]") {
    CHECK(to_text(edition::v2018_08_06) == "2018-08-06");
    CHECK(to_text(edition::latest) == "latest");
    CHECK(read_edition("latest") == edition::latest);
    for (auto day : named) CHECK(read_edition(to_text(day)) == day);
    CHECK(read_edition("2020-02-29") == edition{2020'02'29}); // any day is allowed
    CHECK(read_edition("2017-11-29") == edition::v2017_11_29);
}

TEST_CASE("a text that is not a day of the API's history is not an edition", "[edition]") {
    for (auto text : {"",
                      "Latest",
                      "latest ",
                      "2018",
                      "2018-08",
                      "2018-8-6",
                      "2018-08-6",
                      "18-08-06",
                      "2018/08/06",
                      "2018-08/06",
                      "2018-08-06 ",
                      " 2018-08-06",
                      "20180806",
                      "2018-08-06T00:00:00Z",
                      "2018-02-29",
                      "2018-13-01",
                      "2018-00-10",
                      "2018-08-00",
                      "2018-08-32",
                      "2018-04-31",
                      "2018-08-0x",
                      "2018--8-06",
                      "-018-08-06",
                      "+018-08-06",
                      "2018-+8-06",
                      "2018-08--6",
                      "2017-11-28",
                      "0000-00-00",
                      "1970-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(read_edition(text).has_value());
    }
}

TEST_CASE("an edition is a calendar day on which the operations existed, or the latest", "[edition]") {
    STATIC_REQUIRE(edition{2018'08'06} == edition::v2018_08_06);
    STATIC_REQUIRE(edition{2017'11'29} == edition::v2017_11_29);
    STATIC_REQUIRE(edition{9999'12'31} < edition::latest);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<std::int32_t, edition>);
    for (auto digits : {2017'11'29, 2018'08'06, 2024'02'29, 9999'12'31}) {
        auto const day = edition::from_digits(digits);
        REQUIRE(day.has_value());
        CHECK(day->digits() == digits);
    }
    for (auto digits : {2017'11'28, 0, -2018'08'06, 2018'00'01, 2018'13'01, 2018'02'30, 2023'02'29,
                        2018'08'32, 18'08'06, 10000'01'01})
        CHECK_FALSE(edition::from_digits(digits).has_value());
}

TEST_CASE("the named editions are the days of the documented history", "[edition]") {
    std::set<std::string> documented;
    for (auto const* facts : {"/aws/facts/aws-editions.tsv", "/aws_backup/facts/aws-backup-editions.tsv"}) {
        std::ifstream in(std::string(DYNABACKUP_SOURCE_DIR "/tests") + facts);
        REQUIRE(in.is_open());
        for (std::string line; std::getline(in, line);)
            if (!line.empty() && line[0] != '#') documented.insert(line.substr(0, line.find('\t')));
    }
    // These days are only in the prose: the number of global indexes that a table may have, the values of encryption
    // that are in use, and, twice, the number of NonKeyAttributes that all indexes of a table may have together.
    for (auto day : {"2019-05-01", "2019-06-06", "2022-06-17", "2025-04-09"}) documented.insert(day);

    std::set<std::string> here;
    for (auto day : named) here.insert(to_text(day));
    CHECK(here == documented);
}

} // namespace edition_test
