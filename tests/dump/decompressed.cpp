#include <dynabackup/dump/decompressed.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

using namespace dynabackup;
using namespace compress_test;

namespace {

content read(std::string text, std::size_t in_step = 1 << 16, std::size_t out_step = 1 << 16) {
    return read_all(decompressed(slowly(std::move(text), in_step)), out_step);
}

} // namespace

TEST_CASE("an input is decompressed if its first bytes say so", "[dump][compression]") {
    auto const text = varied_text(300'000);
    for (auto const& packed : {text, gzip(text), zstd(text)})
        for (std::size_t const step : {1U, 3U, 1000U, 1U << 20}) {
            auto const small = read(packed, step, 1 << 20), large = read(packed, 1 << 20, step);
            CHECK((small.text == text && small.problem.empty()));
            CHECK((large.text == text && large.problem.empty()));
        }
}

TEST_CASE("what is short or looks a little like it is not decompressed", "[dump][compression]") {
    for (std::string const text : {"", "{", "\x1F", "\x28\xB5", "\x28\xB5\x2F", "{}{}{}{}"}) {
        auto const r = read(text, 1);
        CHECK(r.text == text);
        CHECK(r.problem.empty());
    }
}

TEST_CASE("an input that cannot be opened cannot be decompressed", "[dump][compression]") {
    auto const r = read_all(decompressed({"x",
                                          [](std::string& problem) -> std::unique_ptr<byte_source> {
                                              problem = "no";
                                              return nullptr;
                                          }}),
                            10);
    CHECK(r.problem == "no");
}

TEST_CASE("a compressed text may be empty", "[dump][compression]") {
    for (auto const& packed : {gzip(""), zstd("")}) {
        auto const r = read(packed, 1);
        CHECK(r.text.empty());
        CHECK(r.problem.empty());
    }
}
