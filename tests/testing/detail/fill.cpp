#include <dynabackup/aws/limits.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/systems.hpp>
#include <dynabackup/testing/generate.hpp>

#include "catch.hpp"

#include <boost/describe/class.hpp>

#include <concepts>
#include <memory>
#include <type_traits>

namespace testing_detail_fill_test {

using namespace dynabackup;
using namespace dynabackup::testing;

namespace {

void check_valid(shape_rules const& rules, std::uint64_t seeds, check_options const& chosen) {
    auto const& shape = *rules.shape;
    std::unique_ptr<void, void (*)(void*)> const value(shape.create(), shape.destroy);
    generator from(0, {.edition = chosen.edition});
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        from.restart(seed);
        from.fill(shape, value.get());
        for (auto const& f : dynabackup::detail::validate_model(rules, value.get(), chosen)) {
            CAPTURE(short_name(shape), seed, to_text(chosen.edition), f.path);
            FAIL_CHECK(f.rule->id);
        }
    }
}

} // namespace

TEST_CASE("a value of any shape has no findings", "[testing]") {
    check_options chosen;
    chosen.strict = true;
    chosen.now = generate_options{}.now;
    for (edition const day :
         {edition::latest, edition::v2017_11_29, edition::v2019_11_26, edition::v2025_04_09}) {
        chosen.edition = day;
        for (auto const* system : known_systems())
            for (auto const* rules : system->shapes) check_valid(*rules, 40, chosen);
    }
}

namespace {

/// A shape that the library does not know.
namespace other {

inline constexpr simple_shape Code{
    "Code",
    simple_type::string,
    {.since = edition::v2017_11_29, .min = 20, .max = 22, .pattern = &aws::simple::patterns::name}};
inline constexpr simple_shape Size{
    "Size", simple_type::long_, {.since = edition::v2017_11_29, .min = 5, .max = 7}};

struct Part {
    std::string code;
    std::int64_t size = 0;
    std::optional<std::string> later{};
};
BOOST_DESCRIBE_STRUCT(Part, (), (code, size, later))

template <std::same_as<Part> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::code>(Code), describe<&T::size>(Size),
                      describe<&T::later>().since(edition::v2024_05_02)};
}
template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true};
}

} // namespace other

} // namespace

TEST_CASE("a user's own shape is filled according to its description", "[testing]") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        auto const part = generate<other::Part>(seed);
        CHECK(part.code.size() >= 20);
        CHECK(part.code.size() <= 22);
        CHECK(aws::simple::patterns::is_name(part.code));
        CHECK(part.size >= 5);
        CHECK(part.size <= 7);
        CHECK_FALSE(generate<other::Part>(seed, {.edition = edition::v2017_11_29}).later);
    }
}

} // namespace testing_detail_fill_test
