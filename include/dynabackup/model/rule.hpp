#pragma once
/// \file
/// A rule is one documented fact, as data. A small function beside the shape applies it (see model/shape_rules.hpp).
/// The reader applies the rules for reading.

#include <dynabackup/edition.hpp>

#include <cstddef>
#include <string_view>

namespace dynabackup {

/// The severity of a finding. `error`: the document contradicts what the service documents. `warning`: allowed, but
/// inconsistent with itself or with the known behaviour of the service. `note`: information.
enum class severity : unsigned char { note, warning, error };

/// `note`, `warning` or `error`.
constexpr std::string_view to_text(severity level) {
    return level == severity::error ? "error" : level == severity::warning ? "warning" : "note";
}

/// Two short texts that illustrate a rule. `invalid` breaks it: it has one finding of the rule, and no
/// other finding of that or a higher severity. `valid` is the document corrected, without findings. The text
/// of an exchange is the request, and the response on the next line.
struct example {
    std::string_view invalid = {}; ///< has one finding, of the rule
    std::string_view valid = {};   ///< has no findings
    std::string_view shape = {}; ///< both are read as this shape; empty: they are recognised by their members
    std::size_t max_depth = 0;   ///< the nesting limit for reading both; 0: the default
    std::size_t max_record_bytes = 0; ///< the limit of a record's size; 0: the default
    bool any_spelling = false;        ///< both are read with names and times in any spelling
    std::size_t max_item_bytes = 0;   ///< the limit of an item's size; 0: the default
    std::string_view key = {};        ///< the key of the table, as parse_item_key takes it; empty: none
};

/// One documented fact. Rules are constants with static storage: a finding points to its rule.
struct rule {
    std::string_view id;              ///< stable: users disable rules by it, match it in tests and look it up
    dynabackup::severity severity;    ///< unless the caller says otherwise
    edition since;                    ///< the first edition in force
    std::string_view meaning;         ///< one sentence: what the documentation allows
    std::string_view cite;            ///< the document that says so
    dynabackup::example example = {}; ///< shown by `dynabackup explain`
    edition until = edition::latest;  ///< the last edition in force

    /// Whether the rule is applied in that edition.
    constexpr bool in_force(edition day) const { return since <= day && day <= until; }
};

/// The documents that the rules cite.
namespace cite {
inline constexpr std::string_view rfc_8259 = "https://www.rfc-editor.org/rfc/rfc8259";
inline constexpr std::string_view rfc_3339 = "https://www.rfc-editor.org/rfc/rfc3339";
inline constexpr std::string_view design = "docs/design.md";
inline constexpr std::string_view backup_details =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BackupDetails.html";
inline constexpr std::string_view backup_summary =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BackupSummary.html";
inline constexpr std::string_view list_backups =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListBackups.html";
inline constexpr std::string_view create_backup =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateBackup.html";
inline constexpr std::string_view describe_backup =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeBackup.html";
inline constexpr std::string_view system_backups =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html";
inline constexpr std::string_view arns =
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html";
inline constexpr std::string_view create_table =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html";
inline constexpr std::string_view local_secondary_indexes =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html";
inline constexpr std::string_view stream_specification =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html";
inline constexpr std::string_view time_to_live_description =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TimeToLiveDescription.html";
inline constexpr std::string_view sse_description =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSEDescription.html";
inline constexpr std::string_view key_schema_element =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeySchemaElement.html";
inline constexpr std::string_view global_secondary_index =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndexInfo.html";
inline constexpr std::string_view projection =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html";
inline constexpr std::string_view provisioned_throughput =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ProvisionedThroughput.html";
inline constexpr std::string_view vector_index =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_VectorIndexInfo.html";
inline constexpr std::string_view on_demand_throughput =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_OnDemandThroughput.html";
} // namespace cite

} // namespace dynabackup
