#pragma once
/// \file
/// How the files of table exports are spelled.

#include <dynabackup/model/shape.hpp>
#include <dynabackup/model/tables.hpp>

#include <type_traits>

namespace dynabackup::table_export {

/// A shape of the manifests. It declares `constexpr bool is_manifest(std::type_identity<T>) { return true; }`.
template <class T>
concept manifest_shape = requires {
    requires is_manifest(std::type_identity<T>{});
};

/// The manifests have members in lowerCamelCase, the data files in PascalCase. Times are text, to the millisecond. The
/// members of both are in the documented order. Pages of items come from DynamoDB itself, which sorts their members.
template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = !manifest_shape<T>,
            .null_is_absent = false,
            .epoch_seconds = false,
            .system = "table_export",
            .camel_case = manifest_shape<T>,
            .sorted_on_wire = !manifest_shape<T> && !item_shape<T>,
            .three_decimals = true};
}

/// The shapes of this namespace are the library's own: see library_shape.
template <class T>
constexpr bool is_of_library(std::type_identity<T>) {
    return true;
}

/// Two values are equal if all of their members are equal.
template <described_struct T>
bool operator==(T const& a, T const& b) {
    return equal_members(a, b);
}

} // namespace dynabackup::table_export
