#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/write.hpp>

#include <date/date.h>

#include <iostream>

using namespace dynabackup;
using namespace date::literals;
using namespace std::chrono_literals;

int main() {
    aws::CreateBackupOutput answer;
    answer.backup_details = aws::BackupDetails{
        .backup_arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/Music/backup/01708055145570-a1b2c3d4",
        .backup_name = "weekly",
        .backup_size_bytes = 0,
        .backup_status = aws::BackupStatus::CREATING,
        .backup_type = aws::BackupType::USER,
        .backup_creation_date_time = date::sys_days(2024_y / 2 / 16) + 3h + 45min + 45s + 570ms,
    };
    for (finding const& f : validate(answer)) std::cerr << f.path << ": " << f.message << '\n';
    std::cout << to_json(answer) << '\n' << to_json(answer, format::aws_cli) << '\n';
    return 0;
}
