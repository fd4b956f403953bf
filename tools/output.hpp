#pragma once
/// \file
/// Writes to standard output in large pieces, and messages to standard error; exit statuses.

#include "escaped_text.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

namespace dynabackup::tool {

/// The exit statuses.
enum exit_status : int { all_is_well = 0, has_findings = 1, cannot_run = 2 };

/// Writes all bytes. Returns 0, or the error number.
inline int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return 0;
}

/// Returns "No such file or directory".
inline std::string reason_of(int error_number) { return std::generic_category().message(error_number); }

/// Writes a line to standard error, safe for a terminal. Ignores errors: there is nowhere to report them.
inline void complain(std::string_view message) {
    static_cast<void>(write_all(STDERR_FILENO, fmt::format("dynabackup: {}\n", safe(message))));
}

/// Collects the output, and writes it in large pieces. After an error, drops the rest.
class output {
public:
    explicit output(int fd) : fd_(fd) {}

    std::string& buffer() { return buffer_; }

    void flush_if_large() {
        constexpr std::size_t large = 1 << 16;
        if (buffer_.size() >= large) flush();
    }

    void flush() {
        if (error_ == 0) error_ = write_all(fd_, buffer_);
        buffer_.clear();
    }

    /// Returns the error number of the first write that failed, or 0.
    int error() const { return error_; }
    /// Returns whether the reader has closed the pipe, as `head` does. That is not an error.
    bool closed() const { return error_ == EPIPE; }

private:
    int fd_;
    int error_ = 0;
    std::string buffer_;
};

/// Writes to standard output. Returns the exit status.
inline int print(std::string_view text) {
    int const error = write_all(STDOUT_FILENO, text);
    if (error == 0 || error == EPIPE) return all_is_well; // the reader has closed the pipe
    complain("standard output: " + reason_of(error));
    return cannot_run;
}

} // namespace dynabackup::tool
