#pragma once
/// \file
/// Rules of a user's own, applied beside the built-in ones.
///
/// \code
/// constexpr rule nightly{"acme.nightly", severity::warning, edition::v2017_11_29,
///                        "Our backups are named <table>-nightly.", "https://wiki.acme.example/backups"};
/// options chosen;
/// chosen.rules = {on<aws::BackupSummary>(nightly, [](aws::BackupSummary const& b, auto const& in) {
///     using T = aws::BackupSummary;
///     auto const* const name = known<&T::backup_name>(b, in);
///     if (name && !name->ends_with("-nightly")) in.fail({at<&T::backup_name>}, "Not named …-nightly.");
/// })};
/// \endcode

#include <dynabackup/compiled_elsewhere.hpp>
#include <dynabackup/rule.hpp>

#include <concepts>
#include <functional>
#include <type_traits>
#include <utility>

namespace dynabackup {

class subject; // validate.hpp

namespace detail {

/// Its address stands for a shape.
template <class T>
inline constexpr char shape_identity = 0;

} // namespace detail

/// A rule with the function that applies it to the objects of one shape; made by `on`.
class user_rule {
public:
    /// The fact that it applies.
    dynabackup::rule const& rule() const { return *rule_; }

    /// Whether it reads the objects of that shape: the address of its detail::shape_identity.
    bool reads(char const* shape) const { return shape_ == shape; }

    /// Applies it to an object of its shape.
    void apply(void const* object, subject const& in) const { apply_(object, in); }

private:
    using function = std::function<void(void const*, subject const&)>;

    user_rule(dynabackup::rule const& r, char const* shape, function apply)
        : rule_(&r), shape_(shape), apply_(std::move(apply)) {}

    template <class T, class F>
    friend user_rule on(dynabackup::rule const& r, F apply);

    dynabackup::rule const* rule_;
    char const* shape_;
    function apply_;
};

/// A rule for the objects of shape T, wherever they lie in a document, for `options::rules`. `apply(object, in)` is
/// called for each of them that could be read, behind the built-in rules, in the editions of the rule; it tells
/// defects to `in` (a subject). It sees members through `known`, as built-in rules do: one that could not be read
/// has its finding already.
///
/// The rule outlives every finding, so it is a constant. While documents are checked, a list of backup records
/// is not kept: a rule of the page sees the last one only, a rule of the record sees each. Where several threads
/// use the same options they call the function at the same time.
template <class T, class F>
user_rule on(rule const& r, F apply) {
    static_assert(detail::complete<std::conditional_t<true, subject, T>>,
                  "include <dynabackup/validate.hpp>");
    static_assert(std::invocable<F const&, T const&, subject const&>, "apply(T const&, subject const&)");
    return {r, &detail::shape_identity<T>, [apply = std::move(apply)](void const* object, subject const& in) {
                apply(*static_cast<T const*>(object), in);
            }};
}
template <class T, class F>
user_rule on(rule const&& temporary, F apply) = delete;

} // namespace dynabackup
