#pragma once
/// \file
/// Makes the tables of a described struct: shape_table_of<T>. Templates only collect the descriptions; ordinary
/// functions make the tables from them.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/detail/described_members.hpp>
#include <dynabackup/model/detail/words.hpp>
#include <dynabackup/model/member_names.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace detail {

/// Makes the tables of n members of a shape.
constexpr void make_members(member_table* members, std::size_t n, described_member const* described,
                            member_facts const* facts, char const* keys, std::size_t const* ends,
                            dialect_facts const& dialect) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < n; ++i) {
        auto const& d = described[i];
        auto& m = members[i];
        std::size_t const size = ends[i + 1] - ends[i];
        m.key = keys + ends[i];
        m.own_bit = std::uint64_t{1} << i;
        m.key_size = static_cast<std::uint8_t>(size <= longest_key ? size : 0);
        m.kind = d.kind;
        m.presence = d.presence;
        m.null_is_documented =
            d.presence == presence::nullable || (d.presence == presence::optional && dialect.null_is_absent);
        m.empty_is_absent = facts[i].empty_is_absent;
        m.epoch_seconds = dialect.epoch_seconds;
        m.leads_to_records = d.leads_to_records;
        m.holds_records = d.holds_records;
        m.index = static_cast<std::uint8_t>(i);
        end = (end + d.alignment - 1) / d.alignment * d.alignment;
        m.offset = static_cast<std::uint32_t>(end);
        end += d.size;
        m.value = d.value;
        m.facts = facts + i;
        m.name = {m.key + 1, size - 3};
    }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t k = 0; k < n; ++k)
            members[i].wire_place = static_cast<std::uint8_t>(
                members[i].wire_place + (dialect.sorted_on_wire ? members[k].name < members[i].name : k < i));
}

template <class T>
inline constexpr auto member_tables = [] {
    std::array<member_table, described<T>.size()> tables{};
    make_members(tables.data(), tables.size(), described<T>.data(), facts_of<T>.data(),
                 keys_of<T>.text.data(), keys_of<T>.ends.data(), dialect(std::type_identity<T>{}));
    return tables;
}();

/// The members of T in wire order.
template <class T>
inline constexpr auto wire_order_of = [] {
    std::array<member_table const*, described<T>.size()> order{};
    for (auto const& m : member_tables<T>) order[m.wire_place] = &m;
    return order;
}();

constexpr expected_member make_expected(member_table const& m) {
    expected_member e{};
    bool const comparable = m.key_size != 0;
    std::string_view const key = comparable ? std::string_view(m.key, m.key_size)
                                            : "\"\1"; // matches no text: a string has no control character
    auto const size = std::min(key.size(), expected_member::key_bytes);
    for (std::size_t i = 0; i < size; ++i) e.key[i] = key[i];
    e.key_mask = static_cast<std::uint32_t>((std::uint64_t{1} << size) - 1);
    e.key_size = static_cast<std::uint8_t>(key.size());
    e.bit = m.own_bit;
    e.table = &m;
    e.offset = m.offset;
    e.type_code = code_of(m.kind, m.presence);
    e.empty_is_absent = m.empty_is_absent;
    e.epoch_seconds = m.epoch_seconds;
    e.null_is_documented = m.null_is_documented;
    e.is_required = m.presence == presence::required;
    e.is_simple = !m.holds_records && !m.leads_to_records;
    return e;
}

/// Stands for the member expected after the last one.
inline constexpr member_table no_member{};

/// The members of T in the order in which they are expected: wire order or the documented order.
template <class T, bool Wire>
inline constexpr auto expected_in_order = [] {
    std::array<expected_member, described<T>.size() + 2> order{};
    for (auto const& m : member_tables<T>) order[Wire ? m.wire_place : m.index] = make_expected(m);
    order[order.size() - 1] = order[order.size() - 2] = make_expected(no_member);
    return order;
}();

template <class T>
constexpr bool names_differ() {
    constexpr bool sorted =
        dialect(std::type_identity<T>{}).sorted_on_wire; // then equal names are neighbours
    for (std::size_t i = 1; i < member_tables<T>.size(); ++i)
        for (std::size_t k = sorted ? i - 1 : 0; k < i; ++k)
            if (wire_order_of<T>[k] -> name == wire_order_of<T>[i] -> name) return false;
    return true;
}

/// The members of T by hash: index + 1; 0: free.
template <class T>
inline constexpr auto slots_of = [] {
    std::array<std::uint8_t, slot_count(described<T>.size())> slots{};
    for (auto const& m : member_tables<T>) {
        std::size_t h = hash_of(m.name.data(), m.name.size()) % slots.size();
        while (slots[h] != 0) h = (h + 1) % slots.size();
        slots[h] = static_cast<std::uint8_t>(m.index + 1);
    }
    return slots;
}();

template <class T>
concept tolerates_members = requires {
    tolerated(std::type_identity<T>{});
};
template <class T>
inline constexpr auto tolerated_by = tolerated(std::type_identity<T>{});

template <class T>
concept has_page_token = requires {
    page_token(std::type_identity<T>{});
};

template <class T>
concept has_sync_names = requires {
    sync_names(std::type_identity<T>{});
};

template <class T>
concept has_unrolled_reader = requires {
    unrolled_reader(std::type_identity<T>{});
};

template <class T>
constexpr shape_table make_shape(std::type_identity<T>) {
    static_assert(has_member_facts<T>,
                  "members(std::type_identity<T>) must be declared beside the struct: see model/member.hpp");
    static_assert(has_dialect<T>,
                  "dialect(std::type_identity<T>) must be declared in the namespace of the struct");
    static_assert(names_differ<T>(), "two members have the same wire name");
    shape_table t{};
    if constexpr (requires { typename T::described_as; }) t.name = shape_name<typename T::described_as>();
    else t.name = shape_name<T>();
    t.dialect = dialect(std::type_identity<T>{});
    t.members = member_tables<T>;
    t.wire_order = wire_order_of<T>;
    t.expected_wire = expected_in_order<T, true>.data();
    t.expected_documented = expected_in_order<T, false>.data();
    t.slots = slots_of<T>;
    for (auto const& m : member_tables<T>) {
        t.all |= m.bit();
        if (m.presence == presence::required) t.required |= m.bit();
    }
    t.is_record = record_shape<T>;
    t.is_item = item_shape<T>;
    t.own = &made_shape<T>::table;
    t.record = record_shape<T> ? &made_shape<T>::table : record_below<T>();
    if constexpr (tolerates_members<T>) t.tolerated = tolerated_by<T>;
    if constexpr (has_sync_names<T>) t.sync_names = sync_names(std::type_identity<T>{});
    if constexpr (has_page_token<T>) t.page_token = page_token(std::type_identity<T>{});
    t.size = sizeof(T);
    t.create = []() -> void* { return new T{}; };
    t.destroy = [](void* p) { delete static_cast<T*>(p); };
    t.clear = [](void* p) { *static_cast<T*>(p) = T{}; };
    if constexpr (has_unrolled_reader<T>) {
        static_assert(record_shape<T>,
                      "unrolled code reads records: is_record(std::type_identity<T>) is missing");
        t.unrolled = unrolled_reader(std::type_identity<T>{});
    }
    return t;
}
template <class T>
constexpr shape_table make_shape(std::type_identity<unwrapped<T>> unwrapped) {
    static_assert(described<T>.size() == 1 && described<T>[0].kind == value_kind::custom,
                  "an unwrapped shape has one member, of a custom type");
    shape_table t = made_shape<T>::table;
    t.is_unwrapped = true;
    if (t.record) t.record = &made_shape<typename decltype(unwrapped)::type>::table;
    return t;
}
template <class T, bool OfLibrary>
constexpr shape_table made_shape<T, OfLibrary>::table = make_shape(std::type_identity<T>{});
#if DYNABACKUP_DEFINE
template <class T>
constexpr shape_table made_shape<T, true>::table = make_shape(std::type_identity<T>{});
#endif

/// The table of the member that a pointer means.
template <auto Pointer>
inline constexpr member_table const& member_of = []() -> member_table const& {
    using in = struct_of<Pointer>;
    std::size_t i = 0;
    while (described<in>[i].address != address_of(Pointer)) ++i;
    return member_tables<in>[i];
}();

} // namespace detail

/// Returns the object, if it is of shape T, unwrapped or not; else null.
template <described_struct T>
T* object_as(shape_table const& shape, void* object) {
    return shape.own == &shape_table_of<T> ? static_cast<T*>(object) : nullptr;
}
/// Returns the constant object, if it is of shape T, unwrapped or not; else null.
template <described_struct T>
T const* object_as(shape_table const& shape, void const* object) {
    return shape.own == &shape_table_of<T> ? static_cast<T const*>(object) : nullptr;
}

namespace detail {
DYNABACKUP_INLINE bool equal_objects(shape_table const& shape, void const* a, void const* b);
} // namespace detail

/// Whether two values are equal in all members. Each namespace of shapes has one `operator==` that calls this: a
/// defaulted one in each struct would have to be compiled wherever the struct is included.
template <described_struct T>
bool equal_members(T const& a, T const& b) {
    return detail::equal_objects(shape_table_of<T>, &a, &b);
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/util/equal.hpp>
#endif
