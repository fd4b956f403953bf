#pragma once
/// \file
/// Checks table exports as a whole: the manifests, every line of the data, and whether they agree. Link with OpenSSL,
/// zlib or ISA-L, and libzstd. dynabackup.hpp does not include this header.
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.
///
/// \code
/// dump_report found;
/// auto const counts = table_export::check_export(table_export::files_of_export("exports/AWSDynamoDB/"), found);
/// if (!found.ok()) …
/// \endcode

#include <dynabackup/detail/config.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/dump/file.hpp>
#include <dynabackup/table_export/export_names.hpp>

#include <atomic>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace dynabackup::table_export {

/// Whether a file in a directory may be part of an export: a file that a dump may have, `_started`, or the `.md5` of a
/// manifest.
inline bool has_export_name(std::string_view path) {
    auto const name = path.substr(path.rfind('/') + 1);
    return has_dump_extension(path) || name == started_name || name.ends_with(".md5");
}

/// Returns the files in a directory and its subdirectories that may be parts of exports, as stored, sorted by path.
/// Adds what cannot be accessed to `problems`, if it is not null.
DYNABACKUP_INLINE std::vector<dump_input> files_of_export(std::string const& directory,
                                                          std::vector<file_problem>* problems = nullptr);

/// Checks inputs of any kind. They may include exports, whole or in part, in folders of any name: the files of an
/// export are those whose paths share the longest tail with the keys in its manifests. The sink receives findings and
/// unreadable inputs: first those of inputs that are not part of an export, then those of data files, then those of
/// manifests.
///
/// `inputs`: the files as stored, not decompressed; their names are paths. `bytes_read`: incremented by the bytes of
/// the files while they are read; may be null. Uses `chosen.jobs` threads; if there are several data files, each is
/// read by one thread. Memory: as check_dump for each thread, and about 200 bytes for each data file that is listed.
/// Returns what was read and found.
DYNABACKUP_INLINE summary check_export(std::span<dump_input const> inputs, dump_sink& sink,
                                       dump_options const& chosen = {},
                                       std::atomic<std::size_t>* bytes_read = nullptr);

/// Checks one of the two texts in the example of a rule that needs an export: see needs_export. Applies only that rule.
/// `excerpt_bytes`: see check_options.
DYNABACKUP_INLINE dump_report check_export_example(rule const& r, std::string_view text,
                                                   std::size_t excerpt_bytes = 0);

} // namespace dynabackup::table_export

#if DYNABACKUP_DEFINE
#include <dynabackup/table_export/detail/export_checker.hpp>
#endif
