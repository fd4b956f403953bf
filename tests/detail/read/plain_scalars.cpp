#include <dynabackup/aws/backup_details.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/detail/read/plain_scalars.hpp>

#include "catch.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace detail_read_plain_scalars_test {

using namespace dynabackup;

TEST_CASE("plain values of each kind are read, and other values are left", "[plain_scalars]") {
    using dynabackup::detail::read_plain;
    auto const tried = [&]<class V>(std::string_view value, V& to, bool plain, auto const&... more) {
        std::string const text = "{\"a\":" + std::string(value) + "}" + std::string(64, ' ');
        json::structural_index index;
        REQUIRE(index.build(text));
        json::token_cursor in{index.begin() + 3, index.end(), text.data(), index.end()};
        CAPTURE(value);
        CHECK(read_plain(in, to, more...) == plain);
        CHECK(in.at == index.begin() + 3 + plain); // nothing moves unless it succeeds
    };
    std::string text;
    tried("\"abc\"", text, true);
    CHECK(text == "abc");
    tried("7", text, false);
    std::int64_t number = 0;
    tried("-42", number, true);
    CHECK(number == -42);
    tried("4.2", number, false);
    tried("\"4\"", number, false);
    bool yes = false;
    tried("true", yes, true);
    CHECK(yes);
    tried("false", yes, true);
    CHECK_FALSE(yes);
    for (auto const* no : {"truE", "falsy", "null", "\"true\"", "1"}) tried(no, yes, false);
    timestamp time{};
    tried("1.5E9", time, true, true);
    CHECK(time == timestamp{std::chrono::seconds{1'500'000'000}});
    tried("1.5E9", time, false, false); // if times are texts
    tried("\"2017-07-14T02:40:00Z\"", time, true, false);
    CHECK(time == timestamp{std::chrono::seconds{1'500'000'000}});
    tried("\"yesterday\"", time, false, true);
    dynabackup::detail::enum_value status;
    auto const& statuses = *shape_table_of<aws::BackupDetails>.find("BackupStatus")->value->enumeration;
    tried("\"AVAILABLE\"", status, true, statuses);
    CHECK((status.known && statuses.names[status.number] == "AVAILABLE"));
    tried("\"ACTIVE\"", status, false, statuses);
}

} // namespace detail_read_plain_scalars_test
