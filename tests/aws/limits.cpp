#include <dynabackup/aws/limits.hpp>

#include "catch.hpp"

#include <string>

namespace aws_limits_test {

using namespace dynabackup;
using namespace dynabackup::aws;

TEST_CASE("a dated limit holds from its day on, and not the day before", "[aws][limits]") {
    SECTION("the pattern of BackupName") {
        STATIC_REQUIRE(simple::BackupName.at(edition{2018'02'07}).pattern == nullptr);
        STATIC_REQUIRE(simple::BackupName.at(edition{2018'02'08}).pattern == &simple::patterns::name);
        STATIC_REQUIRE(simple::BackupName.at(edition::latest).pattern == &simple::patterns::name);
        STATIC_REQUIRE(simple::BackupName.at(edition{2018'02'07}).min == 3);
        STATIC_REQUIRE(simple::BackupName.at(edition{2018'02'07}).max == 255);
        STATIC_REQUIRE(simple::BackupName.at(edition{2018'02'08}).min == 3);
        STATIC_REQUIRE(simple::BackupName.at(edition{2018'02'08}).max == 255);
    }
    SECTION("the length of TableArn") {
        STATIC_REQUIRE_FALSE(simple::TableArn.at(edition{2024'03'19}).has_min());
        STATIC_REQUIRE_FALSE(simple::TableArn.at(edition{2024'03'19}).has_max());
        STATIC_REQUIRE(simple::TableArn.at(edition{2024'03'20}).min == 1);
        STATIC_REQUIRE(simple::TableArn.at(edition{2024'03'20}).max == 1024);
    }
    SECTION("the size of KeySchema") {
        STATIC_REQUIRE(simple::KeySchema.at(edition{2025'11'18}).max == 2);
        STATIC_REQUIRE_FALSE(simple::KeySchema.at(edition{2025'11'19}).has_max());
        STATIC_REQUIRE(simple::KeySchema.at(edition{2025'11'18}).min == 1);
        STATIC_REQUIRE(simple::KeySchema.at(edition{2025'11'19}).min == 1);
    }
}

TEST_CASE("a limit that never changed holds on every day", "[aws][limits]") {
    STATIC_REQUIRE(simple::BackupArn.at(edition::v2017_11_29).min == 37);
    STATIC_REQUIRE(simple::BackupArn.at(edition::latest).max == 1024);
    STATIC_REQUIRE(simple::NonKeyAttributeNameList.at(edition::latest).max == 20);
    STATIC_REQUIRE(simple::NonKeyAttributeNameList.element == &simple::NonKeyAttributeName);
    STATIC_REQUIRE_FALSE(simple::Date.at(edition::latest).has_max());
}

TEST_CASE("a name has letters, digits, underscores, dots and dashes", "[aws][limits]") {
    using simple::patterns::is_name;
    CHECK(is_name("azAZ09_.-"));
    CHECK_FALSE(is_name(""));
    CHECK(is_name("a"));
    std::string const all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    for (int byte = 0; byte < 256; ++byte) {
        char const c = static_cast<char>(byte);
        CAPTURE(byte);
        bool const expected = all.find(c) != all.npos;
        CHECK(is_name(std::string(1, c)) == expected);
        for (std::size_t size = 1; size < 26; ++size)
            for (std::size_t place = 0; place < size; ++place) {
                std::string text(size, 'x');
                text[place] = c;
                if (is_name(text) != expected) FAIL_CHECK("at " << place << " of " << size);
            }
    }
    CHECK(simple::patterns::name.matches("Orders-2018.08_06"));
    CHECK_FALSE(simple::patterns::name.matches("Orders$DeletedTableBackup"));
}

TEST_CASE("the id of a table is a UUID in lower case", "[aws][limits]") {
    CHECK(simple::patterns::uuid.matches("01234567-89ab-cdef-0123-456789abcdef"));
    CHECK_FALSE(simple::patterns::uuid.matches("01234567-89AB-cdef-0123-456789abcdef"));
}

} // namespace aws_limits_test
