#pragma once
/// \file
/// Checks responses against their requests, whatever the operation.

#include <dynabackup/check_documents.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/exchange.hpp>
#include <dynabackup/recognize.hpp>
#include <dynabackup/systems.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace dynabackup {

/// Checks the text of a request, and the text of its response by itself and against the request, as `check_exchange`
/// does. The operation is recognised by the members of the request. If several operations have the same request, it is
/// recognised by the members of the response. A request that is not recognised is taken for that of the response's
/// operation, if all its members belong to that request. A response that is one of the API's errors is checked by
/// itself. If no operation has both, each is checked by itself.
/// Complexity: one pass over each text, and one over the request to recognise it.
[[nodiscard]] DYNABACKUP_INLINE exchange_report check_exchange_documents(
    std::string_view request, std::string_view response, check_options const& chosen = {},
    std::span<system_table const* const> systems = known_systems());

/// Checks the lines of a text, each an object with the members `request` and `response`, as check_exchange_documents
/// does. A line that lacks either one is checked as a document. Findings have their places in the text, and paths that
/// begin with `/request` or `/response`. Adds the number of lines whose request and response are of one operation to
/// `compared`. Returns what was read and found.
DYNABACKUP_INLINE summary
check_exchange_lines(std::string_view text, check_options const& chosen, finding_sink& sink,
                     std::size_t& compared, std::span<system_table const* const> systems = known_systems());

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/check/recognizer.hpp>
#include <dynabackup/detail/json/structural_index.hpp>

#include <cstdint>
#include <string>

namespace dynabackup {

namespace detail {

/// Returns the operation that has this request. If several have it, returns the one that also has this response. Null
/// if there is none.
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

/// Whether a text is an object that has only members of that shape, and all members that the shape requires.
DYNABACKUP_INLINE bool has_members_of(shape_table const& shape, std::string_view text) {
    json::structural_index index;
    if (!index.build(text)) return false;
    json::cursor cursor(text, index.begin(), index.end(), true);
    std::string scratch;
    std::uint64_t seen = 0;
    bool known = true;
    auto const first = recognizer::inside(cursor, cursor.at);
    for_each_member(cursor, first, scratch, [&](std::string_view name, token) {
        auto const* const member = shape.find(name);
        known = member != nullptr;
        if (known) seen |= member->bit();
        return !known;
    });
    bool const is_empty = first != cursor.last && text[*first] == '}';
    return known && (seen != 0 || is_empty) && (shape.required & ~seen) == 0;
}

/// Returns the operation that has this response and may have that request; null if there is none.
DYNABACKUP_INLINE exchange_table const* exchange_of_response(std::span<system_table const* const> systems,
                                                             std::string_view request,
                                                             shape_rules const* response,
                                                             system_table const*& of) {
    for (auto const* system : systems)
        for (auto const& exchange : system->exchanges)
            if (response && exchange.response->shape == response->shape &&
                has_members_of(*exchange.request->shape, request)) {
                of = system;
                return &exchange;
            }
    return nullptr;
}

/// Whether a response is an error that the operation documents.
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
    auto const* exchange = detail::find_exchange(systems, asked, answered, system);
    if (!exchange) exchange = detail::exchange_of_response(systems, request, answered, system);
    if (exchange && !detail::is_error(*exchange, answered))
        return detail::check_exchange_texts({*exchange->request, *exchange->response, exchange->expect},
                                            request, response, chosen);
    exchange_report found;
    found.is_compared = exchange != nullptr; // an error may be the response to any request
    found.request.set_summary(check_documents(request, chosen, found.request, systems));
    found.response.set_summary(check_documents(response, chosen, found.response, systems));
    return found;
}

} // namespace dynabackup

#include <dynabackup/detail/check/exchange_lines.hpp>
#endif
