#pragma once
/// \file
/// Schemas of single values, their types and limits; and which rules a schema states.

#include <dynabackup/detail/check/selection.hpp>
#include <dynabackup/detail/json_schema/value.hpp>
#include <dynabackup/model/simple_shape.hpp>

#include <string_view>

namespace dynabackup::schema {

/// A schema states the rules that the options apply and that are at least as severe as `least`: JSON Schema knows
/// valid and invalid documents, and no warnings.
struct choice {
    dynabackup::check_options const& options;
    severity least;

    edition day() const { return options.edition; }

    bool states(rule const& r) const { return is_active(r, options) && severity_of(r, options) >= least; }

    /// Whether `null` is invalid where a value may be absent. The reader warns of it and goes on. A type that allows
    /// it would mislead those who write documents or programs by the schema. So it is invalid unless the options make
    /// it a note, or disable the rule.
    bool refuses_null() const {
        return is_active(reading::null_member, options) &&
               severity_of(reading::null_member, options) >=
                   (least < severity::warning ? least : severity::warning);
    }
};

/// The date-times that `read_date_time` takes, and two that it refuses: days that a month does not have, and leap
/// seconds at other times than RFC 3339 allows. `format` excludes those for validators that check it.
inline constexpr std::string_view date_time_pattern =
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)"
    "([.][0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";

/// The type of a value, or null too.
inline value type_of(std::string_view name, bool or_null = false) {
    if (!or_null) return name;
    return list{name, "null"};
}

/// A pattern of the API that matches whole strings, in the syntax of ECMA-262 with the flag u: it has no `\_`.
DYNABACKUP_INLINE std::string anchored(std::string_view pattern) {
    std::string text(pattern);
    for (std::size_t at; (at = text.find("\\_")) != text.npos;) text.erase(at, 1);
    if (!text.starts_with('^')) text.insert(0, 1, '^');
    if (!text.ends_with('$')) text += '$';
    return text;
}

/// The length of a string in code points, as JSON Schema counts, and its pattern.
inline object string_limits(value_limits const& allowed, choice const& c) {
    object says;
    if (c.states(reading::string_length)) {
        if (allowed.has_min()) says.add("minLength", allowed.min);
        if (allowed.has_max()) says.add("maxLength", allowed.max);
    }
    if (allowed.pattern && c.states(reading::string_pattern))
        says.add("pattern", anchored(allowed.pattern->text));
    return says;
}

inline object list_limits(value_limits const& allowed, choice const& c) {
    object says;
    if (!c.states(reading::list_size)) return says;
    if (allowed.has_min()) says.add("minItems", allowed.min);
    if (allowed.has_max()) says.add("maxItems", allowed.max);
    return says;
}

/// A number of 64 bits, or of a documented range.
inline object integer(value_limits const& allowed, choice const& c, bool or_null = false) {
    object says{{"type", type_of("integer", or_null)}};
    if (c.states(reading::out_of_range)) says.add("minimum", allowed.min).add("maximum", allowed.max);
    return says;
}

/// A time: text, or a number of seconds as well, of which nanoseconds fit 64 bits.
inline object time(bool epoch_seconds, choice const& c, bool or_null = false) {
    object says;
    if (epoch_seconds && or_null) says.add("type", list{"number", "string", "null"});
    else if (epoch_seconds) says.add("type", list{"number", "string"});
    else says.add("type", type_of("string", or_null));
    says.add("format", "date-time");
    if (c.states(reading::time_format)) says.add("pattern", date_time_pattern);
    if (epoch_seconds && c.states(reading::time_out_of_range))
        says.add("minimum", value::raw("-9223372036.854775808"))
            .add("maximum", value::raw("9223372036.854775807"));
    return says;
}

/// A simple shape that is no list.
inline object simple(simple_shape const& shape, bool epoch_seconds, choice const& c) {
    value_limits const& allowed = shape.at(c.day());
    switch (shape.type) {
    case simple_type::string: return object{{"type", "string"}}.add(string_limits(allowed, c));
    case simple_type::boolean: return {{"type", "boolean"}};
    case simple_type::time: return time(epoch_seconds, c);
    default: return integer(allowed, c);
    }
}

} // namespace dynabackup::schema
