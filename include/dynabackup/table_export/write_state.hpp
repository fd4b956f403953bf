#pragma once
/// \file
/// Writes the state of a table as a full export of its own. Link with OpenSSL, zlib or ISA-L, and libzstd.
/// dynabackup.hpp does not include this header.
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.
///
/// \code
/// auto const done = table_export::write_state(table_export::files_of_export("exports/"), "state/");
/// if (!done.failure.empty()) std::cerr << done.failure << '\n';
/// \endcode

#include <dynabackup/detail/config.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/table_export/apply_changes.hpp>
#include <dynabackup/table_export/manifests.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace dynabackup::table_export {

/// The result of writing a state.
struct written_state : applied_changes {
    std::string failure;     ///< why the export is missing or incomplete; empty on success
    ManifestSummary summary; ///< the contents of its manifest-summary.json
    std::size_t files = 0;   ///< the number of data files
};

/// Applies changes as apply_changes does, and writes the state into a folder as a full export with its manifests. The
/// export is of the table that the manifests of the inputs name, as of the end of the last incremental export, which is
/// also the time at which the export claims to have been requested. Its id, and the names of its files, depend only on
/// the table and the time. billedSizeBytes is the size of the text, because the size that AWS would bill is not known.
///
/// Fails if the inputs have no manifest-summary.json, or if the folder already has this export. The folder may have
/// other exports, but must not be among the inputs. Memory: as for apply_changes.
[[nodiscard]] DYNABACKUP_INLINE written_state write_state(std::span<dump_input const> inputs,
                                                          std::string const& folder,
                                                          dump_options const& chosen = {},
                                                          dump_sink* sink = nullptr);

} // namespace dynabackup::table_export

#if DYNABACKUP_DEFINE
#include <dynabackup/table_export/detail/state_writer.hpp>
#endif
