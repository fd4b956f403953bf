/// \file
/// Checks that, for any bytes, a time is read exactly or refused, and that a time that is read can be printed and read
/// back.

#include <dynabackup/detail/json/decimal.hpp>
#include <dynabackup/timestamp.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace dynabackup;

void require(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

void survives(timestamp time) {
    timestamp again;
    require(read_date_time(to_text(time), again) == time_status::ok && again == time,
            "printed and read back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (!data) return 0; // libFuzzer never passes null, but clang-tidy does not know that
    char const* const first = reinterpret_cast<char const*>(data);
    char const* const last = first + size;
    timestamp time;
    json::decimal number;
    bool const is_number = json::read_decimal(first, last, number) == nullptr;
    auto const status = read_epoch_seconds(first, last, time);
    require((status != time_status::syntax) == is_number, "one grammar of numbers");
    if (status == time_status::ok) survives(time);
    std::int64_t whole = 0;
    auto const integer = json::read_int64(first, last, whole);
    require((integer != json::integer_status::syntax) == is_number, "one grammar of integers");
    constexpr std::int64_t most = INT64_MAX / 1'000'000'000;
    if (integer == json::integer_status::ok && whole <= most && whole >= -most)
        require(status == time_status::ok && time == timestamp(std::chrono::seconds(whole)), "whole seconds");
    if (read_date_time(std::string_view(first, size), time) == time_status::ok) {
        survives(time);
        require(size >= 20, "a date-time has at least 20 bytes");
    }
    return 0;
}
