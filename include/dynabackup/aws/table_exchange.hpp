#pragma once
/// \file
/// The rules that requests other than those on backups set for their responses; and the rules that a backup sets for a
/// request to restore it, where the backup takes the place of the request.

#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/aws/tables.hpp>
#include <dynabackup/aws/transfer_exchange.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/system.hpp>
#include <dynabackup/rules/table_exchange.hpp>

#include <array>
#include <concepts>
#include <type_traits>
#include <vector>

namespace dynabackup::aws {

/// A request to restore a backup is checked against the description of that backup, as a response is against its
/// request: `check_exchange<DescribeBackupOutput>(description, request)`.
constexpr std::type_identity<RestoreTableFromBackupInput>
response_of(std::type_identity<DescribeBackupOutput>) {
    return {};
}
/// Likewise, a request to restore a table to a point in time is checked against the restorable times of that table.
constexpr std::type_identity<RestoreTableToPointInTimeInput>
response_of(std::type_identity<DescribeContinuousBackupsOutput>) {
    return {};
}

/// The rules that a request sets for its response. `in`: the context of the request. Templates, so that only code
/// that checks such an exchange compiles them.
template <std::same_as<DescribeTableInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<RestoreTableFromBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<RestoreTableToPointInTimeInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DescribeBackupOutput> T>
std::vector<user_rule> expected(T const& backup, rule_context const& in);
template <std::same_as<DescribeContinuousBackupsOutput> T>
std::vector<user_rule> expected(T const& backups, rule_context const& in);
template <std::same_as<UpdateContinuousBackupsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
/// Sets no rule: the response to DescribeContinuousBackups does not name its table.
template <std::same_as<DescribeContinuousBackupsInput> T>
std::vector<user_rule> expected(T const&, rule_context const&) {
    return {};
}

/// The operations, and the restores.
template <class Lazy>
inline constexpr std::array table_exchanges{
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeTableInput>, exchange::table_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, RestoreTableFromBackupInput>, exchange::restore_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, RestoreTableToPointInTimeInput>, exchange::restore_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeBackupOutput>, exchange::unknown_index,
                                      exchange::changed_index, exchange::another_backup>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeContinuousBackupsOutput>,
                                      exchange::outside_recovery>(),
    dynabackup::detail::make_exchange<lazily<Lazy, UpdateContinuousBackupsInput>, exchange::recovery_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ExportTableToPointInTimeInput>, exchange::export_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeExportInput>, exchange::export_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListExportsInput>, exchange::export_echo,
                                      exchange::export_limit>(),
    // First, because the rule's example is of this operation.
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeImportInput>, exchange::import_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ImportTableInput>, exchange::import_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListImportsInput>, exchange::import_limit>(),
};

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE
#include <dynabackup/aws/detail/table_expectations.hpp>
#endif
