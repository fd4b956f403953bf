#pragma once
/// \file
/// Judges expectations. Defines the functions that conformance.hpp declares.

#include <dynabackup/check.hpp>
#include <dynabackup/detail/check/chosen_documents.hpp>
#include <dynabackup/detail/read/parse_text.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/detail/util/equal.hpp>
#include <dynabackup/display/finding_text.hpp>
#include <dynabackup/display/nearest.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/detail/object.hpp>
#include <dynabackup/testing/printing.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::testing {

namespace detail {

// ---- rules ----

inline void append_rules(std::vector<rule const*>& all, shape_rules const& shape) {
    for (auto const& applied : shape.rules) all.insert(all.end(), applied.rules.begin(), applied.rules.end());
    for (auto const* below : shape.members)
        if (below) append_rules(all, *below);
}

DYNABACKUP_INLINE std::vector<rule const*> rules_of_shape(shape_rules const& shape,
                                                          check_options const& chosen) {
    std::vector<rule const*> all(reading::all.begin(), reading::all.end());
    append_rules(all, shape);
    for (auto const& own : chosen.rules) all.push_back(&own.rule());
    std::ranges::sort(all, {}, &rule::id);
    auto const same = std::ranges::unique(all, {}, &rule::id);
    all.erase(same.begin(), same.end());
    return all;
}

} // namespace detail

DYNABACKUP_INLINE std::string rule_name::misuse(shape_rules const& shape, check_options const& chosen) const {
    return misuse(detail::rules_of_shape(shape, chosen), concat("shape ", shape.shape->name));
}

DYNABACKUP_INLINE std::string rule_name::misuse(std::span<rule const* const> rules,
                                                std::string_view owner) const {
    std::vector<std::string_view> ids;
    for (auto const* r : rules) ids.push_back(r->id);
    if (std::ranges::find(ids, id_) != ids.end()) return {};
    auto why = concat(known_ ? "no document of " : "no rule of ", owner,
                      known_ ? " can break the rule '" : " has the id '", id_, '\'');
    auto const near = display::nearest(id_, ids);
    for (auto const name : near) why += concat(name == near.front() ? "; did you mean " : " or ", name);
    return near.empty() ? why : why + '?';
}

DYNABACKUP_INLINE std::string expected_finding::text() const {
    if (!path) return rule.id();
    return concat(rule.id(), " at ", path->empty() ? "the document" : *path);
}

namespace detail {

// ---- findings ----

inline report findings_in_text(shape_rules const& rules, std::string_view json, check_options chosen) {
    chosen.excerpt_bytes = display::excerpt_reach(failure_width);
    return dynabackup::detail::check_text_as(rules, json, chosen);
}

/// Checks a text, or a model. The findings of a model get the places in the text that tests print for it (see
/// printing.hpp).
inline report findings_of(subject const& given, check_options const& chosen) {
    if (!given.model) return findings_in_text(given.rules, given.json, chosen);
    auto found = dynabackup::detail::validate_model(given.rules, given.model, chosen);
    if (found.empty()) return found;
    std::string text;
    dynabackup::detail::append_object(text, *given.rules.shape, given.model, format::aws_cli);
    auto const in_text = findings_in_text(given.rules, text, chosen);
    report placed;
    placed.set_summary(found.summary());
    for (finding f : found) {
        auto const it = std::ranges::find_if(
            in_text, [&](finding const& other) { return other.rule == f.rule && other.path == f.path; });
        if (it != in_text.end()) {
            f.line = it->line;
            f.column = it->column;
            f.value = it->value;
            f.source = it->source;
            f.source_place = it->source_place;
        }
        placed.take(std::move(f));
    }
    return placed;
}

inline std::vector<finding const*> pointers_to(report const& found) {
    std::vector<finding const*> all;
    for (auto const& f : found) all.push_back(&f);
    return all;
}

inline std::string edition_text(check_options const& chosen) {
    return chosen.edition == edition::latest ? "" : concat(" as of ", to_text(chosen.edition));
}

// ---- expectations ----

DYNABACKUP_INLINE verdict conformance::judge(subject const& given) const {
    auto const found = findings_of(given, options_);
    return judge(pointers_to(found), shown(found));
}

DYNABACKUP_INLINE verdict conformance::judge(std::vector<finding const*> const& found,
                                             std::string shown) const {
    return {std::ranges::none_of(found, [&](finding const* f) { return f->severity >= fail_on_; }),
            std::move(shown)};
}

DYNABACKUP_INLINE std::string conformance::description(std::string_view name) const {
    return concat("conforms to ", name, edition_text(options_),
                  fail_on_ == severity::error ? "" : concat(" without a ", to_text(fail_on_)));
}

DYNABACKUP_INLINE verdict violations::judge(subject const& given) const {
    auto const found = findings_of(given, options_);
    return judge(pointers_to(found), shown(found));
}

DYNABACKUP_INLINE verdict violations::judge(std::vector<finding const*> found, std::string shown) const {
    std::string missing, other;
    // Expectations at a path claim their findings first, before expectations of a finding anywhere.
    for (bool const placed : {true, false})
        for (auto const& e : expected_) {
            if (e.path.has_value() != placed) continue;
            auto const it = std::ranges::find_if(found, [&](finding const* f) { return e.is(*f); });
            if (it != found.end()) found.erase(it);
            else missing += concat(missing.empty() ? "missing: " : ", ", e.text());
        }
    if (!exact_) return {missing.empty(), std::move(shown)};
    for (auto const* f : found)
        other += concat(other.empty() ? "unexpected: " : ", ", expected_finding(*f->rule, f->path).text());
    if (!other.empty()) other += '\n';
    if (!missing.empty()) missing += '\n';
    return {missing.empty() && found.empty(), other + missing + shown};
}

DYNABACKUP_INLINE std::string violations::misuse(shape_rules const& shape) const {
    for (auto const& e : expected_)
        if (auto why = e.rule.misuse(shape, options_); !why.empty()) return why;
    return {};
}

DYNABACKUP_INLINE std::string violations::misuse(std::span<rule const* const> rules,
                                                 std::string_view owner) const {
    std::vector<rule const*> all(rules.begin(), rules.end());
    for (auto const& own : options_.rules) all.push_back(&own.rule());
    for (auto const& e : expected_)
        if (auto why = e.rule.misuse(all, owner); !why.empty()) return why;
    return {};
}

DYNABACKUP_INLINE std::string violations::description(std::string_view name) const {
    auto text = concat("as ", name, edition_text(options_), exact_ ? " violates exactly " : " violates ");
    if (expected_.empty()) return text + "nothing";
    for (auto const& e : expected_) text += concat(&e == &expected_.front() ? "" : ", ", e.text());
    return text;
}

/// Reads a text into a new model. Returns why it cannot be read; empty if it can.
inline std::string read(object& model, std::string_view json) {
    check_options chosen;
    chosen.excerpt_bytes = display::excerpt_reach(failure_width);
    json::structural_index index;
    auto const error = dynabackup::detail::parse_text(*model.shape(), model.get(), json, chosen, index);
    return error ? shown(*error) : std::string();
}

DYNABACKUP_INLINE verdict round_trip::judge(subject const& given) const {
    auto const& shape = *given.rules.shape;
    object first(shape), again(shape);
    if (!given.model) {
        check_options chosen;
        chosen.only = {std::string(reading::unknown_member.id)};
        if (auto const lost = findings_of(given, chosen); !lost.empty())
            return {false, "lost when it is read: " + shown(lost)};
        if (auto const why = read(first, given.json); !why.empty()) return {false, "cannot be read\n" + why};
    }
    auto const* const model = given.model ? given.model : first.get();
    auto const as = format_.value_or(own_format_of(shape));
    std::string written, written_again;
    dynabackup::detail::append_object(written, shape, model, as);
    if (auto const why = read(again, written); !why.empty())
        return {false, concat("cannot be read again: ", written, '\n', why)};
    if (dynabackup::detail::equal_objects(shape, again.get(), model))
        return {true, "comes back as " + written};
    again.append_to(written_again, as);
    return {false, concat("is written as ", written, "\ncomes back as ", written_again)};
}

DYNABACKUP_INLINE std::string round_trip::description(shape_rules const& shape) const {
    return concat("comes back as the same ", shape.shape->name);
}

} // namespace detail

} // namespace dynabackup::testing
