// A program that imports the library: it reads, compares, checks and writes.
#include <string>

import dynabackup;

int main() {
    using request = dynabackup::aws::CreateBackupInput;
    std::string const text = R"({"BackupName":"weekly","TableName":"Music"})";
    auto const read = dynabackup::parse<request>(text);
    auto const broken = dynabackup::check<request>(R"({"BackupName":"w","TableName":"Music"})");
    return read && read->backup_name == "weekly" && dynabackup::to_json(*read) == text && *read == *read &&
                   broken.size() == 1
               ? 0
               : 1;
}
