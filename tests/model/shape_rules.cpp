#include <dynabackup/check.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/table_settings.hpp>
#include <dynabackup/rules/throughput.hpp>

#include "fixtures.hpp"

namespace model_shape_rules_test {

using namespace dynabackup;
using namespace fixtures;

// ---- a second system: the same member names, without a change of spelling, all optional ----

namespace second {

enum class Key { HASH, RANGE };
BOOST_DESCRIBE_ENUM(Key, HASH, RANGE)
constexpr edition since(Key) { return edition::v2017_11_29; }

enum class Projected { ALL, KEYS_ONLY, INCLUDE };
BOOST_DESCRIBE_ENUM(Projected, ALL, KEYS_ONLY, INCLUDE)
constexpr edition since(Projected) { return edition::v2017_11_29; }

enum class Billing { PROVISIONED, PAY_PER_REQUEST };
BOOST_DESCRIBE_ENUM(Billing, PROVISIONED, PAY_PER_REQUEST)
constexpr edition since(Billing) { return edition::v2017_11_29; }

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = false, .null_is_absent = true, .epoch_seconds = false};
}

struct Element {
    std::optional<std::string> attribute_name{};
    std::optional<open_enum<Key>> key_type{};
};
BOOST_DESCRIBE_STRUCT(Element, (), (attribute_name, key_type))
template <std::same_as<Element> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::attribute_name>(), describe<&T::key_type>()};
}

struct Attributes {
    std::optional<open_enum<Projected>> projection_type{};
    std::optional<std::vector<std::string>> non_key_attributes{};
};
BOOST_DESCRIBE_STRUCT(Attributes, (), (projection_type, non_key_attributes))
template <std::same_as<Attributes> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::projection_type>(), describe<&T::non_key_attributes>()};
}
template <std::same_as<Attributes> T>
constexpr auto rules(std::type_identity<T>) {
    return projection::rules<T>();
}

struct Capacity {
    std::optional<std::int64_t> read_capacity_units{};
    std::optional<std::int64_t> write_capacity_units{};
};
BOOST_DESCRIBE_STRUCT(Capacity, (), (read_capacity_units, write_capacity_units))
template <std::same_as<Capacity> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::read_capacity_units>(), describe<&T::write_capacity_units>()};
}

struct LocalIndex {
    std::optional<std::string> index_name{};
    std::optional<std::vector<Element>> key_schema{};
    std::optional<Attributes> projection{};
};
BOOST_DESCRIBE_STRUCT(LocalIndex, (), (index_name, key_schema, projection))
template <std::same_as<LocalIndex> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::index_name>(), describe<&T::key_schema>(), describe<&T::projection>()};
}
template <std::same_as<LocalIndex> T>
constexpr auto rules(std::type_identity<T>) {
    return join(key_schema::rules<T, key_schema::owner::local_index>(), indexes::local_rule<T>());
}

struct GlobalIndex {
    std::optional<std::string> index_name{};
    std::optional<std::vector<Element>> key_schema{};
    std::optional<Attributes> projection{};
    std::optional<Capacity> provisioned_throughput{};
};
BOOST_DESCRIBE_STRUCT(GlobalIndex, (), (index_name, key_schema, projection, provisioned_throughput))
template <std::same_as<GlobalIndex> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::index_name>(), describe<&T::key_schema>(), describe<&T::projection>(),
                      describe<&T::provisioned_throughput>()};
}
template <std::same_as<GlobalIndex> T>
constexpr auto rules(std::type_identity<T>) {
    return key_schema::rules<T, key_schema::owner::global_index>();
}

struct Stream {
    std::optional<bool> stream_enabled{};
    std::optional<std::string> stream_view_type{};
};
BOOST_DESCRIBE_STRUCT(Stream, (), (stream_enabled, stream_view_type))
template <std::same_as<Stream> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::stream_enabled>(), describe<&T::stream_view_type>()};
}
template <std::same_as<Stream> T>
constexpr auto rules(std::type_identity<T>) {
    return table_settings::stream_rules<T>();
}

struct Resource {
    std::optional<open_enum<Billing>> billing_mode{};
    std::optional<std::vector<GlobalIndex>> global_secondary_indexes{};
    std::optional<std::vector<LocalIndex>> local_secondary_indexes{};
    std::optional<Capacity> provisioned_throughput{};
    std::optional<timestamp> start_timestamp{};
    std::optional<Stream> stream_specification{};
};
BOOST_DESCRIBE_STRUCT(Resource, (),
                      (billing_mode, global_secondary_indexes, local_secondary_indexes,
                       provisioned_throughput, start_timestamp, stream_specification))
template <std::same_as<Resource> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::billing_mode>(),
                      describe<&T::global_secondary_indexes>(),
                      describe<&T::local_secondary_indexes>(),
                      describe<&T::provisioned_throughput>(),
                      describe<&T::start_timestamp>(),
                      describe<&T::stream_specification>()};
}
inline void check_index_capacities(Resource const& t, rule_context& in) {
    throughput::check_indexes(throughput::minimum, throughput::billing_of(t, in),
                              known<&Resource::global_secondary_indexes>(t, in), in,
                              wire_name<&Resource::global_secondary_indexes>);
}

inline void check_projected_keys(Resource const& t, rule_context& in) {
    std::vector<Element> const* const no_table = nullptr;
    projection::find_keys(no_table, known<&Resource::global_secondary_indexes>(t, in), in,
                          wire_name<&Resource::global_secondary_indexes>);
}

template <std::same_as<Resource> T>
constexpr auto rules(std::type_identity<T>) {
    return join(indexes::rules<T>(), projection::total_rule<T>(),
                throughput::table_rule<T, throughput::minimum>(),
                throughput::table_rule<T, throughput::on_demand_zero>(),
                std::array{enforce<check_index_capacities, throughput::minimum>(),
                           enforce<check_projected_keys, projection::non_key_is_key>()});
}

} // namespace second

namespace {

/// A resource of the second system with this first global index.
findings in_resource(std::string_view index, std::string_view rest = R"("billing_mode": "PROVISIONED")",
                     check_options const& chosen = {}) {
    return found<second::Resource>(
        R"({"global_secondary_indexes": [)" + std::string(index) + "], " + std::string(rest) + '}', chosen);
}

object element(std::string_view name, std::string_view type) {
    return {{"attribute_name", in_quotes(name)}, {"key_type", in_quotes(type)}};
}

} // namespace

TEST_CASE("the rules of key schemas also apply to a second system", "[rules][shape_rules]") {
    auto const of = [](std::string_view schema, edition when = {}) {
        return in_resource(R"({"key_schema": )" + std::string(schema) + '}', R"("billing_mode": null)",
                           {.edition = when});
    };
    std::string const path = "/global_secondary_indexes/0/key_schema";
    CHECK(of(list(element("a", "HASH"))) == none);
    CHECK(of("null") == none);
    CHECK(of("[]") == findings{"error key-schema.size " + path});
    CHECK(of(list({element("a", "RANGE").text(), element("b", "HASH").text()})) ==
          findings{"error key-schema.hash-first " + path});
    CHECK(of(list({element("a", "HASH").text(), element("a", "RANGE").text()})) ==
          findings{"error key-schema.distinct-attributes " + path + "/1"});
    auto const two = list({element("a", "HASH").text(), element("b", "HASH").text()});
    CHECK(of(two) == none);
    CHECK(of(two, edition{2025'11'18}) == findings{"error key-schema.hash-count " + path});
    // Absent members and null are not checked.
    CHECK(of(R"([{"key_type": "HASH"}, {"key_type": "RANGE"}])") == none);
    CHECK(of(R"([{"attribute_name": "a"}, {"attribute_name": "b", "key_type": null}])") == none);
    CHECK(of(R"([{"attribute_name": "a"}, {"attribute_name": "a", "key_type": "RANGE"}])") ==
          findings{"error key-schema.distinct-attributes " + path + "/1"});
    CHECK(found<second::Resource>(R"({"local_secondary_indexes": [{"key_schema": )" + two + "}]}") ==
          findings{"error key-schema.hash-count /local_secondary_indexes/0/key_schema"});
}

TEST_CASE("the rules of projections also apply to a second system", "[rules][shape_rules]") {
    auto const of = [](std::string_view type, std::string_view attributes) {
        auto const index = object{{"key_schema", list(element("k", "HASH"))},
                                  {"projection", object{{"projection_type", std::string(type)},
                                                        {"non_key_attributes", std::string(attributes)}}
                                                     .text()}};
        return in_resource(index.text());
    };
    std::string const path = "/global_secondary_indexes/0/projection";
    CHECK(of(R"("ALL")", "null") == none);
    CHECK(of(R"("ALL")", "[]") == none); // its size is not documented
    CHECK(of("null", R"(["a"])") == none);
    CHECK(of(R"("KEYS_ONLY")", R"(["a"])") ==
          findings{"error projection.attributes-need-include " + path + "/non_key_attributes"});
    for (auto nothing : {"null", "[]"})
        CHECK(of(R"("INCLUDE")", nothing) == findings{"error projection.include-needs-attributes " + path});
    CHECK(of(R"("INCLUDE")", R"(["a", "k", "a"])") ==
          findings{"warning projection.non-key-is-key " + path + "/non_key_attributes/1",
                   "warning projection.duplicate-attribute " + path + "/non_key_attributes/2"});
    CHECK(of(R"("INCLUDE")", names(100)) == none);
    CHECK(of(R"("INCLUDE")", names(101)) == findings{"error projection.total-non-key-attributes "});
}

TEST_CASE("the rules of throughput also apply to a second system", "[rules][shape_rules]") {
    auto const of = [](std::string_view mode, std::string_view read_units, std::string_view write_units) {
        auto const units = object{{"read_capacity_units", std::string(read_units)},
                                  {"write_capacity_units", std::string(write_units)}};
        return found<second::Resource>(
            object{{"billing_mode", std::string(mode)}, {"provisioned_throughput", units.text()}});
    };
    std::string const too_low = "error provisioned-throughput.minimum /provisioned_throughput/";
    std::string const not_zero = "error provisioned-throughput.on-demand-zero /provisioned_throughput/";
    CHECK(of(R"("PROVISIONED")", "1", "null") == none);
    CHECK(of(R"("PROVISIONED")", "0", "null") == findings{too_low + "read_capacity_units"});
    CHECK(of(R"("PAY_PER_REQUEST")", "0", "1") == findings{not_zero + "write_capacity_units"});
    CHECK(of("null", "0", "null") == none);
    CHECK(of("null", "1", "0") == findings{too_low + "write_capacity_units"});
    CHECK(of(R"("FREE")", "-1", "1") == findings{"error enum.unknown-value /billing_mode"});
    CHECK(in_resource(R"({"provisioned_throughput": {"write_capacity_units": -1}})") ==
          findings{"error provisioned-throughput.minimum "
                   "/global_secondary_indexes/0/provisioned_throughput/write_capacity_units"});
}

TEST_CASE("the rules of indexes also apply to a second system", "[rules][shape_rules]") {
    auto const of = [](std::string_view locals, std::string_view globals) {
        return found<second::Resource>(object{{"local_secondary_indexes", std::string(locals)},
                                              {"global_secondary_indexes", std::string(globals)}});
    };
    CHECK(of("null", "null") == none);
    CHECK(of(R"([{"index_name": "one"}, {}, {"index_name": null}])", R"([{"index_name": "two"}])") == none);
    CHECK(of(R"([{"index_name": "one"}])", R"([{"index_name": "two"}, {"index_name": "one"}])") ==
          findings{"error index.unique-name /global_secondary_indexes/1/index_name"});
    CHECK(of("[{}, {}, {}, {}, {}, {}]", "[]") == findings{"error lsi.count /local_secondary_indexes"});
    auto const hash_only = object{{"key_schema", list(element("a", "HASH"))}};
    CHECK(of(list(hash_only), list(hash_only)) ==
          findings{"error lsi.range-key /local_secondary_indexes/0/key_schema"});
}

TEST_CASE("the rules of settings also apply to a second system", "[rules][shape_rules]") {
    auto const of = [](std::string_view stream) {
        return found<second::Resource>(object{{"stream_specification", std::string(stream)}});
    };
    CHECK(of(R"({"stream_enabled": true, "stream_view_type": "ALL"})") == none);
    CHECK(of(R"({"stream_enabled": null, "stream_view_type": "ALL"})") == none);
    CHECK(of(R"({"stream_enabled": false, "stream_view_type": null})") == none);
    CHECK(of(R"({"stream_enabled": true, "stream_view_type": null})") ==
          findings{"warning stream.view-type-missing /stream_specification/stream_view_type"});
    CHECK(of(R"({"stream_enabled": false, "stream_view_type": "ALL"})") ==
          findings{"warning stream.view-type-unexpected /stream_specification/stream_view_type"});
}

// ---- the parts of rules ----

TEST_CASE("members are seen as pointers", "[shape_rules]") {
    std::optional<int> absent, present = 3;
    int const required = 4;
    CHECK(get(absent) == nullptr);
    CHECK(get(present) == &*present);
    CHECK(get(required) == &required);

    std::optional<open_enum<aws::KeyType>> type;
    CHECK(enumerator(type) == std::nullopt);
    type = aws::KeyType::RANGE;
    CHECK(enumerator(type) == aws::KeyType::RANGE);
    type->assign("SORT");
    CHECK(enumerator(type) == std::nullopt);
    CHECK(enumerator(open_enum<aws::KeyType>(aws::KeyType::HASH)) == aws::KeyType::HASH);
    STATIC_REQUIRE(std::is_same_v<enumeration<decltype(type)>, aws::KeyType>);
}

namespace ruled {

/// In force for one year.
inline constexpr rule even{"test.even",         severity::warning, edition{2020'01'01},
                           "A number is even.", "a test",          {},
                           edition{2020'12'31}};

/// Enforced by the same function, and in force for a shorter time.
inline constexpr rule small{"test.small",         severity::note, edition{2020'01'01},
                            "A number is small.", "a test",       {},
                            edition{2020'01'31}};

struct Number {
    std::int64_t value = 0;
    std::optional<std::int64_t> later{};
};
BOOST_DESCRIBE_STRUCT(Number, (), (value, later))
template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true};
}
template <std::same_as<Number> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::value>(), describe<&T::later>().since(edition{2020'06'01})};
}
inline void check_number(Number const& n, rule_context& in) {
    auto const* const value = known<&Number::value>(n, in);
    auto const* const later = known<&Number::later>(n, in);
    if (value && *value % 2 != 0) in.fail({wire_name<&Number::value>}, *value, " is odd.");
    if (later && *later % 2 != 0) in.fail({wire_name<&Number::later>}, *later, " is odd.");
    if (value && *value > 100) in.fail(small, {wire_name<&Number::value>}, *value, " is large.");
}

template <std::same_as<Number> T>
constexpr auto rules(std::type_identity<T>) {
    return std::array{enforce<check_number, even, small>()};
}

} // namespace ruled

TEST_CASE("a rule is in force from its first edition to its last", "[shape_rules]") {
    findings const odd{"warning test.even /Value"};
    auto const at = [](std::int32_t day) {
        return found<ruled::Number>(R"({"Value": 1})", {.edition = *edition::from_digits(day)});
    };
    CHECK(at(2019'12'31) == none);
    CHECK(at(2020'01'01) == odd);
    CHECK(at(2020'12'31) == odd);
    CHECK(at(2021'01'01) == none);
    CHECK(found<ruled::Number>(R"({"Value": 1})") == none);
    CHECK(found<ruled::Number>(R"({"Value": 2})", {.edition = edition{2020'02'02}}) == none);
}

TEST_CASE("one function may enforce several rules, each in its editions", "[shape_rules]") {
    std::string const odd = "warning test.even /Value", large = "note test.small /Value";
    auto const of = [](std::string_view value, check_options chosen) {
        return found<ruled::Number>(object{{"Value", std::string(value)}}, chosen, severity::note);
    };
    CHECK(of("101", {.edition = edition{2020'01'31}}) == findings{odd, large});
    CHECK(of("102", {.edition = edition{2020'01'31}}) == findings{large});
    CHECK(of("101", {.edition = edition{2020'02'01}}) == findings{odd});
    CHECK(of("101", {.edition = edition{2020'01'31}, .disable = {"test.even"}}) == findings{large});
    CHECK(of("101", {.edition = edition{2020'01'31}, .only = {"test.even"}}) == findings{odd});
    CHECK(of("101", {.edition = edition{2019'12'31}}) == none);
}

TEST_CASE("a rule does not see members that the edition does not have", "[shape_rules]") {
    auto const at = [](std::int32_t day) {
        return found<ruled::Number>(R"({"Later": 1, "Value": 2})", {.edition = *edition::from_digits(day)});
    };
    CHECK(at(2020'05'31) == none);
    CHECK(at(2020'06'01) == findings{"warning test.even /Later"});
}

TEST_CASE("rules are selected by id and by family", "[shape_rules]") {
    auto const of_table =
        table().with("KeySchema", keys("RH")).with("ProvisionedThroughput", capacity("0", "1"));
    auto const text = description(of_table, object{});
    findings const keys_only{"error key-schema.hash-first " + below_table("/KeySchema")};
    findings const capacity_only{"error provisioned-throughput.minimum " +
                                 below_table("/ProvisionedThroughput/ReadCapacityUnits")};
    CHECK(found(text) == findings{keys_only[0], capacity_only[0]});
    CHECK(found(text, {.only = {"key-schema.hash-first"}}) == keys_only);
    CHECK(found(text, {.only = {"key-schema.*"}}) == keys_only);
    CHECK(found(text, {.disable = {"key-schema.*"}}) == capacity_only);
    CHECK(found(text, {.only = {"key-schema.*"}, .disable = {"key-schema.hash-first"}}) == none);
}

TEST_CASE("a first member that cannot be read does not hide its object", "[shape_rules]") {
    // An object and its first member have the same address.
    auto const of_backup = backup_details().without("BackupArn").with("BackupName", in_quotes("ab"));
    CHECK(found(description(table(), features(), of_backup)) ==
          findings{"error json.missing-member /BackupDescription/BackupDetails/BackupArn",
                   "error string.length /BackupDescription/BackupDetails/BackupName"});
    auto const index = global_index().with("IndexName", "5").with("KeySchema", "[]");
    CHECK(found(description(table(), object{{"GlobalSecondaryIndexes", list(index)}})) ==
          findings{"error json.wrong-type " + below_features("/GlobalSecondaryIndexes/0/IndexName"),
                   "error key-schema.size " + below_features("/GlobalSecondaryIndexes/0/KeySchema")});
    CHECK(found(description(table().with("KeySchema", list(key("a", "SORT").without("AttributeName"))),
                            object{})) ==
          findings{"error json.missing-member " + below_table("/KeySchema/0/AttributeName"),
                   "error enum.unknown-value " + below_table("/KeySchema/0/KeyType")});
}

TEST_CASE("of duplicate members, the last one is checked by rules", "[shape_rules]") {
    auto const of = [](std::string_view first, std::string_view last) {
        auto const text =
            R"({"BackupDescription": {"SourceTableFeatureDetails": {"GlobalSecondaryIndexes": )" +
            std::string(first) + R"(, "GlobalSecondaryIndexes": )" + std::string(last) + "}}}";
        return lines_of(check<aws::DescribeBackupOutput>(text), severity::warning);
    };
    std::string const path = below_features("/GlobalSecondaryIndexes");
    std::string const twice = "error json.duplicate-member " + path, wrong = "error json.wrong-type " + path;
    std::string const no_keys = "error key-schema.size " + path + "/0/KeySchema";
    auto const good = list(global_index()), bad = list(global_index().with("KeySchema", "[]"));
    CHECK(of(good, bad) == findings{twice, no_keys});
    CHECK(of(bad, good) == findings{twice});
    // Values of the first that could not be read do not affect the last.
    CHECK(of("7", good) == findings{wrong, twice});
    CHECK(of("7", bad) == findings{wrong, twice, no_keys});
    CHECK(of("[7]", bad) == findings{wrong + "/0", twice, no_keys});
    CHECK(of(list(global_index().with("KeySchema", "7")), bad) ==
          findings{wrong + "/0/KeySchema", twice, no_keys});
}

TEST_CASE("values of one document that could not be read do not affect the next", "[shape_rules]") {
    struct : finding_sink {
        findings lines;
        void take(finding&& f) override { lines.push_back(line_of(f)); }
    } sink;
    auto const page = [](std::string_view last) {
        return R"({"BackupSummaries": [], "LastEvaluatedBackupArn": )" + std::string(last) + "}\n";
    };
    check_options const chosen{.disable = {"dump.*", "list.*"}};
    dynabackup::check_documents(page("7") + page(R"("arn")"), chosen, sink);
    CHECK(sink.lines == findings{"error json.wrong-type /LastEvaluatedBackupArn",
                                 "error string.length /LastEvaluatedBackupArn"});
}

TEST_CASE("many defects are found one by one", "[shape_rules]") {
    // Large enough to notice a quadratic cost.
    constexpr std::size_t many = 10'000;
    std::string schema = "[", elements = "[", indexes = "[";
    for (std::size_t i = 0; i < many; ++i) {
        auto const comma = i ? ", " : "";
        schema += comma + key(i % 2 ? "Artist" : "Title", "HASH").text();
        elements += comma + in_quotes(i % 2 ? "Artist" : "Label");
        indexes += comma + global_index("Index" + std::to_string(i))
                               .with("KeySchema", keys("RH"))
                               .with("Projection", projected("INCLUDE", R"(["Artist"])"))
                               .with("ProvisionedThroughput", capacity("0", "1"))
                               .text();
    }
    auto const count = [](std::string const& text) {
        check_options chosen{.disable = {"gsi.count", "lsi.*"}};
        chosen.max_record_bytes = 2 * text.size();
        return check<aws::DescribeBackupOutput>(text, chosen).summary().rules;
    };
    auto const of_schema = count(description(table().with("KeySchema", schema + ']')));
    CHECK(of_schema.at("key-schema.size") == 1);
    CHECK(of_schema.at("key-schema.distinct-attributes") == many - 2);

    auto const index = global_index().with("Projection", projected("INCLUDE", elements + ']'));
    auto const of_names = count(description(table(), object{{"GlobalSecondaryIndexes", list(index)}}));
    CHECK(of_names.at("list.size") == 1);
    CHECK(of_names.at("projection.duplicate-attribute") == many - 2);
    CHECK(of_names.at("projection.non-key-is-key") == many / 2);
    CHECK(of_names.at("projection.total-non-key-attributes") == 1);

    auto const of_indexes = count(description(table().with("KeySchema", schema + ']'),
                                              object{{"GlobalSecondaryIndexes", indexes + ']'}}));
    CHECK(of_indexes.at("key-schema.hash-first") == many);
    CHECK(of_indexes.at("projection.non-key-is-key") == many);
    CHECK(of_indexes.at("provisioned-throughput.minimum") == many);
}

} // namespace model_shape_rules_test
