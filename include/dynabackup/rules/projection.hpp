#pragma once
/// \file
/// Projections: which attributes an index copies from its table.

#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/detail/util/names.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/reading.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::projection {

/// The day on which the limit on the local indexes of a table rose to 100.
inline constexpr edition hundred_for_local = edition::v2022_06_17;
/// The day from which the limit also counts the global indexes.
inline constexpr edition local_and_global = edition::v2025_04_09;

/// Parts of the example of total_non_key_attributes.
namespace text {
inline constexpr std::string_view
    head = R"({"GlobalSecondaryIndexes":[)",
    twenty = R"({"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":)"
             R"(["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t"]}},)",
    one = R"({"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["a"]}}]})",
    keys = R"({"Projection":{"ProjectionType":"KEYS_ONLY"}}]})";
} // namespace text

inline constexpr rule include_needs_attributes{
    "projection.include-needs-attributes",
    severity::error,
    edition::v2017_11_29,
    "A projection of type INCLUDE names the attributes that it includes.",
    cite::projection,
    example{R"({"ProjectionType":"INCLUDE"})", R"({"ProjectionType":"INCLUDE","NonKeyAttributes":["Title"]})",
            "Projection"}};
inline constexpr rule attributes_need_include{
    "projection.attributes-need-include",
    severity::error,
    edition::v2017_11_29,
    "Only a projection of type INCLUDE names attributes.",
    cite::projection,
    example{R"({"ProjectionType":"ALL","NonKeyAttributes":["Title"]})", R"({"ProjectionType":"ALL"})",
            "Projection"}};
inline constexpr rule total_non_key_attributes{
    "projection.total-non-key-attributes",
    severity::error,
    edition::v2017_11_29,
    "All indexes together name at most 100 NonKeyAttributes, and an attribute that is named twice counts "
    "twice; until 2025-04-08 only local indexes counted, and until 2022-06-16 the maximum was 20.",
    cite::projection,
    example{
        joined<text::head, text::twenty, text::twenty, text::twenty, text::twenty, text::twenty, text::one>,
        joined<text::head, text::twenty, text::twenty, text::twenty, text::twenty, text::twenty, text::keys>,
        "SourceTableFeatureDetails"}};
inline constexpr rule non_key_is_key{
    "projection.non-key-is-key",
    severity::warning,
    edition::v2017_11_29,
    "Keys of the table and of the index are always projected; NonKeyAttributes need not name them.",
    cite::projection,
    example{R"({"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"KeySchema":[)"
            R"({"AttributeName":"Genre","KeyType":"HASH"}],"Projection":{"ProjectionType":"INCLUDE",)"
            R"("NonKeyAttributes":["Genre"]}}]}})",
            R"({"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"KeySchema":[)"
            R"({"AttributeName":"Genre","KeyType":"HASH"}],"Projection":{"ProjectionType":"INCLUDE",)"
            R"("NonKeyAttributes":["Title"]}}]}})",
            "BackupDescription"}};
inline constexpr rule duplicate_attribute{
    "projection.duplicate-attribute",
    severity::warning,
    edition::v2017_11_29,
    "A projection names each attribute once.",
    cite::projection,
    example{R"({"ProjectionType":"INCLUDE","NonKeyAttributes":["Title","Title"]})",
            R"({"ProjectionType":"INCLUDE","NonKeyAttributes":["Title"]})", "Projection"}};

/// Reports a projection of type INCLUDE that names no attributes.
template <class T>
void check_include(T const& p, rule_context& in) {
    using type = enumeration<decltype(T::projection_type)>;
    auto const* const names = known<&T::non_key_attributes>(p, in);
    bool const none = names ? names->empty() : in.knows(p.non_key_attributes);
    if (none && enumerator(known<&T::projection_type>(p, in)) == type::INCLUDE)
        in.fail({}, "The projection is INCLUDE, but has no ", wire_name<&T::non_key_attributes>,
                "; name the attributes, or use KEYS_ONLY.");
}

/// Reports a projection of type ALL or KEYS_ONLY that names attributes.
template <class T>
void check_others(T const& p, rule_context& in) {
    using type = enumeration<decltype(T::projection_type)>;
    auto const* const names = known<&T::non_key_attributes>(p, in);
    auto const found = enumerator(known<&T::projection_type>(p, in));
    if (names && !names->empty() && found && *found != type::INCLUDE)
        in.fail({wire_name<&T::non_key_attributes>}, "Attributes are named, but the type is ",
                name_of(*found), "; leave them out, or use INCLUDE.");
}

/// Reports an element of NonKeyAttributes that names the attribute of an earlier element.
template <class T>
void check_duplicates(T const& p, rule_context& in) {
    auto const* const attributes = known<&T::non_key_attributes>(p, in);
    if (!attributes || attributes->size() < 2) return;
    dynabackup::detail::name_list names;
    for (auto const& text : *attributes)
        names.add(in.knows(text) ? std::optional<std::string_view>(text) : std::nullopt);
    for (std::size_t i = 1; i < names.size(); ++i)
        if (auto const first = names.earlier(i))
            in.fail({wire_name<&T::non_key_attributes>, i}, "Element ", *first,
                    " is already this attribute; name it once.");
}

/// The rules of a shape T with `projection_type` and `non_key_attributes`.
template <class T>
constexpr auto rules() {
    return std::array{enforce<check_include<T>, include_needs_attributes>(),
                      enforce<check_others<T>, attributes_need_include>(),
                      enforce<check_duplicates<T>, duplicate_attribute>()};
}

/// Checks the size of a list. An empty list with INCLUDE breaks include_needs_attributes, and is not reported again.
template <class T, simple_shape const& List>
void check_list_size(T const& p, rule_context& in) {
    using type = enumeration<decltype(T::projection_type)>;
    auto const* const names = known<&T::non_key_attributes>(p, in);
    if (!names) return;
    bool const reported = names->empty() && enumerator(known<&T::projection_type>(p, in)) == type::INCLUDE;
    if (!reported) in.check_size(wire_name<&T::non_key_attributes>, names->size(), List);
}

/// The rule on the size of `non_key_attributes`, for shapes where one is documented.
template <class T, simple_shape const& List>
constexpr auto size_rule() {
    return std::array{enforce<check_list_size<T, List>, reading::list_size>()};
}

/// The number of attributes that a list of indexes names. `only_include`: only those in projections of type INCLUDE.
template <class Indexes>
std::size_t count_attributes(Indexes const* indexes, rule_context const& in, bool only_include) {
    std::size_t total = 0;
    if (!indexes) return total;
    using index = typename Indexes::value_type;
    for (auto const& i : *indexes) {
        auto const* const p = known<&index::projection>(i, in);
        if (!p) continue;
        using T = std::remove_cvref_t<decltype(*p)>;
        using type = enumeration<decltype(T::projection_type)>;
        auto const* const names = known<&T::non_key_attributes>(*p, in);
        bool const include = enumerator(known<&T::projection_type>(*p, in)) == type::INCLUDE;
        if (names && (include || !only_include)) total += names->size();
    }
    return total;
}

/// Reports more than 100 NonKeyAttributes in the INCLUDE projections of all local and global secondary indexes. Until
/// 2025-04-08, only local ones count, with projections of every type. Until 2022-06-16, the maximum is 20.
template <class T>
void check_total(T const& t, rule_context& in) {
    bool const both = in.edition() >= local_and_global;
    std::size_t const most = in.edition() >= hundred_for_local ? 100 : 20;
    std::size_t total = count_attributes(known<&T::local_secondary_indexes>(t, in), in, both);
    if (both) total += count_attributes(known<&T::global_secondary_indexes>(t, in), in, both);
    if (total > most)
        in.fail({}, total, " NonKeyAttributes in all ", both ? "" : "local ", "indexes; the API allows ",
                most, both ? ". A projection of type ALL does not count." : ".");
}

/// The rule of a shape T with `local_secondary_indexes` and `global_secondary_indexes`.
template <class T>
constexpr auto total_rule() {
    return std::array{enforce<check_total<T>, total_non_key_attributes>()};
}

/// An index that has keys of its own; a vector index has none.
template <class T>
concept has_key_schema = requires(T const& index) {
    index.key_schema;
};

/// Adds the names of the attributes of a key schema that could be read. `schema`: may be null.
template <class Schema>
void add_names(dynabackup::detail::name_list& names, Schema const* schema, rule_context const& in) {
    if (!schema) return;
    using element = typename Schema::value_type;
    for (auto const& e : *schema) {
        auto const* const text = in.knows(e) ? known<&element::attribute_name>(e, in) : nullptr;
        if (text) names.add(*text);
    }
}

/// Reports projected attributes that are keys, in a list of indexes. `table`: the table's key schema, or null; `list`:
/// the path to the indexes.
template <class Schema, class Indexes, class... List>
void find_keys(Schema const* table, Indexes const* indexes, rule_context& in, List... list) {
    if (!indexes) return;
    using index = typename Indexes::value_type;
    dynabackup::detail::name_list of_table;
    bool is_listed = false; // whether of_table is filled, which happens only if it is needed
    for (std::size_t i = 0; i < indexes->size(); ++i) {
        auto const* const p = known<&index::projection>((*indexes)[i], in);
        if (!p) continue;
        using T = std::remove_cvref_t<decltype(*p)>;
        auto const* const names = known<&T::non_key_attributes>(*p, in);
        if (!names || names->empty()) continue;
        if (!std::exchange(is_listed, true)) add_names(of_table, table, in);
        dynabackup::detail::name_list of_index;
        if constexpr (has_key_schema<index>)
            add_names(of_index, known<&index::key_schema>((*indexes)[i], in), in);
        for (std::size_t j = 0; j < names->size(); ++j) {
            std::string_view const name = (*names)[j];
            if (!in.knows((*names)[j])) continue;
            if (of_table.contains(name) || (has_key_schema<index> && of_index.contains(name)))
                in.fail({list..., i, wire_name<&index::projection>, wire_name<&T::non_key_attributes>, j},
                        "The attribute is a key of the table or of this index; keys are always projected.");
        }
    }
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&include_needs_attributes, &attributes_need_include,
                                &total_non_key_attributes, &non_key_is_key, &duplicate_attribute};

} // namespace dynabackup::projection
