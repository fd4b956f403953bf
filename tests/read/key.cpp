#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/aws/errors.hpp>
#include <dynabackup/read/key.hpp>

#include "catch.hpp"

#include <string_view>

using namespace dynabackup;

namespace {

template <class T, std::size_t I>
std::string_view key() {
    auto const& text = detail::key_of<T, I>::text;
    return {text.data(), text.size()};
}

} // namespace

TEST_CASE("a key is a wire name with quotes and a colon", "[read]") {
    CHECK(key<aws::CreateBackupInput, 0>() == R"("TableName":)");
    CHECK(key<aws::CreateBackupInput, 1>() == R"("BackupName":)");
    CHECK(key<aws::ErrorBody, 0>() == R"("__type":)");
}

TEST_CASE("members are found by their names and other names", "[read]") {
    STATIC_REQUIRE(detail::find_member<aws::CreateBackupInput>("BackupName") == 1);
    CHECK(detail::find_member<aws::CreateBackupInput>("TableName") == 0);
    for (auto const* none : {"", "tablename", "TableNam", "TableNames", "table_name"})
        CHECK(detail::find_member<aws::CreateBackupInput>(none) == member_count<aws::CreateBackupInput>);
    auto const message = detail::find_member<aws::ErrorBody>("message");
    CHECK(message != member_count<aws::ErrorBody>);
    CHECK(detail::find_member<aws::ErrorBody>("Message") == message);
}
