#pragma once
/// \file
/// Collects what the descriptions of a struct say about its members, and checks that they are complete.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/detail/value_tables.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup::detail {

/// The size of the longest key that is compared as a block.
inline constexpr std::size_t longest_key = 64;

/// What only templates can determine about a member; `make_members` does the rest.
struct described_member {
    std::string_view name;         ///< in C++
    void const* address = nullptr; ///< in an object that is only declared
    value_table const* value = nullptr;
    value_kind kind{};
    dynabackup::presence presence{};
    std::uint32_t size = 0, alignment = 0;
    shape_table const* record = nullptr; ///< of the records in the member; null: it has none
    bool has_record =
        false; ///< whether there is one: with sanitizers, GCC cannot compare addresses with null
    bool leads_to_records = false;
    bool holds_records = false;
    std::ptrdiff_t offset = -1; ///< -1: not available in a constant expression
};

template <class T>
constexpr shape_table const* record_below();
template <class T>
constexpr bool has_record_below();
template <class T>
constexpr bool leads_to_records();

/// Returns the shape of the records in a value; null if there are none.
template <class M>
constexpr shape_table const* record_in(std::type_identity<M>) {
    if constexpr (record_shape<M>) return &shape_table_of<M>;
    else if constexpr (described_struct<M>) return record_below<M>();
    else return nullptr;
}
template <class M>
constexpr shape_table const* record_in(std::type_identity<std::vector<M>>) {
    return record_in(std::type_identity<M>{});
}

template <class M>
constexpr shape_table const* record_in(std::type_identity<unwrapped_list<M>>) {
    return record_shape<M> ? &shape_table_of<unwrapped<M>> : nullptr;
}

/// Whether there are records in a value.
template <class M>
constexpr bool has_record(std::type_identity<M>) {
    if constexpr (record_shape<M>) return true;
    else if constexpr (described_struct<M>) return has_record_below<M>();
    else return false;
}
template <class M>
constexpr bool has_record(std::type_identity<std::vector<M>>) {
    return has_record(std::type_identity<M>{});
}

template <class M>
constexpr bool has_record(std::type_identity<unwrapped_list<M>>) {
    return record_shape<M>;
}

/// Whether a value is a list of records, or has one below it at which reading may stop.
template <class M>
constexpr bool has_record_list(std::type_identity<M>) {
    if constexpr (described_struct<M> && !record_shape<M>) return leads_to_records<M>();
    else return false;
}
template <class M>
constexpr bool has_record_list(std::type_identity<std::vector<M>>) {
    return record_shape<M>;
}
template <class M>
constexpr bool has_record_list(std::type_identity<unwrapped_list<M>>) {
    return record_shape<M>;
}

template <class M>
constexpr bool is_record_or_list(std::type_identity<M>) {
    return record_shape<M>;
}
template <class M>
constexpr bool is_record_or_list(std::type_identity<std::vector<M>>) {
    return record_shape<M>;
}
template <class M>
constexpr bool is_record_or_list(std::type_identity<unwrapped_list<M>>) {
    return record_shape<M>;
}

template <std::ptrdiff_t Offset, class T, class M>
constexpr described_member describe_member(std::string_view name, M T::*pointer) {
    using type = member_type<M>;
    constexpr std::type_identity<typename type::value> value{};
    value_table of_type{};
    describe_value(of_type, value);
    return {name,
            address_of(pointer),
            &made_value<M>::table,
            of_type.kind,
            type::presence,
            sizeof(M),
            alignof(M),
            record_in(value),
            has_record(value),
            has_record_list(value),
            is_record_or_list(value),
            Offset};
}

template <class T, template <class...> class List, class... D>
constexpr auto describe_members(List<D...>*) {
    return std::array<described_member, sizeof...(D)>{
        describe_member<offset_of<D::pointer, T>>(D::name, D::pointer)...};
}

template <class T>
inline constexpr auto described = describe_members<T>(static_cast<described_members<T>*>(nullptr));

template <class T>
constexpr shape_table const* record_below() {
    for (auto const& d : described<T>)
        if (d.has_record) return d.record;
    return nullptr;
}
template <class T>
constexpr bool has_record_below() {
    for (auto const& d : described<T>)
        if (d.has_record) return true;
    return false;
}
template <class T>
constexpr bool leads_to_records() {
    for (auto const& d : described<T>)
        if (d.leads_to_records) return true;
    return false;
}

template <class T>
inline constexpr auto given_facts = members(std::type_identity<T>{});

/// Appends the wire name of a member, as the dialect spells it.
constexpr char* spell(char* out, std::string_view name, bool pascal_case, bool camel_case = false) {
    bool upper = pascal_case;
    for (char const c : name) {
        if ((pascal_case || camel_case) && c == '_') {
            upper = true;
            continue;
        }
        *out++ = upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
    }
    return out;
}

/// What is complete in a description.
struct description_check {
    bool each_listed_once = true, all_described = true, declared_order = true;
};

/// Whether the members lie in the struct one after the other, in the order of the description. Tables need the offsets
/// of the members.
constexpr bool fills_struct(described_member const* d, std::size_t n, std::size_t size) {
    std::size_t end = 0, alignment = 1;
    for (std::size_t i = 0; i < n; ++i) {
        end = (end + d[i].alignment - 1) / d[i].alignment * d[i].alignment;
        if (d[i].offset >= 0 && static_cast<std::size_t>(d[i].offset) != end) return false;
        end += d[i].size;
        alignment = std::max<std::size_t>(alignment, d[i].alignment);
    }
    return n == 0 || (end + alignment - 1) / alignment * alignment == size;
}

template <class T>
constexpr description_check check_description() {
    description_check result;
    auto const& d = described<T>;
    result.all_described = fills_struct(d.data(), d.size(), sizeof(T));
    for (auto const& one : d) {
        int listed = 0;
        for (auto const& f : given_facts<T>) listed += f.member == one.address;
        if (listed != 1) result.each_listed_once = false;
    }
    if (given_facts<T>.size() != d.size()) result.each_listed_once = false;
#if DYNABACKUP_ORDERS_MEMBERS // with Clang the offsets show it
    for (std::size_t i = 1; i < d.size(); ++i)
        if (!(d[i - 1].address < d[i].address)) result.declared_order = false;
#endif
    return result;
}

template <class T>
constexpr bool is_described_well() {
    constexpr auto found = check_description<T>();
    static_assert(
        found.each_listed_once,
        "members(std::type_identity<T>) lists each member that BOOST_DESCRIBE_STRUCT names exactly once");
    static_assert(
        found.all_described,
        "BOOST_DESCRIBE_STRUCT names every data member of the struct, in the order of their declaration");
    static_assert(found.declared_order,
                  "BOOST_DESCRIBE_STRUCT names the members in the order of their declaration");
    static_assert(described<T>.size() <= most_members, "a shape has at most 64 members");
    return found.each_listed_once;
}

/// What the API says about each member of T, in the documented order.
template <class T>
inline constexpr auto facts_of = [] {
    constexpr bool ok = is_described_well<T>();
    std::array<member_facts, described<T>.size()> facts{};
    for (std::size_t i = 0; ok && i < facts.size(); ++i)
        for (auto const& f : given_facts<T>)
            if (f.member == described<T>[i].address) facts[i] = f;
    for (auto& f : facts) f.member = nullptr; // the object is never made
    return facts;
}();

/// The keys of the members of T, one after another.
template <class T>
inline constexpr auto keys_of = [] {
    constexpr std::size_t most = [] {
        std::size_t size = longest_key;
        for (std::size_t i = 0; i < described<T>.size(); ++i)
            size += described<T>[i].name.size() + facts_of<T>[i].name.size() + 3;
        return size;
    }();
    struct {
        std::array<char, most> text{};
        std::array<std::size_t, described<T>.size() + 1> ends{}; ///< the end of each key, after a zero
    } keys;
    char* p = keys.text.data();
    for (std::size_t i = 0; i < described<T>.size(); ++i) {
        auto const renamed = facts_of<T>[i].name;
        *p++ = '"';
        constexpr dialect_facts spelled = dialect(std::type_identity<T>{});
        p = renamed.empty() ? spell(p, described<T>[i].name, spelled.pascal_case, spelled.camel_case)
                            : spell(p, renamed, false);
        *p++ = '"';
        *p++ = ':';
        keys.ends[i + 1] = static_cast<std::size_t>(p - keys.text.data());
    }
    return keys;
}();

} // namespace dynabackup::detail
