/// \file
/// Reading the resource: null, absent and empty; times; the vendor's example with placeholders.

#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/clumio/table_backup.hpp>

#include "fixtures.hpp"

#include <chrono>
#include <set>

namespace clumio_table_backup_test {

using namespace dynabackup;
using namespace clumio_fixtures;
using clumio::SSESpecification;

namespace {

check_options strictly(edition when = {}) {
    check_options chosen;
    chosen.edition = when;
    chosen.strict = true;
    return chosen;
}

DynamoDBTableBackup read(object const& json) {
    auto result = parse<DynamoDBTableBackup>(json.text(), {.strict = true});
    REQUIRE(result.has_value());
    return *std::move(result);
}

} // namespace

TEST_CASE("a backup with every member is read completely, and has no defect in any edition", "[clumio]") {
    for (auto when : {edition::latest, edition::v2017_11_29, edition::v2019_11_21}) {
        CHECK(found_of(backup(), strictly(when), severity::note) == none);
    }
    auto const b = read(backup());
    CHECK(b.etag == "5d41402a");
    CHECK(b.links->self->type == "get");
    CHECK(b.links->restore_aws_dynamodb_records->templated == false);
    CHECK(b.links->restore_aws_dynamodb_table->href == "/backups/aws/dynamodb-tables/77");
    CHECK(b.billing_mode == clumio::BillingMode::PROVISIONED);
    CHECK(b.global_table_version == clumio::GlobalTableVersion::v2019_11_21);
    CHECK(b.global_secondary_indexes->at(0).projection->non_key_attributes ==
          std::vector<std::string>{"Length"});
    CHECK(b.local_secondary_indexes->at(0).key_schema->at(1).key_type == clumio::KeyType::RANGE);
    CHECK(b.pitr_status == true);
    CHECK(b.provisioned_throughput->write_capacity_units == 6);
    CHECK(b.replicas->at(1).region_name == "us-east-1");
    CHECK(b.replicas->at(0).provisioned_throughput_override->read_capacity_units == 7);
    CHECK(b.size == 4096);
    CHECK(b.sse_specification->kms_master_key_id == "alias/music");
    CHECK(b.start_timestamp == timestamp{std::chrono::milliseconds{1717192800250}});
    CHECK(b.stream_specification->view_type == clumio::StreamViewType::NEW_IMAGE);
    CHECK(b.table_class == clumio::TableClass::STANDARD_INFREQUENT_ACCESS);
    CHECK(b.tags->at(0).value == "live");
    CHECK(b.type == clumio::BackupType::clumio_backup);
}

TEST_CASE("null, absent and empty differ if null has a meaning", "[clumio]") {
    auto const check = [](std::string_view name, std::string_view empty, auto member) {
        CAPTURE(name);
        auto const altered = [&](std::string_view value) { return read(backup().with(name, value)); };
        auto const absent = read(backup().without(name)), null = altered("null"), none_in_it = altered(empty);
        CHECK((absent.*member).is_absent());
        CHECK((null.*member).is_null());
        CHECK((none_in_it.*member).has_value());
        CHECK_FALSE(absent == null);
        CHECK_FALSE(null == none_in_it);
        CHECK(read(backup().with(name, "null")) == null);
    };
    using T = DynamoDBTableBackup;
    check("billing_mode", R"("")", &T::billing_mode);
    check("global_secondary_indexes", "[]", &T::global_secondary_indexes);
    check("global_table_version", R"("")", &T::global_table_version);
    check("local_secondary_indexes", "[]", &T::local_secondary_indexes);
    check("pitr_status", "false", &T::pitr_status);
    check("provisioned_throughput", "{}", &T::provisioned_throughput);
    auto const key = [](std::string const& members) {
        return parse<SSESpecification>("{" + members + "}").value().kms_master_key_id;
    };
    CHECK(key("").is_absent());
    CHECK(key(R"("kms_master_key_id":null)").is_null());
    CHECK(key(R"("kms_master_key_id":"")") == "");
}

TEST_CASE("a reused backup does not keep the null of the last one", "[clumio]") {
    DynamoDBTableBackup b;
    REQUIRE(parse_into(b, R"({"id":"1","pitr_status":null,"billing_mode":"PROVISIONED"})").has_value());
    CHECK(b.pitr_status.is_null());
    REQUIRE(parse_into(b, R"({"id":"2","billing_mode":null})").has_value());
    CHECK(b.pitr_status.is_absent());
    CHECK(b.billing_mode.is_null());
    REQUIRE(parse_into(b, R"({"id":"3","billing_mode":"PAY_PER_REQUEST"})").has_value());
    CHECK(b.billing_mode == clumio::BillingMode::PAY_PER_REQUEST);
    CHECK(parse_into(b, R"({"pitr_status":null,"pitr_status":true})").has_error()); // duplicate
    CHECK(b.pitr_status == true);
}

TEST_CASE("any member may be null without a finding", "[clumio]") {
    for (auto const& m : shape_table_of<DynamoDBTableBackup>.members) {
        auto const name = m.name;
        CAPTURE(std::string(name));
        auto lines = found_of(backup().with(name, "null"), strictly(), severity::note);
        std::erase(lines, "warning clumio.global-table-version /global_table_version");
        if (name == "global_secondary_indexes") // a replica cannot have one then
            std::erase_if(lines,
                          [](auto const& l) { return l.starts_with("warning clumio.index-unknown "); });
        CHECK(lines == none);
    }
    for (auto text : {R"({"errors": null})", R"({"errors": [{"error_code": null, "error_message": null}]})"})
        CHECK(found<clumio::Error>(text, strictly(), severity::note) == none);
    CHECK(found<clumio::Error>(R"({"errors": [null]})") == findings{"error json.wrong-type /errors/0"});
}

TEST_CASE("Clumio's times are text of RFC 3339", "[clumio]") {
    auto const of = [](std::string_view time) { return found_of(backup().with("start_timestamp", time)); };
    for (auto time : {R"("2024-06-01T00:00:00Z")", R"("2024-06-01t01:02:03.123456789z")",
                      R"("2024-06-01 23:59:60+00:00")", R"("2016-12-31T23:59:60Z")", "null"}) {
        CAPTURE(time);
        bool const leap = std::string_view(time).find("06-01 23:59:60") != std::string_view::npos;
        CHECK(of(time) == (leap ? findings{"error timestamp.format /start_timestamp"} : none));
    }
    for (auto time : {R"("2024-06-01")", R"("2024-06-01T00:00:00")", R"("")", R"("1717200000")"})
        CHECK(of(time) == findings{"error timestamp.format /start_timestamp"});
    for (auto number : {"1717200000", "1.717200000123E9", "0", "true", "{}"})
        CHECK(of(number) == findings{"error json.wrong-type /start_timestamp"});
    CHECK(of(R"("2300-01-01T00:00:00Z")") == findings{"error timestamp.out-of-range /start_timestamp"});
}

TEST_CASE("a value that does not have the type of its member is a defect, and nothing else is", "[clumio]") {
    for (auto const& [name, value] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"id", "7"},
             {"item_count", R"("7")"},
             {"tags", "{}"},
             {"pitr_status", R"("true")"},
             {"sse_specification", "[]"},
             {"billing_mode", "0"},
             {"global_secondary_indexes", "{}"},
             {"global_table_version", "20191121"},
             {"replicas", "{}"},
             {"provisioned_throughput", "5"}})
        CHECK(found_of(backup().with(name, value)) ==
              findings{"error json.wrong-type /" + std::string(name)});
    CHECK(found_of(backup().with("size", "0.5")) == findings{"error number.not-integer /size"});
    CHECK(found_of(backup().with("size", "1e19")) == findings{"error number.out-of-range /size"});
    for (auto size : {"0", "9223372036854775807"}) CHECK(found_of(backup().with("size", size)) == none);
}

TEST_CASE("the enumerators of Clumio are not those of AWS", "[clumio]") {
    for (auto version : {"2017.11.29", "2019.11.21"})
        CHECK(found_of(backup().with("global_table_version", in_quotes(version))) == none);
    for (auto version : {"v2017_11_29", "2017-11-29", ""})
        CHECK(found_of(backup().with("global_table_version", in_quotes(version))) ==
              findings{"error enum.unknown-value /global_table_version"});
    for (auto type : {"clumio_backup", "aws_snapshot"})
        CHECK(found_of(backup().with("type", in_quotes(type))) == none);
    for (auto type : {"USER", "tape"}) // AWS has different values
        CHECK(found_of(backup().with("type", in_quotes(type))) == findings{"error enum.unknown-value /type"});
    CHECK(read(backup().with("type", R"("tape")")).type->text() == "tape");
}

TEST_CASE("the code of an error has 32 bits", "[clumio]") {
    auto const of = [](std::string_view code) {
        return found<clumio::Error>(R"({"errors": [{"error_message": "m", "error_code": )" +
                                    std::string(code) + "}]}");
    };
    findings const wrong{"error number.out-of-range /errors/0/error_code"};
    for (auto code : {"0", "404", "4294967295"}) CHECK(of(code) == none);
    for (auto code : {"-1", "4294967296", "1e30"}) CHECK(of(code) == wrong);
}

// The vendor's example has the name of a type instead of each value.
TEST_CASE("an example with placeholders has the defects of its placeholders", "[clumio]") {
    auto const placeholder = [](std::initializer_list<std::string_view> names) {
        object o{};
        for (auto name : names) o = o.with(name, R"("string")");
        return o;
    };
    auto const keys = list(placeholder({"attribute_name", "key_type"}));
    auto const projection = placeholder({"projection_type"}).with("non_key_attributes", R"(["string"])");
    auto const index = placeholder({"index_name"}).with("key_schema", keys).with("projection", projection);
    auto const units = R"({"read_capacity_units": 0, "write_capacity_units": 0})";
    auto const self = placeholder({"href", "type"}).with("templated", "true");
    auto const reads = R"({"read_capacity_units": 0})";
    auto const example =
        placeholder({"_etag", "account_native_id", "aws_region", "billing_mode", "expiration_timestamp",
                     "global_table_version", "id", "start_timestamp", "table_class", "table_id", "table_name",
                     "type"})
            .with("_links", object{{"_self", self.text()}, {"restore-aws-dynamodb-table", self.text()}})
            .with("global_secondary_indexes", list(index.with("provisioned_throughput", units)))
            .with("item_count", "0")
            .with("local_secondary_indexes", list(index))
            .with("pitr_status", "true")
            .with("provisioned_throughput", units)
            .with(
                "replicas",
                list(placeholder({"kms_master_key_id", "region_name"})
                         .with(
                             "global_secondary_indexes",
                             list(placeholder({"index_name"}).with("provisioned_throughput_override", reads)))
                         .with("provisioned_throughput_override", reads)))
            .with("size", "0")
            .with("sse_specification", placeholder({"kms_key_type", "kms_master_key_id"}))
            .with("stream_specification", placeholder({"view_type"}).with("enabled", "true"))
            .with("tags", list(placeholder({"key", "value"})));
    auto const lines = found_of(example, strictly(), severity::note);
    std::set<std::string> const expected{
        "error enum.unknown-value /billing_mode",
        "error enum.unknown-value /global_secondary_indexes/0/key_schema/0/key_type",
        "error enum.unknown-value /global_secondary_indexes/0/projection/projection_type",
        "error enum.unknown-value /global_table_version",
        "error enum.unknown-value /local_secondary_indexes/0/key_schema/0/key_type",
        "error enum.unknown-value /local_secondary_indexes/0/projection/projection_type",
        "error enum.unknown-value /sse_specification/kms_key_type",
        "error enum.unknown-value /stream_specification/view_type",
        "error enum.unknown-value /table_class",
        "error enum.unknown-value /type",
        "error timestamp.format /expiration_timestamp",
        "error timestamp.format /start_timestamp",
        // One placeholder is the name of both indexes.
        "error index.unique-name /global_secondary_indexes/0/index_name",
        // One placeholder is both the key and the other attribute of an index.
        "warning projection.non-key-is-key /global_secondary_indexes/0/projection/non_key_attributes/0",
        "warning projection.non-key-is-key /local_secondary_indexes/0/projection/non_key_attributes/0",
    };
    CHECK(std::set(lines.begin(), lines.end()) == expected);
    CHECK(lines.size() == expected.size());
}

} // namespace clumio_table_backup_test
