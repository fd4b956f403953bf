#pragma once
/// \file
/// What a shape is: a struct that Boost.Describe knows, with what the API says of its members beside it. Names its tables,
/// which model/tables.hpp makes.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_table.hpp>

#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup {

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
    requires is_record(std::type_identity<T>{});
};

/// A record that is no backup, but an item of a table or a change of one: it is counted apart.
template <class T>
concept item_shape = record_shape<T> && requires {
    requires is_item(std::type_identity<T>{});
};

/// The objects of a shape with one member where JSON has the value of that member alone: in `{"Items":[{…}]}` an item is not
/// `{"Item":{…}}`. A tag: it has a table, which describes objects of T.
template <class T>
struct unwrapped {};

/// A list of such objects, as a member of a struct.
template <class T>
struct unwrapped_list : std::vector<T> {
    using std::vector<T>::vector;
};

namespace detail {

template <class T>
inline constexpr bool is_unwrapped = false;
template <class T>
inline constexpr bool is_unwrapped<unwrapped<T>> = true;

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

/// The name of the type for which shape_name is instantiated, by the compiler's name of that function:
/// `… [with T = ns::Name; …]`, or `… shape_name<struct ns::Name>(void)`.
constexpr std::string_view last_name(std::string_view function) {
    constexpr std::string_view named = "T = ", listed = "shape_name<";
    if (auto const at = function.find(named); at != function.npos) {
        function.remove_prefix(at + named.size());
        function = function.substr(0, function.find_first_of(";]"));
    } else {
        function.remove_prefix(function.find(listed) + listed.size());
        function = function.substr(0, function.rfind(">("));
        if (function.find(':') == function.npos) function.remove_prefix(function.find(' ') + 1);
    }
    auto const colon = function.rfind(':');
    return colon == function.npos ? function : function.substr(colon + 1);
}

} // namespace detail

/// The name of a shape: its struct's or enumeration's own, without namespaces.
template <class T>
constexpr std::string_view shape_name() {
    constexpr std::string_view name = detail::last_name(DYNABACKUP_FUNCTION_NAME);
    return name;
}

} // namespace dynabackup
