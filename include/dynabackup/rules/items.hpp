#pragma once
/// \file
/// The rules of items: what DynamoDB stores, and accepts in an import. The reader applies the rules that decide whether
/// a value can be read at all; check_item (table_export/item_rules.hpp) applies the others.

#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/model/rule.hpp>
#include <dynabackup/rules/reading.hpp>

#include <array>
#include <string>

namespace dynabackup::item {

namespace cite {
inline constexpr std::string_view values =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html";
inline constexpr std::string_view types =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html";
inline constexpr std::string_view limits =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html";
/// Decisions of this library, where the service documents nothing.
inline constexpr std::string_view design = dynabackup::cite::design;
} // namespace cite

/// The most levels of nesting; the value of an attribute is the first.
inline constexpr std::size_t most_levels = 32;
/// Says that a value is nested deeper.
inline std::string too_many_levels() {
    return concat("Nested deeper than ", most_levels, " levels; the service refuses such an item.");
}
/// The most bytes in the name of an attribute.
inline constexpr std::size_t longest_name = 65'535;
/// The most bytes in a partition key, and in a sort key.
inline constexpr std::size_t longest_partition_key = 2'048, longest_sort_key = 1'024; ///< bytes

inline constexpr rule attribute_type{
    "item.attribute-type",
    severity::error,
    reading::always,
    "A value is an object with exactly one member, which names its type: S, N, B, BOOL, NULL, M, L, SS, NS "
    "or BS.",
    cite::values,
    {.invalid = R"({"Item":{"total":12.5}})", .valid = R"({"Item":{"total":{"N":"12.5"}}})"}};
inline constexpr rule number{
    "item.number",
    severity::error,
    reading::always,
    "A number is text: an optional sign, digits with at most one point, and an optional exponent.",
    cite::types,
    {.invalid = R"({"Item":{"total":{"N":"12,5"}}})", .valid = R"({"Item":{"total":{"N":"12.5"}}})"}};
inline constexpr rule number_precision{
    "item.number-precision",
    severity::error,
    reading::always,
    "A number has at most 38 significant digits.",
    cite::types,
    {.invalid = R"({"Item":{"pi":{"N":"3.14159265358979323846264338327950288419"}}})",
     .valid = R"({"Item":{"pi":{"N":"3.1415926535897932384626433832795028842"}}})"}};
inline constexpr rule number_range{
    "item.number-range",
    severity::error,
    reading::always,
    "A number is 0, or its magnitude is between 1E-130 and 9.9999999999999999999999999999999999999E+125.",
    cite::types,
    {.invalid = R"({"Item":{"mass":{"N":"1E126"}}})", .valid = R"({"Item":{"mass":{"N":"1E125"}}})"}};
inline constexpr rule binary{
    "item.binary",
    severity::error,
    reading::always,
    "A binary value is base64 with padding, RFC 4648 section 4.",
    cite::values,
    {.invalid = R"({"Item":{"photo":{"B":"aGVsbG8"}}})", .valid = R"({"Item":{"photo":{"B":"aGVsbG8="}}})"}};
inline constexpr rule null{
    "item.null",
    severity::error,
    reading::always,
    "The value of NULL is true.",
    cite::values,
    {.invalid = R"({"Item":{"note":{"NULL":false}}})", .valid = R"({"Item":{"note":{"NULL":true}}})"}};
inline constexpr rule set_empty{
    "item.set-empty",
    severity::error,
    reading::always,
    "A set has at least one element.",
    cite::types,
    {.invalid = R"({"Item":{"tags":{"SS":[]}}})", .valid = R"({"Item":{"tags":{"SS":["rock"]}}})"}};
inline constexpr rule set_duplicate{"item.set-duplicate",
                                    severity::error,
                                    reading::always,
                                    "The elements of a set are distinct; numbers are compared by value.",
                                    cite::types,
                                    {.invalid = R"({"Item":{"years":{"NS":["1999","1999.0"]}}})",
                                     .valid = R"({"Item":{"years":{"NS":["1999","2000"]}}})"}};
inline constexpr rule depth{
    "item.depth",
    severity::error,
    reading::always,
    "Values are nested no deeper than 32 levels; the value of an attribute is the first.",
    cite::limits,
    {.invalid =
         R"({"Item":{"v":{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"S":"x"}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}}})",
     .valid =
         R"({"Item":{"v":{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"L":[{"S":"x"}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}}})"}};
inline constexpr rule attribute_name{
    "item.attribute-name",
    severity::error,
    reading::always,
    "The name of an attribute has 1 to 65,535 bytes.",
    cite::limits,
    {.invalid = R"({"Item":{"":{"S":"x"}}})", .valid = R"({"Item":{"title":{"S":"x"}}})"}};
inline constexpr rule size{"item.size",
                           severity::error,
                           reading::always,
                           "An item has at most 409,600 bytes, including the names of its attributes.",
                           cite::limits,
                           {.invalid = R"({"Item":{"shirt-color":{"S":"R"},"shirt-size":{"S":"M"}}})",
                            .valid = R"({"Item":{"shirt-color":{"S":"R"},"size":{"S":"M"}}})",
                            .max_item_bytes = 22}};
inline constexpr rule key{"item.key",
                          severity::error,
                          reading::always,
                          "An item has the key attributes of its table, with their types and sizes; checked "
                          "only if the caller gives the key.",
                          cite::limits,
                          {.invalid = R"({"Item":{"pk":{"S":""},"sk":{"N":"1"}}})",
                           .valid = R"({"Item":{"pk":{"S":"order#1"},"sk":{"N":"1"}}})",
                           .key = "pk:S,sk:N"}};
inline constexpr rule key_twice{
    "item.key-twice",
    severity::error,
    reading::always,
    "A key occurs once in an export; checked only if the caller gives the key and a history is kept.",
    cite::design,
    {.invalid = R"({"Item":{"pk":{"S":"order#1"},"sk":{"N":"1"}}}
{"Item":{"pk":{"S":"order#1"},"sk":{"N":"1.0"}}})",
     .valid = R"({"Item":{"pk":{"S":"order#1"},"sk":{"N":"1"}}}
{"Item":{"pk":{"S":"order#1"},"sk":{"N":"2"}}})",
     .key = "pk:S,sk:N"}};

/// All rules of this file, for the catalogue.
inline constexpr std::array all{
    &attribute_type, &number, &number_precision, &number_range, &binary, &null,     &set_empty,
    &set_duplicate,  &depth,  &attribute_name,   &size,         &key,    &key_twice};

} // namespace dynabackup::item
