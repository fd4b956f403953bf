#pragma once
/// \file
/// Checks a response against the request that it answers: for tests of clients, emulators and mocks.
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

/// The request of an operation that has a response: `response_of(std::type_identity<Input>)` beside it names that.
template <class Input>
concept request_shape = shape<Input> && requires {
    response_of(std::type_identity<Input>{});
};

/// The response to a request.
template <request_shape Input>
using response_to = typename decltype(response_of(std::type_identity<Input>{}))::type;

/// The defects of a request, and those of the response to it. Each report has the places of its own text.
struct exchange_report {
    report request; ///< the defects of the request by itself
    /// The response's own defects, and those that the request makes: `list.*`, `create.*`, `backup.arn-echo`.
    report response;

    /// False: no operation has this request and this response, and each was checked by itself.
    bool is_compared = true;

    /// Whether nothing contradicts the documentation.
    bool ok() const { return request.ok() && response.ok(); }
};

namespace detail {

/// A request and its response.
struct exchange_shapes {
    shape_rules const& request;
    shape_rules const& response;
    std::span<std::string_view const> sync_names;
    std::vector<user_rule> (*expect)(void const* request,
                                     rule_context const& in); ///< the rules for the response
};

template <class Input>
exchange_shapes shapes_of_exchange() {
    return {shape_rules_of<Input>, shape_rules_of<response_to<Input>>, sync_names_of<Input>(),
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
/// be read is not compared. The response must not be one of the API's errors: those are read as `aws::ErrorBody`.
/// Cost: one pass over each text.
template <request_shape Input>
exchange_report check_exchange(std::string_view request, std::string_view response,
                               check_options const& chosen = {}) {
    return detail::check_exchange_texts(detail::shapes_of_exchange<Input>(), request, response, chosen);
}

/// Checks the model of a response by itself and against its request; `validate` checks the request by itself.
template <request_shape Input>
report check_exchange(Input const& request, response_to<Input> const& response,
                      check_options const& chosen = {}) {
    return detail::check_exchange_models(detail::shapes_of_exchange<Input>(), &request, &response, chosen);
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/custom_rule.hpp>
#include <dynabackup/detail/check/listing.hpp>

#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Never broken: its function takes note of a request.
inline constexpr rule request_noted{"exchange.request", severity::note, edition::v2017_11_29,
                                    "A request is what its response is judged by.", cite::design};

/// The options for a request, under which the rules that it makes for its response are stored in `expected`.
DYNABACKUP_INLINE check_options options_for_request(check_options chosen, exchange_shapes const& shapes,
                                                    std::vector<user_rule>& expected) {
    chosen.rules.push_back(
        make_user_rule(request_noted, *shapes.request.shape,
                       [&expected, expect = shapes.expect](void const* request, rule_context& in) {
                           expected = expect(request, in);
                       }));
    return chosen;
}

/// The options for a response. One page is an answer, and no dump that should be complete.
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
    auto const check = [&](report& to, shape_rules const& shape, std::string_view text,
                           check_options const& with) {
        to.set_summary(check_text_as(shape, shapes.sync_names, text, with, to));
    };
    check(found.request, shapes.request, request, options_for_request(chosen, shapes, expected));
    check(found.response, shapes.response, response, options_for_response(chosen, std::move(expected)));
    return found;
}

DYNABACKUP_INLINE report check_exchange_models(exchange_shapes const& shapes, void const* request,
                                               void const* response, check_options const& chosen) {
    std::vector<user_rule> expected;
    (void)validate_model(shapes.request, request, options_for_request(chosen, shapes, expected));
    return validate_model(shapes.response, response, options_for_response(chosen, std::move(expected)));
}

} // namespace dynabackup::detail

#endif
