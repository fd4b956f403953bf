#pragma once
/// \file
/// The rules that a backup, or a table, of Clumio sets for a request to restore it. clumio/exchange.hpp makes them.

#include <dynabackup/model/rule.hpp>
#include <dynabackup/rules/clumio_restore.hpp>

#include <array>

namespace dynabackup::exchange {

inline constexpr rule clumio_source{
    "clumio.restore-another-source",
    severity::error,
    edition::v2017_11_29,
    "A restore names the backup, or the table, that it is compared with.",
    cite::clumio_restore,
    {R"({"account_native_id":"111122223333","id":"7","start_timestamp":"2031-06-01T00:00:00Z"}
{"source":{"securevault_backup":{"backup_id":"8"}},"target":{"table_name":"Songs-2"}})",
     R"({"account_native_id":"111122223333","id":"7","start_timestamp":"2031-06-01T00:00:00Z"}
{"source":{"securevault_backup":{"backup_id":"7"}},"target":{"table_name":"Songs-2"}})"}};
inline constexpr rule clumio_unknown_index{
    "clumio.restore-unknown-index",
    severity::error,
    edition::v2017_11_29,
    "A restore may leave out indexes of the table, but adds none.",
    cite::clumio_restore,
    {R"({"account_native_id":"111122223333","global_secondary_indexes":[{"index_name":"ByYear"}],"id":"7","start_timestamp":"2031-06-01T00:00:00Z"}
{"source":{"securevault_backup":{"backup_id":"7"}},"target":{"global_secondary_indexes":[{"index_name":"ByLabel"}],"table_name":"Songs-2"}})",
     R"({"account_native_id":"111122223333","global_secondary_indexes":[{"index_name":"ByYear"}],"id":"7","start_timestamp":"2031-06-01T00:00:00Z"}
{"source":{"securevault_backup":{"backup_id":"7"}},"target":{"global_secondary_indexes":[{"index_name":"ByYear"}],"table_name":"Songs-2"}})"}};
inline constexpr rule clumio_changed_index{
    "clumio.restore-changed-index",
    severity::error,
    edition::v2017_11_29,
    "An index that a restore keeps has the keys and the projection that it has in the table.",
    cite::clumio_restore,
    {R"({"account_native_id":"111122223333","global_secondary_indexes":[{"index_name":"ByYear","projection":{"projection_type":"KEYS_ONLY"}}],"id":"7","start_timestamp":"2031-06-01T00:00:00Z"}
{"source":{"securevault_backup":{"backup_id":"7"}},"target":{"global_secondary_indexes":[{"index_name":"ByYear","projection":{"projection_type":"ALL"}}],"table_name":"Songs-2"}})",
     R"({"account_native_id":"111122223333","global_secondary_indexes":[{"index_name":"ByYear","projection":{"projection_type":"ALL"}}],"id":"7","start_timestamp":"2031-06-01T00:00:00Z"}
{"source":{"securevault_backup":{"backup_id":"7"}},"target":{"global_secondary_indexes":[{"index_name":"ByYear","projection":{"projection_type":"ALL"}}],"table_name":"Songs-2"}})"}};
inline constexpr rule clumio_outside_recovery{
    "clumio.restore-outside-recovery",
    severity::error,
    edition::v2017_11_29,
    "A table is restored to a point in time between its earliest and its latest restorable time.",
    cite::clumio_table,
    {R"({"earliest_continuous_snapshot_restorable_timestamp":"2031-06-01T00:00:00Z","id":"5","latest_continuous_snapshot_restorable_timestamp":"2031-06-02T00:00:00Z"}
{"source":{"continuous_backup":{"table_id":"5","timestamp":"2031-06-02T00:00:01Z"}},"target":{"table_name":"Songs-2"}})",
     R"({"earliest_continuous_snapshot_restorable_timestamp":"2031-06-01T00:00:00Z","id":"5","latest_continuous_snapshot_restorable_timestamp":"2031-06-02T00:00:00Z"}
{"source":{"continuous_backup":{"table_id":"5","timestamp":"2031-06-02T00:00:00Z"}},"target":{"table_name":"Songs-2"}})"}};

/// All rules of this header, for the catalogue.
inline constexpr std::array clumio_rules{&clumio_source, &clumio_unknown_index, &clumio_changed_index,
                                         &clumio_outside_recovery};

} // namespace dynabackup::exchange
