#pragma once
/// \file
/// Key schemas: of tables, and of local and global secondary indexes.

#include <dynabackup/detail/util/names.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dynabackup::key_schema {

/// The day from which keys of global secondary indexes may have several attributes.
inline constexpr edition several_attributes = edition::v2025_11_19;

inline constexpr rule size{"key-schema.size",
                           severity::error,
                           edition::v2017_11_29,
                           "A key schema has one or two elements; since 2025-11-19 that of a global "
                           "secondary index has one to eight.",
                           cite::global_secondary_index,
                           example{R"({"KeySchema":[]})",
                                   R"({"KeySchema":[{"AttributeName":"Genre","KeyType":"HASH"}]})",
                                   "GlobalSecondaryIndexInfo"}};
inline constexpr rule hash_count{
    "key-schema.hash-count",
    severity::error,
    edition::v2017_11_29,
    "A key schema has exactly one HASH; since 2025-11-19 that of a global secondary index has one to four.",
    cite::key_schema_element,
    example{R"({"KeySchema":[{"AttributeName":"Genre","KeyType":"RANGE"}]})",
            R"({"KeySchema":[{"AttributeName":"Genre","KeyType":"HASH"}]})", "GlobalSecondaryIndexInfo"}};
inline constexpr rule range_count{
    "key-schema.range-count",
    severity::error,
    several_attributes,
    "A key schema of a global secondary index has at most four RANGE elements.",
    cite::global_secondary_index,
    example{R"({"KeySchema":[{"AttributeName":"A","KeyType":"HASH"},)"
            R"({"AttributeName":"B","KeyType":"RANGE"},{"AttributeName":"C","KeyType":"RANGE"},)"
            R"({"AttributeName":"D","KeyType":"RANGE"},{"AttributeName":"E","KeyType":"RANGE"},)"
            R"({"AttributeName":"F","KeyType":"RANGE"}]})",
            R"({"KeySchema":[{"AttributeName":"A","KeyType":"HASH"},)"
            R"({"AttributeName":"B","KeyType":"RANGE"},{"AttributeName":"C","KeyType":"RANGE"},)"
            R"({"AttributeName":"D","KeyType":"RANGE"},{"AttributeName":"E","KeyType":"RANGE"}]})",
            "GlobalSecondaryIndexInfo"}};
inline constexpr rule hash_first{"key-schema.hash-first",
                                 severity::error,
                                 edition::v2017_11_29,
                                 "In a key schema, every HASH comes before every RANGE.",
                                 cite::key_schema_element,
                                 example{R"({"KeySchema":[{"AttributeName":"Year","KeyType":"RANGE"},)"
                                         R"({"AttributeName":"Genre","KeyType":"HASH"}]})",
                                         R"({"KeySchema":[{"AttributeName":"Genre","KeyType":"HASH"},)"
                                         R"({"AttributeName":"Year","KeyType":"RANGE"}]})",
                                         "GlobalSecondaryIndexInfo"}};
inline constexpr rule distinct_attributes{
    "key-schema.distinct-attributes",
    severity::error,
    edition::v2017_11_29,
    "The attributes of a key schema are distinct.",
    cite::key_schema_element,
    example{R"({"KeySchema":[{"AttributeName":"Genre","KeyType":"HASH"},)"
            R"({"AttributeName":"Genre","KeyType":"RANGE"}]})",
            R"({"KeySchema":[{"AttributeName":"Genre","KeyType":"HASH"},)"
            R"({"AttributeName":"Year","KeyType":"RANGE"}]})",
            "GlobalSecondaryIndexInfo"}};

/// The owner of a key schema.
enum class owner : unsigned char { table, local_index, global_index };

/// The maxima of a key schema in one edition. The minima are one element and one HASH.
struct allowance {
    std::size_t elements; ///< of the list
    std::size_t hashes;   ///< attributes of the partition key
    std::size_t ranges;   ///< attributes of the sort key
};

/// The maxima of a key schema in that edition.
constexpr allowance allowed(owner whose, edition day) {
    if (whose == owner::global_index && day >= several_attributes) return {8, 4, 4};
    return {2, 1, 1};
}

/// The elements of a key schema, counted.
struct composition {
    std::size_t hashes = 0;        ///< elements that are HASH
    std::size_t ranges = 0;        ///< elements that are RANGE
    bool hash_after_range = false; ///< whether a HASH follows a RANGE
};

/// Counts the elements of `key_schema`. Returns nothing if the schema is absent, has an invalid size, or has a key type
/// that is not known: its composition is then not checked.
template <class T>
std::optional<composition> compose(T const& t, rule_context const& in, owner whose) {
    auto const* const schema = known<&T::key_schema>(t, in);
    if (!schema || schema->empty() || schema->size() > allowed(whose, in.edition()).elements) return {};
    using element = typename std::remove_cvref_t<decltype(*schema)>::value_type;
    using type = enumeration<decltype(element::key_type)>;
    composition result;
    for (auto const& e : *schema) {
        auto const found = enumerator(known<&element::key_type>(e, in));
        if (!found) return {};
        if (*found == type::RANGE) {
            ++result.ranges;
        } else {
            ++result.hashes;
            result.hash_after_range |= result.ranges > 0;
        }
    }
    return result;
}

/// Reports a key schema with no element, or with more than its owner may have: two, or since 2025-11-19 eight for a
/// global secondary index.
template <class T, owner Whose>
void check_size(T const& t, rule_context& in) {
    auto const* const schema = known<&T::key_schema>(t, in);
    std::size_t const most = allowed(Whose, in.edition()).elements;
    if (schema && (schema->empty() || schema->size() > most))
        in.fail({wire_name<&T::key_schema>}, schema->size(), " elements; the API allows 1 to ", most, '.');
}

/// Reports a key schema with no HASH, with more HASH elements than its owner may have, or with a HASH after a RANGE.
/// Reports one of a global secondary index with more than four RANGE elements.
template <class T, owner Whose>
void check_composition(T const& t, rule_context& in) {
    auto const made = compose(t, in, Whose);
    if (!made) return;
    auto const most = allowed(Whose, in.edition());
    if (made->hashes == 0 || made->hashes > most.hashes)
        in.fail({wire_name<&T::key_schema>}, made->hashes, " elements are HASH; the key schema needs ",
                most.hashes == 1 ? "exactly " : "1 to ", most.hashes, '.');
    if (made->hash_after_range)
        in.fail(hash_first, {wire_name<&T::key_schema>}, "A HASH follows a RANGE; put the HASH first.");
    // A table or a local index with two RANGE elements has no HASH, which is reported above.
    if (Whose == owner::global_index && in.edition() >= several_attributes && made->ranges > most.ranges)
        in.fail(range_count, {wire_name<&T::key_schema>}, made->ranges,
                " elements are RANGE; the API allows at most ", most.ranges, '.');
}

/// Reports an element of a key schema that has the attribute of an earlier element.
template <class T>
void check_attributes(T const& t, rule_context& in) {
    auto const* const schema = known<&T::key_schema>(t, in);
    if (!schema || schema->size() < 2) return;
    using element = typename std::remove_cvref_t<decltype(*schema)>::value_type;
    dynabackup::detail::name_list names;
    for (auto const& e : *schema) {
        auto const* const text = in.knows(e) ? known<&element::attribute_name>(e, in) : nullptr;
        names.add(text ? std::optional<std::string_view>(*text) : std::nullopt);
    }
    for (std::size_t i = 1; i < names.size(); ++i)
        if (auto const first = names.earlier(i))
            in.fail({wire_name<&T::key_schema>, i}, "Element ", *first,
                    " already has this attribute; a key has each attribute once.");
}

/// The rules of a shape T with a member `key_schema`.
template <class T, owner Whose>
constexpr auto rules() {
    constexpr auto composition = [] {
        if constexpr (Whose == owner::global_index)
            return enforce<check_composition<T, Whose>, hash_count, hash_first, range_count>();
        else return enforce<check_composition<T, Whose>, hash_count, hash_first>();
    }();
    return std::array{enforce<check_size<T, Whose>, size>(), composition,
                      enforce<check_attributes<T>, distinct_attributes>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&size, &hash_count, &range_count, &hash_first, &distinct_attributes};

} // namespace dynabackup::key_schema
