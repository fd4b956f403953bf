#pragma once
/// \file
/// Matchers for GoogleTest that check whether documents conform to the API.
///
/// \code
/// EXPECT_THAT(body, ConformsTo<aws::ListBackupsOutput>());            // with GoogleMock, which has EXPECT_THAT
/// EXPECT_TRUE(matches(body, ConformsTo<aws::ListBackupsOutput>()));   // with GoogleTest alone
/// \endcode
///
/// GoogleTest's namespace is also called `testing`: after `using namespace dynabackup`, write `::testing` for it.

#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/printing.hpp>

#if __has_include(<gmock/gmock.h>)
#include <gmock/gmock.h>
#endif
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace dynabackup::testing {

/// An expectation as a matcher of GoogleTest. GoogleMock's `Not`, `AllOf` and `AnyOf` combine matchers.
template <class Expectation>
class gtest_matcher : public Expectation {
public:
    using is_gtest_matcher = void; ///< marks this type as a matcher for GoogleTest
    using Expectation::Expectation;

    /// Called by GoogleTest for JSON text.
    bool MatchAndExplain(std::string_view json, ::testing::MatchResultListener* listener) const {
        return judge(json, listener);
    }
    /// Called by GoogleTest for a model.
    bool MatchAndExplain(typename Expectation::shape const& model,
                         ::testing::MatchResultListener* listener) const {
        return judge(model, listener);
    }

    /// Called by GoogleTest. Writes the expectation.
    void DescribeTo(std::ostream* out) const { *out << Expectation::description(); }
    /// Called by GoogleTest. Writes the expectation of `Not`.
    void DescribeNegationTo(std::ostream* out) const { *out << "not: " << Expectation::description(); }

private:
    bool judge(auto const& subject, ::testing::MatchResultListener* listener) const {
        auto const result = Expectation::judge(subject);
        if (listener->IsInterested()) *listener << "with " << result.seen;
        return result.holds;
    }

    /// Fails the test when the matcher is constructed, if no document can meet the expectation: the matcher must not
    /// pass within `Not` either.
    static bool require_sense(Expectation const& made) {
        auto const why = made.misuse();
        if (!why.empty()) ADD_FAILURE() << why;
        return why.empty();
    }

    bool makes_sense_ = require_sense(*this);
};

/// Returns whether a matcher accepts JSON text or a model, for EXPECT_TRUE and ASSERT_TRUE.
template <class Subject, class Expectation>
::testing::AssertionResult matches(Subject const& subject, gtest_matcher<Expectation> const& matcher) {
    ::testing::StringMatchResultListener seen;
    bool const holds = matcher.MatchAndExplain(subject, &seen);
    return (holds ? ::testing::AssertionSuccess() : ::testing::AssertionFailure())
           << ::testing::PrintToString(subject) << "\nMatcher: " << matcher.description() << '\n'
           << seen.str();
}

/// Matches JSON text in which `check`, or a model in which `validate`, finds no error. Arguments: options; the
/// least severity of the findings that fail the test.
template <class Shape>
using ConformsTo = gtest_matcher<conforms_to<Shape>>;

/// Matches documents that break a rule, whatever other rules they break. Arguments: the rule or its id; options.
template <class Shape>
using Violates = gtest_matcher<violates<Shape>>;

/// Matches documents that break a rule at a path. Arguments: the rule or its id; the JSON Pointer; options.
template <class Shape>
using ViolatesAt = gtest_matcher<violates_at<Shape>>;

/// Matches documents with these findings and no others: `{rule, {rule, "/Pointer"}}`. Arguments: the findings; options.
template <class Shape>
using ViolatesExactly = gtest_matcher<violates_exactly<Shape>>;

/// Matches documents that are equal after they are written and read again, and that lose no member. Argument: the
/// format.
template <class Shape>
using RoundTrips = gtest_matcher<round_trips<Shape>>;

} // namespace dynabackup::testing

/// Shows a time as RFC 3339. printing.hpp prints the other types of the library, but a time is a type of std::chrono,
/// which GoogleTest can print only in this way.
template <>
class testing::internal::UniversalPrinter<dynabackup::timestamp> {
public:
    static void Print(dynabackup::timestamp time, std::ostream* out) { *out << dynabackup::to_text(time); }
};
