#pragma once
/// \file
/// The rule on the selection of rules. It is not in the catalogue: no document breaks it, and it cannot be selected.

#include <dynabackup/model/rule.hpp>

namespace dynabackup::selection {

/// Applied to check_options before anything is checked.
inline constexpr rule unknown_rule{"options.unknown-rule", severity::error, edition::v2017_11_29,
                                   "Each rule and each family that the options name exists.", cite::design};

} // namespace dynabackup::selection
