#pragma once
/// \file
/// What tests expect of JSON texts and models, without any test framework: catch2.hpp and gtest.hpp make matchers of it.

// Checking one shape looks for the records of all of its system behind damage.
#include <dynabackup/aws/documents.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/clumio/documents.hpp>
#include <dynabackup/display/finding_text.hpp>
#include <dynabackup/display/nearest.hpp>
#include <dynabackup/testing/rules_of_shape.hpp>
#include <dynabackup/write.hpp>

#include <algorithm>
#include <concepts>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::testing {

/// Lines of a failure are no longer, messages of findings apart: Catch2 breaks lines at 80 columns, and a mark shall
/// stay below its value.
inline constexpr std::size_t failure_width = 72;

/// Whether something is as expected, and what was seen.
struct verdict {
    bool holds = false;    ///< whether it is as expected
    std::string seen = {}; ///< lines without the last newline
};

/// A rule, as a test names it: the constant itself, or its id.
class rule_name {
public:
    /// The constant.
    rule_name(rule const& r) : id_(r.id), known_(true) {}
    /// The id.
    template <std::convertible_to<std::string_view> Text>
    rule_name(Text const& id) : id_(std::string_view(id)) {}

    /// The id of the rule.
    std::string const& id() const { return id_; }

    /// Why no document of shape T can break it; empty if one can. The caller's own rules are known by `chosen`.
    template <described_struct T>
    std::string misuse(options const& chosen) const {
        std::vector<std::string_view> ids;
        for (auto const* r : rules_of_shape<T>(chosen)) ids.push_back(r->id);
        if (std::ranges::find(ids, id_) != ids.end()) return {};
        auto why = concat(known_ ? "no document of shape " : "no rule of shape ", shape_name<T>(),
                          known_ ? " can break the rule '" : " has the id '", id_, '\'');
        auto const near = display::nearest(id_, ids);
        for (auto const name : near) why += concat(name == near.front() ? "; did you mean " : " or ", name);
        return near.empty() ? why : why + '?';
    }

private:
    std::string id_;
    bool known_ = false;
};

/// A finding that is expected: of a rule, at a place or anywhere.
struct expected_finding {
    rule_name rule;                       ///< which one is broken
    std::optional<std::string> path = {}; ///< JSON Pointer from the document's root; none: anywhere

    /// Anywhere.
    expected_finding(rule_name r) : rule(std::move(r)) {}
    /// At a place.
    expected_finding(rule_name r, std::string pointer) : rule(std::move(r)), path(std::move(pointer)) {}
    /// Anywhere, by a constant or an id.
    template <std::convertible_to<rule_name> Rule>
    expected_finding(Rule const& r) : rule(r) {}

    /// Whether that finding is the one.
    bool is(finding const& found) const {
        return found.rule->id == rule.id() && (!path || found.path == *path);
    }

    /// For people.
    std::string text() const {
        if (!path) return rule.id();
        return concat(rule.id(), " at ", path->empty() ? "the document" : *path);
    }
};

namespace detail {

template <described_struct T>
report findings_of(std::string_view json, options chosen) {
    chosen.excerpt_bytes = display::excerpt_reach(failure_width);
    return check<T>(json, chosen);
}
/// The findings of a model have the places of the text that tests print for it (see printing.hpp).
template <described_struct T>
report findings_of(T const& model, options const& chosen) {
    auto const found = validate(model, chosen);
    if (found.empty()) return found;
    auto const in_text = findings_of<T>(to_json(model, format::aws_cli), chosen);
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

inline std::string edition_text(options const& chosen) {
    return chosen.edition == edition::latest ? "" : concat(" as of ", to_text(chosen.edition));
}

} // namespace detail

/// JSON text that `check<Shape>`, or a model that `validate`, finds nothing in that is as bad as `fail_on`.
template <described_struct Shape>
class conforms_to {
public:
    using shape = Shape; ///< of the subject

    /// `fail_on`: the least severity that is one finding too many.
    explicit conforms_to(options chosen = {}, severity fail_on = severity::error)
        : options_(std::move(chosen)), fail_on_(fail_on) {}

    /// `subject` is JSON text or a Shape.
    verdict judge(auto const& subject) const {
        auto const found = detail::findings_of<Shape>(subject, options_);
        return {std::ranges::none_of(found, [&](finding const& f) { return f.severity >= fail_on_; }),
                display::report_text(found, failure_width)};
    }

    /// Why the expectation itself is wrong, so that a test of it must fail either way; empty: it is not.
    std::string misuse() const { return {}; }

    /// What is expected, in words.
    std::string description() const {
        return concat("conforms to ", shape_name<Shape>(), detail::edition_text(options_),
                      fail_on_ == severity::error ? "" : concat(" without a ", to_text(fail_on_)));
    }

private:
    options options_;
    severity fail_on_;
};

/// JSON text or a model in which that is found, whatever else is.
template <described_struct Shape>
class violates {
public:
    using shape = Shape; ///< of the subject

    /// What is expected, and the options of the check.
    explicit violates(expected_finding expected, options chosen = {})
        : expected_(std::move(expected)), options_(std::move(chosen)) {}

    /// Whether it is as expected, and what was seen.
    verdict judge(auto const& subject) const {
        auto const found = detail::findings_of<Shape>(subject, options_);
        return {std::ranges::any_of(found, [&](finding const& f) { return expected_.is(f); }),
                display::report_text(found, failure_width)};
    }

    /// Why the expectation itself is wrong; empty: it is not.
    std::string misuse() const { return expected_.rule.template misuse<Shape>(options_); }

    /// What is expected, in words.
    std::string description() const {
        return concat("as ", shape_name<Shape>(), detail::edition_text(options_), " violates ",
                      expected_.text());
    }

private:
    expected_finding expected_;
    options options_;
};

/// The same, at a place.
template <described_struct Shape>
class violates_at : public violates<Shape> {
public:
    /// What is expected, where, and the options of the check.
    violates_at(rule_name rule, std::string pointer, options chosen = {})
        : violates<Shape>(expected_finding(std::move(rule), std::move(pointer)), std::move(chosen)) {}
};

/// JSON text or a model in which these are found and nothing else, in any order, whatever their severities.
template <described_struct Shape>
class violates_exactly {
public:
    using shape = Shape; ///< of the subject

    /// What is expected, and the options of the check.
    explicit violates_exactly(std::initializer_list<expected_finding> expected, options chosen = {})
        : options_(std::move(chosen)) {
        // Those that fit a single place take theirs before those that fit anywhere.
        for (bool const placed : {true, false})
            std::ranges::copy_if(expected, std::back_inserter(expected_),
                                 [placed](auto const& e) { return e.path.has_value() == placed; });
    }

    /// Whether it is as expected, and what was seen.
    verdict judge(auto const& subject) const {
        auto const found = detail::findings_of<Shape>(subject, options_);
        std::vector<finding const*> rest;
        for (auto const& f : found) rest.push_back(&f);
        verdict result;
        std::string missing;
        for (auto const& e : expected_) {
            auto const it = std::ranges::find_if(rest, [&](finding const* f) { return e.is(*f); });
            if (it != rest.end()) rest.erase(it);
            else missing += concat(missing.empty() ? "missing: " : ", ", e.text());
        }
        result.holds = missing.empty() && rest.empty();
        for (auto const* f : rest)
            result.seen += concat(result.seen.empty() ? "unexpected: " : ", ",
                                  expected_finding(*f->rule, f->path).text());
        if (!missing.empty()) result.seen += (result.seen.empty() ? "" : "\n") + missing;
        if (!result.seen.empty()) result.seen += '\n';
        result.seen += display::report_text(found, failure_width);
        return result;
    }

    /// Why the expectation itself is wrong; empty: it is not.
    std::string misuse() const {
        for (auto const& e : expected_)
            if (auto why = e.rule.template misuse<Shape>(options_); !why.empty()) return why;
        return {};
    }

    /// What is expected, in words.
    std::string description() const {
        auto text = concat("as ", shape_name<Shape>(), detail::edition_text(options_), " violates exactly ");
        if (expected_.empty()) return text + "nothing";
        for (auto const& e : expected_) text += concat(&e == &expected_.front() ? "" : ", ", e.text());
        return text;
    }

private:
    std::vector<expected_finding> expected_;
    options options_;
};

} // namespace dynabackup::testing
