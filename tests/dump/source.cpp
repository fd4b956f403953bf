#include <dynabackup/dump/source.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>

namespace dump_source_test {

using namespace dynabackup;
using compress_test::read_all;

TEST_CASE("a text in memory is available at once, or read in small parts", "[dump][source]") {
    std::string const text = "some text";
    auto const input = from_memory(text, "it");
    CHECK(input.name == "it");
    std::string problem;
    auto const source = input.open(problem);
    REQUIRE(source);
    CHECK(source->all() == text);
    CHECK(source->all().data() == text.data());
    for (std::size_t const step : {1U, 4U, 100U}) {
        auto const r = read_all(input, step);
        CHECK(r.text == text);
        CHECK(r.problem.empty());
    }
}

TEST_CASE("a stream is read to its end", "[dump][source]") {
    for (std::size_t const step : {1U, 4U, 9U, 100U}) {
        std::istringstream in("some text");
        auto const input = from_stream(in);
        std::string problem;
        CHECK(input.open(problem)->all().empty());
        auto const r = read_all(input, step);
        CHECK(r.text == "some text");
        CHECK(r.problem.empty());
    }
}

TEST_CASE("a stream that fails returns the bytes before the failure, and a problem", "[dump][source]") {
    struct breaking final : std::streambuf {
        char text[4] = {'s', 'o', 'm', 'e'};
        breaking() { setg(text, text, text + 4); }
        int_type underflow() override { throw std::runtime_error("broken"); }
    } buffer;
    std::istream in(&buffer);
    auto const r = read_all(from_stream(in), 4);
    CHECK(r.text == "some");
    CHECK_FALSE(r.problem.empty());
}

TEST_CASE("a stream that was never opened is a problem, and not an empty text", "[dump][source]") {
    std::ifstream in("/nonexistent");
    auto const r = read_all(from_stream(in), 4);
    CHECK(r.text.empty());
    CHECK_FALSE(r.problem.empty());
}

TEST_CASE("a text that would be gone when it is read is refused", "[dump][source]") {
    auto const taken = []<class T>(std::type_identity<T>) {
        return requires(T(*text)()) { from_memory(text()); };
    };
    STATIC_REQUIRE_FALSE(taken(std::type_identity<std::string>{}));
    STATIC_REQUIRE(taken(std::type_identity<std::string const&>{}));
    STATIC_REQUIRE(taken(std::type_identity<std::string_view>{}));
}

} // namespace dump_source_test
