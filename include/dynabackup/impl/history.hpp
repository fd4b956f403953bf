#pragma once
/// \file
/// Finds what was said of a backup: what history.hpp declares.

#include <dynabackup/history.hpp>

#include <string_view>

namespace dynabackup {

DYNABACKUP_INLINE history::backup& history::of(std::string_view arn) { return backups_[hash(arn)]; }

} // namespace dynabackup
