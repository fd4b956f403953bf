#include <dynabackup/detail/json/same_bytes.hpp>

#include "catch.hpp"

#include <memory>
#include <string>
#include <utility>

namespace detail_json_same_bytes_test {

using dynabackup::json::same_bytes;

namespace {

template <std::size_t N>
void every_byte_counts() {
    std::string const text = std::string("0123456789abcdefghijklmnopqrstuvwxyz").substr(0, N);
    std::unique_ptr<char[]> const a(new char[N]), b(new char[N]); // no bytes beside them may be read
    text.copy(a.get(), N);
    text.copy(b.get(), N);
    CHECK(same_bytes<N>(a.get(), b.get()));
    for (std::size_t i = 0; i < N; ++i)
        for (int bit = 0; bit < 8; ++bit) {
            b[i] = static_cast<char>(static_cast<unsigned char>(b[i]) ^ 1u << bit);
            if (same_bytes<N>(a.get(), b.get())) FAIL(N << ' ' << i);
            b[i] = a[i];
        }
}

} // namespace

TEST_CASE("texts of any constant size are compared in every bit", "[json]") {
    []<std::size_t... N>(std::index_sequence<N...>) { (every_byte_counts<N + 1>(), ...); }
    (std::make_index_sequence<33>{});
    CHECK(same_bytes<0>("a", "b"));
}

} // namespace detail_json_same_bytes_test
