#pragma once
/// \file
/// The lists of the library's rules, one for each header with rules.

#include <dynabackup/rules/backup_arn.hpp>
#include <dynabackup/rules/backup_exchange.hpp>
#include <dynabackup/rules/backup_job.hpp>
#include <dynabackup/rules/clumio.hpp>
#include <dynabackup/rules/clumio_exchange.hpp>
#include <dynabackup/rules/clumio_restore.hpp>
#include <dynabackup/rules/described_table.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/rules/export_call.hpp>
#include <dynabackup/rules/exports.hpp>
#include <dynabackup/rules/import_call.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/item_pages.hpp>
#include <dynabackup/rules/items.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/rules/lifecycle.hpp>
#include <dynabackup/rules/paging.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/rules/recovery.hpp>
#include <dynabackup/rules/recovery_point.hpp>
#include <dynabackup/rules/recovery_point_exchange.hpp>
#include <dynabackup/rules/restore.hpp>
#include <dynabackup/rules/table_exchange.hpp>
#include <dynabackup/rules/table_settings.hpp>
#include <dynabackup/rules/throughput.hpp>
#include <dynabackup/rules/vector_indexes.hpp>

#include <span>

namespace dynabackup::detail {

/// Every rule of the library is in one of these lists. Their headers include no shape.
inline constexpr std::span<rule const* const> rule_lists[] = {arn::all,
                                                              backup_job::all,
                                                              clumio::all_rules,
                                                              clumio::all_restore_rules,
                                                              described_table::all,
                                                              expiry::all,
                                                              export_call::all,
                                                              exported::all,
                                                              import_call::all,
                                                              indexes::all,
                                                              item::all,
                                                              item_page::all,
                                                              key_schema::all,
                                                              lifecycle::all,
                                                              paging::all,
                                                              projection::all,
                                                              reading::all,
                                                              recovery::all,
                                                              recovery_point::all,
                                                              restore::all,
                                                              table_settings::all,
                                                              throughput::all,
                                                              vector_indexes::all,
                                                              exchange::aws_rules,
                                                              exchange::aws_table_rules,
                                                              exchange::aws_backup_rules,
                                                              exchange::clumio_rules};

} // namespace dynabackup::detail
