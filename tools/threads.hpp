#pragma once
/// \file
/// How many threads read.

#include <algorithm>
#include <cstddef>
#include <thread>

namespace dynabackup::tool {

/// `asked`: what the command line says; 0: as many as there are cores.
inline unsigned thread_count(std::size_t asked) {
    constexpr std::size_t most = 256;
    if (asked == 0) asked = std::thread::hardware_concurrency();
    return static_cast<unsigned>(std::clamp<std::size_t>(asked, 1, most));
}

} // namespace dynabackup::tool
