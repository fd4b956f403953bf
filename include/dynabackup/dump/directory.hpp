#pragma once
/// \file
/// The files below a directory as the inputs of a dump, decompressed. Needs ISA-L (or zlib, see gzip.hpp) and libzstd:
/// link with both. Not a part of the umbrella.

#include <dynabackup/dump/decompressed.hpp>
#include <dynabackup/dump/file.hpp>

#include <string>
#include <utility>
#include <vector>

namespace dynabackup {

/// The files below a directory that have a dump's extension (`.json`, `.ndjson`, `.jsonl`, and those with `.gz` or `.zst`),
/// sorted by path, as their texts. Files without a text are no problem: an export has one for each empty partition. What cannot
/// be looked at is added to `problems`, if it is not null.
inline std::vector<dump_input> from_directory(std::string const& directory,
                                              std::vector<file_problem>* problems = nullptr) {
    std::vector<file_problem> ignored;
    std::vector<dump_input> inputs;
    for (auto& path : find_files(directory, problems ? *problems : ignored)) {
        inputs.push_back(decompressed(from_file(std::move(path))));
        inputs.back().may_be_empty = true;
    }
    return inputs;
}

} // namespace dynabackup
