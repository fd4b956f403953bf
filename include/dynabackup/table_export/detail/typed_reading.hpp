#pragma once
/// \file
/// Reads attributes into a user's struct: each by the C++ type of its member, without an intermediate AttributeValue.
///
/// The reader is compiled with each struct, so it must be visible where a struct is read: this header is for programs
/// that use the library header-only, and for the one file that includes src.hpp.

#include <dynabackup/detail/config.hpp>
#if !DYNABACKUP_DEFINE
#error                                                                                                       \
    "A user's struct is read by code that is compiled with it: include items.hpp where the library is defined."
#endif

#include <dynabackup/aws/detail/attribute_reading.hpp>
#include <dynabackup/model/detail/words.hpp>
#include <dynabackup/table_export/detail/typed_members.hpp>
#include <dynabackup/table_export/detail/typed_texts.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup::table_export::detail {

using dynabackup::detail::value_absent;
using dynabackup::detail::value_read;
using dynabackup::detail::value_unreadable;

template <class T>
read_result read_attributes(tagged_values& in, token at, T& out, path_node const& where, std::size_t level);

// ---- values of a type ----

inline read_result refuse_type(tagged_values& in, token at, AttributeType type, path_node const& where,
                               std::string_view expected) {
    return in.refuse_value(
        at, where, reading::wrong_type,
        concat("The type is ", aws::attribute_tag(type), "; the member takes ", expected, '.'));
}

template <class V>
read_result read_elements_into(tagged_values& in, token at, V& out, path_node const& where, std::size_t level,
                               bool is_list) {
    using element = typename V::value_type;
    constexpr bool is_reused = !set_type<V> && !std::same_as<element, bool>;
    if constexpr (!is_reused) out.clear();
    if (!in.is(at, '[') || in.is_too_deep()) return in.refuse_container(at, where, "a list");
    auto const read_one = [&](token one, element& value, path_node const& here) {
        if (is_list) return read_attribute(in, one, value, here, level + 1);
        if constexpr (text_type<element>) return read_text(in, one, value, here);
        else return read_result{};
    };
    std::size_t size = 0;
    ++in.in().depth;
    auto const result = in.read_elements(at + 1, where, [&](std::size_t n, token one) {
        path_node const here{&where, path_step{n}};
        if constexpr (is_reused) { // reuses the elements of the previous item, and their memory
            if (n == out.size()) out.emplace_back();
            size = n + 1;
            return read_one(one, out[n], here);
        } else {
            element value{};
            auto const read = read_one(one, value, here);
            if (!read.status.is_read()) return read;
            if constexpr (set_type<V>) out.insert(std::move(value));
            else out.push_back(std::move(value));
            return read;
        }
    });
    --in.in().depth;
    if constexpr (is_reused) out.resize(size);
    return result;
}

/// Reads a value of that type.
template <class V>
read_result read_typed(tagged_values& in, token at, AttributeType type, V& out, path_node const& where,
                       std::size_t level) {
    if constexpr (std::same_as<V, bool>) {
        if (type == AttributeType::boolean) return in.read_truth(at, out, where);
        return refuse_type(in, at, type, where, "BOOL");
    } else if constexpr (text_type<V>) {
        constexpr auto own = type_of_text<V>();
        if (type == own) [[likely]]
            return read_text(in, at, out, where);
        return refuse_type(in, at, type, where, aws::attribute_tag(own));
    } else if constexpr (map_type<V> || std::same_as<V, AttributeMap> || described_struct<V>) {
        if (type != AttributeType::map) return refuse_type(in, at, type, where, "M");
        if (!in.is(at, '{') || in.is_too_deep()) return in.refuse_container(at, where, "an object");
        return read_attributes(in, at, out, where, level + 1);
    } else {
        constexpr bool is_list = is_vector<V>;
        using element = typename V::value_type;
        if constexpr (text_type<element>)
            if (type == set_of(type_of_text<element>()))
                return read_elements_into(in, at, out, where, level, false);
        if constexpr (is_list)
            if (type == AttributeType::list) return read_elements_into(in, at, out, where, level, true);
        return refuse_type(in, at, type, where, is_list ? "L" : "a set of its elements");
    }
}

/// Reads the value of an attribute if it is valid, of the expected type, and plainly written as one text. Returns false
/// if it is not.
template <class V>
DYNABACKUP_ALWAYS_INLINE inline bool read_short(tagged_values const& in, token at, V& out,
                                                std::size_t level) {
    if constexpr (is_optional<V>) {
        if (out) return read_short(in, at, *out, level);
        typename V::value_type value{};
        return read_short(in, at, value, level) && (out = std::move(value), true);
    } else if constexpr (text_type<V>) {
        auto const [tag, text] = in.find_text(at, level);
        if (tag != aws::attribute_tag(type_of_text<V>()).front()) return false;
        if constexpr (std::same_as<V, std::string>) return dynabackup::detail::assign_text(out, text), true;
        else return !take_text(text, out).which;
    } else {
        return false;
    }
}

/// Reads the value of an attribute.
template <class V>
read_result read_attribute(tagged_values& in, token at, V& out, path_node const& where, std::size_t level) {
    if constexpr (std::same_as<V, AttributeValue>) {
        return aws::detail::attribute_reader(in.in()).read_value(at, out, where, level);
    } else {
        if (read_short(in, at, out, level)) [[likely]]
            return {at + 5, value_read};
        return in.read_tagged(at, where, level, [&](token value, AttributeType type, path_node const& below) {
            if constexpr (is_optional<V>) {
                if (type != AttributeType::null)
                    return read_typed(in, value, type, out ? *out : out.emplace(), below, level);
                auto read = in.read_null(value, below);
                if (read.status.is_read()) out.reset();
                return read;
            } else {
                return read_typed(in, value, type, out, below, level);
            }
        });
    }
}

// ---- members ----

/// Finds the attributes that have no member of their own by name, if they are kept.
struct no_names {};
template <class T>
using names_of_others = std::conditional_t<takes_others<T>, aws::detail::attribute_names, no_names>;

/// The value of an attribute in the member for other attributes, and whether it was there before.
struct other_value {
    AttributeValue& value;
    bool is_repeated;
};
inline other_value other_value_in(AttributeMap& others, std::string const& name,
                                  aws::detail::attribute_names& names) {
    if (auto* const known = names.find(others, others.size(), name)) return {known->value, true};
    return {others.append(name).value, false};
}
template <class Map>
other_value other_value_in(Map& others, std::string const& name, aws::detail::attribute_names&) {
    auto const [place, is_new] = others.try_emplace(name);
    return {place->second, !is_new};
}

/// Reads an attribute that has no member of its own into the member for other attributes, or skips it.
template <class T>
read_result read_other(tagged_values& in, token at, T& out, std::string_view name, path_node const& where,
                       std::size_t level, token key, names_of_others<T>& names) {
    auto& r = in.in();
    if constexpr (takes_others<T>) {
        auto& others = out.*other_attributes(std::type_identity<T>{});
        std::string const own_name(name);
        path_node const here{&where, std::string_view(own_name)};
        auto const other = other_value_in(others, own_name, names);
        auto const result = read_attribute(in, at, other.value, here, level);
        if (other.is_repeated && !result.status.stopped())
            dynabackup::detail::report_duplicate(r, where, own_name, key);
        return result;
    } else {
        if (!r.options.strict && in.find_text(at, level).tag != 0) [[likely]]
            return {at + 5, value_read};
        std::string const own_name(r.options.strict ? name : std::string_view());
        path_node const here{&where, std::string_view(own_name)};
        auto const result = dynabackup::detail::with_cursor(
            r, at, [&] { return dynabackup::detail::skip(r, here, value_read); });
        if (r.options.strict && !result.status.stopped()) // otherwise an item may have any attributes
            r.findings.report(reading::unknown_member, here, at, "The struct has no member of this name.");
        return result;
    }
}

/// Reads the attributes of an object into a struct or a map. \pre An object begins at the token.
template <class T>
read_result read_attributes(tagged_values& in, token at, T& out, path_node const& where, std::size_t level) {
    auto& r = in.in();
    if constexpr (std::same_as<T, AttributeMap>) {
        return aws::detail::attribute_reader(r).read_map(at, out, where, level);
    } else if constexpr (map_type<T>) {
        out.clear();
        bool whole = true;
        ++r.depth;
        auto result = in.read_members(at + 1, where, [&](std::string_view name, token key, token value) {
            auto const [place, is_new] = out.try_emplace(std::string(name));
            auto const read = read_attribute(in, value, place->second,
                                             path_node{&where, std::string_view(place->first)}, level);
            if (!is_new && !read.status.stopped())
                dynabackup::detail::report_duplicate(r, where, place->first, key);
            if (!read.status.stopped() && !read.status.is_read()) whole = (out.erase(place), false);
            return read;
        });
        --r.depth;
        if (!whole && !result.status.stopped()) result.status = value_unreadable;
        return result;
    } else {
        static_assert(attribute_count<T> <= 64, "a struct for items has at most 64 members");
        constexpr auto& all = typed_members<T>;
        if constexpr (takes_others<T>) (out.*other_attributes(std::type_identity<T>{})).clear();
        std::uint64_t seen = 0;
        std::size_t next = 0; // the member that is expected
        [[maybe_unused]] names_of_others<T> names;
        bool whole = true;
        auto const opening = at;
        ++r.depth;
        auto result = in.read_members(at + 1, where, [&](std::string_view name, token key, token value) {
            auto index = next < all.size() && is_same(all[next].name, name) ? next : find_attribute<T>(name);
            if (index == all.size()) {
                auto const read = read_other(in, value, out, name, where, level, key, names);
                if constexpr (takes_others<T>) whole = whole && read.status.is_read();
                return read;
            }
            next = index + 1;
            auto const& member = all[index];
            auto const read = member.read(in, value, &out, path_node{&where, member.name}, level);
            if (seen & std::uint64_t{1} << index && !read.status.stopped())
                dynabackup::detail::report_duplicate(r, where, member.name, key);
            seen |= std::uint64_t{1} << index;
            whole = whole && read.status.is_read();
            return read;
        });
        --r.depth;
        if (result.status.stopped()) return result;
        if (!whole) result.status = value_unreadable;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (seen & std::uint64_t{1} << i) continue;
            if (all[i].leave_out) {
                all[i].leave_out(&out);
                continue;
            }
            r.findings.report(
                reading::missing_member, {&where, all[i].name}, nullptr,
                concat("The attribute ", all[i].name, " is absent; its member is not optional."), opening);
            result.status = value_unreadable;
        }
        return result;
    }
}

} // namespace dynabackup::table_export::detail
