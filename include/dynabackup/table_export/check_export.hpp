#pragma once
/// \file
/// Checks table exports as a whole: the manifests, every line of the data, and what each says of the other. Needs OpenSSL,
/// zlib and libzstd: link with them. Not a part of the umbrella.
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

/// Whether a file below a directory may be a part of an export: a dump's file, a file in Ion, `_started`, or the `.md5` of a
/// manifest.
inline bool has_export_name(std::string_view path) {
    auto const name = path.substr(path.rfind('/') + 1);
    if (has_dump_extension(path) || name == started_name || name.ends_with(".md5")) return true;
    return name.ends_with(".ion") || name.ends_with(".ion.gz");
}

/// The files below a directory that may be parts of exports, as they lie, sorted by path. What cannot be looked at is added to
/// `problems`, if it is not null.
DYNABACKUP_INLINE std::vector<dump_input> files_of_export(std::string const& directory,
                                                          std::vector<file_problem>* problems = nullptr);

/// Checks inputs of any kind. Among them may be exports, whole or in parts, whatever their folders are called: their files are
/// found by the longest tail of the keys in their manifests. Findings and unreadable inputs go to the sink: first those of
/// what is no part of an export, then of the data files, then of the manifests.
///
/// `inputs`: as they lie, not decompressed; their names are paths. `bytes_read`: is added the bytes of the files that are
/// read, while they are read; may be null. With `chosen.jobs` threads: one for each data file where there are several.
/// Memory: as check_dump for each thread, and about 200 bytes for each data file that is listed.
/// Returns what was read and found.
DYNABACKUP_INLINE summary check_export(std::span<dump_input const> inputs, dump_sink& sink,
                                       dump_options const& chosen = {},
                                       std::atomic<std::size_t>* bytes_read = nullptr);

/// Checks one of the two texts of the example of a rule that needs an export: see needs_export. Applies that rule alone.
/// `excerpt_bytes`: see check_options.
DYNABACKUP_INLINE dump_report check_export_example(rule const& r, std::string_view text,
                                                   std::size_t excerpt_bytes = 0);

} // namespace dynabackup::table_export

#if DYNABACKUP_DEFINE
#include <dynabackup/table_export/export_checker.hpp>
#endif
