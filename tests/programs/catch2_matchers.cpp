// Values that the matchers for Catch2 accept and, in the cases that begin with "fails", the messages about others.
// tests/testing/catch2.cpp runs it.
#include <dynabackup/check.hpp>
#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/testing/catch2.hpp>
#include <dynabackup/testing/export_folder.hpp>

#include "../catch.hpp"
#include "documents.hpp"

using namespace dynabackup::testing;
using namespace matched;
using Catch::Matchers::StartsWith;
using T = aws::BackupSummary;

TEST_CASE("accepted") {
    CHECK_THAT(sound, ConformsTo<T>());
    CHECK_THAT("{}", ConformsTo<T>());
    CHECK_THAT(std::string_view(sound), ConformsTo<T>());
    CHECK_THAT(sound_model(), ConformsTo<T>({.edition = edition::v2018_08_06}, dynabackup::severity::note));
    CHECK_THAT(R"({"Extra": 1})", ConformsTo<T>()); // a note
    CHECK_THAT(R"({"Extra": 1})", !ConformsTo<T>({}, dynabackup::severity::note));
    CHECK_THAT(R"({"Extra": 1})", !ConformsTo<T>({.strict = true}));

    CHECK_THAT(broken, !ConformsTo<T>());
    CHECK_THAT(broken, Violates<T>(out_of_range));
    CHECK_THAT(broken, Violates<T>("number.out-of-range"));
    CHECK_THAT(broken, !Violates<T>("number.out-of-range", {.disable = {"number.*"}}));
    CHECK_THAT(broken, ViolatesAt<T>(out_of_range, "/BackupSizeBytes"));
    CHECK_THAT(broken, !ViolatesAt<T>(out_of_range, "/BackupName"));
    CHECK_THAT(broken,
               ViolatesExactly<T>({"json.unknown-member", out_of_range, {"string.length", "/BackupName"}}));
    CHECK_THAT(broken, !ViolatesExactly<T>({out_of_range, string_length}));
    CHECK_THAT(broken,
               !ViolatesExactly<T>({out_of_range, out_of_range, string_length, "json.unknown-member"}));
    CHECK_THAT(sound, ViolatesExactly<T>({}));
    CHECK_THAT(broken_model(), ViolatesExactly<T>({{string_length, "/BackupName"}}));

    CHECK_THAT(sound, RoundTrips<T>());
    CHECK_THAT(broken_model(), RoundTrips<T>() && RoundTrips<T>(dynabackup::format::aws_cli));

    CHECK_THAT(broken, Violates<T>(out_of_range) && Violates<T>(string_length) && !RoundTrips<T>());
    CHECK_THAT(broken, ConformsTo<T>() || StartsWith("{"));
    CHECK_THAT(sound, ConformsTo<T>() && StartsWith("{"));
}

TEST_CASE("accepted: items, changes and pages") {
    CHECK_THAT(sound_item, ConformsTo<ExportedItem>());
    CHECK_THAT(broken_item, !ConformsTo<ExportedItem>());
    CHECK_THAT(broken_item, ViolatesAt<ExportedItem>("item.number", "/Item/n/N"));
    CHECK_THAT(sound_item, RoundTrips<ExportedItem>());
    CHECK_THAT(sound_change, ConformsTo<ExportedChange>());
    CHECK_THAT(broken_change, ViolatesExactly<ExportedChange>({{"item.set-empty", "/NewImage/s/SS"}}));
    CHECK_THAT(sound_page, ConformsTo<ScanOutput>() && RoundTrips<ScanOutput>());
    CHECK_THAT(broken_page,
               ViolatesExactly<ScanOutput>({{"item.binary", "/Items/0/b/B"}, "items.scanned-count"}));
}

TEST_CASE("accepted: exports") {
    CHECK_THAT(sound_export, ConformsTo<export_folder>());
    CHECK_THAT(sound_export, !ConformsTo<export_folder>({.key = dynabackup::parse_item_key("other:S")}));
    CHECK_THAT(broken_export, !ConformsTo<export_folder>());
    CHECK_THAT(broken_export, !ConformsTo<export_folder>({}, dynabackup::severity::warning));
    CHECK_THAT(broken_export, ViolatesAt<export_folder>("export.item-count", "/itemCount"));
    CHECK_THAT(broken_export, !ViolatesAt<export_folder>("export.item-count", "/md5Checksum"));
    CHECK_THAT(broken_export, Violates<export_folder>("item.number"));
    CHECK_THAT(broken_export,
               ViolatesExactly<export_folder>({"export.item-count", "item.number", "item.set-duplicate"}));
    CHECK_THAT(sound_export, ViolatesExactly<export_folder>({}));
    CHECK_THAT("no/such/folder", !ConformsTo<export_folder>());
    CHECK_THAT(std::vector<dynabackup::dump_input>{}, !ConformsTo<export_folder>());
}

TEST_CASE("fails: export") { CHECK_THAT(broken_export, ConformsTo<export_folder>()); }
TEST_CASE("fails: no export") { CHECK_THAT("no/such/folder", ConformsTo<export_folder>()); }
TEST_CASE("fails: unknown id of exports") {
    CHECK_THAT(sound_export, !Violates<export_folder>("export.item-cuont"));
}

TEST_CASE("fails: text") { CHECK_THAT(broken, ConformsTo<T>()); }
TEST_CASE("fails: model") { CHECK_THAT(broken_model(), ConformsTo<T>()); }
TEST_CASE("fails: no such finding") { CHECK_THAT(sound, Violates<T>(out_of_range)); }
TEST_CASE("fails: elsewhere") { CHECK_THAT(broken, ViolatesAt<T>(out_of_range, "/BackupName")); }
TEST_CASE("fails: others") { CHECK_THAT(broken, ViolatesExactly<T>({out_of_range, "json.syntax"})); }
TEST_CASE("fails: negated") { CHECK_THAT(broken, !Violates<T>(out_of_range)); }
TEST_CASE("fails: combined") { CHECK_THAT(broken, StartsWith("[") || ConformsTo<T>()); }
TEST_CASE("fails: unknown id") { CHECK_THAT(broken, Violates<T>("number.out-of-rang")); }
TEST_CASE("fails: unknown id, negated") { CHECK_THAT(broken, !Violates<T>("number.out-of-rang")); }
TEST_CASE("fails: unknown id, exactly") { CHECK_THAT(sound, !ViolatesExactly<T>({"number.out-of-rang"})); }
TEST_CASE("fails: rule of another shape") { CHECK_THAT(broken, !Violates<T>("key-schema.hash-first")); }
TEST_CASE("fails: lost") { CHECK_THAT(R"({"Extra": 1})", RoundTrips<T>()); }
TEST_CASE("fails: unreadable") { CHECK_THAT(R"({"BackupName": 1})", RoundTrips<T>()); }

TEST_CASE("fails: models") { CHECK(broken_model() == T{}); }
TEST_CASE("fails: values") {
    CHECK(sound_model().backup_status == aws::BackupStatus::CREATING);
    CHECK(*sound_model().backup_creation_date_time == dynabackup::timestamp{});
    CHECK(sound_model().backup_creation_date_time == sound_model().backup_expiry_date_time);
}
TEST_CASE("fails: report") {
    auto const report = dynabackup::check<T>(broken);
    auto const clean = dynabackup::check<T>(sound);
    CAPTURE(report, clean);
    CHECK(false);
}
