#pragma once
/// \file
/// Reports the members of an object that are not read: unknown, misspelled, too new for the edition, repeated, or
/// absent.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/read/object_frame.hpp>
#include <dynabackup/detail/util/spelling.hpp>
#include <dynabackup/display/nearest.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace dynabackup::detail {

// ---- members in the text ----

/// Reports a member that occurs twice in one object. `key`: the second key, which is followed by the colon and the
/// value.
inline void report_duplicate(reader& r, path_node const& parent, std::string_view name, token key) {
    r.findings.report(reading::duplicate_member, {&parent, name}, key + 2,
                      concat("The member ", name, " occurs twice in one object; the last one is read."));
}

/// Whether tools add a member of that name to the objects of a shape.
inline bool is_tolerated(reader const& r, shape_table const& shape, std::string_view name) {
    return std::ranges::any_of(shape.tolerated, [&](std::string_view known) {
        return is_read_as(name, known, r.options.names == spelling::any);
    });
}

/// Reports a member that is not read. `known`: the member that is meant by another spelling, or that entered the API
/// after the edition; null: there is none.
inline void report_unread_member(object_frame& f, std::string_view name, member_table const* known, token key,
                                 token value) {
    reader& r = f.in;
    auto const& shape = f.shape;
    path_node const where{&f.where, name};
    if (is_tolerated(r, shape, name)) return;
    if (known && r.options.edition >= known->facts->entered) {
        r.findings.report_member(
            reading::misspelled_member, where, key, value,
            concat("The member is spelled ", known->name, ", not ", name, "; it was not read."));
        return;
    }
    auto message = concat(shape.name, " has no member ", name);
    if (known) {
        message += concat(" before ", to_text(known->facts->entered), ", when it was introduced");
    } else {
        std::vector<std::string_view> names;
        for (auto const& m : shape.members) names.push_back(m.name);
        if (auto const near = display::nearest(name, names); !near.empty())
            message += concat("; the nearest name is ", near.front());
    }
    r.findings.report_member(reading::unknown_member, where, key, value, message + '.');
}

/// Skips the value of a member that is not read.
inline read_status skip_unread_member(object_frame& f, std::string_view name, member_table const* known,
                                      token key) {
    reader& r = f.in;
    bool const again = !f.unknown->emplace(name).second;
    path_node const where{&f.where, name};
    auto const* const value = r.cursor.at;
    auto const result = skip(r, where, value_read);
    if (result.stopped()) return result;
    if (auto const page_token = f.shape.page_token;
        !page_token.empty() && is_read_as(name, page_token, r.options.names == spelling::any))
        r.findings.report_page_token(where, value);
    report_unread_member(f, name, known, key, value);
    if (again) report_duplicate(r, f.where, name, key);
    return result;
}

// ---- members of the shape ----

/// Whether a member that was not read is another spelling of this one. \pre Unknown members were noted.
inline bool is_misspelled(object_frame const& f, member_table const& m) {
    return f.in.options.edition >= m.facts->entered &&
           std::ranges::any_of(*f.unknown, [&](auto const& name) { return is_same_name(name, m.name); });
}

/// Reports an object that has members, but none of its shape.
inline void report_nothing_known(object_frame& f, token opening) {
    if (!f.unknown || f.unknown->empty() || !opening) return;
    auto const& shape = f.shape;
    for (auto const& name : *f.unknown)
        if (shape.find(name) || shape.find_spelled(name) || is_tolerated(f.in, shape, name)) return;
    f.in.findings.report(reading::nothing_known, f.where, opening,
                         concat("None of its members is one of ", shape.name, "; it may be another object."));
}

/// Reports a required member that is absent from an object. A member that was not read because of its spelling has
/// already been reported. Rules use neither.
DYNABACKUP_NOINLINE inline void judge_absent(object_frame& f, member_table const& m, token opening) {
    reader& r = f.in;
    bool const misspelled = f.unknown && is_misspelled(f, m);
    if (m.presence != presence::required && !misspelled) return;
    if (r.options.edition >= m.facts->obliged && !misspelled)
        r.findings.report(reading::missing_member, {&f.where, m.name}, nullptr,
                          concat("The required member ", m.name, " is absent."), opening);
    r.unreadable.insert(m.in(f.object), *m.value);
}

} // namespace dynabackup::detail
