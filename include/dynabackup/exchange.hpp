#pragma once
/// \file
/// Checks a response against the request that it answers. Made for tests of clients, emulators and mocks.
///
/// \code
/// auto const found = check_exchange<aws::ListBackupsInput>(request_body, response_body);
/// for (finding const& f : found.response) std::cerr << f.path << ": " << f.message << '\n';
/// \endcode

#include <dynabackup/check.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>

#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup {

/// The request of an operation whose response can be checked: `response_of(std::type_identity<Input>)`, declared beside
/// it, names the response.
template <class Input>
concept request_shape = shape<Input> && requires {
    response_of(std::type_identity<Input>{});
};

/// The response to a request.
template <request_shape Input>
using response_to = typename decltype(response_of(std::type_identity<Input>{}))::type;

/// The defects of a request, and those of the response to it. The places in each report are those of its own text.
struct exchange_report {
    report request; ///< the defects of the request by itself
    /// The response's own defects, and those found by comparing it with its request.
    /// Rules for the latter: `list.*`, `create.*`, `backup.arn-echo`.
    report response;

    /// False if no operation has both this request and this response. In that case each was checked by itself, as an
    /// error response always is.
    bool is_compared = true;

    /// Whether nothing contradicts the documentation.
    bool ok() const { return request.ok() && response.ok(); }
};

namespace detail {

/// A request and its response.
struct exchange_shapes {
    shape_rules const& request;
    shape_rules const& response;
    std::vector<user_rule> (*expect)(void const* request,
                                     rule_context const& in); ///< the rules for the response
};

template <class Input>
exchange_shapes shapes_of_exchange() {
    return {shape_rules_of<Input>, shape_rules_of<response_to<Input>>,
            [](void const* request, rule_context const& in) {
                return expected(*static_cast<Input const*>(request), in);
            }};
}

/// See check_exchange.
DYNABACKUP_INLINE exchange_report check_exchange_texts(exchange_shapes const& shapes,
                                                       std::string_view request, std::string_view response,
                                                       check_options const& chosen);
DYNABACKUP_INLINE report check_exchange_models(exchange_shapes const& shapes, void const* request,
                                               void const* response, check_options const& chosen);

} // namespace detail

/// Checks the text of a request, and the text of its response by itself and against the request. A value that could not
/// be read is not compared. The response must not be one of the API's errors, which are read as `aws::ErrorBody`.
/// Complexity: one pass over each text.
template <request_shape Input>
[[nodiscard]] exchange_report check_exchange(std::string_view request, std::string_view response,
                                             check_options const& chosen = {}) {
    return detail::check_exchange_texts(detail::shapes_of_exchange<Input>(), request, response, chosen);
}

/// Checks the model of a response by itself and against its request. Does not check the request itself: see `validate`.
template <request_shape Input>
[[nodiscard]] report check_exchange(Input const& request, response_to<Input> const& response,
                                    check_options const& chosen = {}) {
    return detail::check_exchange_models(detail::shapes_of_exchange<Input>(), &request, &response, chosen);
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/listing.hpp>

#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Never violated: its function only notes a request.
inline constexpr rule request_noted{"exchange.request", severity::note, edition::v2017_11_29,
                                    "A response is checked against its request.", cite::design};

/// Returns the options for checking a request. The check stores in `expected` the rules that the request makes for its
/// response.
DYNABACKUP_INLINE check_options options_for_request(check_options chosen, exchange_shapes const& shapes,
                                                    std::vector<user_rule>& expected) {
    chosen.rules.push_back(
        make_user_rule(request_noted, *shapes.request.shape,
                       [&expected, expect = shapes.expect](void const* request, rule_context& in) {
                           expected = expect(request, in);
                       }));
    return chosen;
}

/// Returns the options for checking a response. A response is one page, not a dump that should be complete.
DYNABACKUP_INLINE check_options options_for_response(check_options chosen, std::vector<user_rule> expected) {
    for (auto& own : expected) chosen.rules.push_back(std::move(own));
    chosen.disable.emplace_back(dump::incomplete_listing.id);
    return chosen;
}

DYNABACKUP_INLINE exchange_report check_exchange_texts(exchange_shapes const& shapes,
                                                       std::string_view request, std::string_view response,
                                                       check_options const& chosen) {
    std::vector<user_rule> expected;
    exchange_report found;
    auto const check = [&](report& to, shape_rules const& shape, shape_rules const& other,
                           std::string_view text, check_options const& with) {
        to.set_summary(check_text_as(shape, text, with, to, &other));
    };
    check(found.request, shapes.request, shapes.response, request,
          options_for_request(chosen, shapes, expected));
    check(found.response, shapes.response, shapes.request, response,
          options_for_response(chosen, std::move(expected)));
    return found;
}

DYNABACKUP_INLINE report check_exchange_models(exchange_shapes const& shapes, void const* request,
                                               void const* response, check_options const& chosen) {
    std::vector<user_rule> expected;
    (void)validate_model(shapes.request, request, options_for_request(chosen, shapes, expected));
    return validate_model(shapes.response, response, options_for_response(chosen, std::move(expected)),
                          &shapes.request);
}

} // namespace dynabackup::detail

#endif
