#pragma once
/// \file
/// How DynamoDB spells its documents.

#include <dynabackup/model/tables.hpp>

namespace dynabackup::aws {

/// AWS JSON 1.0: PascalCase members, times as numbers of seconds since the epoch (the command line and the
/// SDKs print text), no `null`.
template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true, .system = "aws"};
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

} // namespace dynabackup::aws
