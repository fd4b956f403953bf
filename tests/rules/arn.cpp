#include <dynabackup/rules/arn.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

namespace rules_arn_test {

using namespace dynabackup;

namespace {

std::string const table_arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/Songs";
std::string const backup_arn = table_arn + "/backup/01700000000250-0a1b2c3d";

/// Returns a copy with one change.
std::string changed(std::string text, std::string_view what, std::string_view by) {
    auto const at = text.find(what);
    REQUIRE(at != text.npos);
    return text.replace(at, what.size(), by);
}

/// Returns whether a text is valid. Also reads all of its prefixes, in allocations of their size, so that sanitizers
/// detect reads outside them.
template <class Read>
void check_ends(std::string const& whole, Read read) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
        std::string const part = whole.substr(0, size);
        std::string_view const exact(part.c_str(), part.size());
        CAPTURE(part);
        read(exact);
    }
}

} // namespace

TEST_CASE("the ARN of a table has its account, its Region and its name", "[rules][arn]") {
    auto const table = arn::read_table(table_arn);
    REQUIRE(table);
    CHECK(table->partition == "aws");
    CHECK(table->region == "eu-west-1");
    CHECK(table->account == "123456789012");
    CHECK(table->name == "Songs");
    for (auto name : {"a", "Songs_2.old-ones", "a.b"}) {
        auto const local = "arn:aws:dynamodb:ddblocal:000000000000:table/" + std::string(name);
        REQUIRE(arn::read_table(local));
        CHECK(arn::read_table(local)->name == name);
    }
    CHECK(arn::read_table(changed(table_arn, "Songs", std::string(255, 't'))));
}

TEST_CASE("partitions are aws, and aws- with any name", "[rules][arn]") {
    for (std::string partition : {"aws", "aws-cn", "aws-us-gov", "aws-iso-b", "aws-eusc", "aws-x1"}) {
        CAPTURE(partition);
        auto const of_table = changed(table_arn, "aws", partition);
        auto const of_backup = changed(backup_arn, "aws", partition);
        auto const table = arn::read_table(of_table);
        REQUIRE(table);
        CHECK(table->partition == partition);
        CHECK(table->name == "Songs");
        auto const backup = arn::read_backup(of_backup);
        REQUIRE(backup);
        CHECK(backup->table.partition == partition);
    }
    for (std::string partition : {"", "AWS", "aw", "awsx", "aws-", "aws-CN", "aws_cn", "aws-c n", "azure"}) {
        CAPTURE(partition);
        CHECK_FALSE(arn::read_table(changed(table_arn, "aws", partition)));
        CHECK_FALSE(arn::read_backup(changed(backup_arn, "aws", partition)));
    }
}

TEST_CASE("a text that does not have the form of a table's ARN is refused", "[rules][arn]") {
    for (auto const& [what, by] : {std::pair{"arn:", ""},
                                   {"arn", "ARN"},
                                   {"arn:", "xarn:"},
                                   {"dynamodb", "dynamo"},
                                   {"dynamodb", "s3"},
                                   {"dynamodb", ""},
                                   {"eu-west-1", ""},
                                   {"eu-west-1", "EU-WEST-1"},
                                   {"eu-west-1", "eu_west_1"},
                                   {"eu-west-1", "eu west"},
                                   {"123456789012", ""},
                                   {"123456789012", "12345678901"},
                                   {"123456789012", "1234567890123"},
                                   {"123456789012", "12345678901a"},
                                   {"123456789012", "a23456789012"},
                                   {"123456789012", "-12345678901"},
                                   {":table/", "/table/"},
                                   {":table/", ":table:"},
                                   {":table/", ":Table/"},
                                   {":table/", ":index/"},
                                   {"Songs", ""},
                                   {"Songs", "So ngs"},
                                   {"Songs", "Songs/index/ByYear"},
                                   {"Songs", "Songs/stream/2023"},
                                   {"Songs", "Songs:x"},
                                   {"Songs", "S\xC3\xB6ngs"},
                                   {"Songs", "*"}}) {
        CAPTURE(what, by);
        CHECK_FALSE(arn::read_table(changed(table_arn, what, by)));
        CHECK_FALSE(arn::read_backup(changed(backup_arn, what, by)));
    }
    CHECK_FALSE(arn::read_table("Songs"));
    CHECK_FALSE(arn::read_table(backup_arn));
    std::string const least = table_arn.substr(0, table_arn.size() - 4);
    check_ends(least, [](auto text) { CHECK_FALSE(arn::read_table(text)); });
    check_ends("arn:aws-cn:dynamodb:x:123456789012:table/",
               [](auto text) { CHECK_FALSE(arn::read_table(text)); });
    CHECK(arn::read_table(least)->name == "S");
}

TEST_CASE("the ARN of a backup has that of its table, its time, and eight digits", "[rules][arn]") {
    auto const backup = arn::read_backup(backup_arn);
    REQUIRE(backup);
    CHECK(backup->table_arn == table_arn);
    CHECK(backup->table.account == "123456789012");
    CHECK(backup->table.name == "Songs");
    CHECK(backup->milliseconds == 1700000000250);
    CHECK(arn::read_backup(changed(backup_arn, "01700000000250", "99999999999999"))->milliseconds ==
          99999999999999);
    CHECK(arn::read_backup(changed(backup_arn, "01700000000250", "00000000000000"))->milliseconds == 0);
    for (auto suffix : {"00000000", "ffffffff", "FFFFFFFF", "DeadBeef", "12345678", "90abcdef", "90ABCDEF"})
        CHECK(arn::read_backup(changed(backup_arn, "0a1b2c3d", suffix)));

    for (auto const& [what, by] : {std::pair{"/backup/", "/Backup/"},
                                   {"/backup/", "/"},
                                   {"/backup/", ":backup/"},
                                   {"01700000000250", "1700000000250"},
                                   {"01700000000250", "001700000000250"},
                                   {"01700000000250", "0170000000025x"},
                                   {"01700000000250", "x1700000000250"},
                                   {"01700000000250", "0170000x000250"},
                                   {"01700000000250", ""},
                                   {"-0a1b2c3d", ""},
                                   {"-0a1b2c3d", "_0a1b2c3d"},
                                   {"0a1b2c3d", "0a1b2c3"},
                                   {"0a1b2c3d", "0a1b2c3d4"},
                                   {"0a1b2c3d", "0a1b2c3g"},
                                   {"0a1b2c3d", "@a1b2c3d"},
                                   {"0a1b2c3d", "`a1b2c3d"},
                                   {"0a1b2c3d", "Ga1b2c3d"},
                                   {"0a1b2c3d", "0a1b\xC3\xA9"
                                                "3d"}}) {
        CAPTURE(what, by);
        CHECK_FALSE(arn::read_backup(changed(backup_arn, what, by)));
    }
    CHECK_FALSE(arn::read_backup(table_arn));
    check_ends(backup_arn, [](auto text) { CHECK_FALSE(arn::read_backup(text)); });
    for (std::size_t from = 1; from < backup_arn.size(); ++from)
        CHECK_FALSE(arn::read_backup(std::string_view(backup_arn).substr(from)));
}

TEST_CASE("recovery points of AWS Backup have UUIDs of either case", "[rules][arn]") {
    std::string const point =
        "arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e";
    CHECK(arn::is_recovery_point(point));
    CHECK(arn::is_recovery_point(changed(point, "aws", "aws-us-gov")));
    CHECK(arn::is_recovery_point(changed(point, "0f8fad5b-d9cb", "0F8FAD5B-D9CB")));
    for (auto const& [what, by] : {std::pair{":backup:", ":dynamodb:"},
                                   {":backup:", ":Backup:"},
                                   {"recovery-point:", "recovery-point/"},
                                   {"recovery-point:", "backup-vault:"},
                                   {"123456789012", "12345678901"},
                                   {"eu-west-1", ""},
                                   {"0f8fad5b", "0f8fad5"},
                                   {"0f8fad5b", "0f8fad5bc"},
                                   {"0f8fad5b", "gf8fad5b"},
                                   {"0f8fad5b", "Gf8fad5b"},
                                   {"0f8fad5b-", "0f8fad5b0"},
                                   {"950e", "950"},
                                   {"950e", "950e0"}}) {
        CAPTURE(what, by);
        CHECK_FALSE(arn::is_recovery_point(changed(point, what, by)));
    }
    check_ends(point, [](auto text) { CHECK_FALSE(arn::is_recovery_point(text)); });
    CHECK_FALSE(arn::is_recovery_point(backup_arn));
    CHECK_FALSE(arn::read_backup(point));
}

} // namespace rules_arn_test
