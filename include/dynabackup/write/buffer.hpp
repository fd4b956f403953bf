#pragma once
/// \file
/// A small buffer in front of a text that grows: most of what is written is a few bytes of known size.

#include <array>
#include <cstddef>
#include <cstring>
#include <string>

namespace dynabackup::detail {

class write_buffer {
public:
    static constexpr std::size_t capacity = 4096;

    explicit write_buffer(std::string& out) : out_(out) {}
    write_buffer(write_buffer const&) = delete;
    write_buffer& operator=(write_buffer const&) = delete;

    /// Room for so many bytes; `end` says how many were written. \pre size <= capacity
    char* room(std::size_t size) {
        if (capacity - size_ < size) [[unlikely]]
            flush();
        return bytes_ + size_;
    }
    void end(char const* p) { size_ = static_cast<std::size_t>(p - bytes_); }

    void put(char c) {
        *room(1) = c;
        ++size_;
    }
    template <std::size_t N>
    void put(std::array<char, N> const& text) {
        std::memcpy(room(N), text.data(), N);
        size_ += N;
    }

    /// Passes on what was written.
    void flush() {
        out_.append(bytes_, size_);
        size_ = 0;
    }

private:
    std::string& out_;
    std::size_t size_ = 0;
    char bytes_[capacity];
};

} // namespace dynabackup::detail
