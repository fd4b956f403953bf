#include <dynabackup/detail/write/buffer.hpp>

#include "catch.hpp"

#include <cstring>
#include <string>

namespace detail_write_buffer_test {

using dynabackup::detail::write_buffer;

TEST_CASE("text is written through a buffer completely and in order", "[write]") {
    std::string out = "before ", expected = out;
    write_buffer buffer(out);
    for (int i = 0; i < 3000; ++i) {
        char const c = static_cast<char>('a' + i % 26);
        buffer.put(c);
        buffer.put("123");
        std::size_t const size = static_cast<std::size_t>(i) % 7;
        char* const p = buffer.room(size + 5); // more than needed
        std::memset(p, c, size);
        buffer.end(p + size);
        expected += c + std::string("123") + std::string(size, c);
    }
    std::string const large(2 * write_buffer::capacity, '-');
    buffer.put(large);
    expected += large;
    char* const all = buffer.room(write_buffer::capacity);
    std::memset(all, '.', write_buffer::capacity);
    buffer.end(all + write_buffer::capacity);
    expected += std::string(write_buffer::capacity, '.');
    buffer.flush();
    CHECK(out == expected);
    buffer.flush();
    CHECK(out == expected);
}

} // namespace detail_write_buffer_test
