#pragma once
/// \file
/// Makes the tables of a described struct: shape_table_of<T>, value_table_of<M>. All that templates do is to collect
/// what the descriptions say; one ordinary function makes the table of it.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_table.hpp>
#include <dynabackup/model/words.hpp>
#include <dynabackup/nullable.hpp>
#include <dynabackup/open_enum.hpp>
#include <dynabackup/timestamp.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup {

// ---- what a shape is ----

/// T, known only where a template is instantiated: so that tables in templates compile no shape before. `Lazy` is void.
template <class Lazy, class T>
using lazily = std::conditional_t<std::is_void_v<Lazy>, T, Lazy>;

/// Boost.Describe knows the members of T: `BOOST_DESCRIBE_STRUCT(T, (), (members…))`.
template <class T>
concept described_struct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

/// `members(std::type_identity<T>)` beside T says what the API says of them: see model/member.hpp.
template <class T>
concept has_member_facts = requires {
    members(std::type_identity<T>{});
};

/// `dialect(std::type_identity<T>)` beside T says how its documents are spelled.
template <class T>
concept has_dialect = requires {
    dialect(std::type_identity<T>{});
};

/// A struct that can be read, checked and written.
template <class T>
concept shape = described_struct<T> && has_member_facts<T> && has_dialect<T>;

/// A backup record: it is counted, checked and, if damaged, rejected by itself.
template <class T>
concept record_shape = requires {
    is_record(std::type_identity<T>{});
};

namespace detail {

template <class T>
struct made_shape {
    static shape_table const table;
};
template <class M>
struct made_value {
    static value_table const table;
};
template <class E>
struct made_enum {
    static enum_table const table;
};

} // namespace detail

/// The table of a shape. Its address tells shapes apart.
template <class T>
inline constexpr shape_table const& shape_table_of = detail::made_shape<T>::table;

/// The table of the type of a member. Its address tells types apart.
template <class M>
inline constexpr value_table const& value_table_of = detail::made_value<M>::table;

namespace detail {

/// The name that a compiler's name of a function template ends with: `… [with T = ns::Name; …]`.
constexpr std::string_view last_name(std::string_view function) {
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
constexpr void describe_value(value_table& t, std::type_identity<V>) {
    static_assert(
        described_struct<V>,
        "a member is a std::string, std::int64_t, bool, timestamp, open_enum, described struct, or a "
        "std::vector of one of these; std::optional or nullable where it may be absent");
    t.kind = value_kind::object;
    t.shape = &made_shape<V>::table;
}
constexpr void describe_value(value_table& t, std::type_identity<std::string>) {
    t.kind = value_kind::string;
}
constexpr void describe_value(value_table& t, std::type_identity<std::int64_t>) {
    t.kind = value_kind::integer;
}
constexpr void describe_value(value_table& t, std::type_identity<bool>) { t.kind = value_kind::boolean; }
constexpr void describe_value(value_table& t, std::type_identity<timestamp>) { t.kind = value_kind::time; }
template <class E>
constexpr void describe_value(value_table& t, std::type_identity<open_enum<E>>) {
    static_assert(sizeof(open_enum<E>) == sizeof(enum_value));
    t.kind = value_kind::enumeration;
    t.enumeration = &made_enum<E>::table;
}
template <class V>
struct list_of {
    static std::vector<V>& at(void* list) { return *static_cast<std::vector<V>*>(list); }
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
constexpr value_table make_value() {
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
template <class M>
constexpr value_table made_value<M>::table = make_value<M>();

// ---- shapes ----

inline constexpr std::size_t most_members = 64, longest_key = 64;

/// What the templates find out about a member; `make_members` does the rest.
struct described_member {
    std::string_view name;         ///< in C++
    void const* address = nullptr; ///< of the declared object's
    value_table const* value = nullptr;
    value_kind kind{};
    dynabackup::presence presence{};
    std::uint32_t size = 0, alignment = 0;
    shape_table const* record = nullptr; ///< of the backups in it; null: it has none
    bool has_record = false; ///< whether there is one: GCC's sanitizers do not compare addresses with null
    bool leads_to_records = false;
    bool holds_records = false;
    std::ptrdiff_t offset = -1; ///< -1: the compiler does not tell
};

template <class T>
constexpr shape_table const* record_below();
template <class T>
constexpr bool has_record_below();
template <class T>
constexpr bool leads_to_records();

/// The records in a value.
template <class M>
constexpr shape_table const* record_in(std::type_identity<M>) {
    if constexpr (record_shape<M>) return &made_shape<M>::table;
    else if constexpr (described_struct<M>) return record_below<M>();
    else return nullptr;
}
template <class M>
constexpr shape_table const* record_in(std::type_identity<std::vector<M>>) {
    return record_in(std::type_identity<M>{});
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

/// Whether a value is a list of records, or has one below it where reading may stop.
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
constexpr bool is_record_or_list(std::type_identity<M>) {
    return record_shape<M>;
}
template <class M>
constexpr bool is_record_or_list(std::type_identity<std::vector<M>>) {
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
constexpr char* spell(char* out, std::string_view name, bool pascal_case) {
    bool upper = pascal_case;
    for (char const c : name) {
        if (pascal_case && c == '_') {
            upper = true;
            continue;
        }
        *out++ = upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
    }
    return out;
}

/// What a description lacks.
struct description_check {
    bool each_listed_once = true, all_described = true, declared_order = true;
};

/// Whether the members lie in the struct one after the other, as they are described: a table knows a member by its
/// offset.
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
#ifndef __clang__ // which tells the offsets instead
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

/// What the API says of each member of T, in the documented order.
template <class T>
inline constexpr auto facts_of = [] {
    constexpr bool ok = is_described_well<T>();
    std::array<member_facts, described<T>.size()> facts{};
    for (std::size_t i = 0; ok && i < facts.size(); ++i)
        for (auto const& f : given_facts<T>)
            if (f.member == described<T>[i].address) facts[i] = f;
    for (auto& f : facts) f.member = nullptr; // there is no such object
    return facts;
}();

/// The keys of the members of T, one behind the other.
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
        std::array<std::size_t, described<T>.size() + 1> ends{}; ///< with a zero before them
    } keys;
    char* p = keys.text.data();
    for (std::size_t i = 0; i < described<T>.size(); ++i) {
        auto const renamed = facts_of<T>[i].name;
        *p++ = '"';
        p = renamed.empty() ? spell(p, described<T>[i].name, dialect(std::type_identity<T>{}).pascal_case)
                            : spell(p, renamed, false);
        *p++ = '"';
        *p++ = ':';
        keys.ends[i + 1] = static_cast<std::size_t>(p - keys.text.data());
    }
    return keys;
}();

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
            members[i].wire_place =
                static_cast<std::uint8_t>(members[i].wire_place + (members[k].name < members[i].name));
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
    std::string_view const key =
        comparable ? std::string_view(m.key, m.key_size) : "\"\1"; // no string has that byte
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

/// Behind the last member, where none is expected.
inline constexpr member_table no_member{};

/// The members of T as they are expected, in wire order or as documented.
template <class T, bool Wire>
inline constexpr auto expected_in_order = [] {
    std::array<expected_member, described<T>.size() + 2> order{};
    for (auto const& m : member_tables<T>) order[Wire ? m.wire_place : m.index] = make_expected(m);
    order[order.size() - 1] = order[order.size() - 2] = make_expected(no_member);
    return order;
}();

template <class T>
constexpr bool names_differ() {
    for (std::size_t i = 1; i < member_tables<T>.size(); ++i)
        if (wire_order_of<T>[i - 1] -> name == wire_order_of<T>[i] -> name) return false;
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
concept has_unrolled_reader = requires {
    unrolled_reader(std::type_identity<T>{});
};

template <class T>
constexpr shape_table make_shape() {
    static_assert(has_member_facts<T>,
                  "members(std::type_identity<T>) stands beside the struct: see model/member.hpp");
    static_assert(has_dialect<T>, "dialect(std::type_identity<T>) stands in the namespace of the struct");
    static_assert(names_differ<T>(), "two members have the same wire name");
    shape_table t{};
    t.name = shape_name<T>();
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
    t.record = record_shape<T> ? &made_shape<T>::table : record_below<T>();
    if constexpr (tolerates_members<T>) t.tolerated = tolerated_by<T>;
    if constexpr (has_page_token<T>) t.page_token = page_token(std::type_identity<T>{});
    t.size = sizeof(T);
    t.create = []() -> void* { return new T{}; };
    t.destroy = [](void* p) { delete static_cast<T*>(p); };
    t.clear = [](void* p) { *static_cast<T*>(p) = T{}; };
    if constexpr (has_unrolled_reader<T>) t.unrolled = unrolled_reader(std::type_identity<T>{});
    return t;
}
template <class T>
constexpr shape_table made_shape<T>::table = make_shape<T>();

/// The table of the member that a pointer means.
template <auto Pointer>
inline constexpr member_table const& member_of = []() -> member_table const& {
    using in = struct_of<Pointer>;
    std::size_t i = 0;
    while (described<in>[i].address != address_of(Pointer)) ++i;
    return member_tables<in>[i];
}();

} // namespace detail

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

/// What the API says of one member. Without the tables of its struct, which rules that are not called do not need.
template <auto Pointer>
constexpr member_facts facts_of_member() {
    for (auto const& f : given_facts<struct_of<Pointer>>)
        if (f.member == address_of(Pointer)) return f;
    return {};
}

/// What its wire name is made of.
struct name_source {
    std::string_view text;
    bool pascal_case;
};
template <auto Pointer>
inline constexpr name_source name_source_of = [] {
    constexpr std::string_view renamed = facts_of_member<Pointer>().name;
    if (!renamed.empty()) return name_source{renamed, false};
    std::string_view own;
    for (auto const& m : named_members<struct_of<Pointer>>)
        if (m.address == address_of(Pointer)) own = m.name;
    return name_source{own, dialect(std::type_identity<struct_of<Pointer>>{}).pascal_case};
}();

/// A text that is made in a constant expression, in room for N bytes.
template <std::size_t N>
struct made_text {
    std::array<char, N> bytes{};
    std::size_t size = 0;
};
template <auto Pointer>
inline constexpr auto wire_name_of = [] {
    made_text<name_source_of<Pointer>.text.size()> name;
    auto const from = name_source_of<Pointer>;
    name.size =
        static_cast<std::size_t>(spell(name.bytes.data(), from.text, from.pascal_case) - name.bytes.data());
    return name;
}();

} // namespace detail

/// The wire name of a member, for paths: `at<&BackupDetails::backup_arn>` is "BackupArn".
template <auto Pointer>
inline constexpr std::string_view at{detail::wire_name_of<Pointer>.bytes.data(),
                                     detail::wire_name_of<Pointer>.size};

/// The day on which a member entered the API.
template <auto Pointer>
inline constexpr edition entered_on = detail::facts_of_member<Pointer>().entered;

/// The object, if it is of shape T; else null.
template <described_struct T>
T* object_as(shape_table const& shape, void* object) {
    return &shape == &shape_table_of<T> ? static_cast<T*>(object) : nullptr;
}
/// The constant object, if it is of shape T; else null.
template <described_struct T>
T const* object_as(shape_table const& shape, void const* object) {
    return &shape == &shape_table_of<T> ? static_cast<T const*>(object) : nullptr;
}

namespace detail {
DYNABACKUP_INLINE bool equal_objects(shape_table const& shape, void const* a, void const* b);
} // namespace detail

/// Whether two values are equal in all members. Once for a namespace of shapes stands an `operator==` that calls
/// this: a defaulted one in each struct would cost every includer its compilation.
template <described_struct T>
bool equal_members(T const& a, T const& b) {
    return detail::equal_objects(shape_table_of<T>, &a, &b);
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/util/equal.hpp>
#endif
