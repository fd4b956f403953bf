#include <dynabackup/rules/throughput.hpp>

#include "fixtures.hpp"

#include <limits>

namespace rules_throughput_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string const table_path = below_table("/ProvisionedThroughput");
std::string const index_path = below_features("/GlobalSecondaryIndexes/1/ProvisionedThroughput");

/// A table with that billing (the raw text of BillingMode, or nothing) and a capacity, and indexes of which the
/// second one has the other capacity.
findings found_with(std::string_view mode, object const& of_table, object const& of_index,
                    edition when = {}) {
    auto const billed = mode.empty() ? table().without("BillingMode") : table().with("BillingMode", mode);
    auto const first = global_index("First").without("ProvisionedThroughput");
    auto const second = global_index("Second").with("ProvisionedThroughput", of_index);
    return found(description(billed.with("ProvisionedThroughput", of_table),
                             object{{"GlobalSecondaryIndexes", list({first.text(), second.text()})}}),
                 {.edition = when});
}

std::string too_low(std::string_view path) {
    return "error provisioned-throughput.minimum " + std::string(path);
}
std::string not_zero(std::string_view path) {
    return "error provisioned-throughput.on-demand-zero " + std::string(path);
}

std::string const provisioned = R"("PROVISIONED")", on_demand = R"("PAY_PER_REQUEST")";
std::string const most = std::to_string(std::numeric_limits<std::int64_t>::max());
std::string const least = std::to_string(std::numeric_limits<std::int64_t>::min());
std::string const reads = "/ReadCapacityUnits", writes = "/WriteCapacityUnits";

} // namespace

TEST_CASE("a provisioned capacity is at least 1", "[rules][throughput]") {
    auto const good = capacity("1", "1");
    CHECK(found_with(provisioned, good, good) == none);
    CHECK(found_with(provisioned, capacity(most, "1"), capacity("1", most)) == none);
    for (std::string low : {std::string("0"), std::string("-1"), std::string("-3"), least}) {
        CAPTURE(low);
        CHECK(found_with(provisioned, capacity(low, "1"), good) == findings{too_low(table_path + reads)});
        CHECK(found_with(provisioned, capacity("1", low), good) == findings{too_low(table_path + writes)});
        CHECK(found_with(provisioned, good, capacity(low, "1")) == findings{too_low(index_path + reads)});
        CHECK(found_with(provisioned, good, capacity("1", low)) == findings{too_low(index_path + writes)});
    }
    CHECK(found_with(provisioned, capacity("0", "0"), good) ==
          findings{too_low(table_path + reads), too_low(table_path + writes)});
    CHECK(found_with(provisioned, good, capacity("0", "0")) ==
          findings{too_low(index_path + reads), too_low(index_path + writes)});
}

TEST_CASE("without a billing mode both capacities are 0, or both at least 1", "[rules][throughput]") {
    auto const good = capacity("1", "1"), zero = capacity("0", "0");
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        CAPTURE(to_text(when));
        CHECK(found_with("", good, good, when) == none);
        CHECK(found_with("", zero, zero, when) == none);
        CHECK(found_with("", capacity("0", "1"), good, when) == findings{too_low(table_path + reads)});
        CHECK(found_with("", capacity("1", "0"), good, when) == findings{too_low(table_path + writes)});
        CHECK(found_with("", good, capacity("0", "1"), when) == findings{too_low(index_path + reads)});
        CHECK(found_with("", good, capacity("1", "0"), when) == findings{too_low(index_path + writes)});
        CHECK(found_with("", capacity("-1", "1"), good, when) == findings{too_low(table_path + reads)});
        CHECK(found_with("", capacity("-1", "-1"), good, when) ==
              findings{too_low(table_path + reads), too_low(table_path + writes)});
    }
    CHECK(found_with("null", zero, zero) ==
          findings{"warning json.null-member " + below_table("/BillingMode")});
    CHECK(found_with("null", good, capacity("0", "1")) ==
          findings{"warning json.null-member " + below_table("/BillingMode"), too_low(index_path + reads)});
}

TEST_CASE("the capacity of indexes is checked if the document does not have the table",
          "[rules][throughput]") {
    auto const of = [](object const& given) {
        auto const index = global_index().with("ProvisionedThroughput", given);
        return found(R"({"BackupDescription": {"SourceTableFeatureDetails": )" +
                     object{{"GlobalSecondaryIndexes", list(index)}}.text() + "}}");
    };
    auto const path = below_features("/GlobalSecondaryIndexes/0/ProvisionedThroughput");
    CHECK(of(capacity("0", "0")) == none);
    CHECK(of(capacity("1", "0")) == findings{too_low(path + writes)});
}

TEST_CASE("a table that pays per request has no capacity from 2018-11-28", "[rules][throughput]") {
    auto const zero = capacity("0", "0");
    for (auto when : {edition::v2018_11_28, edition::latest}) {
        CAPTURE(to_text(when));
        CHECK(found_with(on_demand, zero, zero, when) == none);
        for (std::string other : {std::string("1"), std::string("-1"), most, least}) {
            CAPTURE(other);
            CHECK(found_with(on_demand, capacity(other, "0"), zero, when) ==
                  findings{not_zero(table_path + reads)});
            CHECK(found_with(on_demand, capacity("0", other), zero, when) ==
                  findings{not_zero(table_path + writes)});
            CHECK(found_with(on_demand, zero, capacity(other, "0"), when) ==
                  findings{not_zero(index_path + reads)});
            CHECK(found_with(on_demand, zero, capacity("0", other), when) ==
                  findings{not_zero(index_path + writes)});
        }
    }
    // The day before, there is no BillingMode: its value is not read.
    edition const eve{2018'11'27};
    CHECK(found_with(on_demand, capacity("1", "1"), capacity("1", "1"), eve) == none);
    CHECK(found_with(on_demand, zero, zero, eve) == none);
    CHECK(found_with(provisioned, zero, zero, eve) == none);
    CHECK(found_with(provisioned, zero, capacity("0", "1"), eve) == findings{too_low(index_path + reads)});
}

TEST_CASE("capacities that cannot be read are not checked", "[rules][throughput]") {
    auto const zero = capacity("0", "0"), one = capacity("1", "1"), mixed = capacity("0", "1");
    auto const mode = below_table("/BillingMode");

    SECTION("because of the billing mode") {
        for (auto wrong : {"7", "{}", "[]"}) {
            CHECK(found_with(wrong, zero, zero) == findings{"error json.wrong-type " + mode});
            CHECK(found_with(wrong, one, one) == findings{"error json.wrong-type " + mode});
            CHECK(found_with(wrong, mixed, mixed) == findings{"error json.wrong-type " + mode});
        }
        CHECK(found_with(R"("FREE")", zero, one) == findings{"error enum.unknown-value " + mode});
        CHECK(found_with(R"("FREE")", mixed, mixed) == findings{"error enum.unknown-value " + mode});
        CHECK(found_with(R"("")", one, zero) == findings{"error enum.unknown-value " + mode});
    }
    SECTION("because of the table") {
        auto const index = global_index().with("ProvisionedThroughput", mixed);
        CHECK(found(R"({"BackupDescription": {"SourceTableDetails": 7, "SourceTableFeatureDetails": )" +
                    object{{"GlobalSecondaryIndexes", list(index)}}.text() + "}}") ==
              findings{"error json.wrong-type " + below_table("")});
    }
    SECTION("because of the capacities") {
        for (auto m : {provisioned, on_demand, std::string()}) {
            CAPTURE(m);
            auto const good = m == on_demand ? zero : one;
            auto const bad = m == on_demand ? "1" : "-1";
            for (auto wrong : {"null", "\"1\"", "[]", "{}"}) {
                CHECK(found_with(m, good.with("ReadCapacityUnits", wrong), good) ==
                      findings{"error json.wrong-type " + table_path + reads});
                CHECK(found_with(m, good, good.with("WriteCapacityUnits", wrong)) ==
                      findings{"error json.wrong-type " + index_path + writes});
            }
            CHECK(found_with(m, good.with("ReadCapacityUnits", "0.5"), good) ==
                  findings{"error number.not-integer " + table_path + reads});
            CHECK(found_with(m, good.with("ReadCapacityUnits", "9223372036854775808"), good) ==
                  findings{"error number.out-of-range " + table_path + reads});
            CHECK(found_with(m, good.without("WriteCapacityUnits"), good) ==
                  findings{"error json.missing-member " + table_path + writes});
            // The other capacity is checked.
            auto const found =
                found_with(m, good.without("ReadCapacityUnits").with("WriteCapacityUnits", bad), good);
            CHECK(found == findings{"error json.missing-member " + table_path + reads,
                                    (m == on_demand ? not_zero : too_low)(table_path + writes)});
        }
        // Both may be 0.
        CHECK(found_with("", zero.without("ReadCapacityUnits"), one) ==
              findings{"error json.missing-member " + table_path + reads});
        CHECK(found(description(table().with("ProvisionedThroughput", "7"), object{})) ==
              findings{"error json.wrong-type " + table_path});
        CHECK(found(description(table().without("ProvisionedThroughput"), object{})) ==
              findings{"error json.missing-member " + table_path});
    }
}

namespace {

/// Returns the findings in an OnDemandThroughput of a table and of an index that pay per request.
findings found_limits(std::string_view of_table, std::string_view of_index, edition when = {},
                      std::string_view mode = on_demand) {
    auto const units = mode == provisioned ? capacity("1", "1") : capacity("0", "0");
    auto billed = table().with("ProvisionedThroughput", units).with("OnDemandThroughput", of_table);
    billed = mode.empty() ? billed.without("BillingMode") : billed.with("BillingMode", mode);
    auto const index =
        global_index().with("ProvisionedThroughput", units).with("OnDemandThroughput", of_index);
    return found(description(billed, object{{"GlobalSecondaryIndexes", list(index)}}), {.edition = when});
}

object maxima(std::string_view read_units, std::string_view write_units) {
    return {{"MaxReadRequestUnits", std::string(read_units)},
            {"MaxWriteRequestUnits", std::string(write_units)}};
}

std::string const table_limits = below_table("/OnDemandThroughput");
std::string const index_limits = below_features("/GlobalSecondaryIndexes/0/OnDemandThroughput");
edition const limits_eve{2024'05'01};

} // namespace

TEST_CASE("a maximum of request units is -1 or at least 1", "[rules][throughput]") {
    auto const good = maxima("-1", "1").text();
    for (auto when : {edition::v2024_05_02, edition::latest}) {
        CAPTURE(to_text(when));
        CHECK(found_limits(good, good, when) == none);
        CHECK(found_limits(maxima(most, "-1").text(), good, when) == none);
        for (std::string bad : {std::string("0"), std::string("-2"), least}) {
            CAPTURE(bad);
            std::string const rule = "error on-demand-throughput.value ";
            CHECK(found_limits(maxima(bad, "1").text(), good, when) ==
                  findings{rule + table_limits + "/MaxReadRequestUnits"});
            CHECK(found_limits(maxima("-1", bad).text(), good, when) ==
                  findings{rule + table_limits + "/MaxWriteRequestUnits"});
            CHECK(found_limits(good, maxima(bad, "-1").text(), when) ==
                  findings{rule + index_limits + "/MaxReadRequestUnits"});
            CHECK(found_limits(good, object{{"MaxWriteRequestUnits", bad}}.text(), when) ==
                  findings{rule + index_limits + "/MaxWriteRequestUnits"});
        }
    }
    CHECK(found_limits(maxima("0", "0").text(), good, limits_eve) == none);
    CHECK(found<aws::OnDemandThroughput>(maxima("0", "0"), {.edition = limits_eve}) == none);
}

TEST_CASE("at least one maximum of request units is given", "[rules][throughput]") {
    auto const good = maxima("-1", "1").text();
    for (auto when : {edition::v2024_05_02, edition::latest}) {
        CHECK(found_limits("{}", good, when) == findings{"error on-demand-throughput.empty " + table_limits});
        CHECK(found_limits(good, "{}", when) == findings{"error on-demand-throughput.empty " + index_limits});
        CHECK(found_limits(R"({"MaxReadRequestUnits": 1})", R"({"MaxWriteRequestUnits": 1})", when) == none);
    }
    CHECK(found_limits("{}", "{}", limits_eve) == none);

    SECTION("unless one is there that cannot be read") {
        for (auto wrong : {"\"1\"", "[]", "true"})
            CHECK(found_limits(object{{"MaxReadRequestUnits", wrong}}.text(), good) ==
                  findings{"error json.wrong-type " + table_limits + "/MaxReadRequestUnits"});
        CHECK(found_limits(good, R"({"MaxWriteRequestUnits": 1.5})") ==
              findings{"error number.not-integer " + index_limits + "/MaxWriteRequestUnits"});
        CHECK(found_limits(good, "7") == findings{"error json.wrong-type " + index_limits});
        CHECK(found_limits("null", good) == findings{"warning json.null-member " + table_limits});
    }
    SECTION("null does not count") {
        CHECK(found_limits(R"({"MaxReadRequestUnits": null})", good) ==
              findings{"error on-demand-throughput.empty " + table_limits,
                       "warning json.null-member " + table_limits + "/MaxReadRequestUnits"});
    }
}

TEST_CASE("a provisioned table has no maxima of request units", "[rules][throughput]") {
    auto const good = maxima("-1", "1").text();
    findings const expected{"warning on-demand-throughput.billing-mode " + table_limits,
                            "warning on-demand-throughput.billing-mode " + index_limits};
    for (auto when : {edition::v2024_05_02, edition::latest}) {
        CHECK(found_limits(good, good, when, provisioned) == expected);
        CHECK(found_limits(good, "null", when, provisioned) ==
              findings{expected[0], "warning json.null-member " + index_limits});
    }
    CHECK(found_limits(good, good, limits_eve, provisioned) == none);
    CHECK(found_limits(good, good, {}, "") == none); // it may be an on-demand table
    CHECK(found_limits(good, good, {}, R"("FREE")") ==
          findings{"error enum.unknown-value " + below_table("/BillingMode")});
    CHECK(found_limits(good, good, {}, "7") ==
          findings{"error json.wrong-type " + below_table("/BillingMode")});
    CHECK(found_limits("7", "7", {}, provisioned) ==
          findings{"error json.wrong-type " + table_limits, "error json.wrong-type " + index_limits});
}

TEST_CASE("throughput of models built in C++ is checked", "[rules][throughput]") {
    auto model = description_model();
    auto& of_table = *model.backup_description->source_table_details;
    auto& index = model.backup_description->source_table_feature_details->global_secondary_indexes->front();
    of_table.provisioned_throughput.write_capacity_units = 0;
    CHECK(found_in(model) == findings{too_low(table_path + writes)});
    of_table.provisioned_throughput = {0, 0};
    index.provisioned_throughput = {0, 0};
    // The day before BillingMode, a model that has one is checked as if it had none, as a text is.
    CHECK(found_in(model, {.edition = edition{2018'11'27}}) == none);
    of_table.billing_mode = aws::BillingMode::PAY_PER_REQUEST;
    CHECK(found_in(model) == none);
    index.provisioned_throughput->read_capacity_units = 1;
    CHECK(found_in(model) ==
          findings{not_zero(below_features("/GlobalSecondaryIndexes/0/ProvisionedThroughput") + reads)});
    index.provisioned_throughput.reset();
    index.on_demand_throughput.emplace();
    of_table.on_demand_throughput = {{}, 0};
    CHECK(found_in(model) ==
          findings{"error on-demand-throughput.value " + table_limits + "/MaxWriteRequestUnits",
                   "error on-demand-throughput.empty " + index_limits});
    of_table.billing_mode = open_enum<aws::BillingMode>("FREE");
    of_table.on_demand_throughput = index.on_demand_throughput = {{1, -1}};
    CHECK(found_in(model) == findings{"error enum.unknown-value " + below_table("/BillingMode")});
}

} // namespace rules_throughput_test
