#pragma once
/// \file
/// The rules that depend on who made a backup, in JSON Schema.

#include <dynabackup/json_schema/conditions.hpp>
#include <dynabackup/json_schema/simple.hpp>
#include <dynabackup/rules/expiry.hpp>

namespace dynabackup::schema {

template <class T>
concept made_by_someone = requires(T const& t) {
    t.backup_type;
    t.backup_name;
    t.backup_expiry_date_time;
};

template <class T>
object expiry_says(rule const& r, choice const& c) {
    if constexpr (made_by_someone<T>) {
        using types = enumeration<decltype(T::backup_type)>;
        constexpr std::string_view type = at<&T::backup_type>, expires = at<&T::backup_expiry_date_time>;
        object const by_system = is(type, name_of(types::SYSTEM));
        if (&r == &reading::string_length) { // and string_pattern
            constexpr auto const& name = *facts_of<T>[dynabackup::detail::index_of<&T::backup_name>].simple;
            auto const limits = string_limits(name.at(c.day()), c);
            if (limits.empty()) return {};
            object const says = with(at<&T::backup_name>, limits);
            return c.day() < entered_on<&T::backup_type> ? says : implies(no(by_system), says);
        }
        if (&r == &expiry::system_expiry_missing) return implies(by_system, has(expires));
        if (&r == &expiry::user_expiry) return implies(is(type, name_of(types::USER)), no(has(expires)));
    }
    return {};
}

} // namespace dynabackup::schema
