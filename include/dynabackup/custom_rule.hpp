#pragma once
/// \file
/// A user's own rules, applied after the built-in ones.
///
/// \code
/// static constexpr rule nightly{"acme.nightly", severity::warning, edition::v2017_11_29,
///                               "Our backups are named <table>-nightly.", "https://wiki.acme.example/backups"};
/// check_options chosen;
/// chosen.rules = {make_user_rule<aws::BackupSummary>(nightly, [](aws::BackupSummary const& b, rule_context& in) {
///     using T = aws::BackupSummary;
///     auto const* const name = known<&T::backup_name>(b, in);
///     if (name && !name->ends_with("-nightly")) in.fail({wire_name<&T::backup_name>}, "Not named …-nightly.");
/// })};
/// \endcode

#include <dynabackup/model/rule.hpp>
#include <dynabackup/model/tables.hpp>

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

namespace dynabackup {

class rule_context; // model/rule_context.hpp

/// A rule with the function that applies it to the objects of one shape; made by `make_user_rule`.
class user_rule {
public:
    /// The rule that it applies.
    dynabackup::rule const& rule() const { return *rule_; }

    /// Whether the rule reads the objects of that shape.
    bool reads(shape_table const& shape) const { return shape_ == shape.own; }

    /// Applies the rule to an object of its shape.
    void apply(void const* object, rule_context& in) const { apply_(function_.get(), object, in); }

private:
    using caller = void (*)(void const* function, void const* object, rule_context& in);

    user_rule(dynabackup::rule const& r, shape_table const& shape, std::shared_ptr<void const> function,
              caller call)
        : rule_(&r), shape_(&shape), function_(std::move(function)), apply_(call) {}

    template <class F>
    friend user_rule make_user_rule(dynabackup::rule const& r, shape_table const& shape, F apply);

    dynabackup::rule const* rule_;
    shape_table const* shape_;
    std::shared_ptr<void const> function_;
    caller apply_;
};

/// A rule for the objects of a shape of which only the table is known. `apply(void const* object, rule_context&)`.
template <class F>
user_rule make_user_rule(rule const& r, shape_table const& shape, F apply) {
    static_assert(std::invocable<F const&, void const*, rule_context&>, "apply(void const*, rule_context&)");
    return {r, shape, std::make_shared<F const>(std::move(apply)),
            [](void const* function, void const* object, rule_context& in) {
                (*static_cast<F const*>(function))(object, in);
            }};
}

/// A rule for the objects of shape T, anywhere in a document, for `check_options::rules`.
///
/// Calls `apply(object, in)` once for each object that could be read, after the built-in rules, in the editions of the
/// rule. `apply` reports defects to `in`, and reads members through `known`, as built-in rules do: a member that could
/// not be read already has a finding.
///
/// The rule must outlive every finding, so make it a constant. While documents are checked, a list of backup records is
/// not kept: a rule for the page sees only the last record, a rule for the record sees each one. Threads that use the
/// same options call the function concurrently; it must not throw where a dump is read by several threads.
template <class T, class F>
user_rule make_user_rule(rule const& r, F apply) {
    static_assert(std::invocable<F const&, T const&, rule_context&>, "apply(T const&, rule_context&)");
    return make_user_rule(r, shape_table_of<T>,
                          [apply = std::move(apply)](void const* object, rule_context& in) {
                              apply(*static_cast<T const*>(object), in);
                          });
}
template <class T, class F>
user_rule make_user_rule(rule const&& temporary, F apply) = delete;
template <class F>
user_rule make_user_rule(rule const&& temporary, shape_table const& shape, F apply) = delete;

} // namespace dynabackup
