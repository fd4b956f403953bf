#pragma once
/// \file
/// Files and directories as the inputs of a dump.

#include <dynabackup/dump/source.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace dynabackup {

namespace detail {

inline std::string system_problem(int error) { return std::generic_category().message(error); }

/// Reads from a file descriptor. Closes it, unless it is that of standard input.
class file_source final : public byte_source {
public:
    explicit file_source(int fd) : fd_(fd) {}
    ~file_source() override {
        if (fd_ != STDIN_FILENO) ::close(fd_);
    }
    file_source(file_source const&) = delete;
    file_source& operator=(file_source const&) = delete;

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        for (;;) {
            auto const n = ::read(fd_, to, size);
            if (n >= 0) return static_cast<std::size_t>(n);
            if (errno == EINTR) continue;
            problem = system_problem(errno);
            return 0;
        }
    }

private:
    int fd_;
};

inline std::unique_ptr<byte_source> open_file(std::string const& path, std::string& problem) {
    int const fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        problem = system_problem(errno);
        return nullptr;
    }
    auto source = std::make_unique<file_source>(fd);
    struct stat facts {};
    if (::fstat(fd, &facts) != 0) problem = system_problem(errno);
    else if (S_ISDIR(facts.st_mode)) problem = system_problem(EISDIR);
    if (!problem.empty()) return nullptr;
#ifdef POSIX_FADV_SEQUENTIAL
    static_cast<void>(::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL)); // for speed only
#endif
    return source;
}

} // namespace detail

/// Returns a file or a named pipe as an input.
inline dump_input from_file(std::string path) {
    auto open = [path](std::string& problem) { return detail::open_file(path, problem); };
    return {std::move(path), std::move(open)};
}

/// Returns standard input as an input.
inline dump_input from_standard_input() {
    dump_input input{"<stdin>",
                     [](std::string&) { return std::make_unique<detail::file_source>(STDIN_FILENO); }};
    input.is_read_once = true;
    return input;
}

/// Whether a file in a directory is read as a part of a dump.
inline bool has_dump_extension(std::string_view path) {
    path = detail::without_compression(path);
    return path.ends_with(".json") || path.ends_with(".ndjson") || path.ends_with(".jsonl") ||
           path.ends_with(".ion");
}

/// A file or directory that `find_files` skips or cannot read.
struct file_problem {
    std::string path;   ///< of the file or directory
    std::string reason; ///< in words
    bool
        skipped; ///< skipped on purpose: a link to a directory, or a pipe that is not named on the command line
};

/// Returns the wanted files below a directory, sorted by path. By default these are the files with a dump's extension.
/// Skips pipes, sockets and devices: reading a pipe without a writer would wait, and some devices have no end.
inline std::vector<std::string> find_files(std::string const& directory, std::vector<file_problem>& problems,
                                           bool (*wanted)(std::string_view path) = has_dump_extension) {
    namespace fs = std::filesystem;
    std::vector<std::string> found;
    std::vector<fs::path> directories{directory};
    while (!directories.empty()) {
        auto const here = std::move(directories.back());
        directories.pop_back();
        std::error_code error;
        fs::directory_iterator entry(here, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            std::error_code unknown; // an error shows when the file is read
            auto const& path = entry->path();
            if (!entry->is_directory(unknown)) {
                if (!wanted(path.native())) continue;
                if (entry->is_other(unknown))
                    problems.push_back({path.native(), "not a regular file; name it to read it", true});
                else found.push_back(path.native());
            } else if (entry->is_symlink(unknown)) {
                problems.push_back({path.native(),
                                    "a link to a directory, which is not followed; name it to read it",
                                    true});
            } else {
                directories.push_back(path);
            }
        }
        if (error) problems.push_back({here.native(), error.message(), false});
    }
    std::sort(found.begin(), found.end());
    return found;
}

namespace detail {

/// Appends an input that cannot be opened for each problem, except for those skipped on purpose.
inline void append_unreadable(std::vector<dump_input>& inputs, std::vector<file_problem> const& problems) {
    for (auto const& p : problems)
        if (!p.skipped)
            inputs.push_back(
                {p.path, [reason = p.reason](std::string& problem) -> std::unique_ptr<byte_source> {
                     problem = reason;
                     return nullptr;
                 }});
}

} // namespace detail

} // namespace dynabackup
