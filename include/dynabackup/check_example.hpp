#pragma once
/// \file
/// Checks the examples of rules: what their tests see is what people are shown.

#include <dynabackup/any_document.hpp>
#include <dynabackup/catalogue.hpp>
#include <dynabackup/check.hpp>

#include <string_view>

namespace dynabackup {

/// The time at which examples are checked.
inline constexpr std::string_view example_now = "2030-01-01T00:00:00Z";

/// How the example of a rule is checked: with every rule of the last edition in which that one is in force.
inline options example_options(rule const& r) {
    options chosen;
    chosen.edition = r.until;
    read_date_time(example_now, chosen.now.emplace());
    chosen.history = true;
    if (r.example.max_depth) chosen.max_depth = r.example.max_depth;
    if (r.example.max_record_bytes) chosen.max_record_bytes = r.example.max_record_bytes;
    return chosen;
}

/// Checks one of the two texts of a rule's example. Without findings and without documents: there is no shape of
/// that name.
inline report check_example(rule const& r, std::string_view text, options const& chosen) {
    report result;
    if (r.example.shape.empty()) {
        result.set_summary(check(text, chosen, result));
        return result;
    }
    detail::for_each_shape([&](auto shape, std::string_view name) {
        if (name == r.example.shape) result = check<typename decltype(shape)::type>(text, chosen);
    });
    return result;
}

inline report check_example(rule const& r, std::string_view text) {
    return check_example(r, text, example_options(r));
}

} // namespace dynabackup
