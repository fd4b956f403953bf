#pragma once
/// \file
/// Members that a shape does not have: walked over, and reported unless a tool is known to add them.

#include <dynabackup/model/shape.hpp>
#include <dynabackup/read/value.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup::detail {

template <class T>
concept tolerates_members = requires {
    tolerated(std::type_identity<T>{});
};

template <class T>
concept has_page_token = requires {
    page_token(std::type_identity<T>{});
};

/// Walks over a member that T does not have, or not yet in the edition.
template <class T>
got skip_unknown(context& c, std::string_view name, edition entered, path_node const& parent) {
    path_node const where{&parent, name};
    auto const* const token = c.cursor.at;
    auto const result = skip(c, where, got::value);
    if (stops(result)) return result;
    if constexpr (has_page_token<T>)
        if (name == page_token(std::type_identity<T>{})) c.report_page_token(where, token);
    if constexpr (tolerates_members<T>)
        if (std::ranges::count(tolerated(std::type_identity<T>{}), name)) return result;
    auto message = concat(shape_name<T>(), " has no member of this name");
    if (entered != edition{}) message += concat(" before ", to_text(entered), ", when it was introduced");
    c.report(reading::unknown_member, where, token, message + '.');
    return result;
}

/// The names of the unknown members of an object; null as long as there are none.
using unknown_names = std::unique_ptr<std::set<std::string, std::less<>>>;

/// A member stands twice in one object; its value is behind the colon of that key.
inline void report_duplicate(context& c, path_node const& parent, std::string_view name,
                             std::uint32_t const* key) {
    c.report(reading::duplicate_member, {&parent, name}, key + 2,
             concat("The member ", name, " stands twice in one object; the last one is read."));
}

/// Reads the value of a member that T does not have, or not yet; the cursor is behind its colon.
template <class T>
[[gnu::noinline]] got read_unknown(context& c, unknown_names& names, path_node const& parent,
                                   std::string_view name, edition entered, std::uint32_t const* key) {
    if (!names) names = std::make_unique<unknown_names::element_type>();
    bool const again = names->contains(name);
    if (!again) names->emplace(name);
    auto const result = skip_unknown<T>(c, name, entered, parent);
    if (again && !stops(result)) report_duplicate(c, parent, name, key);
    return result;
}

} // namespace dynabackup::detail
