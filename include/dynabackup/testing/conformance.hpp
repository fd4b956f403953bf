#pragma once
/// \file
/// Expectations of JSON texts and models, for tests, without a test framework. catch2.hpp and gtest.hpp turn them into
/// matchers.
///
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/write.hpp>

#include <concepts>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::testing {

/// The result of judging an expectation.
struct verdict {
    bool holds = false;    ///< whether it is as expected
    std::string seen = {}; ///< the findings, as lines without the last newline
};

/// A rule as a test names it: the constant, or its id.
class rule_name {
public:
    /// The constant.
    rule_name(rule const& r) : id_(r.id), known_(true) {}
    /// The id.
    template <std::convertible_to<std::string_view> Text>
    rule_name(Text const& id) : id_(std::string_view(id)) {}

    /// The id of the rule.
    std::string const& id() const { return id_; }

    /// Returns why no document of that shape can break the rule; empty if one can. The rules of `chosen` are known.
    std::string misuse(shape_rules const& shape, check_options const& chosen) const;
    /// Returns why the rule is not among `rules`; empty if it is. `owner`: the owner of these rules, in words.
    std::string misuse(std::span<rule const* const> rules, std::string_view owner) const;

private:
    std::string id_;
    bool known_ = false;
};

/// An expected finding: of a rule, at a path or anywhere.
struct expected_finding {
    rule_name rule;                       ///< the rule that is broken
    std::optional<std::string> path = {}; ///< JSON Pointer from the document's root; none: anywhere

    /// A finding anywhere.
    expected_finding(rule_name r) : rule(std::move(r)) {}
    /// A finding at a path.
    expected_finding(rule_name r, std::string pointer) : rule(std::move(r)), path(std::move(pointer)) {}
    /// A finding anywhere, of a rule that is given as a constant or an id.
    template <std::convertible_to<rule_name> Rule>
    expected_finding(Rule const& r) : rule(r) {}

    /// Returns whether that finding is the expected one.
    bool is(finding const& found) const {
        return found.rule->id == rule.id() && (!path || found.path == *path);
    }

    /// Returns a description.
    std::string text() const;
};

namespace detail {

/// The subject of an expectation: JSON text, or a model.
struct subject {
    shape_rules const& rules; ///< of its shape
    std::string_view json = {};
    void const* model = nullptr; ///< null: the text is the subject
};

/// Returns the rules of reading, the rules of a shape and of the objects in it, and the rules of `chosen`: sorted by
/// id, each once.
DYNABACKUP_INLINE std::vector<rule const*> rules_of_shape(shape_rules const& shape,
                                                          check_options const& chosen = {});

class conformance {
public:
    /// `fail_on`: the least severity that fails the test.
    explicit conformance(check_options chosen = {}, severity fail_on = severity::error)
        : options_(std::move(chosen)), fail_on_(fail_on) {}

    verdict judge(subject const& given) const;
    std::string misuse(shape_rules const&) const { return {}; }
    std::string description(shape_rules const& shape) const { return description(shape.shape->name); }

protected:
    /// Judges the findings of a subject that is not a document of one shape. `shown`: the findings, in words.
    verdict judge(std::vector<finding const*> const& found, std::string shown) const;
    std::string misuse(std::span<rule const* const>, std::string_view) const { return {}; }
    std::string description(std::string_view name) const;
    check_options const& options() const { return options_; }

private:
    check_options options_;
    severity fail_on_;
};

class violations {
public:
    verdict judge(subject const& given) const;
    std::string misuse(shape_rules const& shape) const;
    std::string description(shape_rules const& shape) const { return description(shape.shape->name); }

protected:
    /// Like conformance::judge.
    verdict judge(std::vector<finding const*> found, std::string shown) const;
    std::string misuse(std::span<rule const* const> rules, std::string_view owner) const;
    std::string description(std::string_view name) const;
    check_options const& options() const { return options_; }

    violations(std::vector<expected_finding> expected, check_options chosen, bool exact)
        : expected_(std::move(expected)), options_(std::move(chosen)), exact_(exact) {}

private:
    std::vector<expected_finding> expected_;
    check_options options_;
    bool exact_; ///< whether there must be no other findings
};

struct violation : violations {
    /// The finding, and the options of the check.
    explicit violation(expected_finding expected, check_options chosen = {})
        : violations({std::move(expected)}, std::move(chosen), false) {}
};

struct violation_at : violation {
    /// The rule, the path, and the options of the check.
    violation_at(rule_name rule, std::string pointer, check_options chosen = {})
        : violation(expected_finding(std::move(rule), std::move(pointer)), std::move(chosen)) {}
};

struct exact_violations : violations {
    /// The findings, and the options of the check.
    explicit exact_violations(std::initializer_list<expected_finding> expected, check_options chosen = {})
        : violations(expected, std::move(chosen), true) {}
};

class round_trip {
public:
    /// `as`: the format in which the model is written; none: the format of its system. format::aws_cli keeps times only
    /// to the microsecond.
    explicit round_trip(std::optional<format> as = {}) : format_(as) {}

    verdict judge(subject const& given) const;
    std::string misuse(shape_rules const&) const { return {}; }
    std::string description(shape_rules const& shape) const;

private:
    std::optional<format> format_;
};

} // namespace detail

/// An expectation of JSON texts and models of one shape. It is constructed with the arguments of `Expectation`.
template <described_struct Shape, class Expectation>
class expectation : public Expectation {
public:
    using shape = Shape; ///< the shape of the subjects
    using Expectation::Expectation;

    /// Judges a JSON text.
    verdict judge(std::string_view json) const { return Expectation::judge({shape_rules_of<Shape>, json}); }
    /// Judges a model.
    verdict judge(Shape const& model) const {
        return Expectation::judge({shape_rules_of<Shape>, {}, &model});
    }

    /// Returns why the expectation itself is invalid, so that a test must fail whatever the document is; empty if the
    /// expectation is valid.
    std::string misuse() const { return Expectation::misuse(shape_rules_of<Shape>); }

    /// Returns the expectation in words.
    std::string description() const { return Expectation::description(shape_rules_of<Shape>); }
};

/// Expects that `check<Shape>`, or `validate` of a model, finds nothing of a severity or above. Arguments: options; the
/// severity, by default `error`.
template <class Shape>
using conforms_to = expectation<Shape, detail::conformance>;

/// Expects a finding, whatever other findings there are. Arguments: the expected_finding, or its rule; options.
template <class Shape>
using violates = expectation<Shape, detail::violation>;

/// Expects a finding at a path. Arguments: the rule; the JSON Pointer; options.
template <class Shape>
using violates_at = expectation<Shape, detail::violation_at>;

/// Expects these findings and no others, in any order and of any severity. Arguments: the findings; options.
template <class Shape>
using violates_exactly = expectation<Shape, detail::exact_violations>;

/// Expects that a text is read as a Shape without losing a member, and that the model is equal after it is written and
/// read again. Rules and limits do not matter. Argument: the format, by default the format of the shape's system.
template <class Shape>
using round_trips = expectation<Shape, detail::round_trip>;

} // namespace dynabackup::testing

#if DYNABACKUP_DEFINE
#include <dynabackup/testing/detail/judge.hpp>
#endif
