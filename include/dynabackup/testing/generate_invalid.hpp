#pragma once
/// \file
/// Generates documents that break one rule, from a seed: for tests of programs that check documents.
///
/// \code
/// for (dynabackup::rule const* r : dynabackup::rule_catalog()) {
///     auto const made = dynabackup::testing::generate_invalid(r->id, 7);
///     if (made) CHECK(my_checker_refuses(made->text));
/// }
/// \endcode
///
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/rule.hpp>
#include <dynabackup/testing/generate_options.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::testing {

/// A text that breaks one rule.
struct invalid_text {
    dynabackup::rule const* rule; ///< the rule that it breaks
    /// One document, or two, each on a line: records of one backup, pages of a listing, or a request and its response
    /// (for rules that need a request, see needs_request).
    std::string text;
    std::string shape; ///< of its last document, as find_shape accepts it
};

/// Generates a text that breaks a rule. `check` finds that rule once, and no other, whatever rules are chosen, if its
/// options have the edition and the time of `chosen`, and a history. For a rule that needs a request, check_exchange
/// finds it in the second line when it takes the first as the request. A seed gives the same text on every machine.
///
/// Returns nothing if no rule has that id, if the rule is not in force in the edition, if no document of the chosen
/// shape is known to break it, or if it cannot be broken alone in the edition. The last applies to
/// `projection.total-non-key-attributes` from 2022-06-17 to 2025-04-08: five local indexes of twenty attributes do not
/// exceed the hundred attributes that are allowed. Also returns nothing for rules that need the key of a table
/// (`item.key`, `item.key-twice`) or an export (see needs_export): one document cannot break them.
DYNABACKUP_INLINE std::optional<invalid_text> generate_invalid(std::string_view rule_id, std::uint64_t seed,
                                                               generate_options const& chosen = {});

} // namespace dynabackup::testing

#if DYNABACKUP_DEFINE

#include <dynabackup/systems.hpp>
#include <dynabackup/testing/detail/backup_mutations.hpp>
#include <dynabackup/testing/detail/clumio_mutations.hpp>
#include <dynabackup/testing/detail/export_call_mutations.hpp>
#include <dynabackup/testing/detail/export_mutations.hpp>
#include <dynabackup/testing/detail/fill.hpp>
#include <dynabackup/testing/detail/index_mutations.hpp>
#include <dynabackup/testing/detail/input_mutations.hpp>
#include <dynabackup/testing/detail/object.hpp>
#include <dynabackup/testing/detail/reading_mutations.hpp>
#include <dynabackup/testing/detail/recovery_point_mutations.hpp>
#include <dynabackup/testing/detail/restore_mutations.hpp>
#include <dynabackup/testing/detail/table_mutations.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace dynabackup::testing {

namespace detail {

inline constexpr std::array<std::span<model_mutation const>, 9> model_mutations{
    backup_mutations, index_mutations,   table_mutations,       clumio_mutations,        input_mutations,
    export_mutations, restore_mutations, export_call_mutations, recovery_point_mutations};

/// The documents whose text is changed. They are recognised by their members, whatever is wrong in them.
inline constexpr std::array editable_shapes{
    &shape_table_of<aws::DescribeBackupOutput>,      &shape_table_of<aws::ListBackupsOutput>,
    &shape_table_of<aws::CreateBackupOutput>,        &shape_table_of<aws::CreateBackupInput>,
    &shape_table_of<aws::ListBackupsInput>,          &shape_table_of<clumio::DynamoDBTableBackup>,
    &shape_table_of<clumio::DynamoDBTableBackupList>};

/// Returns a new object of that shape, filled.
inline object generate_object(shape_table const& shape, scene& s) {
    object made(shape);
    fill(shape, made.get(), s);
    return made;
}

/// Makes the text of a mutated model. Returns false if the models of the scene are not suitable.
inline bool mutate(model_mutation const& how, std::string& out, scene& s) {
    auto const before = how.before ? generate_object(*how.before, s) : object();
    auto const model = generate_object(*how.shape, s);
    if (!how.apply(before.get(), model.get(), s)) return false;
    if (how.before) {
        before.append_to(out);
        out += '\n';
    }
    model.append_to(out);
    return true;
}

/// Makes the mutated text of a model. Returns false if the model of the scene is not suitable.
inline bool mutate(text_mutation const& how, shape_table const& shape, std::string& out, scene& s) {
    auto const model = generate_object(shape, s);
    std::vector<json_place> places;
    collect_places(shape, model.get(), s.edition(), places);
    std::erase_if(places, [&](json_place const& place) { return !how.suits(place); });
    if (places.empty()) return false;
    model.append_to(out);
    how.apply(out, s.random().pick(places), s);
    return true;
}

/// Returns the mutations that break the rule with that id in the edition.
template <class Mutation>
void find_mutations(std::vector<Mutation>& found, std::span<Mutation const> all, std::string_view rule_id,
                    edition day) {
    for (auto const& m : all)
        if (m.rule->id == rule_id && m.rule->in_force(day)) found.push_back(m);
}

} // namespace detail

DYNABACKUP_INLINE std::optional<invalid_text> generate_invalid(std::string_view rule_id, std::uint64_t seed,
                                                               generate_options const& chosen) {
    using namespace detail;
    std::vector<model_mutation> models;
    std::vector<text_mutation> texts;
    std::vector<item_text_mutation> items;
    for (auto const all : model_mutations) find_mutations(models, all, rule_id, chosen.edition);
    find_mutations<text_mutation>(texts, reading_mutations, rule_id, chosen.edition);
    find_mutations<item_text_mutation>(items, item_text_mutations, rule_id, chosen.edition);
    auto const is_wanted = [&](shape_table const& shape) {
        return chosen.shape.empty() || chosen.shape == short_name(shape);
    };
    std::erase_if(models, [&](auto const& how) { return !is_wanted(*how.shape); });
    if (!is_wanted(shape_table_of<table_export::ExportedItem>)) items.clear();
    std::vector<shape_table const*> editable;
    for (auto const* shape : editable_shapes)
        if (is_wanted(*shape)) editable.push_back(shape);
    auto const ways = models.size() + texts.size() * editable.size();
    if (ways == 0 && items.empty()) return {};

    scene s(seed, chosen);
    std::string text;
    if (!items.empty()) {
        s.restart(detail::seed_of_part(seed, 0));
        generate_object(shape_table_of<table_export::ExportedItem>, s).append_to(text);
        constexpr auto first_attribute = std::string_view(R"({"Item":{)").size();
        items.front().apply(text, first_attribute, s);
        return invalid_text{items.front().rule, std::move(text),
                            short_name(shape_table_of<table_export::ExportedItem>)};
    }
    constexpr std::uint64_t most_tries = 10'000; // one in several hundred is suitable
    for (std::uint64_t i = 0; i < most_tries; ++i) {
        auto const part = detail::seed_of_part(seed, i);
        s.restart(part);
        auto const way = random_source(~part).below(ways);
        if (way < models.size()) {
            auto const& how = models[way];
            if (mutate(how, text, s)) return invalid_text{how.rule, std::move(text), short_name(*how.shape)};
        } else {
            auto const& how = texts[(way - models.size()) / editable.size()];
            auto const& shape = *editable[(way - models.size()) % editable.size()];
            if (mutate(how, shape, text, s))
                return invalid_text{how.rule, std::move(text), short_name(shape)};
        }
    }
    return {};
}

} // namespace dynabackup::testing

#endif
