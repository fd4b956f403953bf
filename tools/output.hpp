#pragma once
/// \file
/// Standard output, in large pieces, and what is said on standard error.

#include "safe_text.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

namespace dynabackup::tool {

/// Writes all of it. \return 0, or the error number.
inline int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return 0;
}

/// "No such file or directory"
inline std::string reason_of(int error_number) { return std::generic_category().message(error_number); }

/// One line on standard error, safe for a terminal. Nobody is left to hear that this failed.
inline void complain(std::string_view message) {
    static_cast<void>(write_all(STDERR_FILENO, fmt::format("dynabackup: {}\n", safe(message))));
}

/// Collects what is written, and passes it on in large pieces. After an error the rest is dropped.
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

    /// The error number of the first write that failed, or 0.
    int error() const { return error_; }
    /// Whether the reader has gone, as `head` does: no reason to complain.
    bool closed() const { return error_ == EPIPE; }

private:
    int fd_;
    int error_ = 0;
    std::string buffer_;
};

} // namespace dynabackup::tool
