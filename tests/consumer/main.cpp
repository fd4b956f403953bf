// A program of a separate project. It prints the version, and checks a request.
#include <dynabackup/dynabackup.hpp>

#include <cstdio>

int main() {
    std::printf("dynabackup %d.%d.%d\n", dynabackup::version.major, dynabackup::version.minor,
                dynabackup::version.patch);
    using request = dynabackup::aws::CreateBackupInput;
    auto const sound = dynabackup::check<request>(R"({"BackupName": "weekly", "TableName": "Music"})");
    auto const broken = dynabackup::check<request>(R"({"BackupName": "w", "TableName": "Music"})");
    return sound.ok() && broken.size() == 1 ? 0 : 1;
}
