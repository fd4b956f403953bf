#pragma once
/// \file
/// The options of generated values.

#include <dynabackup/edition.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/timestamp.hpp>

#include <chrono>
#include <cstddef>
#include <string_view>

namespace dynabackup::testing {

/// The options of generated values.
struct generate_options {
    /// Generates the members and enumerators that the API had on this day, and follows the rules of that day.
    dynabackup::edition edition = dynabackup::edition::latest;
    /// The time of the documents. No backup is younger, and no backup that is AVAILABLE has expired. A time before 2018
    /// counts as 2018-01-01. Default: 2030-01-01.
    timestamp now{std::chrono::seconds{1'893'456'000}};
    /// The largest number of backups in a page.
    std::size_t most_backups = 20;
    /// The limit of a record's size, in bytes, that generate_invalid exceeds to break `document.record-too-large`.
    std::size_t max_record_bytes = default_max_record_bytes;
    /// The shape of the last document that generate_invalid returns, as find_shape names it, without the system. Empty:
    /// one of those that can break the rule. The text must outlive the call.
    std::string_view shape = {};
};

} // namespace dynabackup::testing
