#pragma once
/// \file
/// Lists every rule of the library, with the shapes that it reads and its example.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/rule.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup {

struct shape_table;

/// Returns the rules, sorted by id.
DYNABACKUP_INLINE std::span<rule const* const> rule_catalog();

/// Returns the names of the shapes that a rule reads, as find_shape takes them, sorted. Empty: the rule reads every
/// shape.
DYNABACKUP_INLINE std::vector<std::string> shapes_of(rule const& which);

/// Whether a rule compares the files of an export, or its changes with its manifest: only `check_export` applies it.
DYNABACKUP_INLINE bool needs_export(rule const& which);

/// Whether a rule compares a response with its request: only `check_exchange` applies it.
DYNABACKUP_INLINE bool needs_request(rule const& which);

// ---- examples, which `explain` shows and the tests check ----

/// The time at which examples are checked.
inline constexpr std::string_view example_now = "2030-01-01T00:00:00Z";

/// Returns the options for the example of a rule: every rule applies, in the last edition in which that rule is in
/// force.
DYNABACKUP_INLINE check_options example_options(rule const& r);

/// The request and the response in the text of an exchange.
struct example_exchange {
    std::string_view request;  ///< the first line
    std::string_view response; ///< the second line
};

/// Splits the text of an exchange into its lines.
DYNABACKUP_INLINE example_exchange split_exchange(std::string_view text);

/// Checks one of the two texts of a rule's example. If the text is an exchange, returns the report of the request if
/// that has findings, else the report of the response. Does not check the rules that need an export: see
/// check_export_example. The report has neither findings nor documents if the example names a shape that does not
/// exist.
DYNABACKUP_INLINE report check_example(rule const& r, std::string_view text, check_options const& chosen);

/// Checks one of the two texts of a rule's example, with the options that it needs.
DYNABACKUP_INLINE report check_example(rule const& r, std::string_view text);

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/check_documents.hpp>
#include <dynabackup/detail/check/chosen_documents.hpp>
#include <dynabackup/detail/check/rule_lists.hpp>
#include <dynabackup/detail/check/rule_uses.hpp>
#include <dynabackup/exchange.hpp>
#include <dynabackup/systems.hpp>
#include <dynabackup/timestamp.hpp>

#include <algorithm>

namespace dynabackup {

DYNABACKUP_INLINE std::span<rule const* const> rule_catalog() {
    static std::vector<rule const*> const all = [] {
        std::vector<rule const*> rules;
        for (auto const& list : detail::rule_lists) rules.insert(rules.end(), list.begin(), list.end());
        std::ranges::sort(rules, {}, &rule::id);
        return rules;
    }();
    return all;
}

DYNABACKUP_INLINE std::vector<std::string> shapes_of(rule const& which) {
    std::vector<std::string> shapes;
    for (auto const& use : detail::rule_uses()) {
        if (use.which->id != which.id) continue;
        if (!use.shape) return {};
        shapes.push_back(short_name(*use.shape));
    }
    std::ranges::sort(shapes);
    shapes.erase(std::unique(shapes.begin(), shapes.end()), shapes.end());
    return shapes;
}

DYNABACKUP_INLINE bool needs_export(rule const& which) {
    for (auto const* system : known_systems())
        for (auto const& compared : system->of_inputs)
            if (std::ranges::any_of(compared.rules, [&](auto const* r) { return r->id == which.id; }))
                return true;
    return false;
}

DYNABACKUP_INLINE bool needs_request(rule const& which) {
    return std::ranges::any_of(
        detail::rule_uses(), [&](auto const& use) { return use.needs_request && use.which->id == which.id; });
}

DYNABACKUP_INLINE check_options example_options(rule const& r) {
    check_options chosen;
    chosen.edition = r.until;
    static_cast<void>(read_date_time(example_now, chosen.now.emplace())); // it is right
    chosen.history = true;
    if (r.example.max_depth) chosen.max_depth = r.example.max_depth;
    if (r.example.any_spelling) chosen.names = chosen.times = spelling::any;
    if (r.example.max_record_bytes) chosen.max_record_bytes = r.example.max_record_bytes;
    if (r.example.max_item_bytes) chosen.max_item_bytes = r.example.max_item_bytes;
    chosen.key = parse_item_key(r.example.key);
    return chosen;
}

DYNABACKUP_INLINE example_exchange split_exchange(std::string_view text) {
    auto const end = text.find('\n');
    return {text.substr(0, end), end == text.npos ? std::string_view() : text.substr(end + 1)};
}

DYNABACKUP_INLINE report check_example(rule const& r, std::string_view text, check_options const& chosen) {
    auto const is_same = [&](rule const* other) { return other->id == r.id; };
    for (auto const* system : known_systems())
        for (auto const& exchange : system->exchanges) {
            if (std::ranges::none_of(exchange.rules, is_same)) continue;
            // If several requests make the rule, its example has the first of them.
            auto const [request, response] = split_exchange(text);
            auto both = detail::check_exchange_texts({*exchange.request, *exchange.response, exchange.expect},
                                                     request, response, chosen);
            return both.request.empty() ? both.response : both.request;
        }
    report result;
    if (r.example.shape.empty()) result.set_summary(check_documents(text, chosen, result));
    else if (auto const* const shape = find_shape(r.example.shape))
        result = detail::check_text_as(*shape, text, chosen);
    return result;
}

DYNABACKUP_INLINE report check_example(rule const& r, std::string_view text) {
    return check_example(r, text, example_options(r));
}

} // namespace dynabackup

#endif
