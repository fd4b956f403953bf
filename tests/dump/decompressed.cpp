#include <dynabackup/dump/decompressed.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

namespace dump_decompressed_test {

using namespace dynabackup;
using namespace compress_test;

namespace {

content read(std::string text, std::size_t in_step = 1 << 16, std::size_t out_step = 1 << 16) {
    return read_all(decompressed(slowly(std::move(text), in_step)), out_step);
}

} // namespace

TEST_CASE("an input is decompressed if its first bytes indicate compression", "[dump][compression]") {
    auto const text = varied_text(300'000);
    for (auto const& packed : {text, gzip(text), zstd(text)})
        for (std::size_t const step : {1U, 3U, 1000U, 1U << 20}) {
            auto const small = read(packed, step, 1 << 20), large = read(packed, 1 << 20, step);
            CHECK((small.text == text && small.problem.empty()));
            CHECK((large.text == text && large.problem.empty()));
        }
}

TEST_CASE("Ion is read as JSON, compressed or not", "[dump][compression][ion]") {
    std::string const ion = "$ion_1_0 {Item:{a:1.}}\n", json = R"({"Item":{"a":{"N":"1"}}})"
                                                               "\n";
    for (auto const& packed : {ion, gzip(ion), zstd(ion)}) CHECK(read(packed, 1).text == json);
    auto const varied = ion + varied_text(300'000);
    auto const cut = read(gzip(varied).substr(0, 50'000));
    CHECK(cut.text.starts_with(json));
    CHECK(cut.text.size() > 100'000);
    CHECK_FALSE(cut.problem.empty());
}

TEST_CASE("a text that is short or resembles compressed data is not decompressed", "[dump][compression]") {
    for (std::string const text : {"", "{", "\x1F", "\x28\xB5", "\x28\xB5\x2F", "{}{}{}{}"}) {
        auto const r = read(text, 1);
        CHECK(r.text == text);
        CHECK(r.problem.empty());
    }
}

TEST_CASE("messages name archives and the formats of other compression programs", "[dump][compression]") {
    std::string tar(512, '\0');
    tar.replace(257, 5, "ustar");
    for (auto const& [bytes, name] : {std::pair<std::string, std::string>{"PK\x03\x04rest", "zip"},
                                      {"BZh91AY", "bzip2"},
                                      {std::string("\xFD"
                                                   "7zXZ\0...",
                                                   9),
                                       "xz"},
                                      {tar, "tar"}}) {
        auto const r = read(bytes);
        CHECK(r.text.empty());
        CHECK(r.problem.find(name) != r.problem.npos);
    }
    CHECK(read("PK").text == "PK");
    CHECK(read("{\"a\":\"ustar\"}").problem.empty());
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

TEST_CASE("an input that fails is decompressed up to the failure", "[dump][compression]") {
    struct breaking final : byte_source {
        explicit breaking(std::string bytes) : all_but(std::move(bytes)) {}
        std::size_t read(char* to, std::size_t size, std::string& problem) override {
            auto const n = all_but.copy(to, size);
            all_but.erase(0, n);
            if (n == 0) problem = "broken";
            return n;
        }
        std::string all_but;
    };
    auto const text = varied_text(300'000);
    for (auto const& packed : {text, gzip(text), zstd(text)}) {
        auto const half = packed.substr(0, packed.size() / 2);
        auto const r = read_all(
            decompressed({"x", [&](std::string&) { return std::make_unique<breaking>(half); }}), 1000);
        CHECK(r.problem == "broken");
        CHECK(text.starts_with(r.text));
        CHECK(r.text.size() > text.size() / 8);
    }
}

TEST_CASE("a compressed text may be empty", "[dump][compression]") {
    for (auto const& packed : {gzip(""), zstd("")}) {
        auto const r = read(packed, 1);
        CHECK(r.text.empty());
        CHECK(r.problem.empty());
    }
}

} // namespace dump_decompressed_test
