#pragma once
/// \file
/// Reports single values that violate a limit, or are not enumerators.

#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/detail/read/finding_buffer.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/detail/validate/limits.hpp>
#include <dynabackup/open_enum.hpp>
#include <dynabackup/rules/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// "3 to 255", "at least 1", "at most 20".
inline std::string range_text(value_limits const& allowed) {
    if (!allowed.has_max()) return concat("at least ", allowed.min);
    if (!allowed.has_min()) return concat("at most ", allowed.max);
    return concat(allowed.min, " to ", allowed.max);
}

// ---- findings about single values, at a step below the object at `where` ----

inline void report_text(finding_buffer& out, std::string_view text, value_limits const& allowed,
                        path_node const& where, path_step last) {
    if (!is_length_within(text, allowed)) {
        auto const size = json::code_points(text);
        out.report_below(reading::string_length, where, {last},
                         concat(size, size == 1 ? " character" : " characters", "; the API allows ",
                                range_text(allowed), '.'));
    }
    bool const is_too_short = text.empty() && allowed.has_min() && allowed.min > 0; // has no wrong characters
    if (allowed.pattern && !is_too_short && !allowed.pattern->matches(text))
        out.report_below(reading::string_pattern, where, {last},
                         concat("It does not have the form ", allowed.pattern->text, '.'));
}

inline void report_integer(finding_buffer& out, std::int64_t value, value_limits const& allowed,
                           path_node const& where, path_step last) {
    if (!is_within(value, allowed))
        out.report_below(reading::out_of_range, where, {last},
                         concat(value, "; the API allows ", range_text(allowed), '.'));
}

inline void report_size(finding_buffer& out, std::size_t size, value_limits const& allowed,
                        path_node const& where, path_step last) {
    if (!is_within(static_cast<std::int64_t>(size), allowed))
        out.report_below(reading::list_size, where, {last},
                         concat(size, " elements; the API allows ", range_text(allowed), '.'));
}

inline bool is_enumerator(enum_table const& names, enum_value const& value, edition day) {
    return value.known && names.since[value.number] <= day;
}

inline void report_enumerator(finding_buffer& out, enum_table const& table, enum_value const& value,
                              path_node const& where, path_step last) {
    edition const day = out.options.edition;
    if (is_enumerator(table, value, day)) return;
    std::string message;
    if (value.known) {
        message = concat(table.names[value.number], " is not known before ",
                         to_text(table.since[value.number]), ", when it was introduced.");
    } else {
        message = concat(value.other, " is not one of");
        char const* before = " ";
        for (std::size_t i = 0; i < table.names.size(); ++i) {
            if (table.names[i].empty() || table.since[i] > day) continue;
            message += concat(before, table.names[i]);
            before = ", ";
        }
        message += '.';
        for (auto const name : table.names)
            if (!name.empty() && is_same_name(name, value.other))
                message += concat(" The API spells it ", name, '.');
        if (auto const more = table.hint ? table.hint(value.other) : std::string_view(); !more.empty())
            message += concat(' ', more);
    }
    out.report_below(reading::unknown_value, where, {last}, std::move(message));
}

} // namespace dynabackup::detail
