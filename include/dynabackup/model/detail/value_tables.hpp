#pragma once
/// \file
/// Makes the tables of enumerations, and of the types that members may have.

#include <dynabackup/json_object.hpp>
#include <dynabackup/model/shape.hpp>
#include <dynabackup/nullable.hpp>
#include <dynabackup/open_enum.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup::detail {

// ---- enumerations ----

template <class E>
concept hinted_enum = requires {
    hint(std::type_identity<E>{}, std::string_view{});
};

template <class E>
inline constexpr auto enum_days = [] {
    std::array<edition, wire_values<E>.size()> days{};
    for (std::size_t i = 0; i < days.size(); ++i)
        if (!wire_values<E>[i].empty()) days[i] = since(static_cast<E>(i));
    return days;
}();

template <class E>
constexpr enum_table make_enum() {
    enum_table t{shape_name<E>(), wire_values<E>, enum_days<E>, nullptr, wire_slots<E>};
    if constexpr (hinted_enum<E>)
        t.hint = [](std::string_view text) -> std::string_view {
            return hint(std::type_identity<E>{}, text);
        };
    return t;
}
template <class E>
constexpr enum_table made_enum<E>::table = make_enum<E>();

// ---- values: one of these for each type that a member may have ----

template <class V>
concept has_custom_value = requires {
    custom_value(std::type_identity<V>{});
};

template <has_custom_value V>
constexpr void describe_value(value_table& t, std::type_identity<V> type) {
    t.kind = value_kind::custom;
    t.custom = &custom_value(type);
}
template <class V>
constexpr void describe_value(value_table& t, std::type_identity<V>) {
    static_assert(described_struct<V>,
                  "a member is a std::string, std::int64_t, bool, timestamp, open_enum, json_object, "
                  "described struct, or a "
                  "std::vector of one of these; std::optional or nullable where it may be absent");
    t.kind = value_kind::object;
    t.shape = &shape_table_of<V>;
}
constexpr void describe_value(value_table& t, std::type_identity<std::string>) {
    t.kind = value_kind::string;
}
constexpr void describe_value(value_table& t, std::type_identity<std::int64_t>) {
    t.kind = value_kind::integer;
}
constexpr void describe_value(value_table& t, std::type_identity<bool>) { t.kind = value_kind::boolean; }
constexpr void describe_value(value_table& t, std::type_identity<timestamp>) { t.kind = value_kind::time; }
constexpr void describe_value(value_table& t, std::type_identity<json_object>) {
    t.kind = value_kind::any_object;
}
template <class E>
constexpr void describe_value(value_table& t, std::type_identity<open_enum<E>>) {
    static_assert(sizeof(open_enum<E>) == sizeof(enum_value));
    t.kind = value_kind::enumeration;
    t.enumeration = &made_enum<E>::table;
}
template <class V, class List = std::vector<V>>
struct list_of {
    static List& at(void* list) { return *static_cast<List*>(list); }
    static list_view view(void* list) { return {reinterpret_cast<char*>(at(list).data()), at(list).size()}; }
    static list_view append(void* list) {
        at(list).emplace_back();
        return view(list);
    }
    static void truncate(void* list, std::size_t size) {
        while (at(list).size() > size) at(list).pop_back();
    }
    static constexpr list_functions functions{view, append, truncate};
};
template <class V>
constexpr void describe_value(value_table& t, std::type_identity<std::vector<V>>) {
    t.kind = value_kind::list;
    t.element = &made_value<V>::table;
    t.list = &list_of<V>::functions;
}
template <class V>
constexpr void describe_value(value_table& t, std::type_identity<unwrapped_list<V>>) {
    t.kind = value_kind::list;
    t.element = &made_value<unwrapped<V>>::table;
    t.list = &list_of<V, unwrapped_list<V>>::functions;
}

template <class M>
struct required_member {
    using value = M;
    static constexpr auto presence = dynabackup::presence::required;
};
template <class M>
struct member_type : required_member<M> {};
template <class M>
struct member_type<std::optional<M>> {
    using value = M;
    static constexpr auto presence = dynabackup::presence::optional;
};
template <class M>
struct member_type<nullable<M>> {
    using value = M;
    static constexpr auto presence = dynabackup::presence::nullable;
};

template <class M>
constexpr value_table make_value(std::type_identity<M>) {
    using type = member_type<M>;
    value_table t{};
    describe_value(t, std::type_identity<typename type::value>{});
    t.presence = type::presence;
    t.size = sizeof(M);
    t.alignment = alignof(M);
    t.mark = &type_mark<M>;
    if constexpr (type::presence == presence::required) {
        t.clear = [](void* p) { // texts and lists keep their memory
            if constexpr (requires(M & m) { m.clear(); }) static_cast<M*>(p)->clear();
            else *static_cast<M*>(p) = M{};
        };
    } else {
        t.find = [](void* p) -> void* {
            auto& m = *static_cast<M*>(p);
            return m ? &*m : nullptr;
        };
        t.make = [](void* p) -> void* {
            auto& m = *static_cast<M*>(p);
            return m ? &*m : &m.emplace();
        };
        t.clear = [](void* p) { static_cast<M*>(p)->reset(); };
    }
    if constexpr (type::presence == presence::nullable) {
        t.is_null = [](void const* p) { return static_cast<M const*>(p)->is_null(); };
        t.set_null = [](void* p) { *static_cast<M*>(p) = nullptr; };
    }
    return t;
}
template <class V>
constexpr value_table make_value(std::type_identity<unwrapped<V>>) {
    value_table t = make_value(std::type_identity<V>{});
    t.shape = &made_shape<unwrapped<V>>::table;
    return t;
}
template <class M>
constexpr value_table made_value<M>::table = make_value(std::type_identity<M>{});

} // namespace dynabackup::detail
