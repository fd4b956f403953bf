#pragma once
/// \file
/// What the readers of all kinds of values share: what became of a value, and values that cannot be read.

#include <dynabackup/concat.hpp>
#include <dynabackup/context.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// What a member allows, as far as reading cares.
struct allowed {
    bool null; ///< the member is optional
    bool epoch_seconds;
};

/// How backup records are read where documents are checked: one by one, each validated before the next. By way
/// of pointers, so that who only parses compiles neither rules nor recovery.
struct record_readers {
    got (*one)(context&, void* record, path_node const&, allowed);
    /// From the cursor on, which is at the element `from.index`, or behind it.
    got (*list)(context&, void* records, path_node const&, allowed element, suspended_list from);
};

inline got broken(context& c, path_node const& where) {
    c.report_syntax(where);
    return got::broken;
}

/// Walks over a value that the model does not read.
inline got skip(context& c, path_node const& where, got result) {
    auto const* const token = c.cursor.at;
    char const* too_deep = nullptr;
    std::size_t const levels = c.options.max_depth > c.depth ? c.options.max_depth - c.depth : 0;
    if (!c.cursor.skip_value(levels, too_deep)) return broken(c, where);
    if (too_deep) {
        auto const* deep = token;
        while (c.cursor.text().data() + *deep != too_deep) ++deep;
        c.report(
            reading::depth, where, deep,
            concat("Nested deeper than ", c.options.max_depth, " levels; raise the limit if this is meant."));
    }
    return result;
}

/// A value of another type than its member's.
[[gnu::noinline]] inline got wrong_type(context& c, path_node const& where, std::string_view expected,
                                        allowed may) {
    auto const* const token = c.cursor.at;
    if (token == c.cursor.last) {
        c.cursor.fail_here({});
        return broken(c, where);
    }
    bool const null = c.cursor.token() == "null";
    if (null && may.null) {
        c.report(reading::null_member, where, token, "Null for an optional member; leave the member out.");
        return skip(c, where, got::absent);
    }
    auto result = skip(c, where, got::unread); // first, so that a text that is not JSON is called so
    if (!stops(result))
        c.report(reading::wrong_type, where, token,
                 concat(null ? "Null for a required member" : "Another JSON type than the member's",
                        "; it is ", expected, '.'));
    return result;
}

/// A value of the right type that cannot be read.
[[gnu::noinline]] inline got refuse(context& c, rule const& r, path_node const& where, std::string message) {
    auto const* const token = c.cursor.at;
    auto const result = skip(c, where, got::unread);
    if (!stops(result)) c.report(r, where, token, std::move(message));
    return result;
}

} // namespace dynabackup::detail
