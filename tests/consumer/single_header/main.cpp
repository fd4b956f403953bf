// A program with the header that scripts/amalgamate writes, without the rest of the library. It reads, checks and
// writes.
#include "dynabackup.hpp"

#include <string>

int main() {
    using request = dynabackup::aws::CreateBackupInput;
    std::string const text = R"({"BackupName":"weekly","TableName":"Music"})";
    auto const read = dynabackup::parse<request>(text);
    auto const broken = dynabackup::check<request>(R"({"TableName":"Music","BackupName":"w"})");
    return read && read->backup_name == "weekly" && dynabackup::to_json(*read) == text && broken.size() == 1
               ? 0
               : 1;
}
