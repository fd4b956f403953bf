#include <dynabackup/detail/dump/inflow.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

#include <memory>
#include <string>

namespace detail_dump_inflow_test {

using namespace dynabackup;
using compress_test::slow_source;

namespace {

detail::inflow bytes(std::string text, std::size_t step) {
    return detail::inflow(std::make_unique<slow_source>(std::move(text), step));
}

/// One byte, followed by a problem.
class failing_source final : public byte_source {
public:
    std::size_t read(char* to, std::size_t, std::string& problem) override {
        if (std::exchange(read_, true)) {
            problem = "broken";
            return 0;
        }
        *to = 'x';
        return 1;
    }

private:
    bool read_ = false;
};

} // namespace

TEST_CASE("any number of the next bytes can be looked at", "[dump][inflow]") {
    for (std::size_t const step : {1U, 2U, 100U}) {
        auto in = bytes("abcdefg", step);
        std::string problem;
        CHECK(in.rest().empty());
        in.fill(3, problem);
        CHECK(in.rest().size() >= 3);
        CHECK(std::string_view("abcdefg").starts_with(in.rest()));
        in.drop(2);
        CHECK(in.rest().front() == 'c');
        in.fill(5, problem);
        CHECK(in.rest() == "cdefg");
        in.fill(6, problem); // there are no more
        CHECK(in.rest() == "cdefg");
        CHECK(problem.empty());
    }
}

TEST_CASE("bytes that were looked at are read first", "[dump][inflow]") {
    auto in = bytes("abcdefg", 3);
    std::string problem, all;
    in.fill(2, problem);
    for (char to[2];;) {
        auto const n = in.read(to, sizeof to, problem);
        if (n == 0) break;
        all.append(to, n);
    }
    CHECK(all == "abcdefg");
    CHECK(problem.empty());
}

TEST_CASE("looking ahead ends if reading fails", "[dump][inflow]") {
    detail::inflow in(std::make_unique<failing_source>());
    std::string problem;
    in.fill(4, problem);
    CHECK(in.rest() == "x");
    CHECK(problem == "broken");
    auto other = bytes("abc", 1);
    other.fill(3, problem); // they are already there
    CHECK(other.rest().empty());
}

TEST_CASE("bytes that are not compressed are passed on", "[dump][inflow]") {
    detail::plain_source source(bytes("abc", 1));
    std::string problem;
    char to[3] = {};
    CHECK(source.read(to, sizeof to, problem) == 1);
    CHECK(to[0] == 'a');
    CHECK(source.all().empty());
}

} // namespace detail_dump_inflow_test
