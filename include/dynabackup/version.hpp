#pragma once

namespace dynabackup {

struct version_number {
    int major, minor, patch;
};

// The build files read the number out of this line.
inline constexpr version_number version{0, 1, 0};

} // namespace dynabackup
