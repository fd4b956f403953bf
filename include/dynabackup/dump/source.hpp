#pragma once
/// \file
/// Where the bytes of a dump come from.

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
    /// Reads some bytes, at most `size` of them. \return How many; 0 at the end, or when reading fails: then
    /// `problem` says why.
    virtual std::size_t read(char* to, std::size_t size, std::string& problem) = 0;
    /// All bytes, if they are in memory and stay there while the source is used. A caller that takes them does not call
    /// `read`. Else the empty text.
    virtual std::string_view all() const { return {}; }
};

/// The number of bytes of a dump that are read at once, unless the caller says otherwise.
inline constexpr std::size_t default_chunk_size = std::size_t{1} << 20;

struct export_facts; // export_facts.hpp

/// One of the inputs of a dump. It is opened when it is its turn.
struct dump_input {
    std::string name; ///< for findings and messages
    /// Opens the input. Returns null if that fails, and says why in `problem`.
    std::function<std::unique_ptr<byte_source>(std::string& problem)> open;
    /// The export that its items belong to, if its manifest is known: for the rules that compare both.
    std::shared_ptr<export_facts const> of_export = {};
    bool may_be_empty =
        false; ///< it is one of several files of which some have nothing, as those of an export
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
        if (in_.bad()) problem = "the stream cannot be read";
        return static_cast<std::size_t>(in_.gcount());
    }

private:
    std::istream& in_;
};

} // namespace detail

/// A text in memory, which must outlive the reading.
inline dump_input from_memory(std::string_view text, std::string name = "<memory>") {
    return {std::move(name), [text](std::string&) { return std::make_unique<detail::memory_source>(text); }};
}

/// A stream, which must outlive the reading. Open files in binary mode.
inline dump_input from_stream(std::istream& in, std::string name = "<stream>") {
    dump_input input{std::move(name),
                     [&in](std::string&) { return std::make_unique<detail::stream_source>(in); }};
    input.is_read_once = true;
    return input;
}

} // namespace dynabackup
