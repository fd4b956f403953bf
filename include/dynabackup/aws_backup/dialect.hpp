#pragma once
/// \file
/// How AWS Backup spells its documents.

#include <dynabackup/model/tables.hpp>

namespace dynabackup::aws_backup {

/// REST with JSON: PascalCase members, times as numbers of seconds since the epoch (the command line and the SDKs print
/// text), no `null` but where a member says so. What a request has in its path or its query is a member of its shape, as
/// the SDKs and the command line spell it.
template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true, .system = "aws_backup"};
}

/// Two values are equal if all their members are.
template <described_struct T>
bool operator==(T const& a, T const& b) {
    return equal_members(a, b);
}

} // namespace dynabackup::aws_backup
