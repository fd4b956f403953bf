#pragma once
/// \file
/// Where the texts come from: files, what lies below directories, and standard input.

#include <cstddef>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// A text to read.
struct input {
    std::string path;     ///< empty: standard input
    std::size_t size = 0; ///< bytes, as far as that is known before it is read

    std::string_view name() const { return path.empty() ? std::string_view("<stdin>") : path; }
};

/// What went wrong with which file; only a warning does not make the run fail.
using on_problem = std::function<void(std::string_view name, std::string_view reason, bool warning)>;

/// The inputs that `paths` stand for: `-` and no path at all are standard input; a directory is what has a known
/// extension below it, sorted by path.
std::vector<input> find_inputs(std::vector<std::string> const& paths, on_problem const& problem);

/// Memory for one text after the other.
class text_buffer {
public:
    /// Reads all of an input. \return Nothing, or why it cannot be read.
    std::string read(input const& from);

    std::string_view text() const { return {bytes_.get(), size_}; }

private:
    std::string read(int fd, std::size_t expected);
    bool reserve(std::size_t capacity);

    struct release {
        void operator()(char* p) const { std::free(p); }
    };
    std::unique_ptr<char[], release> bytes_;
    std::size_t capacity_ = 0;
    std::size_t size_ = 0;
};

} // namespace dynabackup::tool
