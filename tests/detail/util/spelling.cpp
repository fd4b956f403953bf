#include <dynabackup/detail/util/spelling.hpp>
#include <dynabackup/systems.hpp>

#include "catch.hpp"

#include <set>
#include <string>
#include <string_view>

namespace detail_util_spelling_test {

using namespace dynabackup;
using detail::hash_name;
using detail::is_same_name;

TEST_CASE("names are compared regardless of case, underscores and hyphens", "[spelling]") {
    for (std::string_view const name :
         {"BackupArn", "backupArn", "backup_arn", "backup-arn", "BACKUP_ARN", "backuparn", "Backup_-Arn_"}) {
        CAPTURE(std::string(name));
        CHECK(is_same_name("BackupArn", name));
        CHECK(is_same_name(name, "BackupArn"));
        CHECK(hash_name(name) == hash_name("BackupArn"));
    }
    for (std::string_view const other :
         {"", "Backup", "BackupArns", "_BackupArn", "__backup_arn", "Backup Arn", "BackupArm", "ackupArn"}) {
        CAPTURE(std::string(other));
        CHECK_FALSE(is_same_name("BackupArn", other));
        CHECK_FALSE(is_same_name(other, "BackupArn"));
    }
    CHECK(is_same_name("__type", "__Type"));
    CHECK_FALSE(is_same_name("__type", "type"));
    CHECK_FALSE(is_same_name("_", ""));
    CHECK(is_same_name("", ""));
}

TEST_CASE("no two members of a shape have names that differ only in spelling", "[spelling]") {
    for (auto const* system : known_systems())
        for (auto const* rules : system->shapes)
            for (auto const& m : rules->shape->members) {
                CAPTURE(std::string(rules->shape->name), std::string(m.name));
                CHECK(rules->shape->find_spelled(m.name) == &m);
            }
}

} // namespace detail_util_spelling_test
