#pragma once
/// \file
/// Checks a text with documents of any kind, in any layout. This header includes all shapes of all systems.

#include <dynabackup/check.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/input_state.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/systems.hpp>

#include <span>
#include <string_view>

namespace dynabackup {

/// Checks a text with any number of documents of the given systems, as the template check_documents does.
DYNABACKUP_INLINE summary check_documents(std::string_view text, check_options const& chosen,
                                          finding_sink& sink, std::span<system_table const* const> systems);

/// Checks one text of an input that has several.
DYNABACKUP_INLINE summary check_documents(std::string_view text, check_options const& chosen,
                                          finding_sink& sink, input_state& input,
                                          std::span<system_table const* const> systems);

/// Checks a text with any number of documents in any layout. Each document is recognised by its members. Findings go to
/// the sink in the order of the text. Returns what was read and found.
/// Complexity: one pass over the text. Memory: see check_options::max_record_bytes.
template <class Lazy = void>
summary check_documents(std::string_view text, check_options const& chosen, finding_sink& sink) {
    return check_documents(text, chosen, sink, known_systems<Lazy>());
}

/// Checks one text of an input that has several. Pass the texts in order, and call `input.end` after the last one: it
/// reports what is certain only then.
template <class Lazy = void>
summary check_documents(std::string_view text, check_options const& chosen, finding_sink& sink,
                        input_state& input) {
    return check_documents(text, chosen, sink, input, known_systems<Lazy>());
}

/// Checks a text with any number of documents in any layout. Returns all findings.
template <class Lazy = void>
[[nodiscard]] report check_documents(std::string_view text, check_options const& chosen = {}) {
    report result;
    result.set_summary(check_documents<Lazy>(text, chosen, result));
    return result;
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/check/any_document.hpp>
#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/detail/check/unknown_rules.hpp>

#include <utility>
#include <vector>

namespace dynabackup {

DYNABACKUP_INLINE summary check_documents(std::string_view text, check_options const& chosen,
                                          finding_sink& sink, input_state& input,
                                          std::span<system_table const* const> systems) {
    summary counts;
    if (!std::exchange(input.has_begun, true) && detail::names_rules(chosen)) {
        std::vector<shape_rules const*> own;
        for (auto const* system : systems)
            own.insert(own.end(), system->shapes.begin(), system->shapes.end());
        detail::report_unknown_rules(chosen, own, sink, counts);
    }
    detail::any_reader documents(systems);
    counts += detail::check_each(text, chosen, sink, documents, detail::layout::any, input);
    return counts;
}

DYNABACKUP_INLINE summary check_documents(std::string_view text, check_options const& chosen,
                                          finding_sink& sink, std::span<system_table const* const> systems) {
    input_state input;
    auto counts = check_documents(text, chosen, sink, input, systems);
    input.end(sink, counts);
    return counts;
}

} // namespace dynabackup

#endif
