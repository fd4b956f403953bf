// The shapes of parse.cpp, mapped by hand as users of nlohmann/json do. Times remain numbers, and enumerations text.
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct BackupSummary {
    std::optional<std::string> table_name, table_id, table_arn, backup_arn, backup_name;
    std::optional<double> backup_creation_date_time, backup_expiry_date_time;
    std::optional<std::string> backup_status, backup_type;
    std::optional<std::int64_t> backup_size_bytes;
};

struct ListBackupsOutput {
    std::optional<std::vector<BackupSummary>> backup_summaries;
    std::optional<std::string> last_evaluated_backup_arn;
};

template <class T>
void read(nlohmann::json const& object, char const* name, std::optional<T>& member) {
    if (auto const found = object.find(name); found != object.end()) member = found->template get<T>();
}

void from_json(nlohmann::json const& object, BackupSummary& backup) {
    read(object, "TableName", backup.table_name);
    read(object, "TableId", backup.table_id);
    read(object, "TableArn", backup.table_arn);
    read(object, "BackupArn", backup.backup_arn);
    read(object, "BackupName", backup.backup_name);
    read(object, "BackupCreationDateTime", backup.backup_creation_date_time);
    read(object, "BackupExpiryDateTime", backup.backup_expiry_date_time);
    read(object, "BackupStatus", backup.backup_status);
    read(object, "BackupType", backup.backup_type);
    read(object, "BackupSizeBytes", backup.backup_size_bytes);
}

void from_json(nlohmann::json const& object, ListBackupsOutput& page) {
    read(object, "BackupSummaries", page.backup_summaries);
    read(object, "LastEvaluatedBackupArn", page.last_evaluated_backup_arn);
}

} // namespace

std::size_t backups_in(std::string_view page) {
    auto const read = nlohmann::json::parse(page).get<ListBackupsOutput>();
    return read.backup_summaries ? read.backup_summaries->size() : 0;
}
