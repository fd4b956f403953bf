#pragma once
/// \file
/// Checks the examples of rules: what their tests see is what people are shown.

#include <dynabackup/any_document.hpp>
#include <dynabackup/catalogue.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/exchange.hpp>

#include <string_view>
#include <utility>

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

/// The request and the response of an exchange's text.
struct example_exchange {
    std::string_view request;  ///< the first line
    std::string_view response; ///< the second line
};

/// Takes the text of an exchange apart: a line each.
inline example_exchange split_exchange(std::string_view text) {
    auto const end = text.find('\n');
    return {text.substr(0, end), end == text.npos ? std::string_view() : text.substr(end + 1)};
}

namespace detail {

/// The report on the response, unless its request is not sound: then that on the request.
inline report check_exchange_example(rule const& r, std::string_view text, options const& chosen) {
    report result;
    auto const [request, response] = split_exchange(text);
    bool done = false; // a rule that several requests make has an example of the first
    exchange::for_each_rule([&](rule const& made, auto input) {
        if (made.id != r.id || done) return;
        auto both = check_exchange<typename decltype(input)::type>(request, response, chosen);
        result = std::move(both.request.empty() ? both.response : both.request);
        done = true;
    });
    return result;
}

} // namespace detail

/// Checks one of the two texts of a rule's example; of an exchange, the response by its request. Without findings
/// and without documents: there is no shape of that name.
inline report check_example(rule const& r, std::string_view text, options const& chosen) {
    if (needs_request(r)) return detail::check_exchange_example(r, text, chosen);
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

/// The same with the options that the example needs.
inline report check_example(rule const& r, std::string_view text) {
    return check_example(r, text, example_options(r));
}

} // namespace dynabackup
