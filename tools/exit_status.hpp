#pragma once

namespace dynabackup::tool {

/// How the process ends.
enum exit_status : int { all_is_well = 0, has_findings = 1, cannot_run = 2 };

} // namespace dynabackup::tool
