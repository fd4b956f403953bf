#pragma once
/// \file
/// Matchers for Catch2, 2.13 or 3, that check whether documents conform to the API.
///
/// \code
/// CHECK_THAT(body, ConformsTo<aws::ListBackupsOutput>());
/// CHECK_THAT(body, ViolatesAt<aws::ListBackupsOutput>("backup.expiry-before-creation",
///                                                     "/BackupSummaries/0/BackupExpiryDateTime"));
/// \endcode

#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/printing.hpp>

#include <boost/throw_exception.hpp>

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_tostring.hpp>
#include <catch2/matchers/catch_matchers_templated.hpp>
#else
#include <dynabackup/testing/detail/catch2_generic.hpp>

#include <catch2/catch.hpp>
#endif

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dynabackup::testing {

namespace detail {

#if __has_include(<catch2/catch_all.hpp>)
using catch2_base = Catch::Matchers::MatcherGenericBase;
#else
using catch2_base = catch2_generic;
#endif

} // namespace detail

/// An expectation as a matcher of Catch2. `!`, `&&` and `||` combine matchers.
template <class Expectation>
class catch2_matcher final : public Expectation, public detail::catch2_base {
public:
    using Expectation::Expectation;

    /// Called by Catch2 for JSON text.
    bool match(std::string_view json) const { return judge(json); }
    /// Called by Catch2 for a model.
    bool match(typename Expectation::shape const& model) const { return judge(model); }

    /// Called by Catch2. Returns the expectation, and the findings.
    std::string describe() const {
        auto text = Expectation::description();
        if (!last_.seen.empty()) text += "\n" + last_.seen;
        return text;
    }
    /// Called by Catch2 2.13.
    std::string toString() const { return describe(); }

private:
    bool judge(auto const& subject) const {
        // An expectation that no document can meet must fail the test, even after a '!'.
        if (auto const why = Expectation::misuse(); !why.empty())
            boost::throw_exception(std::invalid_argument(why));
        last_ = Expectation::judge(subject);
        return last_.holds;
    }

    mutable verdict last_; ///< Catch2 calls describe after match
};

/// Matches JSON text in which `check`, or a model in which `validate`, finds no error. Arguments: options; the
/// least severity of the findings that fail the test.
template <class Shape>
using ConformsTo = catch2_matcher<conforms_to<Shape>>;

/// Matches documents that break a rule, whatever other rules they break. Arguments: the rule or its id; options.
template <class Shape>
using Violates = catch2_matcher<violates<Shape>>;

/// Matches documents that break a rule at a path. Arguments: the rule or its id; the JSON Pointer; options.
template <class Shape>
using ViolatesAt = catch2_matcher<violates_at<Shape>>;

/// Matches documents with these findings and no others: `{rule, {rule, "/Pointer"}}`. Arguments: the findings; options.
template <class Shape>
using ViolatesExactly = catch2_matcher<violates_exactly<Shape>>;

/// Matches documents that are equal after they are written and read again, and that lose no member. Argument: the
/// format.
template <class Shape>
using RoundTrips = catch2_matcher<round_trips<Shape>>;

} // namespace dynabackup::testing

/// Shows a time as RFC 3339. printing.hpp prints the other types of the library.
template <>
struct Catch::StringMaker<dynabackup::timestamp> {
    static std::string convert(dynabackup::timestamp time) { return dynabackup::to_text(time); }
};

/// Shows optional members. By default, Catch2 does not show a std::optional.
template <dynabackup::testing::printed T>
struct Catch::StringMaker<std::optional<T>> {
    static std::string convert(std::optional<T> const& value) {
        return value ? Catch::Detail::stringify(*value) : "absent";
    }
};
