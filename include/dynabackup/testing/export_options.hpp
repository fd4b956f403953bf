#pragma once
/// \file
/// What a caller may choose about generated exports.

#include <dynabackup/testing/generate_options.hpp>

#include <cstdint>
#include <string_view>

namespace dynabackup::testing {

/// What a caller may choose about a generated export.
struct export_options {
    std::uint64_t items = 10; ///< of a full export; or how many changes there are
    /// Whether changes are exported: those of the hours after the full export of the same seed. They fit it if it has as
    /// many items, or more. Of eight changes four replace an item, two delete one and two add one.
    bool is_incremental = false;
    std::string_view broken_rule = {}; ///< the id of the one rule that the export breaks; empty: it is sound
    unsigned threads = 0;              ///< 0: as many as there are processors
    /// Its `now` is a time that has not come when the export is made; the rest does not matter.
    generate_options documents = {};
};

} // namespace dynabackup::testing
