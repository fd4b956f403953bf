#include <dynabackup/detail/dump/zlib_inflater.hpp>
#include <dynabackup/dump/gzip.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <vector>

// Tests both libraries if both are there.
#ifdef DYNABACKUP_GZIP_BY_ZLIB
#define DYNABACKUP_TEST_INFLATERS dynabackup::detail::zlib_inflater
#else
#define DYNABACKUP_TEST_INFLATERS dynabackup::detail::isal_inflater, dynabackup::detail::zlib_inflater
#endif

namespace dump_gzip_test {

using namespace dynabackup;
using namespace compress_test;

namespace {

template <class Inflater>
content read(std::string packed, std::size_t in_step = 1000, std::size_t out_step = 5000) {
    content result;
    detail::gzip_members<Inflater> source(
        detail::inflow(std::make_unique<slow_source>(std::move(packed), in_step)));
    std::string bytes(out_step, '\0');
    while (result.problem.empty()) {
        auto const n = source.read(bytes.data(), bytes.size(), result.problem);
        result.text.append(bytes, 0, n);
        if (n == 0) break;
    }
    return result;
}

/// The results of both libraries.
struct both {
    content isal, zlib;

    explicit both(std::string const& packed, std::size_t in_step = 1000, std::size_t out_step = 5000)
        : isal(read<detail::gzip_inflater>(packed, in_step, out_step)),
          zlib(read<detail::zlib_inflater>(packed, in_step, out_step)) {}
};

using random = std::mt19937;

std::size_t below(random& from, std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(from);
}

/// Bytes that compress well, badly, or not at all.
std::string any_bytes(random& from, std::size_t size) {
    static constexpr std::array<unsigned, 6> ranges{1, 2, 5, 40, 200, 256};
    std::string text;
    while (text.size() < size) {
        auto const range = ranges[below(from, ranges.size())];
        auto const run = 1 + below(from, 40'000);
        if (below(from, 3) == 0 && !text.empty()) { // repeats earlier bytes, at any distance
            auto const begin = text.size() - 1 - below(from, std::min<std::size_t>(text.size(), 32'768));
            for (std::size_t i = 0; i < run; ++i) text += text[begin + i];
        } else {
            for (std::size_t i = 0; i < run; ++i) text += static_cast<char>(below(from, range));
        }
    }
    text.resize(size);
    return text;
}

} // namespace

TEMPLATE_TEST_CASE("gzip members follow each other, and zeros may follow the last one", "[dump][gzip]",
                   DYNABACKUP_TEST_INFLATERS) {
    auto const text = varied_text(50'000);
    for (std::size_t const step : {1U, 7U, 1U << 20}) {
        for (auto const& tail : {std::string(), std::string(1, '\0'), std::string(100'000, '\0')}) {
            auto const r = read<TestType>(gzip(text) + gzip("") + gzip("end") + tail, step);
            CHECK(r.text == text + "end");
            CHECK(r.problem.empty());
        }
        CHECK(read<TestType>(gzip("a") + std::string(512, '\0') + gzip("b"), step).text == "ab");
    }
}

TEMPLATE_TEST_CASE("other data after a gzip member is a problem", "[dump][gzip]", DYNABACKUP_TEST_INFLATERS) {
    for (std::string const tail : {"x", "\x1F", "garbage", "{\"BackupSummaries\":[]}"})
        for (std::size_t const step : {1U, 1U << 20}) {
            auto const r = read<TestType>(gzip("text") + tail, step);
            CHECK(r.text == "text");
            CHECK_FALSE(r.problem.empty());
        }
}

TEMPLATE_TEST_CASE("gzip data that is cut off is read up to its end", "[dump][gzip]",
                   DYNABACKUP_TEST_INFLATERS) {
    auto const text = varied_text(200'000);
    auto const packed = gzip(text);
    for (std::size_t size = 2; size < packed.size(); size += 1 + size / 2) {
        auto const r = read<TestType>(packed.substr(0, size));
        CHECK(text.starts_with(r.text));
        CHECK_FALSE(r.problem.empty());
    }
    CHECK(read<TestType>(packed.substr(0, packed.size() - 1)).text == text);
    CHECK(read<TestType>(packed.substr(0, packed.size() / 2)).text.size() > text.size() / 4);
}

TEMPLATE_TEST_CASE("damaged gzip data is a problem", "[dump][gzip]", DYNABACKUP_TEST_INFLATERS) {
    auto const text = varied_text(10'000);
    auto packed = gzip(text);
    packed[packed.size() - 6] ^= 1; // the checksum
    CHECK_FALSE(read<TestType>(packed).problem.empty());
    packed = gzip(text);
    packed[2] = 7; // no known method
    CHECK_FALSE(read<TestType>(packed).problem.empty());
    CHECK(read<TestType>(packed).text.empty());
}

TEMPLATE_TEST_CASE("data that gzip compresses is decompressed to the same bytes", "[dump][gzip]",
                   DYNABACKUP_TEST_INFLATERS) {
    auto const seed = GENERATE(range(0U, 20U));
    random from(seed);
    std::string text, packed;
    for (auto members = 1 + below(from, 4); members > 0; --members) {
        auto const part = any_bytes(from, below(from, seed % 10 == 0 ? 300'000 : 70'000));
        gzip_options how;
        how.level = static_cast<int>(below(from, 10));
        how.strategy = static_cast<int>(below(from, 5)); // only Huffman, only runs, the fixed code...
        how.window_log = static_cast<int>(9 + below(from, 7));
        how.flush_each = below(from, 3) == 0 ? 1 + below(from, 3000) : 0;
        text += part;
        packed += gzip(part, how);
    }
    INFO("seed " << seed << ", " << text.size() << " bytes");
    for (std::size_t const in_step : {std::size_t{1}, 1 + below(from, 100), std::size_t{1} << 20})
        for (std::size_t const out_step : {1 + below(from, 100), std::size_t{40'000}, std::size_t{1} << 20}) {
            auto const r = read<TestType>(packed, in_step, out_step);
            CHECK(r.problem.empty());
            REQUIRE((r.text == text)); // not shown
        }
}

TEMPLATE_TEST_CASE("a gzip header may have any fields", "[dump][gzip]", DYNABACKUP_TEST_INFLATERS) {
    std::string name(300, 'n'), comment(700, 'c'), extra(200, '\0');
    for (int fields = 0; fields < 32; ++fields) {
        gz_header header{};
        header.text = fields & 1;
        if (fields & 2) header.name = reinterpret_cast<Bytef*>(name.data());
        if (fields & 4) header.comment = reinterpret_cast<Bytef*>(comment.data());
        if (fields & 8) {
            header.extra = reinterpret_cast<Bytef*>(extra.data());
            header.extra_len = static_cast<uInt>(extra.size());
        }
        header.hcrc = fields & 16;
        gzip_options how;
        how.header = &header;
        auto packed = gzip("text", how);
        for (std::size_t const step : {1U, 3U, 11U, 512U, 1U << 20}) {
            auto const r = read<TestType>(packed + packed, step);
            CHECK(r.text == "texttext");
            CHECK(r.problem.empty());
        }
        packed[4] ^= 1; // its time
        for (std::size_t const step : {1U, 5U, 1U << 20}) {
            auto const r = read<TestType>(packed, step);
            CHECK(r.problem.empty() == !(fields & 16));
            CHECK(r.text == (fields & 16 ? "" : "text"));
        }
    }
}

TEMPLATE_TEST_CASE("flags that gzip reserves are refused", "[dump][gzip]", DYNABACKUP_TEST_INFLATERS) {
    for (char const flag : {'\x20', '\x40', '\x80'})
        for (std::size_t const step : {1U, 3U, 1U << 20}) {
            auto packed = gzip("text");
            packed[3] = flag;
            auto const r = read<TestType>(gzip("before") + packed, step);
            CHECK(r.text == "before");
            CHECK_FALSE(r.problem.empty());
        }
}

TEMPLATE_TEST_CASE("the checksum and the size of a gzip member are compared", "[dump][gzip]",
                   DYNABACKUP_TEST_INFLATERS) {
    auto const text = varied_text(100'000);
    for (std::size_t back = 1; back <= 8; ++back)
        for (std::size_t const step : {1U, 1U << 20}) {
            auto packed = gzip(text);
            packed[packed.size() - back] ^= 4;
            auto const r = read<TestType>(packed + gzip("more"), step);
            CHECK((r.text == text));
            CHECK_FALSE(r.problem.empty());
        }
}

TEMPLATE_TEST_CASE("a gzip bomb is returned piece by piece", "[dump][gzip]", DYNABACKUP_TEST_INFLATERS) {
    constexpr std::size_t size = 20'000'000;
    detail::gzip_members<TestType> source(
        detail::inflow(std::make_unique<slow_source>(gzip(std::string(size, ' ')), 1 << 20)));
    std::string bytes(100'000, '\0'), problem;
    std::size_t sum = 0;
    while (auto const n = source.read(bytes.data(), bytes.size(), problem)) {
        REQUIRE(n <= bytes.size());
        sum += n;
    }
    CHECK(sum == size);
    CHECK(problem.empty());
}

/// Checks that both libraries return what they can from data that is cut there, and report the same.
void cut(std::string const& text, std::string const& packed, std::size_t size, std::size_t step) {
    INFO(text.size() << " bytes in " << packed.size() << ", cut at " << size << ", step " << step);
    both const r(packed.substr(0, size), step);
    CHECK(r.isal.problem == r.zlib.problem);
    CHECK_FALSE(r.isal.problem.empty());
    CHECK(text.starts_with(r.isal.text));
    CHECK(r.isal.text.size() == r.zlib.text.size());
}

TEST_CASE("both libraries read the same from a gzip member that is cut at any byte", "[dump][gzip]") {
    random from(1);
    for (auto const& text : {std::string("{\"a\":1}\n"), varied_text(1'000), any_bytes(from, 1'500)})
        for (auto const& how : {gzip_options{0}, gzip_options{1}, gzip_options{9}, gzip_options{6, Z_FIXED},
                                gzip_options{6, Z_HUFFMAN_ONLY}}) {
            auto const packed = gzip(text, how);
            for (std::size_t size = 2; size < packed.size(); ++size)
                cut(text, packed, size, size % 2 ? 1 : 1 << 20);
        }
    // Several blocks
    for (auto const& text : {varied_text(200'000), any_bytes(from, 200'000)})
        for (auto const& how : {gzip_options{6}, gzip_options{6, Z_HUFFMAN_ONLY}}) {
            auto const packed = gzip(text, how);
            for (int i = 0; i < 100; ++i)
                cut(text, packed, 2 + below(from, packed.size() - 2), 1 + below(from, 100'000));
        }
}

TEST_CASE("a flipped bit of a gzip file is found by both libraries, or does no harm", "[dump][gzip]") {
    char name[] = "name", comment[] = "comment";
    gz_header header{};
    header.name = reinterpret_cast<Bytef*>(name);
    header.comment = reinterpret_cast<Bytef*>(comment);
    header.extra = reinterpret_cast<Bytef*>(name);
    header.extra_len = sizeof name;
    random from(2);
    for (auto const& text : {std::string("{\"a\":1}\n"), varied_text(400), any_bytes(from, 300)})
        for (int const strategy : {Z_DEFAULT_STRATEGY, Z_FIXED})
            for (int const hcrc : {0, 1}) {
                header.hcrc = hcrc;
                auto const packed = gzip(text, {6, strategy, 15, &header});
                for (std::size_t bit = 0; bit < 8 * packed.size(); ++bit) {
                    INFO("strategy " << strategy << ", bit " << bit);
                    auto damaged = packed;
                    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
                    both const r(damaged + gzip("end"), bit % 2 ? 1 : 1 << 20);
                    CHECK(r.isal.problem.empty() == r.zlib.problem.empty());
                    if (r.zlib.problem.empty()) {
                        CHECK((r.zlib.text == text + "end"));
                        CHECK((r.isal.text == r.zlib.text));
                    } else {
                        CHECK((r.isal.text.starts_with(r.zlib.text) || r.zlib.text.starts_with(r.isal.text)));
                    }
                }
            }
}

TEST_CASE("both libraries return the bytes before the damage", "[dump][gzip]") {
    auto const text = varied_text(400'000);
    auto const packed = gzip(text, {9});
    random from(3);
    for (int i = 0; i < 100; ++i) {
        auto damaged = packed;
        auto const at = 100 + below(from, packed.size() - 200);
        for (std::size_t n = 0; n < 60; ++n) damaged[at + n] = static_cast<char>(below(from, 256));
        both const r(damaged, 1 + below(from, 100'000), 1 + below(from, 300'000));
        INFO("damaged at " << at << ": " << r.isal.problem << "; " << r.zlib.problem);
        CHECK_FALSE(r.isal.problem.empty());
        CHECK_FALSE(r.zlib.problem.empty());
        auto const right = [&](std::string const& got) {
            return static_cast<std::size_t>(
                std::mismatch(got.begin(), got.end(), text.begin(), text.end()).first - got.begin());
        };
        CHECK(right(r.isal.text) == right(r.zlib.text));
    }
}

} // namespace dump_gzip_test
