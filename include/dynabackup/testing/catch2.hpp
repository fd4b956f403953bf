#pragma once
/// \file
/// Matchers for Catch2, 2.13 or 3: does what is sent conform to the API?
///
/// \code
/// CHECK_THAT(body, ConformsTo<aws::ListBackupsOutput>());
/// CHECK_THAT(body, ViolatesAt<aws::ListBackupsOutput>("backup.expiry-before-creation",
///                                                     "/BackupSummaries/0/BackupExpiryDateTime"));
/// \endcode

#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/printing.hpp>
#include <dynabackup/testing/round_trip.hpp>

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

/// An expectation as Catch2's matcher. Combine them with `!`, `&&` and `||`.
template <class Expectation>
class catch2_matcher final : public Expectation, public detail::catch2_base {
public:
    using Expectation::Expectation;

    /// What Catch2 asks of JSON text.
    bool match(std::string_view json) const { return judge(json); }
    /// What Catch2 asks of a model.
    bool match(typename Expectation::shape const& model) const { return judge(model); }

    /// What is expected, and what was seen.
    std::string describe() const {
        auto text = Expectation::description();
        if (!last_.seen.empty()) text += "\n" + last_.seen;
        return text;
    }
    /// What 2.13 calls it.
    std::string toString() const { return describe(); }

private:
    bool judge(auto const& subject) const {
        // A test of what no document can be must not pass, not even behind a '!'.
        if (auto const why = Expectation::misuse(); !why.empty())
            boost::throw_exception(std::invalid_argument(why));
        last_ = Expectation::judge(subject);
        return last_.holds;
    }

    mutable verdict last_; ///< Catch2 asks for a description only behind the match
};

/// JSON text that `check`, or a model that `validate`, finds no error in. Arguments: options; the severity that is
/// one finding too many, if not error.
template <class Shape>
using ConformsTo = catch2_matcher<conforms_to<Shape>>;

/// In which a rule is broken, whatever else is. Arguments: the rule or its id; options.
template <class Shape>
using Violates = catch2_matcher<violates<Shape>>;

/// In which a rule is broken at a place. Arguments: the rule or its id; the JSON Pointer; options.
template <class Shape>
using ViolatesAt = catch2_matcher<violates_at<Shape>>;

/// In which these are all findings: `{rule, {rule, "/Pointer"}}`. Arguments: the findings; options.
template <class Shape>
using ViolatesExactly = catch2_matcher<violates_exactly<Shape>>;

/// That is the same when it is written and read again, and of which nothing is lost. Argument: the format.
template <class Shape>
using RoundTrips = catch2_matcher<round_trips<Shape>>;

} // namespace dynabackup::testing

/// A time as RFC 3339; other types of the library print themselves (printing.hpp).
template <>
struct Catch::StringMaker<dynabackup::timestamp> {
    static std::string convert(dynabackup::timestamp time) { return dynabackup::to_text(time); }
};

/// Most members of models may be absent, and Catch2 shows std::optional only if it is told to.
template <dynabackup::testing::printed T>
struct Catch::StringMaker<std::optional<T>> {
    static std::string convert(std::optional<T> const& value) {
        return value ? Catch::Detail::stringify(*value) : "absent";
    }
};
