#pragma once
/// \file
/// How a rule meets a shape: a rule, and one small function that tells when an object breaks it.
///
/// \code
/// template <std::same_as<ProvisionedThroughput> T>
/// constexpr void rules(std::type_identity<T>, auto const& enforce) {
///     enforce(not_negative, [](T const& t, auto const& in) {
///         auto const* const units = known<&T::read_capacity_units>(t, in);
///         if (units && *units < 0) in.fail({at<&T::read_capacity_units>}, *units, " is negative.");
///     });
/// }
/// \endcode
/// The validator hands in an `enforce` that calls each function for every object of that shape, in the editions
/// of its rule. `in` is a subject (validate.hpp): what the function knows besides the object, and where it
/// reports. The catalogue hands in one that takes the rules only.
///
/// Where several rules need the same costly look, one function enforces them: `enforce(first, function, second, …)`,
/// and reports breaches of those behind it with `in.under(second).fail(…)`. It is called in the editions of the
/// first, so none of them may be older.

#include <dynabackup/model/shape.hpp>
#include <dynabackup/names.hpp>
#include <dynabackup/path.hpp>
#include <dynabackup/rule.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup {

/// The value of a member, whether it is optional or not; null if it is absent.
template <class M>
constexpr auto const* get(M const& member) {
    if constexpr (is_optional<M>) return member ? &*member : nullptr;
    else return &member;
}

/// The day on which a member entered the API.
template <auto Member>
inline constexpr edition entered_on = facts_of<struct_of<Member>>[detail::index_of<Member>].entered;

/// The value of a member; null if it is absent, or could not be read, or the edition does not have it yet.
/// Rules see members through this, so that a model built in C++ and a text get the same verdict.
template <auto Member, class Subject>
constexpr auto const* known(struct_of<Member> const& object, Subject const& in) {
    auto const* const value = get(object.*Member);
    return in.edition() >= entered_on<Member> && in.knows(object.*Member) ? value : nullptr;
}

/// The enumerator of a value; none if the value is absent, or not one of them.
template <class E>
constexpr std::optional<E> enumerator(open_enum<E> const* value) {
    return value ? value->value() : std::nullopt;
}

/// The same of a member, whether it is optional or not.
template <class M>
constexpr auto enumerator(M const& member) {
    return enumerator(get(member));
}

/// The enumeration of a member.
template <class M>
using enumeration = typename decltype(enumerator(std::declval<M const&>()))::value_type;

/// Calls `found(i, first)` for each of n things whose `name(i)` a thing before it has, in order; `first` is the first of
/// them. `name` has none for a thing whose name is not known. Cost: quadratic and no allocation up to
/// few_names, then sorting.
template <class Name, class Found>
void for_each_duplicate(std::size_t n, Name name, Found found) {
    if (n <= few_names) {
        for (std::size_t i = 1; i < n; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (name(i) == name(j)) {
                    found(i, j);
                    break;
                }
        return;
    }
    std::vector<std::optional<std::string_view>> all(n);
    for (std::size_t i = 0; i < n; ++i) all[i] = name(i);
    auto const first_of = first_places(all);
    for (std::size_t i = 0; i < n; ++i)
        if (first_of[i] != i) found(i, first_of[i]);
}

} // namespace dynabackup
