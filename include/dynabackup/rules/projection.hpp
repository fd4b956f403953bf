#pragma once
/// \file
/// Projections: which attributes an index copies from its table.

#include <dynabackup/concat.hpp>
#include <dynabackup/enforce.hpp>
#include <dynabackup/names.hpp>
#include <dynabackup/rules/reading.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::projection {

/// The days on which the limit on all indexes together changed.
inline constexpr edition hundred_for_local = edition::v2022_06_17;
/// Global indexes count, too.
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
    "All indexes together name at most 100 NonKeyAttributes, one "
    "named twice counting twice; to 2025-04-08 counted "
    "over local indexes only, and to 2022-06-16 at most 20.",
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
    "A projection names an attribute once.",
    cite::projection,
    example{R"({"ProjectionType":"INCLUDE","NonKeyAttributes":["Title","Title"]})",
            R"({"ProjectionType":"INCLUDE","NonKeyAttributes":["Title"]})", "Projection"}};

/// The rules of a shape T with `projection_type` and `non_key_attributes`.
template <class T>
constexpr void rules(auto const& enforce) {
    using type = enumeration<decltype(T::projection_type)>;
    enforce(include_needs_attributes, [](T const& p, auto const& in) {
        auto const* const names = known<&T::non_key_attributes>(p, in);
        bool const none = names ? names->empty() : in.knows(p.non_key_attributes);
        if (none && enumerator(known<&T::projection_type>(p, in)) == type::INCLUDE)
            in.fail({}, "INCLUDE without ", at<&T::non_key_attributes>,
                    "; name the attributes, or use KEYS_ONLY.");
    });
    enforce(attributes_need_include, [](T const& p, auto const& in) {
        auto const* const names = known<&T::non_key_attributes>(p, in);
        auto const found = enumerator(known<&T::projection_type>(p, in));
        if (names && !names->empty() && found && *found != type::INCLUDE)
            in.fail({at<&T::non_key_attributes>}, "Attributes are named, but the type is ", name_of(*found),
                    "; leave them out, or use INCLUDE.");
    });
    enforce(duplicate_attribute, [](T const& p, auto const& in) {
        auto const* const names = known<&T::non_key_attributes>(p, in);
        if (!names) return;
        auto const name = [&](std::size_t i) {
            auto const& text = (*names)[i];
            return in.knows(text) ? std::optional<std::string_view>(text) : std::nullopt;
        };
        for_each_duplicate(names->size(), name, [&](std::size_t i, std::size_t first) {
            if (name(i))
                in.fail({at<&T::non_key_attributes>, i}, "The attribute of element ", first,
                        " again; name it once.");
        });
    });
}

/// The size of `non_key_attributes`, where one is documented: an empty list with INCLUDE is said to be that by
/// include_needs_attributes, and not by this.
template <class T, simple_shape const& List>
constexpr void size_rule(auto const& enforce) {
    using type = enumeration<decltype(T::projection_type)>;
    enforce(reading::list_size, [](T const& p, auto const& in) {
        auto const* const names = known<&T::non_key_attributes>(p, in);
        if (!names) return;
        bool const said = names->empty() && enumerator(known<&T::projection_type>(p, in)) == type::INCLUDE;
        if (!said) in.check_limits(at<&T::non_key_attributes>, *names, List);
    });
}

/// How many attributes a list of indexes names; `only_include`: in projections of type INCLUDE.
template <class Indexes, class Subject>
std::size_t count_attributes(Indexes const* indexes, Subject const& in, bool only_include) {
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

/// The rule of a shape T with `local_secondary_indexes` and `global_secondary_indexes`.
template <class T>
constexpr void total_rule(auto const& enforce) {
    enforce(total_non_key_attributes, [](T const& t, auto const& in) {
        bool const both = in.edition() >= local_and_global;
        std::size_t const most = in.edition() >= hundred_for_local ? 100 : 20;
        std::size_t total = count_attributes(known<&T::local_secondary_indexes>(t, in), in, both);
        if (both) total += count_attributes(known<&T::global_secondary_indexes>(t, in), in, both);
        if (total > most)
            in.fail({}, total, " NonKeyAttributes over all ", both ? "" : "local ", "indexes; allowed are ",
                    most, ". A projection of type ALL does not count.");
    });
}

/// An index that has keys of its own; a vector index has none.
template <class T>
concept has_key_schema = requires(T const& index) {
    index.key_schema;
};

/// The names of the attributes of a key schema, as far as they could be read.
template <class Schema, class Subject>
class key_names {
public:
    /// `schema`: may be null.
    key_names(Schema const* schema, Subject const& in) : schema_(schema), in_(in) {}

    /// Cost: as many comparisons as there are names; of more than few_names a logarithm, once they are sorted.
    bool contains(std::string_view name) {
        if (!schema_) return false;
        if (schema_->size() <= few_names) {
            for (auto const& e : *schema_)
                if (auto const* const known = name_of(e); known && *known == name) return true;
            return false;
        }
        if (sorted_.empty()) {
            for (auto const& e : *schema_)
                if (auto const* const known = name_of(e)) sorted_.push_back(*known);
            sort_names(sorted_);
        }
        return holds_name(sorted_, name);
    }

private:
    using element = typename Schema::value_type;

    std::string const* name_of(element const& e) const {
        auto const* const text = known<&element::attribute_name>(e, in_);
        return in_.knows(e) ? text : nullptr;
    }

    Schema const* schema_;
    Subject const& in_;
    std::vector<std::string_view> sorted_;
};

/// Reports the attributes in the projections of a list of indexes that are keys. `table`: the table's key
/// schema, or null; `list`: the path to the indexes.
template <class Schema, class Indexes, class Subject, class... List>
void find_keys(Schema const* table, Indexes const* indexes, Subject const& in, List... list) {
    if (!indexes) return;
    using index = typename Indexes::value_type;
    key_names of_table(table, in);
    for (std::size_t i = 0; i < indexes->size(); ++i) {
        auto const* const p = known<&index::projection>((*indexes)[i], in);
        if (!p) continue;
        using T = std::remove_cvref_t<decltype(*p)>;
        auto const* const names = known<&T::non_key_attributes>(*p, in);
        if (!names || names->empty()) continue;
        auto of_index = [&] {
            if constexpr (has_key_schema<index>)
                return key_names(known<&index::key_schema>((*indexes)[i], in), in);
            else return key_names<Schema, Subject>(nullptr, in);
        }();
        for (std::size_t j = 0; j < names->size(); ++j) {
            std::string_view const name = (*names)[j];
            if (!in.knows((*names)[j])) continue;
            if (of_table.contains(name) || of_index.contains(name))
                in.fail({list..., i, at<&index::projection>, at<&T::non_key_attributes>, j},
                        "A key of the table or of this index, which is projected anyway; leave it out.");
        }
    }
}

} // namespace dynabackup::projection
