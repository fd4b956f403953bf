#pragma once
/// \file
/// Where the texts come from: files, what lies below directories, and standard input.

#include <dynabackup/dump/source.hpp>

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// What went wrong with which file; only a warning does not make the run fail.
using on_problem = std::function<void(std::string_view name, std::string_view reason, bool warning)>;

struct input_files {
    std::vector<dump_input> all;
    std::size_t size = 0; ///< bytes of all, compressed as they are; 0 if that is not known
    std::shared_ptr<std::atomic<std::size_t>> read =
        std::make_shared<std::atomic<std::size_t>>(0); ///< of these
};

/// The inputs that `paths` stand for: `-` and no path at all are standard input; a directory is what has a known
/// extension below it, sorted by path.
input_files find_inputs(std::vector<std::string> const& paths, on_problem const& problem);

} // namespace dynabackup::tool
