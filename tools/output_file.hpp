#pragma once
/// \file
/// The output of a conversion: standard output, or a file that is not one of the inputs.

#include <dynabackup/dump/file.hpp>

#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <string>

namespace dynabackup::tool {

/// The name of standard input as an input.
inline std::string const standard_input = from_standard_input().name;

/// An open file. `-` means standard output.
class output_file {
public:
    /// Opens the file without changing it: see `clear`.
    explicit output_file(std::string const& path) : name_(path) {
        if (path == "-") {
            fd_ = STDOUT_FILENO;
            name_ = "standard output";
            return;
        }
        fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
        error_ = fd_ < 0 ? errno : 0;
    }
    ~output_file() { close(); }
    output_file(output_file const&) = delete;
    output_file& operator=(output_file const&) = delete;

    int fd() const { return fd_; }
    std::string const& name() const { return name_; }
    /// Returns the error number if the file could not be opened; 0: it is open.
    int error() const { return error_; }

    /// Returns whether it is one of these inputs: reading a file that grows would never end.
    bool is_one_of(std::span<dump_input const> inputs) const {
        struct stat own {
        }, other{};
        if (::fstat(fd_, &own) != 0 || !S_ISREG(own.st_mode)) return false;
        auto const same = [&] { return own.st_dev == other.st_dev && own.st_ino == other.st_ino; };
        for (auto const& input : inputs)
            if (::stat(input.name.c_str(), &other) == 0 && same()) return true;
        return ::fstat(STDIN_FILENO, &other) == 0 && same() &&
               std::ranges::any_of(inputs, [](auto const& i) { return i.name == standard_input; });
    }

    /// Empties the file. Returns 0, or the error number.
    int clear() const {
        struct stat facts {};
        if (fd_ == STDOUT_FILENO || ::fstat(fd_, &facts) != 0 || !S_ISREG(facts.st_mode)) return 0;
        return ::ftruncate(fd_, 0) == 0 ? 0 : errno;
    }

    /// Closes it. Returns 0, or the error number: some file systems report only on closing that they are full.
    int close() {
        if (fd_ < 0 || fd_ == STDOUT_FILENO) return 0;
        int const closed = ::close(fd_) == 0 ? 0 : errno;
        fd_ = -1;
        return closed;
    }

private:
    std::string name_;
    int fd_ = -1;
    int error_ = 0;
};

} // namespace dynabackup::tool
