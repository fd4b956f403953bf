#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/write.hpp>

#include <iostream>

using namespace dynabackup;

static void describe(open_enum<aws::BackupStatus> const& status) {
    if (!status.known()) {
        std::cout << "something new: " << status.text() << '\n';
        return;
    }
    switch (*status.value()) {
    case aws::BackupStatus::CREATING: std::cout << "wait\n"; break;
    case aws::BackupStatus::AVAILABLE: std::cout << "restore\n"; break;
    case aws::BackupStatus::DELETED: std::cout << "gone\n"; break;
    }
}

int main() {
    for (auto const* json : {R"({"BackupStatus":"AVAILABLE"})", R"({"BackupStatus":"ARCHIVED"})"}) {
        auto const backup = parse<aws::BackupSummary>(json).value();
        describe(backup.backup_status.value());
        std::cout << to_json(backup) << '\n';
    }
    return 0;
}
