#include <dynabackup/model/detail/words.hpp>

#include "catch.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace model_words_test {

using namespace dynabackup::detail;

TEST_CASE("a word has the first byte lowest, also in constant expressions", "[model]") {
    constexpr char bytes[] = "\x01\x02\x03\x04\x05\x06\x07\xF8";
    STATIC_REQUIRE(load_word<std::uint32_t>(bytes) == 0x04030201);
    STATIC_REQUIRE(load_word<std::uint64_t>(bytes) == 0xF807060504030201);
    CHECK(load_word<std::uint32_t>(bytes) == 0x04030201);
    CHECK(load_word<std::uint64_t>(bytes) == 0xF807060504030201);
}

TEST_CASE("the hash of a text is the same at compile time and at run time", "[model]") {
    static constexpr std::string_view text = "BackupCreationDateTime, BackupExpiryDateTime";
    constexpr auto hashes = [] {
        std::array<std::size_t, text.size() + 1> all{};
        for (std::size_t n = 0; n <= text.size(); ++n) all[n] = hash_of(text.data(), n);
        return all;
    }();
    std::string const copy(text);
    for (std::size_t n = 0; n <= text.size(); ++n) CHECK(hash_of(copy.data(), n) == hashes[n]);
}

TEST_CASE("a hash table is at most half full", "[model]") {
    STATIC_REQUIRE(slot_count(0) == 8);
    for (std::size_t names = 1; names < 100; ++names) {
        auto const slots = slot_count(names);
        CHECK(slots >= 2 * names);
        CHECK((slots & (slots - 1)) == 0);
    }
}

TEST_CASE("texts are equal if all of their bytes are", "[model]") {
    std::string const text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        auto other = text;
        CHECK(same_text(text.data(), other.data(), size));
        for (std::size_t i = 0; i < size; ++i) {
            other[i] = '-';
            CHECK_FALSE(same_text(text.data(), other.data(), size));
            other[i] = text[i];
        }
    }
}

} // namespace model_words_test
