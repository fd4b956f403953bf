#include <dynabackup/aws/backup_description.hpp>
#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/testing/rules_of_shape.hpp>
#include <dynabackup/user_rules.hpp>

#include "catch.hpp"

#include <algorithm>
#include <string>

using namespace dynabackup;

namespace {

template <class T>
bool has(std::string_view id, options const& chosen = {}) {
    auto const all = testing::rules_of_shape<T>(chosen);
    CHECK(std::ranges::is_sorted(all, std::ranges::less_equal{}, &rule::id));
    CHECK(std::ranges::adjacent_find(all, {}, &rule::id) == all.end());
    return std::ranges::find(all, id, &rule::id) != all.end();
}

} // namespace

TEST_CASE("a shape can break the rules of reading, its own, and those of what lies in it", "[testing]") {
    CHECK(has<aws::BackupDescription>("json.wrong-type"));
    CHECK(has<aws::BackupDetails>("backup.system-expiry"));
    CHECK(has<aws::BackupDescription>("backup.system-expiry"));
    CHECK(has<aws::BackupDescription>("key-schema.hash-first"));
    CHECK_FALSE(has<aws::BackupDetails>("key-schema.hash-first"));
    CHECK_FALSE(has<aws::CreateBackupInput>("backup.system-expiry"));
}

TEST_CASE("a shape can break the caller's own rules", "[testing]") {
    static constexpr rule own{"acme.own", severity::error, edition::v2017_11_29, "meaning", "cite"};
    options chosen;
    chosen.rules = {on<aws::BackupDetails>(own, [](auto const&, auto const&) {})};
    CHECK(has<aws::BackupDetails>("acme.own", chosen));
    CHECK_FALSE(has<aws::BackupDetails>("acme.own"));
}
