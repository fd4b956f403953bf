#include <dynabackup/dump/zstd.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

namespace dump_zstd_test {

using namespace dynabackup;
using namespace compress_test;

namespace {

content read(std::string packed, std::size_t step = 1000) {
    content result;
    detail::zstd_source source(detail::inflow(std::make_unique<slow_source>(std::move(packed), step)));
    std::string bytes(5000, '\0');
    while (result.problem.empty()) {
        auto const n = source.read(bytes.data(), bytes.size(), result.problem);
        result.text.append(bytes, 0, n);
        if (n == 0) break;
    }
    return result;
}

std::string const skippable("\x5A\x2A\x4D\x18\x03\x00\x00\x00...", 11);

} // namespace

TEST_CASE("Zstandard frames follow each other, and some are skipped", "[dump][zstd]") {
    auto const text = varied_text(50'000);
    CHECK(is_zstd(skippable));
    CHECK(is_zstd(zstd("")));
    CHECK_FALSE(is_zstd("\x5A\x2A\x4D"));
    for (std::size_t const step : {1U, 7U, 1U << 20}) {
        auto const r = read(skippable + zstd(text) + zstd("") + skippable + zstd("end"), step);
        CHECK(r.text == text + "end");
        CHECK(r.problem.empty());
    }
}

TEST_CASE("other data after a Zstandard frame is a problem", "[dump][zstd]") {
    for (std::string const tail : {"x", "garbage", "{\"BackupSummaries\":[]}"})
        for (std::size_t const step : {1U, 1U << 20}) {
            auto const r = read(zstd("text") + tail, step);
            CHECK(r.text == "text");
            CHECK_FALSE(r.problem.empty());
        }
}

TEST_CASE("Zstandard data that is cut off is read up to its end", "[dump][zstd]") {
    auto const text = varied_text(500'000);
    auto const packed = zstd(text);
    for (std::size_t size = 4; size < packed.size(); size += 1 + size / 2) {
        auto const r = read(packed.substr(0, size));
        CHECK(text.starts_with(r.text));
        CHECK_FALSE(r.problem.empty());
    }
    CHECK(read(packed.substr(0, packed.size() - 1)).text == text);
}

TEST_CASE("damaged Zstandard data is a problem", "[dump][zstd]") {
    auto packed = zstd(varied_text(10'000));
    packed.back() ^= 1; // the checksum
    CHECK_FALSE(read(packed).problem.empty());
}

TEST_CASE("a Zstandard window takes at most 32 MiB", "[dump][zstd]") {
    auto const text = varied_text(100'000);
    CHECK(read(zstd(text, 25)).text == text);
    auto const r = read(zstd(text, 26));
    CHECK(r.text.empty());
    CHECK_FALSE(r.problem.empty());
}

} // namespace dump_zstd_test
