#pragma once
/// \file
/// The rules of projections in JSON Schema.

#include <dynabackup/json_schema/conditions.hpp>
#include <dynabackup/json_schema/simple.hpp>
#include <dynabackup/rules/projection.hpp>

namespace dynabackup::schema {

template <class T>
concept projecting = requires(T const& t) {
    t.projection_type;
    t.non_key_attributes;
};

template <class T>
object projection_says(rule const& r, choice const& c) {
    if constexpr (projecting<T>) {
        using types = enumeration<decltype(T::projection_type)>;
        constexpr std::string_view type = at<&T::projection_type>, names = at<&T::non_key_attributes>;
        if (&r == &projection::include_needs_attributes)
            return implies(is(type, name_of(types::INCLUDE)),
                           has(names, {{"type", "array"}, {"minItems", 1}}));
        if (&r == &projection::attributes_need_include)
            return implies(has(type, {{"enum", enumerators(c.day(), {types::INCLUDE})}}),
                           with(names, {{"maxItems", 0}}));
        if (&r == &projection::duplicate_attribute) return with(names, {{"uniqueItems", true}});
        constexpr auto const* listed =
            facts_of<T>[dynabackup::detail::index_of<&T::non_key_attributes>].simple;
        if constexpr (listed != nullptr)
            if (&r == &reading::list_size) {
                auto const limits = list_limits(listed->at(c.day()), c);
                return limits.empty() ? object{} : with(names, limits);
            }
    }
    return {};
}

} // namespace dynabackup::schema
