#pragma once
/// \file
/// A shape is a struct that is described by Boost.Describe, with what the API says about its members declared beside
/// it. Declares its tables, which model/tables.hpp makes.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_table.hpp>

#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup {

/// T, but only when the template is instantiated: so tables in templates compile no shape before that. `Lazy` is void.
template <class Lazy, class T>
using lazily = std::conditional_t<std::is_void_v<Lazy>, T, Lazy>;

/// The members of T are described by `BOOST_DESCRIBE_STRUCT(T, (), (members…))`.
template <class T>
concept described_struct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

/// `members(std::type_identity<T>)`, declared beside T, returns what the API says about the members: see
/// model/member.hpp.
template <class T>
concept has_member_facts = requires {
    members(std::type_identity<T>{});
};

/// `dialect(std::type_identity<T>)`, declared beside T, returns how its documents are spelled.
template <class T>
concept has_dialect = requires {
    dialect(std::type_identity<T>{});
};

/// A struct that can be read, checked and written.
template <class T>
concept shape = described_struct<T> && has_member_facts<T> && has_dialect<T>;

/// A backup record: each is counted and checked by itself and, if damaged, rejected by itself.
template <class T>
concept record_shape = requires {
    requires is_record(std::type_identity<T>{});
};

/// A record that is not a backup, but an item of a table or a change of an item: these are counted separately.
template <class T>
concept item_shape = record_shape<T> && requires {
    requires is_item(std::type_identity<T>{});
};

/// A shape of the library itself: where the library is compiled separately, src.hpp compiles its tables and its rules.
/// Each namespace of the library's shapes declares `is_of_library(std::type_identity<T>)`. A shape of a program has no
/// such function: its tables are compiled where they are used.
template <class T>
concept library_shape = requires {
    requires is_of_library(std::type_identity<T>{});
};

/// The objects of a shape with one member, where JSON has only the value of that member: in `{"Items":[{…}]}` an item
/// is not `{"Item":{…}}`. This type is only a tag. Its table describes objects of T.
template <class T>
struct unwrapped {};

/// A list of such objects, as a member of a struct.
template <class T>
struct unwrapped_list : std::vector<T> {
    using std::vector<T>::vector;
};

namespace detail {

// src.hpp defines the tables of the library's own shapes. The choice is a parameter, not a constraint: Clang before 16
// cannot define a member of a specialisation that has a constraint.
template <class T, bool OfLibrary = library_shape<T>>
struct made_shape {
    static shape_table const table;
};
template <class T>
struct made_shape<T, true> {
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

/// The table of a shape. Its address identifies the shape.
DYNABACKUP_COMPILED_ELSEWHERE(
    template <class T> inline constexpr shape_table const& shape_table_of = detail::made_shape<T>::table;)

/// The table of the type of a member. Its address identifies the type.
template <class M>
inline constexpr value_table const& value_table_of = detail::made_value<M>::table;

namespace detail {

/// Returns the name of the type for which shape_name is instantiated, from the compiler's name of that function:
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

/// Returns the name of a shape or an enumeration: that of its C++ type, without namespaces.
template <class T>
constexpr std::string_view shape_name() {
    constexpr std::string_view name = detail::last_name(DYNABACKUP_FUNCTION_NAME);
    return name;
}

} // namespace dynabackup
