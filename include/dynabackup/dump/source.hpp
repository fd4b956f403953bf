#pragma once
/// \file
/// The sources of the bytes of a dump.

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

/// A stream of bytes that is read once, from its start to its end.
class byte_source {
public:
    virtual ~byte_source() = default;
    /// Reads at most `size` bytes. Returns their number; 0 at the end, or if reading fails: then `problem` says why.
    virtual std::size_t read(char* to, std::size_t size, std::string& problem) = 0;
    /// Returns all bytes, if they are in memory and stay there while the source is used, else the empty text. A caller
    /// that uses them does not call `read`.
    virtual std::string_view all() const { return {}; }
};

/// The number of bytes of a dump that are read at once, unless the caller says otherwise.
inline constexpr std::size_t default_chunk_size = std::size_t{1} << 20;

struct export_facts; // export_facts.hpp

/// One of the inputs of a dump. Where several threads read, one of them opens and reads it before its turn comes; `open`
/// and `byte_source::read` must not throw then.
struct dump_input {
    std::string name; ///< for findings and messages
    /// Opens the input. Returns null if that fails, and says why in `problem`.
    std::function<std::unique_ptr<byte_source>(std::string& problem)> open;
    /// The export that the items belong to, if its manifest is known: for the rules that compare the two.
    std::shared_ptr<export_facts const> of_export = {};
    bool may_be_empty =
        false; ///< it is one of several files, some of which are empty, such as those of an export
    bool is_read_once = false; ///< it cannot be opened again: standard input, a pipe, a stream
};

namespace detail {

class memory_source final : public byte_source {
public:
    explicit memory_source(std::string_view text) : rest_(text) {}

    std::size_t read(char* to, std::size_t size, std::string&) override {
        size = rest_.copy(to, size);
        rest_.remove_prefix(size);
        return size;
    }
    std::string_view all() const override { return rest_; }

private:
    std::string_view rest_;
};

class stream_source final : public byte_source {
public:
    explicit stream_source(std::istream& in) : in_(in) {}

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        if (in_.eof()) return 0;
        in_.read(to, static_cast<std::streamsize>(size));
        if (in_.bad() || (in_.fail() && !in_.eof())) problem = "the stream cannot be read";
        return static_cast<std::size_t>(in_.gcount());
    }

private:
    std::istream& in_;
};

/// The path of a file without the extension of a compression.
inline std::string_view without_compression(std::string_view path) {
    for (std::string_view const packed : {".gz", ".zst"})
        if (path.ends_with(packed)) path.remove_suffix(packed.size());
    return path;
}

} // namespace detail

/// Reads an input from its start: all of it, or its first `most` bytes. If it cannot be read further, says why in
/// `problem`, which is empty before, and returns what was read.
inline std::string read_input(dump_input const& input, std::string& problem,
                              std::size_t most = std::string::npos) {
    constexpr std::size_t piece = std::size_t{1} << 16;
    std::string text;
    auto const source = input.open(problem);
    while (source && text.size() < most) {
        auto const before = text.size();
        text.resize(before + std::min(piece, most - before));
        auto const n = source->read(text.data() + before, text.size() - before, problem);
        text.resize(before + n);
        if (n == 0) break;
    }
    return text;
}

/// Returns a text in memory as an input. The text must outlive the reading.
inline dump_input from_memory(std::string_view text, std::string name = "<memory>") {
    return {std::move(name), [text](std::string&) { return std::make_unique<detail::memory_source>(text); }};
}
/// A temporary text would be gone when it is read.
template <std::same_as<std::string> Text>
dump_input from_memory(Text&& text, std::string name = {}) = delete;

/// Returns a stream as an input. The stream must outlive the reading. Open files in binary mode.
inline dump_input from_stream(std::istream& in, std::string name = "<stream>") {
    dump_input input{std::move(name),
                     [&in](std::string&) { return std::make_unique<detail::stream_source>(in); }};
    input.is_read_once = true;
    return input;
}

} // namespace dynabackup
