#pragma once
/// \file
/// The wire name of a member, for paths in rules, and the day on which it entered the API. Compiles no tables.

#include <dynabackup/model/detail/described_members.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace detail {

/// A member as Boost.Describe knows it.
struct named_member {
    std::string_view name;
    void const* address;
};

template <class T, template <class...> class List, class... D>
constexpr auto list_names(List<D...>*) {
    return std::array<named_member, sizeof...(D)>{named_member{D::name, address_of(D::pointer)}...};
}

template <class T>
inline constexpr auto named_members = list_names<T>(static_cast<described_members<T>*>(nullptr));

/// Returns what the API says about a member. Does not use the tables of its struct, so that rules that are not called
/// do not compile them.
template <auto Pointer>
constexpr member_facts facts_of_member() {
    for (auto const& f : given_facts<struct_of<Pointer>>)
        if (f.member == address_of(Pointer)) return f;
    return {};
}

/// What a wire name is made of.
struct name_source {
    std::string_view text;
    bool pascal_case, camel_case;
};
template <auto Pointer>
inline constexpr name_source name_source_of = [] {
    constexpr std::string_view renamed = facts_of_member<Pointer>().name;
    if (!renamed.empty()) return name_source{renamed, false, false};
    std::string_view own;
    for (auto const& m : named_members<struct_of<Pointer>>)
        if (m.address == address_of(Pointer)) own = m.name;
    constexpr dialect_facts spelled = dialect(std::type_identity<struct_of<Pointer>>{});
    return name_source{own, spelled.pascal_case, spelled.camel_case};
}();

/// A text of at most N bytes, made in a constant expression.
template <std::size_t N>
struct made_text {
    std::array<char, N> bytes{};
    std::size_t size = 0;
};
template <auto Pointer>
inline constexpr auto wire_name_of = [] {
    made_text<name_source_of<Pointer>.text.size()> name;
    auto const from = name_source_of<Pointer>;
    name.size = static_cast<std::size_t>(
        spell(name.bytes.data(), from.text, from.pascal_case, from.camel_case) - name.bytes.data());
    return name;
}();

} // namespace detail

/// The wire name of a member, for paths: `wire_name<&BackupDetails::backup_arn>` is "BackupArn".
template <auto Pointer>
inline constexpr std::string_view wire_name{detail::wire_name_of<Pointer>.bytes.data(),
                                            detail::wire_name_of<Pointer>.size};

/// The edition in which a member entered the API.
template <auto Pointer>
inline constexpr edition entered_on = detail::facts_of_member<Pointer>().entered;

} // namespace dynabackup
