#include "input.hpp"

#include <dynabackup/json/structural_index.hpp>

#include "output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace dynabackup::tool {

namespace {

namespace fs = std::filesystem;

struct compression {
    std::string_view name, extension, magic, command;
};

constexpr std::array compressions{
    compression{"gzip", ".gz", "\x1F\x8B", "gzip"},
    compression{"Zstandard", ".zst", "\x28\xB5\x2F\xFD", "zstd"},
};

compression const* compression_of_name(std::string_view path) {
    for (auto const& c : compressions)
        if (path.ends_with(c.extension)) return &c;
    return nullptr;
}

compression const* compression_of_text(std::string_view text) {
    for (auto const& c : compressions)
        if (text.starts_with(c.magic)) return &c;
    return nullptr;
}

std::string advice(compression const& c) {
    return fmt::format(
        "it is compressed with {0}; decompress it into a pipe: {1} -dc FILE | dynabackup check", c.name,
        c.command);
}

/// Whether a file below a directory is meant.
bool has_known_extension(std::string_view path) {
    if (auto const* c = compression_of_name(path)) path.remove_suffix(c->extension.size());
    return path.ends_with(".json") || path.ends_with(".ndjson") || path.ends_with(".jsonl");
}

/// Appends what is meant below a directory, in no order. A directory that cannot be read does not hide others.
void find_below(fs::path const& directory, std::vector<input>& found, on_problem const& problem) {
    std::error_code error;
    fs::directory_iterator entry(directory, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        auto const& path = entry->path();
        std::error_code unknown; // what cannot be looked at is found out when it is read
        if (entry->is_directory(unknown)) {
            if (!entry->is_symlink(unknown)) find_below(path, found, problem);
            else
                problem(path.native(), "a link to a directory, which is not followed; name it to check it",
                        true);
        } else if (has_known_extension(path.native())) {
            auto const size = entry->is_regular_file(unknown) ? entry->file_size(unknown) : 0;
            found.push_back({path.native(), unknown ? 0 : static_cast<std::size_t>(size)});
        }
    }
    if (error) problem(directory.native(), error.message(), false);
}

/// Closes a descriptor, unless it is that of standard input.
class file {
public:
    explicit file(std::string const& path)
        : fd(path.empty() ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {}
    ~file() {
        if (fd > STDIN_FILENO) ::close(fd);
    }
    file(file const&) = delete;
    file& operator=(file const&) = delete;

    int const fd;
};

std::string too_large() {
    return fmt::format(
        "it is larger than {} bytes, the most that is read at once; split it where documents end",
        json::max_text_size);
}

} // namespace

std::vector<input> find_inputs(std::vector<std::string> const& paths, on_problem const& problem) {
    std::vector<input> inputs;
    if (paths.empty()) inputs.emplace_back();
    bool stdin_given = false;
    for (auto const& path : paths) {
        struct stat facts {};
        if (path == "-") {
            if (stdin_given) problem("-", "standard input can be read only once", false);
            else inputs.emplace_back();
            stdin_given = true;
        } else if (path.empty()) {
            problem("''", reason_of(ENOENT), false);
        } else if (::stat(path.c_str(), &facts) != 0) {
            inputs.push_back({path, 0}); // reading it tells why
        } else if (S_ISDIR(facts.st_mode)) {
            std::vector<input> found;
            bool failed = false;
            find_below(path, found, [&](std::string_view name, std::string_view reason, bool warning) {
                failed |= !warning;
                problem(name, reason, warning);
            });
            if (found.empty() && !failed)
                problem(path, "no .json, .ndjson or .jsonl file is below this directory", true);
            std::ranges::sort(found, {}, &input::path);
            std::ranges::move(found, std::back_inserter(inputs));
        } else {
            inputs.push_back({path, S_ISREG(facts.st_mode) ? static_cast<std::size_t>(facts.st_size) : 0});
        }
    }
    return inputs;
}

std::string text_buffer::read(input const& from) {
    size_ = 0;
    file const opened(from.path);
    if (opened.fd < 0) return reason_of(errno);
    struct stat facts {};
    if (::fstat(opened.fd, &facts) != 0) return reason_of(errno);
    if (S_ISDIR(facts.st_mode)) return reason_of(EISDIR);
    if (auto const* c = compression_of_name(from.path)) return advice(*c);
    auto const expected = S_ISREG(facts.st_mode) ? static_cast<std::size_t>(facts.st_size) : 0;
    if (auto reason = read(opened.fd, expected); !reason.empty()) return reason;
    if (auto const* c = compression_of_text(text())) return advice(*c);
    return {};
}

std::string text_buffer::read(int fd, std::size_t expected) {
    if (expected > json::max_text_size) return too_large();
    constexpr std::size_t least = 1 << 16;
    std::size_t wanted = std::max(expected + 1, least); // the byte behind the end shows that it is the end
    for (;;) {
        if (!reserve(wanted)) return reason_of(ENOMEM);
        auto const n = ::read(fd, bytes_.get() + size_, capacity_ - size_);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return reason_of(errno);
        if (n == 0) return {};
        size_ += static_cast<std::size_t>(n);
        if (size_ > json::max_text_size) return too_large();
        if (size_ == capacity_) wanted = std::min(2 * capacity_, json::max_text_size + 1);
    }
}

bool text_buffer::reserve(std::size_t capacity) {
    if (capacity <= capacity_) return true;
    // Large blocks are moved by the kernel, not copied.
    auto* const moved = static_cast<char*>(std::realloc(bytes_.get(), capacity));
    if (moved == nullptr) return false;
    static_cast<void>(bytes_.release());
    bytes_.reset(moved);
    capacity_ = capacity;
    return true;
}

} // namespace dynabackup::tool
