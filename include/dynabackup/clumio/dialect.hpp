#pragma once
/// \file
/// How Clumio spells its documents.

#include <dynabackup/model/tables.hpp>

namespace dynabackup::clumio {

/// Snake case members, times as text of RFC 3339. No member of a response is required, and any member may be null. Null
/// is read as absent, except for members whose null has a meaning of its own (see nullable).
template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = false, .null_is_absent = true, .epoch_seconds = false, .system = "clumio"};
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

} // namespace dynabackup::clumio
