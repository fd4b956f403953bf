#pragma once
/// \file
/// The options of generated exports.

#include <dynabackup/testing/generate_options.hpp>

#include <cstdint>
#include <string_view>

namespace dynabackup::testing {

/// The options of a generated export.
struct export_options {
    std::uint64_t items = 10; ///< items of a full export, or changes of an incremental one
    /// Whether changes are exported: those of the hours after the full export of the same seed. They fit that export if
    /// it has at least this number of items. Of eight changes, four replace an item, two delete one, and two add one.
    bool is_incremental = false;
    std::string_view violated_rule =
        {};               ///< the id of the one rule that the export breaks; empty: the export is valid
    unsigned threads = 0; ///< 0: one for each processor
    /// Its `edition` is that of the export. The export is made before its `now`. Its other members do not matter.
    generate_options documents = {};
};

} // namespace dynabackup::testing
