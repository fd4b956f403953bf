#pragma once
/// \file
/// Generates the JSON Schema (2020-12) of a shape from its description: its members, limits, enumerators, and those of
/// its rules that JSON Schema can express.
///
/// \code
/// std::cout << json_schema<aws::ListBackupsOutput>();                      // as documented today
/// std::cout << json_schema<aws::ListBackupsOutput>(edition::v2018_08_06);  // as on that day
/// \endcode

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/options.hpp>

#include <string>

namespace dynabackup {

/// Returns the schema of a shape under the given options. Apart from what JSON Schema cannot express (see
/// docs/schema.md), a document is valid exactly if `check<T>` has no finding in it that is at least as severe as
/// `least`. Only these options have an effect: `edition`, `strict` (unknown members are invalid instead of ignored),
/// `only`, `disable` and `severities`. A name in them that means no rule is ignored, because there is no report. For
/// example, with `enum.unknown-value` disabled, enumerations are open.
///
/// The text is indented for reading, and depends only on the arguments. Every definition is in `$defs`, sorted by name.
/// Throws only std::bad_alloc.
DYNABACKUP_INLINE std::string json_schema_of(shape_rules const& shape, check_options const& chosen,
                                             severity least = severity::error);

/// Returns the schema of T: see json_schema_of.
template <shape T>
std::string json_schema(check_options const& chosen, severity least = severity::error) {
    return json_schema_of(shape_rules_of<T>, chosen, least);
}

/// Returns the schema of T in an edition. Findings of severity `error` make a document invalid. Unknown members do not.
template <shape T>
std::string json_schema(edition day = edition::latest) {
    check_options chosen;
    chosen.edition = day;
    return json_schema<T>(chosen);
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/json_schema/definitions.hpp>
#endif
