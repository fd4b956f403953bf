#pragma once
/// \file
/// The description of a struct as constexpr tables: wire names, wire order, the facts of each member.

#include <dynabackup/model/member.hpp>
#include <dynabackup/nullable.hpp>
#include <dynabackup/open_enum.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dynabackup {

/// How a family of documents is spelled; `dialect(std::type_identity<T>)` beside its structs returns one.
struct dialect_facts {
    bool pascal_case;    ///< `backup_arn` is `BackupArn` on the wire; else it is itself
    bool null_is_absent; ///< `null` is documented for any member; else it is a finding
    bool epoch_seconds;  ///< a time may be a number of seconds; else it is always text
    /// Whose documents they are: `aws`. Tells shapes of one name apart.
    std::string_view system = {};
};

// ---- the categories of types a member can have ----

template <class T>
concept described_struct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_optional<nullable<T>> = true;
template <class T>
inline constexpr bool is_nullable = false;
template <class T>
inline constexpr bool is_nullable<nullable<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_open_enum = false;
template <class E>
inline constexpr bool is_open_enum<open_enum<E>> = true;

template <class T>
concept optional_member = is_optional<T>;
template <class T>
concept list_member = is_list<T>;
template <class T>
concept enum_member = is_open_enum<T>;

/// A backup record: it is counted, checked and, if damaged, rejected by itself.
template <class T>
concept record_shape = requires {
    is_record(std::type_identity<T>{});
};

namespace detail {
/// The name that a compiler's name of a function template ends with: `… [with T = ns::Name; …]`.
consteval std::string_view last_name(std::string_view function) {
    function.remove_prefix(function.find("T = ") + 4);
    function = function.substr(0, function.find_first_of(";]"));
    auto const colon = function.rfind(':');
    return colon == function.npos ? function : function.substr(colon + 1);
}
} // namespace detail

/// The name of a shape: its struct's or enumeration's own, without namespaces.
template <class T>
constexpr std::string_view shape_name() {
    constexpr std::string_view name = detail::last_name(__PRETTY_FUNCTION__);
    return name;
}

namespace detail {

template <class Descriptor>
struct pascal_case {
    static constexpr std::string_view source = Descriptor::name;
    static constexpr std::size_t size = [] {
        std::size_t n = 0;
        for (char c : source) n += c != '_';
        return n;
    }();
    static constexpr auto text = [] {
        std::array<char, size> out{};
        std::size_t n = 0;
        bool upper = true;
        for (char c : source) {
            if (c != '_') out[n++] = upper ? static_cast<char>(c - 'a' + 'A') : c;
            upper = c == '_';
        }
        return out;
    }();
};

/// The facts of T in the order of its description; each described member must be there exactly once.
template <class T>
constexpr auto order_facts() {
    auto const given = members(std::type_identity<T>{});
    static_assert(given.size() == member_count<T>,
                  "members(type_identity<T>) must list every described member once");
    std::array<member_facts, member_count<T>> ordered{};
    std::array<bool, member_count<T>> seen{};
    for (auto const& f : given) {
        if (seen[f.index]) __builtin_abort(); // a member is listed twice
        seen[f.index] = true;
        ordered[f.index] = f;
    }
    return ordered;
}

} // namespace detail

/// What the API says of each member of T, in the documented order.
template <class T>
inline constexpr auto facts_of = detail::order_facts<T>();

/// The wire name of member I of T.
template <class T, std::size_t I>
inline constexpr std::string_view wire_name = [] {
    using d = described_member<T, I>;
    if (auto name = facts_of<T>[I].name; !name.empty()) return name;
    if constexpr (dialect(std::type_identity<T>{}).pascal_case)
        return std::string_view(detail::pascal_case<d>::text.data(), detail::pascal_case<d>::size);
    else return std::string_view(d::name);
}();

/// The wire name of a member, for paths: `at<&BackupDetails::backup_arn>` is "BackupArn".
template <auto Pointer>
inline constexpr std::string_view at = wire_name<struct_of<Pointer>, detail::index_of<Pointer>>;

/// The wire names of T, in the documented order.
template <class T>
inline constexpr auto wire_names = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<std::string_view, sizeof...(I)>{wire_name<T, I>...};
}
(std::make_index_sequence<member_count<T>>{});

/// The members of T in the order of the documentation, in which they are declared.
template <class T>
inline constexpr auto documented_order = [] {
    std::array<std::size_t, member_count<T>> order{};
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    return order;
}();

/// Whether member I of T is required (in the latest edition).
template <class T, std::size_t I>
inline constexpr bool is_required = [] {
    using member = std::remove_cvref_t<decltype(std::declval<T&>().*described_member<T, I>::pointer)>;
    return !is_optional<member>;
}();

/// Whether two values are equal in all members. Once for a namespace of shapes stands an `operator==` that calls
/// this: a defaulted one in each struct would cost every includer its compilation.
template <described_struct T>
bool equal_members(T const& a, T const& b) {
    return [&]<template <class...> class List, class... Descriptors>(List<Descriptors...>*) {
        return ((a.*Descriptors::pointer == b.*Descriptors::pointer) && ...);
    }(static_cast<described_members<T>*>(nullptr));
}

} // namespace dynabackup
