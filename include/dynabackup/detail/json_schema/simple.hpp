#pragma once
/// \file
/// The schemas of single values, their types and limits, and the choice of rules that a schema states.

#include <dynabackup/detail/check/selection.hpp>
#include <dynabackup/detail/json_schema/value.hpp>
#include <dynabackup/model/simple_shape.hpp>

#include <string_view>

namespace dynabackup::schema {

/// A schema states the rules that the options apply and that are at least as severe as `least`: in JSON Schema
/// documents are valid or invalid, and there are no warnings.
struct choice {
    dynabackup::check_options const& options;
    severity least;

    edition day() const { return options.edition; }

    bool states(rule const& r) const { return is_active(r, options) && severity_of(r, options) >= least; }

    /// Whether `null` is invalid where a value may be absent. The reader reports a warning, and continues. A type that
    /// allows `null` would mislead writers of documents and programs. So `null` is invalid unless the options make it a
    /// note, or disable the rule.
    bool refuses_null() const {
        return is_active(reading::null_member, options) &&
               severity_of(reading::null_member, options) >=
                   (least < severity::warning ? least : severity::warning);
    }
};

/// Matches the date-times that `read_date_time` accepts, and two kinds that it refuses: days that a month does not
/// have, and leap seconds at times that RFC 3339 does not allow. Validators that check `format` exclude these.
inline constexpr std::string_view date_time_pattern =
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)"
    "([.][0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";

/// The type of a value, or null if that is allowed.
inline value type_of(std::string_view name, bool or_null = false) {
    if (!or_null) return name;
    return list{name, "null"};
}

/// Returns a pattern of the API that matches whole strings, in the syntax of ECMA-262 with the flag u, which does not
/// allow `\_`.
inline std::string anchored(std::string_view pattern) {
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

/// A number of 64 bits, or in a documented range.
inline object integer(value_limits const& allowed, choice const& c, bool or_null = false) {
    object says{{"type", type_of("integer", or_null)}};
    if (c.states(reading::out_of_range)) says.add("minimum", allowed.min).add("maximum", allowed.max);
    return says;
}

/// A time: text or, if allowed, a number of seconds, whose nanoseconds fit in 64 bits.
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

/// A simple shape that is not a list.
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
