#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/testing/catch2.hpp>
#include <dynabackup/testing/export_folder.hpp>

using namespace dynabackup::testing;
namespace table_export = dynabackup::table_export;

TEST_CASE("the emulator exports changes as DynamoDB does") {
    CHECK_THAT("sample-changes", ConformsTo<export_folder>());
}

TEST_CASE("the items that the emulator exports have their keys") {
    dynabackup::check_options chosen;
    chosen.key = dynabackup::parse_item_key("pk:S,sk:S");
    chosen.history = true; // no key occurs twice
    CHECK_THAT("sample-changes", ConformsTo<export_folder>(chosen));
}

TEST_CASE("an export whose manifest has a wrong count is refused") {
    CHECK_THAT("sample-export", ViolatesAt<export_folder>("export.item-count", "/itemCount"));
    CHECK_THAT("sample-export",
               ViolatesExactly<export_folder>({"export.item-count", "item.number", "item.set-duplicate"}));
}

TEST_CASE("the emulator answers Scan and GetItem with items that DynamoDB could have") {
    CHECK_THAT(R"({"Items":[{"pk":{"S":"a"},"total":{"N":"12.5"}}],"Count":1,"ScannedCount":4})",
               ConformsTo<table_export::ScanOutput>());
    CHECK_THAT(R"({"Items":[{"pk":{"S":"a"},"total":{"N":12.5}}],"Count":1,"ScannedCount":4})",
               ViolatesAt<table_export::ScanOutput>("json.wrong-type", "/Items/0/total/N"));
    CHECK_THAT(R"({"Item":{"pk":{"S":"a"},"photo":{"B":"aGVsbG8="}}})",
               ConformsTo<table_export::ExportedItem>());
}
