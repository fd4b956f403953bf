#pragma once
/// \file
/// The files below a directory as the inputs of a dump, decompressed. Needs ISA-L (or zlib, see gzip.hpp) and libzstd:
/// link with both. dynabackup.hpp does not include this header.

#include <dynabackup/dump/decompressed.hpp>
#include <dynabackup/dump/file.hpp>

#include <string>
#include <utility>
#include <vector>

namespace dynabackup {

/// Returns the files below a directory that have a dump's extension (`.json`, `.ndjson`, `.jsonl`, `.ion`, and these
/// with `.gz` or `.zst`), sorted by path and decompressed. Empty files are not a problem: an export has one for each
/// empty partition. Files and directories that cannot be examined are added to `problems`, if that is not null.
inline std::vector<dump_input> from_directory(std::string const& directory,
                                              std::vector<file_problem>* problems = nullptr) {
    std::vector<file_problem> own;
    std::vector<dump_input> inputs;
    for (auto& path : find_files(directory, problems ? *problems : own)) {
        inputs.push_back(decompressed(from_file(std::move(path))));
        inputs.back().may_be_empty = true;
    }
    detail::append_unreadable(inputs, own);
    return inputs;
}

} // namespace dynabackup
