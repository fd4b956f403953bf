#pragma once
/// \file
/// Reads a member of an object, or makes it absent.

#include <dynabackup/read/scalar.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dynabackup::detail {

template <described_struct T>
got read_value(context& c, T& out, path_node const& where, allowed may);
template <class V>
got read_value(context& c, std::vector<V>& out, path_node const& where, allowed may);

template <class T, std::size_t I>
constexpr allowed allowed_of = {!is_required<T, I>, dialect(std::type_identity<T>{}).epoch_seconds};

/// Whether the documentation of an optional member speaks of null; else it is a finding.
template <class T, std::size_t I>
constexpr bool null_is_documented =
    !is_required<T, I> &&
    (dialect(std::type_identity<T>{}).null_is_absent ||
     is_nullable<std::remove_cvref_t<decltype(std::declval<T&>().*described_member<T, I>::pointer)>>);

/// What a member holds after an attempt to read it.
template <class T, std::size_t I>
got settle_member(context& c, T& object, got result) {
    auto& member = object.*described_member<T, I>::pointer;
    if (result == got::value || result == got::suspended) [[likely]]
        return result;
    if constexpr (!is_required<T, I>) member.reset();
    else member = {};
    if constexpr (is_nullable<std::remove_reference_t<decltype(member)>>)
        if (result == got::absent) member = nullptr;
    if (result == got::unread) c.unread.insert(member);
    return result;
}

/// Reads a null that the documentation speaks of, if one is there.
template <class T, std::size_t I>
[[gnu::always_inline]] inline bool read_documented_null(context& c, json::token_cursor& cursor, T& object) {
    if constexpr (!null_is_documented<T, I>) return false;
    else {
        if (cursor.peek() != 'n' || cursor.token() != "null") return false;
        ++cursor.at;
        settle_member<T, I>(c, object, got::absent);
        return true;
    }
}

/// Reads the value of a member, or reports why it cannot be read.
template <class T, std::size_t I>
[[gnu::always_inline]] inline got read_member_value(context& c, T& object, path_node const& parent,
                                                    std::string_view name) {
    auto& member = object.*described_member<T, I>::pointer;
    if (read_documented_null<T, I>(c, c.cursor, object)) return got::absent;
    path_node const where{&parent, name};
    if constexpr (!is_required<T, I>) {
        if (!member) member.emplace();
        return settle_member<T, I>(c, object, read_value(c, *member, where, allowed_of<T, I>));
    } else {
        return settle_member<T, I>(c, object, read_value(c, member, where, allowed_of<T, I>));
    }
}

template <class M>
concept plain_member = requires(json::token_cursor& c, M& member) {
    read_plain(c, member);
};

template <class M>
struct value_of {
    using type = M;
};
template <class M>
struct value_of<std::optional<M>> {
    using type = M;
};
template <class M>
struct value_of<nullable<M>> {
    using type = M;
};
/// The type of a member's value, optional or not.
template <class M>
using member_value = typename value_of<M>::type;

/// Whether member I has a spelling for the hot path.
template <class T, std::size_t I>
constexpr bool has_plain_spelling = [] {
    using V =
        member_value<std::remove_cvref_t<decltype(std::declval<T&>().*described_member<T, I>::pointer)>>;
    return plain_member<V> || std::same_as<V, timestamp>;
}();

/// An empty text or list that stands for an absent member.
template <class T, std::size_t I>
[[gnu::always_inline]] inline void drop_empty(T& object) {
    if constexpr (facts_of<T>[I].empty_is_absent) {
        auto& member = object.*described_member<T, I>::pointer;
        if (member && member->empty()) member.reset();
    }
}

/// Reads member I of an object if its value is spelled as services write it; else moves nothing.
/// \pre it has a plain spelling, and the cursor is at its value, which is plain
template <class T, std::size_t I>
[[gnu::always_inline]] inline bool read_plain_member(json::token_cursor& c, T& object) {
    auto& member = object.*described_member<T, I>::pointer;
    using V = member_value<std::remove_reference_t<decltype(member)>>;
    V* value = nullptr;
    if constexpr (is_required<T, I>) value = &member;
    else value = member ? &*member : &member.emplace();
    if constexpr (plain_member<V>) return read_plain(c, *value);
    else return read_plain_time<dialect(std::type_identity<T>{}).epoch_seconds>(c, *value);
}

/// A value is read once more: what could not be read in it says nothing any longer.
template <class M>
void forget_unread(context& c, M const& value) {
    c.unread.erase(value);
    if constexpr (is_optional<M>) {
        if (value) forget_unread(c, *value);
    } else if constexpr (is_list<M>) {
        for (auto const& element : value) forget_unread(c, element);
    } else if constexpr (described_struct<M>) {
        boost::mp11::mp_for_each<described_members<M>>([&](auto d) { forget_unread(c, value.*d.pointer); });
    }
}

/// Makes member I what it is when it is absent.
template <class T, std::size_t I>
void clear_member(T& object) {
    auto& member = object.*described_member<T, I>::pointer;
    if constexpr (!is_required<T, I>) member.reset();
    else if constexpr (std::same_as<std::remove_reference_t<decltype(member)>, std::string> ||
                       is_list<std::remove_reference_t<decltype(member)>>)
        member.clear();
    else member = {};
}

/// A set of members: bit I is member I.
template <class T, std::size_t I>
constexpr std::uint64_t bit_of = [] {
    static_assert(member_count<T> <= 64);
    return std::uint64_t{1} << I;
}();

/// Whether the edition does not have a member yet.
inline bool is_hidden(context const& c, member_facts const& facts) {
    return !c.latest && c.options.edition < facts.entered;
}

/// The members of T that the edition does not have yet.
template <class T>
std::uint64_t hidden_members(context const& c) {
    std::uint64_t hidden = 0;
    if (!c.latest)
        for (std::size_t i = 0; i < member_count<T>; ++i)
            hidden |= std::uint64_t{is_hidden(c, facts_of<T>[i])} << i;
    return hidden;
}

/// Required members that an object lacks, and optional ones that it does not have.
template <class T>
void finish_members(context& c, T& object, std::uint64_t seen, path_node const& where,
                    std::uint32_t const* opening) {
    constexpr std::uint64_t all =
        member_count<T> == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << member_count<T>)-1;
    if (seen == all) return;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        auto one = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
            if (seen >> K & 1) return;
            clear_member<T, K>(object);
            if constexpr (is_required<T, K>) {
                constexpr auto const& facts = facts_of<T>[K];
                if (c.options.edition >= facts.obliged)
                    c.report(reading::missing_member, {&where, wire_name<T, K>}, nullptr,
                             concat("The required member ", wire_name<T, K>, " is absent."), opening);
                c.unread.insert(object.*described_member<T, K>::pointer);
            }
        };
        (one(std::integral_constant<std::size_t, I>{}), ...);
    }
    (std::make_index_sequence<member_count<T>>{});
}

} // namespace dynabackup::detail
