#include <dynabackup/dynabackup.hpp>

#include <cstdio>

int main() {
    std::printf("dynabackup %d.%d.%d\n", dynabackup::version.major, dynabackup::version.minor,
                dynabackup::version.patch);
    auto parsed = dynabackup::parse<dynabackup::aws::DescribeBackupOutput>("{}");
    return parsed ? 0 : 1;
}
