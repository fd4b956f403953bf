#pragma once
/// \file
/// What the manifest of an export says about its data, for the rules that compare the two.

#include <dynabackup/timestamp.hpp>

#include <optional>
#include <string>

namespace dynabackup {

/// An export whose manifest is among the inputs.
struct export_facts {
    /// Which images each change of an incremental export has.
    enum class images : unsigned char { unknown, new_image, new_and_old_images };

    std::string id;                ///< distinguishes the exports of a run
    std::optional<timestamp> from; ///< of an incremental export: when its window begins
    std::optional<timestamp> to;   ///< of an incremental export: when its window has ended
    images view = images::unknown; ///< which images its changes have
};

} // namespace dynabackup
