#pragma once
/// \file
/// The elements of rules in JSON Schema: that a member is present, that it has a value, and what follows from that.

#include <dynabackup/detail/json_schema/simple.hpp>
#include <dynabackup/detail/json_schema/value.hpp>
#include <dynabackup/model/shape_rules.hpp>

#include <initializer_list>
#include <string_view>

namespace dynabackup::schema {

/// Whether a member has a name in C++. The wire name depends on the system: `SSEType` or `sse_type`.
inline bool is_called(member_table const& m, std::string_view name) {
    auto wire = m.name;
    auto const next = [](std::string_view& text) { // the next character, in lower case, without underscores
        while (text.starts_with('_')) text.remove_prefix(1);
        if (text.empty()) return '\0';
        char const c = text.front();
        text.remove_prefix(1);
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    for (;;) {
        char const a = next(wire), b = next(name);
        if (a != b) return false;
        if (a == '\0') return true;
    }
}

/// The shape whose rules are stated.
struct subject {
    shape_rules const& rules;
    choice const& chosen;

    edition day() const { return chosen.day(); }

    /// Returns the member with a name in C++; null if the shape has none.
    member_table const* find(std::string_view name) const {
        for (auto const& m : rules.shape->members)
            if (is_called(m, name)) return &m;
        return nullptr;
    }
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// \pre has(name)
    member_table const& operator[](std::string_view name) const { return *find(name); }
    /// Returns the shape of the objects in a member, or in its list. \pre The member has objects.
    subject below(std::string_view name) const { return {*rules.members[(*this)[name].index], chosen}; }

    /// Whether this is one of the shape's rules.
    bool enforces(rule const& which) const {
        for (auto const& one : rules.rules)
            for (auto const* r : one.rules)
                if (r == &which) return true;
        return false;
    }
};

/// If the member is present, its value satisfies a condition.
inline object with(std::string_view member, object const& says) {
    return {{"properties", object{{member, says}}}};
}
inline object with(member_table const& m, object const& says) { return with(m.name, says); }

/// The member is present.
inline object has(member_table const& m) { return {{"required", list{m.name}}}; }

/// The member is present, and its value satisfies a condition.
inline object has(member_table const& m, object const& says) { return with(m, says).add(has(m)); }

/// The member is present, and has a value.
inline object is(member_table const& m, value const& v) { return has(m, {{"const", v}}); }

inline object no(object const& says) { return {{"not", says}}; }

inline object either(object const& a, object const& b) { return {{"anyOf", list{a, b}}}; }

inline object implies(object const& condition, object const& says) {
    return {{"if", condition}, {"then", says}};
}

/// The member has no value: it is absent, or null if that means the same.
inline object lacks(member_table const& m) {
    if (m.null_is_documented) return with(m, {{"type", "null"}}); // an absent member is valid, too
    return no(has(m));
}

/// Returns the enumerators of an enumeration on a day, except some.
inline list enumerators(enum_table const& of, edition day,
                        std::initializer_list<std::string_view> without = {}) {
    list names;
    for (std::size_t i = 0; i < of.names.size(); ++i) {
        bool listed = !of.names[i].empty() && of.since[i] <= day;
        for (auto const& name : without) listed &= name != of.names[i];
        if (listed) names.add(of.names[i]);
    }
    return names;
}

} // namespace dynabackup::schema
