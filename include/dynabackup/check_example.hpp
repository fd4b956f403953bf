#pragma once
/// \file
/// Checks the examples of rules: what their tests see is what people are shown.

#include <dynabackup/aws/documents.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/rule.hpp>

#include <boost/mp11/algorithm.hpp>

#include <chrono>
#include <string_view>
#include <type_traits>

namespace dynabackup {

/// How the example of a rule is checked: with every rule of the last edition in which that one is in force, on
/// 2030-01-01.
inline options example_options(rule const& r) {
    options chosen;
    chosen.edition = r.until;
    chosen.now = timestamp{std::chrono::seconds{1'893'456'000}};
    if (r.example.max_depth) chosen.max_depth = r.example.max_depth;
    return chosen;
}

/// Checks one of the two texts of a rule's example. Without findings and without documents: there is no shape of
/// that name.
inline report check_example(rule const& r, std::string_view text) {
    auto const chosen = example_options(r);
    report result;
    if (r.example.shape.empty()) {
        result.set_summary(check(text, chosen, result));
        return result;
    }
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, aws::shapes>>([&](auto shape) {
        using T = typename decltype(shape)::type;
        if (shape_name<T>() == r.example.shape) result = check<T>(text, chosen);
    });
    return result;
}

} // namespace dynabackup
