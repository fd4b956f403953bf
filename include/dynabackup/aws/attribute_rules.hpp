#pragma once
/// \file
/// The rules of values of attributes, both in items and in the expressions of a request.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/items.hpp>

#include <cstddef>

namespace dynabackup::aws {

/// Checks the attributes at a place. Returns their size in bytes, as far as it is known.
DYNABACKUP_INLINE std::size_t check_attributes(AttributeMap const& attributes, path_node const& where,
                                               rule_context const& in);
/// Checks the values at a place. Their names are not names of attributes, and are not checked.
DYNABACKUP_INLINE void check_values(AttributeMap const& values, path_node const& where,
                                    rule_context const& in);

/// The rules of a shape with values of attributes: those that the function `Check` applies, and `Others`.
template <auto Check, rule const&... Others>
constexpr auto enforce_on_values() {
    return enforce<Check, item::attribute_type, item::number, item::number_precision, item::number_range,
                   item::binary, item::null, item::set_empty, item::set_duplicate, item::depth,
                   item::attribute_name, Others...>();
}

/// Reports the invalid values in ExpressionAttributeValues. The placeholders that name them are not checked.
template <class T>
void check_expression_values(T const& t, rule_context& in) {
    if (auto const* const values = known<&T::expression_attribute_values>(t, in))
        check_values(*values, path_node{&in.place(), wire_name<&T::expression_attribute_values>}, in);
}

/// The rules of a shape T with `expression_attribute_values`.
template <class T>
constexpr auto expression_rules() {
    return std::array{enforce_on_values<check_expression_values<T>>()};
}

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE
#include <dynabackup/aws/detail/attribute_checker.hpp>
#endif
