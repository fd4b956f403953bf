#pragma once
/// \file
/// Applies incremental exports to a full export. The result is the state of the table at the end of the last
/// incremental export. Link with OpenSSL, zlib or ISA-L, and libzstd. dynabackup.hpp does not include this header.
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.
///
/// \code
/// auto const done = table_export::apply_changes(table_export::files_of_export("exports/"),
///                                               [&](std::string_view line) { out << line; });
/// for (auto const& problem : done.problems) std::cerr << problem << '\n';
/// \endcode

#include <dynabackup/detail/config.hpp>
#include <dynabackup/dump.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::table_export {

/// The result of applying changes.
struct applied_changes {
    std::size_t items = 0;    ///< of the state that was passed to `take`
    std::size_t added = 0;    ///< of them, not in the full export
    std::size_t replaced = 0; ///< of them, changed since the full export
    std::size_t deleted = 0;  ///< of the full export, not in the state
    summary counts;           ///< what was read; a file without a manifest is read, and counted, twice
    std::vector<std::string> problems; ///< why the state may differ from that of the table, in words
};

/// Reads a full export and the incremental exports that follow it, in any order of files. Calls `take` with each item
/// of the state, as a line of an export with its line feed: first the items of the full export, in its order; then the
/// items that were added, in an order that depends only on the keys.
///
/// The manifests, if they are among the inputs, show which files belong together. Reports a problem if the exports are
/// of several tables, if the windows of the incremental exports overlap or leave a gap, if the count in a manifest
/// differs from the number of items read, or if a change does not fit the full export because it changes an item that
/// is missing there, or creates an item that exists there. Passes on the state even if there are problems.
///
/// `inputs`: the files as stored, not decompressed; their names are paths. An input without a manifest is read for
/// changes, and again for items; it counts as unreadable if it can be read only once. `sink` receives findings and
/// unreadable inputs, if it is not null. Memory: proportional to the changes.
[[nodiscard]] DYNABACKUP_INLINE applied_changes
apply_changes(std::span<dump_input const> inputs, std::function<void(std::string_view line)> const& take,
              dump_options const& chosen = {}, dump_sink* sink = nullptr);

} // namespace dynabackup::table_export

#if DYNABACKUP_DEFINE
#include <dynabackup/table_export/detail/change_log.hpp>
#endif
