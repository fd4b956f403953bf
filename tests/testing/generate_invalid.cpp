#include <dynabackup/check_documents.hpp>
#include <dynabackup/exchange.hpp>
#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/systems.hpp>
#include <dynabackup/testing/generate_invalid.hpp>

#include "catch.hpp"
#include "rounds.hpp"
#include "testing/fingerprint.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace testing_generate_invalid_test {

using namespace dynabackup;
using namespace dynabackup::testing;

namespace {

constexpr std::size_t small_limit = 4096; // of records, to violate that limit

generate_options choose(rule const& r, edition day) {
    generate_options chosen{.edition = day};
    if (&r == &reading::record_too_large) chosen.max_record_bytes = small_limit;
    return chosen;
}

/// Returns the findings in the text that violates a rule, or, for an exchange, in its response.
report found_in(invalid_text const& made, generate_options const& how) {
    check_options chosen;
    chosen.edition = how.edition;
    chosen.now = how.now;
    chosen.history = true;
    chosen.max_record_bytes = how.max_record_bytes;
    if (made.rule->example.any_spelling) chosen.names = chosen.times = spelling::any;
    report found;
    if (!needs_request(*made.rule)) {
        found.set_summary(check_documents(made.text, chosen, found));
        return found;
    }
    auto const end = made.text.find('\n');
    auto const request = made.text.substr(0, end), response = made.text.substr(end + 1);
    for (auto const* system : known_systems())
        for (auto const& e : system->exchanges) {
            if (short_name(*e.response->shape) != made.shape || std::ranges::count(e.rules, made.rule) == 0)
                continue;
            auto both = dynabackup::detail::check_exchange_texts({*e.request, *e.response, e.expect}, request,
                                                                 response, chosen);
            CHECK(both.request.empty());
            return std::move(both.response);
        }
    FAIL_CHECK("no operation has this rule");
    return found;
}

/// Returns whether a rule that is in force can be violated without violating another.
bool can_be_broken(rule const& r, edition day) {
    if (needs_export(r) || !r.example.key.empty()) return false;
    return &r != &projection::total_non_key_attributes || day < projection::hundred_for_local ||
           day >= projection::local_and_global;
}

/// \return The number of different texts.
std::size_t check_rule(rule const& r, edition day, std::uint64_t seeds) {
    std::set<std::string> texts;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(std::string(r.id), seed, to_text(day));
        auto const chosen = choose(r, day);
        auto const made = generate_invalid(r.id, seed, chosen);
        REQUIRE(made.has_value() == (r.in_force(day) && can_be_broken(r, day)));
        if (!made) return 0;
        CHECK(made->rule == &r);
        auto all = found_in(*made, chosen);
        std::vector<finding> found; // an unknown object also has unknown members
        for (auto& f : all)
            if (f.severity >= r.severity) found.push_back(std::move(f));
        if (found.size() != 1 || found[0].rule != &r) {
            std::string rules;
            for (auto const& f : found) (rules += f.rule->id) += ' ' + f.path + '\n';
            FAIL_CHECK(rules << made->text.substr(0, 3000));
        }
        texts.insert(made->text);
    }
    return texts.size();
}

} // namespace

TEST_CASE("each rule is violated, once and without another, in different texts", "[testing]") {
    std::uint64_t const seeds = is_slow ? 8 : 40;
    for (auto const* r : rule_catalog()) {
        CAPTURE(std::string(r->id));
        auto const texts = check_rule(*r, edition::latest, seeds);
        CHECK((texts > seeds * 3 / 4 || !can_be_broken(*r, edition::latest)));
    }
}

TEST_CASE("each rule is violated without another in every edition in which that is possible", "[testing]") {
    for (edition const day :
         {edition::v2017_11_29, edition::v2018_02_08, edition::v2018_08_06, edition::v2018_11_28,
          edition::v2019_06_06, edition::v2022_06_17, edition::v2025_04_09, edition::v2025_11_19})
        for (auto const* r : rule_catalog()) check_rule(*r, day, is_slow ? 1 : 4);
}

TEST_CASE("a violation that is impossible is not generated", "[testing]") {
    CHECK_FALSE(generate_invalid("no.such-rule", 1));
    CHECK_FALSE(generate_invalid("key-schema.*", 1));
    CHECK_FALSE(generate_invalid("key-schema.range-count", 1, {.edition = edition::v2025_04_09}));
}

TEST_CASE("the shape of a text that violates a rule is named", "[testing]") {
    std::set<std::string> shapes;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        auto const made = generate_invalid("enum.unknown-value", seed);
        REQUIRE(made);
        report found;
        found.set_summary(check_documents(made->text, {}, found));
        REQUIRE(found.size() == 1);
        CHECK(found[0].shape == made->shape);
        shapes.emplace(made->shape);
    }
    CHECK(shapes.size() > 4); // many kinds of documents
    for (auto const& shape : shapes)
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            auto const made = generate_invalid("enum.unknown-value", seed, {.shape = shape});
            REQUIRE(made);
            CHECK(made->shape == shape);
        }
    CHECK_FALSE(generate_invalid("enum.unknown-value", 1, {.shape = "ListTables"}));
}

// See generate.cpp.
TEST_CASE("a seed gives the same defect everywhere", "[testing]") {
    fingerprint all;
    for (auto const* r : rule_catalog())
        if (auto const made = generate_invalid(r->id, 1, choose(*r, edition::latest))) all.add(made->text);
    CHECK(all.value() == 0xbca431b37a0b732f);
}

} // namespace testing_generate_invalid_test
