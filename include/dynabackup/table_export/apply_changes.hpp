#pragma once
/// \file
/// Applies incremental exports to a full one: the state of the table at the end of the last of them. Needs OpenSSL, zlib or
/// ISA-L, and libzstd: link with them. Not a part of the umbrella.
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

/// What became of the items.
struct applied_changes {
    std::size_t items = 0;    ///< of the state that was handed out
    std::size_t added = 0;    ///< of them, not in the full export
    std::size_t replaced = 0; ///< of them, changed since the full export
    std::size_t deleted = 0;  ///< of the full export, not in the state
    summary counts;           ///< what was read; changes twice where no manifest tells what a file has
    std::vector<std::string> problems; ///< for people: why the state is not, or may not be, that of the table
};

/// Reads a full export and the incremental exports that follow it, in any order of files. Calls `take` with each item of
/// the state, as a line of an export with its line feed: first those of the full export, in its order; then those that
/// were added, in an order that depends on the keys alone.
///
/// The manifests, if they are among the inputs, tell which files belong together. It is a problem if the exports are of
/// several tables, if the windows of the incremental exports leave a gap or overlap, if a manifest counts other items than
/// were read, or if a change does not fit the full export: it changes an item that is not there, or creates one that is.
/// The state is handed out all the same.
///
/// `inputs`: as they lie, not decompressed; their names are paths. Findings and unreadable inputs go to `sink`, if there is
/// one. Memory: in proportion to the changes.
DYNABACKUP_INLINE applied_changes apply_changes(std::span<dump_input const> inputs,
                                                std::function<void(std::string_view line)> const& take,
                                                dump_options const& chosen = {}, dump_sink* sink = nullptr);

} // namespace dynabackup::table_export

#if DYNABACKUP_DEFINE
#include <dynabackup/table_export/change_log.hpp>
#endif
