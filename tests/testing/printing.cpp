#include <dynabackup/clumio/table_settings.hpp>
#include <dynabackup/testing/printing.hpp>

#include "fixtures.hpp"

#include <sstream>

namespace testing_printing_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string shown(auto const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

} // namespace

TEST_CASE("models are shown as JSON", "[testing]") {
    aws::BackupSummary model;
    CHECK(shown(model) == "{}");
    model.backup_name = "w";
    CHECK(shown(model) == "{\n    \"BackupName\": \"w\"\n}");
    CHECK(shown(clumio::SSESpecification{}).starts_with("{"));
}

TEST_CASE("enumerators are shown with their wire values, and other values in quotes", "[testing]") {
    CHECK(shown(aws::BackupStatus::AVAILABLE) == "AVAILABLE");
    CHECK(shown(open_enum<aws::BackupStatus>("AVAILABLE")) == "AVAILABLE");
    CHECK(shown(open_enum<aws::BackupStatus>("a\nb")) == "\"a\\nb\"");
}

TEST_CASE("a nullable member is shown as absent, null or its value", "[testing]") {
    CHECK(shown(nullable<std::string>()) == "absent");
    CHECK(shown(nullable<std::string>(nullptr)) == "null");
    CHECK(shown(nullable<std::string>("a")) == "\"a\"");
    CHECK(shown(nullable<bool>(true)) == "true");
    CHECK(shown(nullable<std::int64_t>(7)) == "7");
    CHECK(shown(nullable<timestamp>(timestamp{})) == "1970-01-01T00:00:00Z");
}

TEST_CASE("rules, findings and reports are shown", "[testing]") {
    CHECK(shown(reading::string_length) == "string.length");
    CHECK(shown(severity::note) == "note");
    auto const found = check<aws::BackupSummary>(R"({"BackupName": "w"})");
    REQUIRE(found.size() == 1);
    CHECK(shown(found[0]).ends_with(" [string.length]\n      = /BackupName, record 0"));
    CHECK(shown(found) == "1 finding:\n" + shown(found[0]));
    CHECK(shown(check<aws::BackupSummary>("{}")) == "no findings");
}

} // namespace testing_printing_test
