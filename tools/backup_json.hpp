#pragma once
/// \file
/// Writes a view of a backup as a JSON object. Its members have the names and the order of the members of
/// backup_view. A member that the record does not have is null.

#include <dynabackup/backup_view.hpp>
#include <dynabackup/write.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Calls `f(name, member)` for each member of a view.
template <class View, class F>
void for_each_part(View& v, F f) {
    f("system", v.system);
    f("id", v.id);
    f("name", v.name);
    f("table", v.table);
    f("region", v.region);
    f("account", v.account);
    f("created", v.created);
    f("expires", v.expires);
    f("size", v.size);
    f("status", v.status);
    f("type", v.type);
}

namespace detail {

inline void append_part(std::string& out, std::string_view text) {
    if (text.empty()) out += "null";
    else append_json_string(out, text);
}
inline void append_part(std::string& out, std::optional<timestamp> time) {
    if (!time) {
        out += "null";
        return;
    }
    out += '"';
    append_text(out, *time);
    out += '"';
}
inline void append_part(std::string& out, std::optional<std::int64_t> number) {
    char digits[24];
    if (number) out.append(digits, std::to_chars(digits, digits + sizeof digits, *number).ptr);
    else out += "null";
}

} // namespace detail

/// Appends the members without brackets, each after a comma.
inline void append_backup(std::string& out, backup_view const& v) {
    for_each_part(v, [&out](std::string_view name, auto const& part) {
        out += ",\"";
        out += name;
        out += "\":";
        detail::append_part(out, part);
    });
}

} // namespace dynabackup::tool
