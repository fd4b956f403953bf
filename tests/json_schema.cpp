#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/json_schema.hpp>

#include "catch.hpp"

#include <simdjson.h>

#include <set>
#include <string>
#include <string_view>

namespace json_schema_test {

namespace aws = dynabackup::aws;
namespace clumio = dynabackup::clumio;
using dynabackup::edition;
using dynabackup::json_schema;
using dynabackup::severity;

namespace {

/// A schema, with access to its parts.
class read_schema {
public:
    explicit read_schema(std::string_view text) : document_(parser_.parse(simdjson::padded_string(text))) {}

    /// Returns the compact text at a JSON Pointer, or an empty text if there is nothing.
    std::string at(std::string_view pointer) const {
        simdjson::dom::element found;
        if (document_.at_pointer(pointer).get(found)) return {};
        return simdjson::minify(found);
    }

    /// Returns the titles of the rules of a shape.
    std::set<std::string> rules(std::string const& shape) const {
        std::set<std::string> titles;
        simdjson::dom::array all;
        if (document_.at_pointer("/$defs/" + shape + "/allOf").get(all)) return titles;
        for (auto const rule : all) titles.insert(std::string(std::string_view(rule["title"])));
        return titles;
    }

private:
    simdjson::dom::parser parser_;
    simdjson::dom::element document_;
};

} // namespace

TEST_CASE("a schema names its standard, itself and its root", "[json_schema]") {
    read_schema const s(json_schema<aws::CreateBackupInput>());
    CHECK(s.at("/$schema") == R"("https://json-schema.org/draft/2020-12/schema")");
    CHECK(s.at("/$id") == R"("urn:dynabackup:schema:aws.CreateBackupInput:latest")");
    CHECK(s.at("/$ref") == R"("#/$defs/CreateBackupInput")");
    CHECK(s.at("/$defs/CreateBackupInput/properties/BackupName/$ref") == R"("#/$defs/BackupName")");
    CHECK(s.at("/$defs/CreateBackupInput/required") == R"(["TableName","BackupName"])");
    CHECK(s.at("/$defs/BackupName") ==
          R"({"type":"string","minLength":3,"maxLength":255,"pattern":"^[a-zA-Z0-9_.-]+$"})");
}

TEST_CASE("a schema has the members, limits and enumerators of its edition", "[json_schema]") {
    auto const on = [](edition day) { return json_schema<aws::BackupDetails>(day); };
    read_schema const first(on(edition::v2017_11_29)), second(on(edition::v2018_08_06)), third(on({}));
    auto const type = "/$defs/BackupDetails/properties/BackupType";
    CHECK(first.at(type).empty());
    CHECK(first.at("/$defs/BackupDetails/required").find("BackupType") == std::string::npos);
    CHECK_FALSE(second.at(type).empty());
    CHECK(second.at("/$defs/BackupDetails/required").find("BackupType") != std::string::npos);
    CHECK(second.at("/$defs/BackupType/enum") == R"(["USER","SYSTEM"])");
    CHECK(third.at("/$defs/BackupType/enum") == R"(["USER","SYSTEM","AWS_BACKUP"])");
    CHECK(first.at("/$defs/BackupDetails/allOf/0/properties/BackupName") ==
          R"({"minLength":3,"maxLength":255})");
    CHECK(second.at("/$defs/BackupDetails/allOf/0/then/properties/BackupName/pattern") ==
          R"("^[a-zA-Z0-9_.-]+$")");

    auto const stream = [](edition day) {
        return read_schema(json_schema<aws::StreamSpecification>(day))
            .at("/$defs/StreamSpecification/required");
    };
    CHECK(stream(edition::v2018_08_06).empty());
    CHECK(stream(edition::v2019_11_21) == R"(["StreamEnabled"])");

    auto const table = [](edition day) {
        return read_schema(json_schema<aws::CreateBackupInput>(day))
            .at("/$defs/CreateBackupInput/properties/TableName/$ref");
    };
    CHECK(table(edition::v2018_08_06) == R"("#/$defs/TableName")");
    CHECK(table(edition::v2024_03_20) == R"("#/$defs/TableArn")");
}

TEST_CASE("a schema has the key schemas that its owner may have on that day", "[json_schema]") {
    auto const size = [](std::string const& text, std::string const& shape) {
        read_schema const s(text);
        return s.at("/$defs/" + shape + "/allOf/0/properties/KeySchema");
    };
    using global = aws::GlobalSecondaryIndexInfo;
    CHECK(size(json_schema<global>(edition::v2024_05_02), "GlobalSecondaryIndexInfo") ==
          R"({"minItems":1,"maxItems":2})");
    CHECK(size(json_schema<global>(), "GlobalSecondaryIndexInfo") == R"({"minItems":1,"maxItems":8})");
    CHECK(size(json_schema<aws::LocalSecondaryIndexInfo>(), "LocalSecondaryIndexInfo") ==
          R"({"minItems":1,"maxItems":2})");
    CHECK(read_schema(json_schema<aws::LocalSecondaryIndexInfo>())
              .rules("LocalSecondaryIndexInfo")
              .contains("lsi.range-key"));
}

TEST_CASE("a schema has the rules of that severity unless they are disabled", "[json_schema]") {
    dynabackup::check_options chosen;
    auto const rules = [&](severity least) {
        return read_schema(json_schema<aws::Projection>(chosen, least)).rules("Projection");
    };
    using names = std::set<std::string>;
    names const errors{"list.size", "projection.include-needs-attributes",
                       "projection.attributes-need-include"};
    CHECK(rules(severity::error) == errors);
    auto more = errors;
    more.insert("projection.duplicate-attribute");
    CHECK(rules(severity::warning) == more);
    chosen.severities = {{"projection.duplicate-attribute", severity::error}};
    CHECK(rules(severity::error) == more);
    chosen.disable = {"projection.*"};
    CHECK(rules(severity::warning) == names{"list.size"});
    chosen.only = {"json.*"};
    CHECK(rules(severity::warning).empty());
}

TEST_CASE("unknown members are invalid if the options are strict", "[json_schema]") {
    dynabackup::check_options chosen;
    auto const others = [&] {
        return read_schema(json_schema<aws::ListBackupsOutput>(chosen))
            .at("/$defs/ListBackupsOutput/additionalProperties");
    };
    CHECK(others().empty());
    chosen.strict = true;
    CHECK(others() == "false");
    CHECK(read_schema(json_schema<aws::ListBackupsOutput>(chosen))
              .at("/$defs/ListBackupsOutput/properties/NextToken") == "true");
}

TEST_CASE("an enumeration is open if its rule is disabled", "[json_schema]") {
    dynabackup::check_options chosen;
    chosen.disable = {"enum.unknown-value"};
    CHECK(read_schema(json_schema<aws::KeySchemaElement>(chosen)).at("/$defs/KeyType") ==
          R"({"type":"string","examples":["HASH","RANGE"]})");
}

TEST_CASE("null is valid where it is documented", "[json_schema]") {
    read_schema const theirs(json_schema<clumio::DynamoDBTableBackup>());
    CHECK(theirs.at("/$defs/DynamoDBTableBackup/properties/table_name") == R"({"type":["string","null"]})");
    CHECK(theirs.at("/$defs/DynamoDBTableBackup/properties/billing_mode/anyOf/1/type") == R"("null")");
    CHECK(theirs.at("/$defs/DynamoDBTableBackup/properties/replicas/type") == R"(["array","null"])");
    CHECK(read_schema(json_schema<aws::ListBackupsInput>()).at("/$defs/BackupsInputLimit/type") ==
          R"("integer")");
    dynabackup::check_options old;
    old.edition = dynabackup::edition{2019'11'20}; // StreamEnabled was optional
    old.disable = {"json.null-member"};
    auto const type = "/$defs/StreamSpecification/properties/StreamEnabled/anyOf/1/type";
    CHECK(read_schema(json_schema<aws::StreamSpecification>(old)).at(type) == R"("null")");
    old.edition = dynabackup::edition::v2019_11_21;
    CHECK(read_schema(json_schema<aws::StreamSpecification>(old)).at(type).empty());
}

TEST_CASE("times have the forms that the dialect allows", "[json_schema]") {
    CHECK(read_schema(json_schema<aws::BackupSummary>()).at("/$defs/Date/type") == R"(["number","string"])");
    auto const theirs = read_schema(json_schema<clumio::DynamoDBTableBackup>())
                            .at("/$defs/DynamoDBTableBackup/properties/start_timestamp/type");
    CHECK(theirs == R"(["string","null"])");
}

TEST_CASE("different schemas have different names", "[json_schema]") {
    std::set<std::string> ids;
    auto const add = [&](dynabackup::check_options const& chosen, severity least = severity::error) {
        ids.insert(read_schema(json_schema<aws::Projection>(chosen, least)).at("/$id"));
    };
    add({});
    add({}, severity::warning);
    add({.edition = edition::v2018_08_06});
    add({.strict = true});
    add({.only = {"json.*"}});
    add({.disable = {"json.*"}});
    add({.severities = {{"json.*", severity::error}}});
    CHECK(ids.size() == 7);
}

} // namespace json_schema_test
