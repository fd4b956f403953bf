#pragma once
/// \file
/// The members of a user's struct as a table: found by the names of attributes, each read by the type of its member.

#include <dynabackup/aws/detail/tagged_values.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/detail/words.hpp>
#include <dynabackup/table_export/detail/typed_values.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace dynabackup::table_export::detail {

using aws::detail::tagged_values;
using dynabackup::detail::read_result;
using dynabackup::detail::token;

/// Defined in typed_reading.hpp.
template <class V>
read_result read_attribute(tagged_values& in, token at, V& out, path_node const& where, std::size_t level);

/// A member of a user's struct.
struct typed_member {
    std::string_view name;
    read_result (*read)(tagged_values& in, token at, void* object, path_node const& where, std::size_t level);
    void (*leave_out)(void* object); ///< makes it absent; null: it is required
};

template <class T>
inline constexpr auto typed_members = [] {
    std::array<typed_member, attribute_count<T>> all{};
    std::size_t n = 0;
    for_each_attribute<T>([&]<auto Pointer>(std::string_view name, member_constant<Pointer>) {
        using member = std::remove_reference_t<decltype(std::declval<T&>().*Pointer)>;
        all[n].name = name;
        all[n].read = [](tagged_values& in, token at, void* object, path_node const& where,
                         std::size_t level) {
            return read_attribute(in, at, static_cast<T*>(object)->*Pointer, where, level);
        };
        if constexpr (is_optional<member> || std::same_as<member, AttributeValue>)
            all[n].leave_out = [](void* object) { static_cast<T*>(object)->*Pointer = member{}; };
        ++n;
    });
    return all;
}();

/// A hash table of the members: index + 1; 0: free.
template <class T>
inline constexpr auto typed_slots = [] {
    std::array<std::uint8_t, dynabackup::detail::slot_count(attribute_count<T>)> slots{};
    for (std::size_t i = 0; i < attribute_count<T>; ++i) {
        auto const name = typed_members<T>[i].name;
        std::size_t h = dynabackup::detail::hash_of(name.data(), name.size()) % slots.size();
        while (slots[h] != 0) h = (h + 1) % slots.size();
        slots[h] = static_cast<std::uint8_t>(i + 1);
    }
    return slots;
}();

/// Whether two names are equal, without a function call.
DYNABACKUP_ALWAYS_INLINE inline bool is_same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && dynabackup::detail::same_text(a.data(), b.data(), a.size());
}

/// The index of the member with that name; the number of members if there is none.
template <class T>
std::size_t find_attribute(std::string_view name) {
    for (auto h = dynabackup::detail::hash_of(name.data(), name.size());; ++h) {
        auto const slot = typed_slots<T>[h & (typed_slots<T>.size() - 1)];
        if (slot == 0) return attribute_count<T>;
        if (is_same(typed_members<T>[slot - 1U].name, name)) return slot - 1U;
    }
}

} // namespace dynabackup::table_export::detail
