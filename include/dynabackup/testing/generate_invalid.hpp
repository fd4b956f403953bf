#pragma once
/// \file
/// Documents that break one rule, from a number: for tests of what checks documents.
///
/// \code
/// for (dynabackup::rule const* r : dynabackup::catalogue) {
///     auto const made = dynabackup::testing::generate_invalid(r->id, 7);
///     if (made) CHECK(my_checker_refuses(made->text));
/// }
/// \endcode

#include <dynabackup/testing/break_backups.hpp>
#include <dynabackup/testing/break_clumio.hpp>
#include <dynabackup/testing/break_indexes.hpp>
#include <dynabackup/testing/break_input.hpp>
#include <dynabackup/testing/break_reading.hpp>
#include <dynabackup/testing/break_tables.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::testing {

/// A text that breaks one rule.
struct invalid_text {
    dynabackup::rule const* rule; ///< the one that it breaks
    /// One document, or two, a line each: records of one backup, pages of a listing, or a request and its response
    /// (of the rules that need one, see needs_request).
    std::string text;
    std::string_view shape; ///< of its last document
};

namespace detail {

/// A document whose text can be edited: `make` appends it, and the places of its members.
struct editable {
    std::string_view shape;
    void (*make)(std::string& out, std::vector<json_place>& places, scene& s);
};

template <class T>
inline constexpr editable editable_as{short_name<T>,
                                      [](std::string& out, std::vector<json_place>& places, scene& s) {
                                          T model{};
                                          fill(model, s);
                                          append_json(out, model);
                                          places = places_of(model, s.edition());
                                      }};

/// Those that are known by their members, whatever else is wrong in them.
inline constexpr std::array editables{
    editable_as<aws::DescribeBackupOutput>,      editable_as<aws::ListBackupsOutput>,
    editable_as<aws::CreateBackupOutput>,        editable_as<aws::CreateBackupInput>,
    editable_as<aws::ListBackupsInput>,          editable_as<clumio::DynamoDBTableBackup>,
    editable_as<clumio::DynamoDBTableBackupList>};

/// Calls `f` with each breaker of models.
template <class F>
void for_each_model_breaker(F f) {
    for (auto const& b : backup_breakers) f(b);
    for (auto const& b : index_breakers) f(b);
    for (auto const& b : table_breakers) f(b);
    for (auto const& b : clumio_breakers) f(b);
    for (auto const& b : input_breakers) f(b);
}

inline bool edit(std::string& out, text_breaker const& how, editable const& what, scene& s) {
    std::vector<json_place> places;
    std::string text;
    what.make(text, places, s);
    std::erase_if(places, [&](json_place const& place) { return !how.suits(place); });
    if (places.empty()) return false;
    how.change(text, s.random().pick(places), s);
    out += text;
    return true;
}

} // namespace detail

/// A text in which `check` finds that this rule is broken, once, and nothing else, whatever rules are chosen, if it
/// is told the edition and the time of the options, and to keep a history. A rule that needs a request is found by
/// `check_exchange` in the second line, by the first one. The same for a seed on every machine.
///
/// None if no rule has that id, or if it is not in force in the edition, or cannot be broken alone then
/// (`projection.total-non-key-attributes` from 2022-06-17 to 2025-04-08: five local indexes of twenty attributes are
/// the hundred that are allowed).
inline std::optional<invalid_text> generate_invalid(std::string_view rule_id, std::uint64_t seed,
                                                    generate_options const& chosen = {}) {
    std::vector<model_breaker> models;
    detail::for_each_model_breaker([&](model_breaker const& b) {
        if (b.rule->id == rule_id && b.rule->in_force(chosen.edition)) models.push_back(b);
    });
    std::vector<text_breaker> texts;
    for (auto const& b : reading_breakers)
        if (b.rule->id == rule_id && b.rule->in_force(chosen.edition)) texts.push_back(b);
    auto const ways = models.size() + texts.size() * detail::editables.size();
    if (ways == 0) return {};

    scene s(seed, chosen);
    std::string text;
    constexpr std::uint64_t most_tries = 10'000; // one in some hundred suits
    for (std::uint64_t i = 0; i < most_tries; ++i) {
        auto const part = seed_of_part(seed, i);
        s.restart(part);
        auto const way = random_source(~part).below(ways);
        if (way < models.size()) {
            if (models[way].write(text, s))
                return invalid_text{models[way].rule, std::move(text), models[way].shape};
            continue;
        }
        auto const& how = texts[(way - models.size()) / detail::editables.size()];
        auto const& what = detail::editables[(way - models.size()) % detail::editables.size()];
        if (detail::edit(text, how, what, s)) return invalid_text{how.rule, std::move(text), what.shape};
    }
    return {};
}

} // namespace dynabackup::testing
