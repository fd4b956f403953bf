#pragma once
/// \file
/// Checks a response against the request that it answers: what exchange.hpp declares.

#include <dynabackup/exchange.hpp>
#include <dynabackup/impl/check.hpp>
#include <dynabackup/rules/exchange.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Never broken: it takes note of a request.
inline constexpr rule request_noted{"exchange.request", severity::note, edition::v2017_11_29,
                                    "A request is what its response is judged by.", cite::design};

/// The options for a request, which note what it makes of its response.
template <class Input>
options noting(options chosen, std::vector<user_rule>& expected) {
    chosen.rules.push_back(on<Input>(request_noted, [&expected](Input const& request, subject const& in) {
        expected = exchange::expected(request, in);
    }));
    return chosen;
}

/// The options for a response. One page is an answer, not a dump that should be complete.
inline options expecting(options chosen, std::vector<user_rule> expected) {
    for (auto& own : expected) chosen.rules.push_back(std::move(own));
    chosen.disable.emplace_back(dump::incomplete_listing.id);
    return chosen;
}

/// See check_exchange.
template <request_shape Input>
struct exchange_checker {
    static exchange_report check(std::string_view request, std::string_view response, options const& chosen) {
        std::vector<user_rule> expected;
        exchange_report found;
        found.request = dynabackup::check<Input>(request, noting<Input>(chosen, expected));
        found.response =
            dynabackup::check<response_to<Input>>(response, expecting(chosen, std::move(expected)));
        return found;
    }

    static report check(Input const& request, response_to<Input> const& response, options const& chosen) {
        std::vector<user_rule> expected;
        (void)validate(request, noting<Input>(chosen, expected));
        return validate(response, expecting(chosen, std::move(expected)));
    }
};

} // namespace dynabackup::detail
