#pragma once
/// \file
/// Temporary files for data that does not fit into memory.

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace dynabackup::tool {

/// Opens a file in the folder that TMPDIR names, or in /tmp. The file is deleted when it is closed. Returns null if it
/// cannot be opened.
inline std::FILE* open_run_file() {
    std::error_code error;
    auto path = (std::filesystem::temp_directory_path(error) / "dynabackup-XXXXXX").native();
    if (error) return nullptr;
    int const fd = ::mkstemp(path.data());
    if (fd < 0) return nullptr;
    static_cast<void>(::unlink(path.c_str()));
    auto* const file = ::fdopen(fd, "w+b");
    if (!file) static_cast<void>(::close(fd));
    return file;
}

} // namespace dynabackup::tool
