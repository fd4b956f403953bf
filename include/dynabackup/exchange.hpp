#pragma once
/// \file
/// Checks a response against the request that it answers: for tests of clients, emulators and mocks.
///
/// \code
/// auto const found = check_exchange<aws::ListBackupsInput>(request_body, response_body);
/// for (finding const& f : found.response) std::cerr << f.path << ": " << f.message << '\n';
/// \endcode

#include <dynabackup/check.hpp>
#include <dynabackup/compiled_elsewhere.hpp>
#include <dynabackup/response_to.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>
#include <string_view>

namespace dynabackup {

/// What is wrong in a request, and in the response to it. Each report has the places of its own text.
struct exchange_report {
    report request; ///< what is wrong in the request by itself
    /// Its own defects, and those that the request makes: `list.*`, `create.*`, `backup.arn-echo`.
    report response;

    /// Whether nothing contradicts the documentation.
    bool ok() const { return request.ok() && response.ok(); }
};

namespace detail {

/// What check_exchange does, where it is compiled: impl/exchange.hpp.
template <request_shape Input>
struct exchange_checker;
/// The same, compiled by src.hpp; with the place of Input among `requests`.
exchange_report check_exchange_as(std::size_t shape, std::string_view request, std::string_view response,
                                  options const& chosen);
report check_exchange_as(std::size_t shape, void const* request, void const* response, options const& chosen);

template <request_shape Input>
inline constexpr std::size_t request_index = boost::mp11::mp_find<requests, Input>::value;

} // namespace detail

/// Checks the text of a request, and the text of its response by itself and against the request. What could not be
/// read in either of them is not judged. The response is not one of the API's errors: those are read as
/// `aws::ErrorBody`. Cost: one pass over each.
template <request_shape Input>
exchange_report check_exchange(std::string_view request, std::string_view response,
                               options const& chosen = {}) {
    if constexpr (detail::compiled_elsewhere<Input>)
        return detail::check_exchange_as(detail::request_index<Input>, request, response, chosen);
    else return detail::exchange_checker<Input>::check(request, response, chosen);
}

/// Checks the model of a response by itself and against its request; `validate` checks the request by itself.
template <request_shape Input>
report check_exchange(Input const& request, response_to<Input> const& response, options const& chosen = {}) {
    if constexpr (detail::compiled_elsewhere<Input>)
        return detail::check_exchange_as(detail::request_index<Input>, &request, &response, chosen);
    else return detail::exchange_checker<Input>::check(request, response, chosen);
}

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/exchange.hpp>
#endif
