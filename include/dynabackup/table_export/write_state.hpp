#pragma once
/// \file
/// Writes the state of a table as a full export of its own. Needs OpenSSL, zlib or ISA-L, and libzstd: link with them. Not a
/// part of the umbrella.
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

/// An export of a state, as it was written.
struct written_state : applied_changes {
    std::string failure;     ///< why the export is not there, or not whole; empty: there is no reason
    ManifestSummary summary; ///< what its manifest-summary.json says
    std::size_t files = 0;   ///< of data
};

/// Applies changes as apply_changes does, and writes the state into a folder as a full export with its manifests. The export
/// is of the table that the manifests of the inputs name, as of the end of the last incremental export; it says that it was
/// requested at that time. Its id, and the names of its files, depend on the table and the time alone. billedSizeBytes is the
/// size of the text: what AWS would bill cannot be known.
///
/// It is a failure if the inputs have no manifest-summary.json, or if the folder has this export already. It may have
/// others, but must not be one of the inputs. Memory: as for apply_changes.
DYNABACKUP_INLINE written_state write_state(std::span<dump_input const> inputs, std::string const& folder,
                                            dump_options const& chosen = {}, dump_sink* sink = nullptr);

} // namespace dynabackup::table_export

#if DYNABACKUP_DEFINE
#include <dynabackup/table_export/state_writer.hpp>
#endif
