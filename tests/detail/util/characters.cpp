#include <dynabackup/detail/util/characters.hpp>

#include "catch.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace detail_util_characters_test {

using namespace dynabackup;

namespace {

/// Returns whether a text is of a kind. No byte beside it may be read.
template <characters::mask (*Kind)(characters::block)>
bool is_all(std::string_view text) {
    std::unique_ptr<char[]> const bytes(new char[text.size()]);
    text.copy(bytes.get(), text.size());
    return characters::consists_of<Kind>({bytes.get(), text.size()});
}

/// Every byte at every place of texts of many sizes.
template <characters::mask (*Kind)(characters::block)>
void is_exactly(std::string_view all) {
    CHECK_FALSE(is_all<Kind>(""));
    for (int byte = 0; byte < 256; ++byte) {
        char const c = static_cast<char>(byte);
        bool const expected = all.find(c) != all.npos;
        for (std::size_t size = 1; size < 40; ++size)
            for (std::size_t place = 0; place < size; ++place) {
                std::string text(size, all.front());
                text[place] = c;
                if (is_all<Kind>(text) != expected)
                    FAIL_CHECK("byte " << byte << " in place " << place << " of " << size);
            }
    }
}

} // namespace

TEST_CASE("a text is of a kind if each of its characters is", "[characters]") {
    is_exactly<characters::digits>("0123456789");
    is_exactly<characters::hex>("0123456789abcdef");
    is_exactly<characters::any_hex>("0123456789abcdefABCDEF");
    is_exactly<characters::lower>("abcdefghijklmnopqrstuvwxyz0123456789-");
    is_exactly<characters::name>("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");
}

TEST_CASE("a copy has every byte, and no other byte is changed", "[characters]") {
    for (std::size_t size = 0; size < 200; ++size) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + i % 26);
        std::unique_ptr<char[]> const from(new char[size]), to(new char[size + 2]);
        text.copy(from.get(), size);
        to[0] = to[size + 1] = '#';
        characters::copy(to.get() + 1, {from.get(), size});
        CHECK(std::string(to.get(), size + 2) == '#' + text + '#');
    }
}

TEST_CASE("a UUID has its hyphens, and hexadecimal digits in lower case", "[characters]") {
    auto is_uuid = [](std::string_view text) { return characters::is_uuid<>(text); };
    std::string const good = "01234567-89ab-cdef-0123-456789abcdef";
    CHECK(is_uuid("01234567-89ab-cdef-0123-456789abcdef"));
    CHECK(is_uuid(good));
    CHECK_FALSE(is_uuid(""));
    CHECK_FALSE(is_uuid(good.substr(1)));
    CHECK_FALSE(is_uuid(good + '0'));
    CHECK_FALSE(is_uuid("01234567-89AB-cdef-0123-456789abcdef"));
    CHECK(characters::is_uuid<characters::any_hex>("01234567-89AB-cdef-0123-456789abCDEF"));
    CHECK_FALSE(characters::is_uuid<characters::any_hex>("01234567-89AB-cdef-0123-456789abcdeg"));
    for (std::size_t i = 0; i < good.size(); ++i) {
        CAPTURE(i);
        for (int byte = 0; byte < 256; ++byte) {
            auto text = good;
            char const c = text[i] = static_cast<char>(byte);
            bool const digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            bool const expected = good[i] == '-' ? c == '-' : digit;
            if (is_uuid(text) != expected) FAIL_CHECK("byte " << byte);
        }
    }
}

} // namespace detail_util_characters_test
