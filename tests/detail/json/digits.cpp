#include <dynabackup/detail/json/digits.hpp>

#include "catch.hpp"

#include <cstdint>
#include <memory>
#include <random>
#include <string>

namespace detail_json_digits_test {

namespace {

using namespace dynabackup::json::detail;

/// Returns what read_digits reads from a text that ends where its allocation does.
bool read(std::string const& text, std::uint64_t& value) {
    std::unique_ptr<char[]> const exact(new char[text.size()]);
    text.copy(exact.get(), text.size());
    return read_digits(exact.get(), text.size(), value);
}

} // namespace

static_assert([] {
    std::uint64_t value = 0;
    return read_digits("0123456789012345", 16, value) && value == 123'456'789'012'345;
}());
static_assert(powers_of_ten[0] == 1 && powers_of_ten[19] == 10'000'000'000'000'000'000U);

TEST_CASE("one to sixteen digits are read as their number", "[json]") {
    std::mt19937_64 random{16};
    for (std::size_t size = 1; size <= 16; ++size)
        for (int i = 0; i < 2000; ++i) {
            std::string text;
            while (text.size() < size) text += static_cast<char>('0' + random() % 10);
            std::uint64_t value = 77;
            if (!read(text, value) || value != std::stoull(text)) FAIL(text);
        }
}

TEST_CASE("one byte that is not a digit is found among any number of digits", "[json]") {
    for (std::size_t size = 1; size <= 16; ++size)
        for (std::size_t place = 0; place < size; ++place)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, '7');
                text[place] = static_cast<char>(byte);
                std::uint64_t value = 0;
                if (read(text, value) != is_digit(text[place])) FAIL(text);
            }
}

TEST_CASE("words are loaded lowest byte first", "[json]") {
    CHECK(load_little<std::uint32_t>("\x01\x02\x03\x84") == 0x84030201);
    CHECK(load_little<std::uint64_t>("\x01\x02\x03\x04\x05\x06\x07\xF8") == 0xF807060504030201);
    static_assert(load_little<std::uint32_t>("\x01\x02\x03\x84") == 0x84030201);
}

} // namespace detail_json_digits_test
