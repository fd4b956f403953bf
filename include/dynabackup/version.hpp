#pragma once

namespace dynabackup {

/// A release. Before 1.0, a minor version may break what the last one promised.
struct version_number {
    int major; ///< changes with what breaks users
    int minor; ///< changes with what is new
    int patch; ///< changes with what is mended
};

/// Of this library. The build files read the number out of this line.
inline constexpr version_number version{0, 1, 0};

} // namespace dynabackup
