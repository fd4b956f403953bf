#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/parse.hpp>

#include <date/date.h>

#include <iostream>
#include <iterator>

namespace aws = dynabackup::aws;

int main() {
    std::string const json{std::istreambuf_iterator<char>(std::cin), {}};
    auto const response = dynabackup::parse<aws::DescribeBackupOutput>(json);
    if (!response) {
        std::cerr << response.error() << '\n';
        return 1;
    }
    auto const& backup = response->backup_description;
    if (!backup || !backup->backup_details) return 1;

    aws::BackupDetails const& details = *backup->backup_details;
    std::cout << details.backup_name << ", " << details.backup_status.text() << ", "
              << details.backup_size_bytes.value_or(0) << " bytes\n";
    if (auto const& expiry = details.backup_expiry_date_time; expiry)
        std::cout << "kept for "
                  << date::floor<date::days>(*expiry - details.backup_creation_date_time).count()
                  << " days\n";
    if (auto const& table = backup->source_table_details)
        for (aws::KeySchemaElement const& key : table->key_schema)
            std::cout << key.key_type.text() << " key " << key.attribute_name << '\n';
    return 0;
}
