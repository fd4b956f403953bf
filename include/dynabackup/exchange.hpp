#pragma once
/// \file
/// Checks a response against the request that it answers: for tests of clients, emulators and mocks.
///
/// \code
/// auto const found = check_exchange<aws::ListBackupsInput>(request_body, response_body);
/// for (finding const& f : found.response) std::cerr << f.path << ": " << f.message << '\n';
/// \endcode

#include <dynabackup/check.hpp>
#include <dynabackup/rules/exchange.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup {

namespace detail {

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

} // namespace detail

/// The request of an operation: one of the four that have an answer.
template <class Input>
concept request_shape = requires {
    typename exchange::output_of<Input>::type;
};

/// What a request is answered with.
template <request_shape Input>
using response_to = typename exchange::output_of<Input>::type;

/// What is wrong in a request, and in the response to it. Each report has the places of its own text.
struct exchange_report {
    report request; ///< what is wrong in the request by itself
    /// Its own defects, and those that the request makes: `list.*`, `create.*`, `backup.arn-echo`.
    report response;

    /// Whether nothing contradicts the documentation.
    bool ok() const { return request.ok() && response.ok(); }
};

/// Checks the text of a request, and the text of its response by itself and against the request. What could not be
/// read in either of them is not judged. The response is not one of the API's errors: those are read as
/// `aws::ErrorBody`. Cost: one pass over each.
template <request_shape Input>
exchange_report check_exchange(std::string_view request, std::string_view response,
                               options const& chosen = {}) {
    std::vector<user_rule> expected;
    exchange_report found;
    found.request = check<Input>(request, detail::noting<Input>(chosen, expected));
    found.response = check<response_to<Input>>(response, detail::expecting(chosen, std::move(expected)));
    return found;
}

/// Checks the model of a response by itself and against its request; `validate` checks the request by itself.
template <request_shape Input>
report check_exchange(Input const& request, response_to<Input> const& response, options const& chosen = {}) {
    std::vector<user_rule> expected;
    (void)validate(request, detail::noting<Input>(chosen, expected));
    return validate(response, detail::expecting(chosen, std::move(expected)));
}

} // namespace dynabackup
