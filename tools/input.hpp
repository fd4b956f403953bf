#pragma once
/// \file
/// Finds the inputs: files, the files below directories, and standard input.

#include <dynabackup/dump/source.hpp>

#include "output.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace dynabackup::tool {

/// Is called with what is wrong with a file. A warning does not make the run fail.
using on_problem = std::function<void(std::string_view name, std::string_view reason, bool warning)>;

struct input_files {
    std::vector<dump_input> all;
    std::size_t size =
        0; ///< bytes of all files, before they are decompressed; 0 if their number is not known
    std::shared_ptr<std::atomic<std::size_t>> read =
        std::make_shared<std::atomic<std::size_t>>(0); ///< bytes that have been read
};

/// Returns the inputs that these paths mean. `-`, or no path at all, means standard input. A directory means the
/// files below it that have a known extension, sorted by path. A directory without such a file is a problem, or a
/// warning with `allow_empty`.
input_files find_inputs(std::vector<std::string> const& paths, on_problem const& problem,
                        bool allow_empty = false);

/// Returns the inputs that these paths mean, without decompressing them, for check_export; and the other files below
/// directories that may be parts of exports. The bytes that are read are not counted.
input_files find_export_inputs(std::vector<std::string> const& paths, on_problem const& problem,
                               bool allow_empty = false);

/// Reports on standard error what is wrong with a file.
inline void complain_of(std::string_view name, std::string_view reason, bool warning) {
    complain(fmt::format("{}{}: {}", warning ? "warning: " : "", name, reason));
}

/// Returns the number of threads that read. `asked`: the number on the command line; 0: one for each core.
inline unsigned thread_count(std::size_t asked) {
    constexpr std::size_t most = 256;
    if (asked == 0) asked = std::thread::hardware_concurrency();
    return static_cast<unsigned>(std::clamp<std::size_t>(asked, 1, most));
}

} // namespace dynabackup::tool
