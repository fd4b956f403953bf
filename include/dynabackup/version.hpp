#pragma once

namespace dynabackup {

/// The version of a release. Before 1.0, a minor version may make incompatible changes.
struct version_number {
    int major; ///< incompatible changes
    int minor; ///< new features
    int patch; ///< corrections
};

/// The version of this library. The build files extract the number from this line.
inline constexpr version_number version{0, 1, 0};

} // namespace dynabackup
