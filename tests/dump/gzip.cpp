#include <dynabackup/dump/gzip.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

namespace dump_gzip_test {

using namespace dynabackup;
using namespace compress_test;

namespace {

content read(std::string packed, std::size_t step = 1000) {
    content result;
    detail::gzip_source source(detail::inflow(std::make_unique<slow_source>(std::move(packed), step)));
    std::string bytes(5000, '\0');
    while (result.problem.empty()) {
        auto const n = source.read(bytes.data(), bytes.size(), result.problem);
        result.text.append(bytes, 0, n);
        if (n == 0) break;
    }
    return result;
}

} // namespace

TEST_CASE("gzip members follow each other, and zeros the last one", "[dump][gzip]") {
    auto const text = varied_text(50'000);
    for (std::size_t const step : {1U, 7U, 1U << 20}) {
        for (auto const& tail : {std::string(), std::string(1, '\0'), std::string(100'000, '\0')}) {
            auto const r = read(gzip(text) + gzip("") + gzip("end") + tail, step);
            CHECK(r.text == text + "end");
            CHECK(r.problem.empty());
        }
        CHECK(read(gzip("a") + std::string(512, '\0') + gzip("b"), step).text == "ab");
    }
}

TEST_CASE("what follows a gzip member and is none is a problem", "[dump][gzip]") {
    for (std::string const tail : {"x", "\x1F", "garbage", "{\"BackupSummaries\":[]}"})
        for (std::size_t const step : {1U, 1U << 20}) {
            auto const r = read(gzip("text") + tail, step);
            CHECK(r.text == "text");
            CHECK_FALSE(r.problem.empty());
        }
}

TEST_CASE("gzip that is cut off is read as far as it goes", "[dump][gzip]") {
    auto const text = varied_text(200'000);
    auto const packed = gzip(text);
    for (std::size_t size = 2; size < packed.size(); size += 1 + size / 2) {
        auto const r = read(packed.substr(0, size));
        CHECK(text.starts_with(r.text));
        CHECK_FALSE(r.problem.empty());
    }
    CHECK(read(packed.substr(0, packed.size() - 1)).text == text);
    CHECK(read(packed.substr(0, packed.size() / 2)).text.size() > text.size() / 4);
}

TEST_CASE("damaged gzip is a problem", "[dump][gzip]") {
    auto const text = varied_text(10'000);
    auto packed = gzip(text);
    packed[packed.size() - 6] ^= 1; // the checksum
    CHECK_FALSE(read(packed).problem.empty());
    packed = gzip(text);
    packed[2] = 7; // no known method
    CHECK_FALSE(read(packed).problem.empty());
    CHECK(read(packed).text.empty());
}

} // namespace dump_gzip_test
