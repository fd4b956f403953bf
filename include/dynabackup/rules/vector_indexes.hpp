#pragma once
/// \file
/// The vector indexes of a table.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/throughput.hpp>

#include <array>
#include <cstdint>

namespace dynabackup::vector_indexes {

/// The most numbers that a vector may have.
inline constexpr std::int64_t most_dimensions = 4096;

inline constexpr rule billing_mode{
    "vector-index.billing-mode",
    severity::error,
    edition::v2026_08_04,
    "A table with vector indexes pays per request; a PROVISIONED table has none.",
    cite::vector_index,
    {R"({"BackupDescription":{"SourceTableDetails":{"TableName":"Songs","TableId":"0f8fad5b-d9cb-469f-a165-70867728950e","KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],"TableCreationDateTime":1700000000,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1},"BillingMode":"PROVISIONED"},"SourceTableFeatureDetails":{"VectorIndexes":[{"IndexName":"ByMood"}]}}})",
     R"({"BackupDescription":{"SourceTableDetails":{"TableName":"Songs","TableId":"0f8fad5b-d9cb-469f-a165-70867728950e","KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],"TableCreationDateTime":1700000000,"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0},"BillingMode":"PAY_PER_REQUEST"},"SourceTableFeatureDetails":{"VectorIndexes":[{"IndexName":"ByMood"}]}}})"}};
inline constexpr rule dimensions{
    "vector-index.dimensions", severity::error,
    edition::v2026_08_04,      "A vector has at most 4096 numbers.",
    cite::vector_index,        {R"({"Dimensions":4097})", R"({"Dimensions":4096})", "VectorIndexInfo"}};

/// Reports more than 4096 Dimensions.
template <class T>
void check_dimensions(T const& index, rule_context& in) {
    auto const* const size = known<&T::dimensions>(index, in);
    if (size && *size > most_dimensions)
        in.fail({wire_name<&T::dimensions>}, *size, " dimensions; at most ", most_dimensions,
                " are allowed.");
}

/// The rule of a shape T with `dimensions`.
template <class T>
constexpr auto rules() {
    return std::array{enforce<check_dimensions<T>, dimensions>()};
}

/// Applies the rule on billing modes to the vector indexes of a table; `at`: the path to them.
template <class List>
void check_billing_mode(throughput::billing mode, List const* list, rule_context& in,
                        std::initializer_list<path_step> at) {
    if (list && !list->empty() && mode == throughput::billing::provisioned)
        in.fail(billing_mode, at, "The table is PROVISIONED; vector indexes need PAY_PER_REQUEST.");
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&billing_mode, &dimensions};

} // namespace dynabackup::vector_indexes
