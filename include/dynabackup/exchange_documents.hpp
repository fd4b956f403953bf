#pragma once
/// \file
/// Checks the response of whichever operation its request asks for.

#include <dynabackup/check.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/exchange.hpp>
#include <dynabackup/recognize.hpp>
#include <dynabackup/systems.hpp>

#include <span>
#include <string_view>

namespace dynabackup {

/// Checks the text of a request, and the text of its response by itself and against the request, as `check_exchange` does.
/// The members of the request tell the operation; of operations with the same request, the members of the response do. A
/// response that is one of the API's errors, and one whose request is not recognised, is checked by itself.
/// Complexity: one pass over each text, and one over the request to recognise it.
[[nodiscard]] DYNABACKUP_INLINE exchange_report check_exchange_documents(
    std::string_view request, std::string_view response, check_options const& chosen = {},
    std::span<system_table const* const> systems = known_systems());

} // namespace dynabackup

#if DYNABACKUP_DEFINE

namespace dynabackup {

namespace detail {

/// The operation that has this request, and this response if several have the request; null if none has.
DYNABACKUP_INLINE exchange_table const* find_exchange(std::span<system_table const* const> systems,
                                                      shape_rules const* request, shape_rules const* response,
                                                      system_table const*& of) {
    exchange_table const* found = nullptr;
    for (auto const* system : systems)
        for (auto const& exchange : system->exchanges) {
            if (!request || exchange.request->shape != request->shape) continue;
            bool const fits = response && exchange.response->shape == response->shape;
            if (found && !fits) continue;
            found = &exchange;
            of = system;
            if (fits) return found;
        }
    return found;
}

/// Whether a response is an error that an operation documents, and not its output.
DYNABACKUP_INLINE bool is_error(exchange_table const& exchange, shape_rules const* response) {
    return response && response->shape != exchange.response->shape && !response->shape->record &&
           response->shape->find("__type");
}

} // namespace detail

DYNABACKUP_INLINE exchange_report check_exchange_documents(std::string_view request,
                                                           std::string_view response,
                                                           check_options const& chosen,
                                                           std::span<system_table const* const> systems) {
    document_recognizer recognizer(systems);
    auto const* const asked = recognizer.shape_of(request, chosen.names);
    auto const* const answered = recognizer.shape_of(response, chosen.names);
    system_table const* system = nullptr;
    auto const* const exchange = detail::find_exchange(systems, asked, answered, system);
    if (exchange && !detail::is_error(*exchange, answered))
        return detail::check_exchange_texts(
            {*exchange->request, *exchange->response, system->sync_names, exchange->expect}, request,
            response, chosen);
    exchange_report found;
    found.request.set_summary(check_documents(request, chosen, found.request, systems));
    found.response.set_summary(check_documents(response, chosen, found.response, systems));
    return found;
}

} // namespace dynabackup

#endif
