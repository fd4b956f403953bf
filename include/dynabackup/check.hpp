#pragma once
/// \file
/// Checks a JSON text, or a model: every defect in one pass, with its exact place.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/input_state.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/systems.hpp>

#include <span>
#include <string_view>

namespace dynabackup {

namespace detail {

template <class T>
concept has_sync_names = requires {
    sync_names(std::type_identity<T>{});
};

/// The members by which reading goes on after damage; none: those of the shape itself.
template <class T>
std::span<std::string_view const> sync_names_of() {
    if constexpr (has_sync_names<T>) return sync_names(std::type_identity<T>{});
    else return {};
}

/// See check and validate.
DYNABACKUP_INLINE report check_text_as(shape_rules const& shape, std::span<std::string_view const> sync_names,
                                       std::string_view text, options const& chosen);
DYNABACKUP_INLINE report validate_model(shape_rules const& shape, void const* model, options const& chosen);

} // namespace detail

/// Checks a text that is one document of shape T: its JSON, its members, its limits, and every rule of the
/// edition. The text may come from anywhere; no byte after its end is read.
/// Cost: one pass; time and memory for findings grow with their number only.
template <shape T>
report check(std::string_view json, options const& chosen = {}) {
    return detail::check_text_as(shape_rules_of<T>, detail::sync_names_of<T>(), json, chosen);
}

/// Checks a model that was built in C++, or read with `parse`: limits, enumerators and rules. Its findings
/// have paths, and no places.
template <shape T>
report validate(T const& model, options const& chosen = {}) {
    return detail::validate_model(shape_rules_of<T>, &model, chosen);
}

/// Checks a text with any number of documents of these systems, as the next function does.
DYNABACKUP_INLINE summary check(std::string_view text, options const& chosen, finding_sink& sink,
                                std::span<system_table const* const> systems);

/// The same for one text of an input of several.
DYNABACKUP_INLINE summary check(std::string_view text, options const& chosen, finding_sink& sink,
                                input_state& input, std::span<system_table const* const> systems);

/// Checks a text with any number of documents in any layout, each recognised by its members; findings go to the
/// sink in the order of the text.
template <class Lazy = void>
summary check(std::string_view text, options const& chosen, finding_sink& sink) {
    return check(text, chosen, sink, known_systems<Lazy>());
}

/// The same for one text of an input of several, in their order; after the last one `input.end` says what is known
/// only then.
template <class Lazy = void>
summary check(std::string_view text, options const& chosen, finding_sink& sink, input_state& input) {
    return check(text, chosen, sink, input, known_systems<Lazy>());
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/check/check_text.hpp>
#endif
