#pragma once
/// \file
/// Checks a JSON text or a model. Finds every defect in one pass, with its exact place.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>

#include <string_view>

namespace dynabackup {

namespace detail {

/// See check and validate. `other`: a shape whose rules the options may name, too; may be null.
DYNABACKUP_INLINE summary check_text_as(shape_rules const& shape, std::string_view text,
                                        check_options const& chosen, finding_sink& sink,
                                        shape_rules const* other = nullptr);
DYNABACKUP_INLINE report validate_model(shape_rules const& shape, void const* model,
                                        check_options const& chosen, shape_rules const* other = nullptr);

} // namespace detail

/// Checks a text that is one document of shape T: its JSON, its members, its limits, and every rule of the edition. The
/// text needs no padding: no byte after its end is read. Returns all findings.
/// Complexity: one pass over the text. Memory: proportional to the number of findings.
template <shape T>
[[nodiscard]] report check(std::string_view json, check_options const& chosen = {}) {
    report result;
    result.set_summary(detail::check_text_as(shape_rules_of<T>, json, chosen, result));
    return result;
}

/// Checks a text that is one document of shape T. Findings go to the sink in the order of the text. Returns what was
/// read and found.
template <shape T>
summary check(std::string_view json, check_options const& chosen, finding_sink& sink) {
    return detail::check_text_as(shape_rules_of<T>, json, chosen, sink);
}

/// Checks a model that was built in C++ or read with `parse`: limits, enumerators and rules. The findings have paths,
/// but no places in a text.
template <shape T>
[[nodiscard]] report validate(T const& model, check_options const& chosen = {}) {
    return detail::validate_model(shape_rules_of<T>, &model, chosen);
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/check/check_text.hpp>
#endif
