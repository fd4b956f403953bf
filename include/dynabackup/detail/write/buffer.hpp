#pragma once
/// \file
/// A small buffer before a growing text. Most writes are a few bytes of known size.

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace dynabackup::detail {

class write_buffer {
public:
    static constexpr std::size_t capacity = 4096;

    explicit write_buffer(std::string& out) : out_(out) {}
    write_buffer(write_buffer const&) = delete;
    write_buffer& operator=(write_buffer const&) = delete;

    /// Returns room for `size` bytes. Call `end` with the end of the written bytes. \pre size <= capacity
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
    void put(std::string_view text) {
        if (text.size() > capacity) [[unlikely]] {
            flush();
            out_ += text;
            return;
        }
        std::memcpy(room(text.size()), text.data(), text.size());
        size_ += text.size();
    }

    /// Appends the contents of the buffer to the text.
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
