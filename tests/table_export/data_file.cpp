#include <dynabackup/detail/dump/zlib_deflater.hpp>
#include <dynabackup/dump/decompressed.hpp>
#include <dynabackup/table_export/data_file.hpp>
#include <dynabackup/table_export/export_writer.hpp>

#include "catch.hpp"
#include "tool/run.hpp"

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>

#ifdef DYNABACKUP_GZIP_BY_ZLIB
#define DYNABACKUP_TEST_DEFLATERS dynabackup::detail::zlib_deflater
#else
#define DYNABACKUP_TEST_DEFLATERS dynabackup::detail::isal_deflater, dynabackup::detail::zlib_deflater
#endif

namespace table_export_data_file_test {

using namespace dynabackup;

namespace {

std::string decompress(std::string const& bytes) {
    std::string problem, text, some(5'000, '\0');
    auto const source = decompressed(from_memory(bytes, "data.json.gz")).open(problem);
    REQUIRE(source);
    while (auto const n = source->read(some.data(), some.size(), problem)) text.append(some, 0, n);
    CHECK(problem.empty());
    return text;
}

/// A text that is partly repeated, partly random.
std::string some_text(std::size_t size, unsigned seed) {
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < size) {
        if (random() % 2)
            text += R"({"Item":{"pk":{"S":"a"}}})"
                    "\n";
        else text += static_cast<char>(random() % 256);
    }
    text.resize(size);
    return text;
}

} // namespace

TEMPLATE_TEST_CASE("compressed text is decompressed to the same text, whatever its pieces", "[exports][gzip]",
                   DYNABACKUP_TEST_DEFLATERS) {
    unsigned seed = 0;
    for (std::size_t const size : {0U, 1U, 16'383U, 16'384U, 100'000U, 1'000'000U})
        for (std::size_t const piece : {1'000'000U, 4'096U, 999U}) {
            CAPTURE(size, piece);
            auto const text = some_text(size, ++seed);
            TestType deflater;
            REQUIRE(deflater.ready());
            std::string bytes;
            for (std::size_t at = 0; at < size; at += piece)
                deflater.append(bytes, std::string_view(text).substr(at, piece), false);
            deflater.append(bytes, {}, true);
            CHECK(decompress(bytes) == text);
        }
}

TEST_CASE("the description of a data file is correct", "[exports]") {
    tool_test::folder const f;
    table_export::data_file_writer out(f / "a.json.gz");
    out.add("{\"Item\":{}}\n{\"Item\":{}}\n");
    out.add("{\"Item\":{}}\n");
    CHECK(out.text_bytes() == 36);
    auto const made = out.close("AWSDynamoDB/data/a.json.gz");
    CHECK(out.problem().empty());
    auto const bytes = f.read("a.json.gz");
    CHECK(decompress(bytes) == "{\"Item\":{}}\n{\"Item\":{}}\n{\"Item\":{}}\n");
    auto const digest = table_export::md5_of(bytes);
    REQUIRE(digest);
    CHECK(made.item_count == 3);
    CHECK(made.md5_checksum == aws::to_base64(*digest));
    CHECK(made.etag == table_export::etag_of(*digest));
    CHECK(made.data_file_s3_key == "AWSDynamoDB/data/a.json.gz");
}

TEST_CASE("a data file that cannot be written is a problem", "[exports]") {
    tool_test::folder const f;
    for (auto const& path : {f.write("there.json.gz", "x"), f / "no/such/folder/a.json.gz"}) {
        CAPTURE(path);
        table_export::data_file_writer out(path);
        out.add("{\"Item\":{}}\n");
        out.close("key");
        CHECK_FALSE(out.problem().empty());
    }
    CHECK(f.read("there.json.gz") == "x");
}

TEST_CASE("an export whose ARN is not one is not written", "[exports]") {
    tool_test::folder const f;
    table_export::ManifestSummary summary;
    summary.export_arn = "arn:aws:dynamodb:us-east-1:123456789012:table/Orders";
    table_export::export_writer to(f.string(), summary);
    CHECK_FALSE(to.problem().empty());
    CHECK_FALSE(to.create());
    CHECK(std::filesystem::is_empty(f.string()));
}

} // namespace table_export_data_file_test
