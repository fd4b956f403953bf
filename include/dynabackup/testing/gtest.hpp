#pragma once
/// \file
/// Matchers for GoogleTest: does what is sent conform to the API?
///
/// \code
/// EXPECT_THAT(body, ConformsTo<aws::ListBackupsOutput>());            // with GoogleMock, which has EXPECT_THAT
/// EXPECT_TRUE(matches(body, ConformsTo<aws::ListBackupsOutput>()));   // with GoogleTest alone
/// \endcode
///
/// GoogleTest's namespace is `testing`: who says `using namespace dynabackup` must write `::testing` for it.

#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/printing.hpp>
#include <dynabackup/testing/round_trip.hpp>

#if __has_include(<gmock/gmock.h>)
#include <gmock/gmock.h>
#endif
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace dynabackup::testing {

/// An expectation as GoogleTest's matcher. GoogleMock's `Not`, `AllOf` and `AnyOf` combine them.
template <class Expectation>
class gtest_matcher : public Expectation {
public:
    using is_gtest_matcher = void; ///< how GoogleTest knows it
    using Expectation::Expectation;

    /// What GoogleTest asks of JSON text.
    bool MatchAndExplain(std::string_view json, ::testing::MatchResultListener* listener) const {
        return judge(json, listener);
    }
    /// What GoogleTest asks of a model.
    bool MatchAndExplain(typename Expectation::shape const& model,
                         ::testing::MatchResultListener* listener) const {
        return judge(model, listener);
    }

    /// What is expected.
    void DescribeTo(std::ostream* out) const { *out << Expectation::description(); }
    /// What is expected of `Not`.
    void DescribeNegationTo(std::ostream* out) const { *out << "not: " << Expectation::description(); }

private:
    bool judge(auto const& subject, ::testing::MatchResultListener* listener) const {
        auto const result = Expectation::judge(subject);
        if (listener->IsInterested()) *listener << "with " << result.seen;
        return result.holds;
    }

    /// A test of what no document can be must not pass, not even in `Not`: so it fails once, when the matcher is made.
    static bool require_sense(Expectation const& made) {
        auto const why = made.misuse();
        if (!why.empty()) ADD_FAILURE() << why;
        return why.empty();
    }

    bool makes_sense_ = require_sense(*this);
};

/// Whether a matcher of this header accepts JSON text or a model, for EXPECT_TRUE and ASSERT_TRUE.
template <class Subject, class Expectation>
::testing::AssertionResult matches(Subject const& subject, gtest_matcher<Expectation> const& matcher) {
    ::testing::StringMatchResultListener seen;
    bool const holds = matcher.MatchAndExplain(subject, &seen);
    return (holds ? ::testing::AssertionSuccess() : ::testing::AssertionFailure())
           << ::testing::PrintToString(subject) << "\nMatcher: " << matcher.description() << '\n'
           << seen.str();
}

/// JSON text that `check`, or a model that `validate`, finds no error in. Arguments: options; the severity that is
/// one finding too many, if not error.
template <class Shape>
using ConformsTo = gtest_matcher<conforms_to<Shape>>;

/// In which a rule is broken, whatever else is. Arguments: the rule or its id; options.
template <class Shape>
using Violates = gtest_matcher<violates<Shape>>;

/// In which a rule is broken at a place. Arguments: the rule or its id; the JSON Pointer; options.
template <class Shape>
using ViolatesAt = gtest_matcher<violates_at<Shape>>;

/// In which these are all findings: `{rule, {rule, "/Pointer"}}`. Arguments: the findings; options.
template <class Shape>
using ViolatesExactly = gtest_matcher<violates_exactly<Shape>>;

/// That is the same when it is written and read again, and of which nothing is lost. Argument: the format.
template <class Shape>
using RoundTrips = gtest_matcher<round_trips<Shape>>;

} // namespace dynabackup::testing

/// A time as RFC 3339; other types of the library print themselves (printing.hpp). A time belongs to std::chrono,
/// where GoogleTest offers no other place to say so.
template <>
class testing::internal::UniversalPrinter<dynabackup::timestamp> {
public:
    static void Print(dynabackup::timestamp time, std::ostream* out) { *out << dynabackup::to_text(time); }
};
