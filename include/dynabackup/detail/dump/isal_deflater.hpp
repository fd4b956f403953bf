#pragma once
/// \file
/// Compresses one gzip member by ISA-L.

#include <isa-l/igzip_lib.h>

#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>

namespace dynabackup::detail {

/// Does the same as zlib_deflater, but faster.
class isal_deflater {
public:
    isal_deflater() : state_(new (std::nothrow) state) {
        if (!state_) return;
        ::isal_deflate_init(&state_->stream);
        state_->stream.level = 1;
        state_->stream.level_buf = state_->level_buffer.data();
        state_->stream.level_buf_size = static_cast<std::uint32_t>(state_->level_buffer.size());
        state_->stream.gzip_flag = IGZIP_GZIP;
    }

    /// Whether memory was available.
    bool ready() const { return state_ != nullptr; }

    /// Compresses a text, and appends the output. `is_last`: the member ends with the text. \pre ready(), and the text
    /// is smaller than 4 GiB.
    void append(std::string& out, std::string_view text, bool is_last) {
        auto& [stream, level_buffer, room] = *state_;
        // ISA-L does not change these bytes.
        stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(text.data()));
        stream.avail_in = static_cast<std::uint32_t>(text.size());
        stream.end_of_stream = is_last;
        do {
            stream.next_out = room.data();
            stream.avail_out = static_cast<std::uint32_t>(room.size());
            ::isal_deflate(&stream);
            out.append(reinterpret_cast<char const*>(room.data()), room.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }

private:
    struct state {
        ::isal_zstream stream;
        std::array<std::uint8_t, ISAL_DEF_LVL1_DEFAULT> level_buffer;
        std::array<std::uint8_t, 16384> room;
    };
    std::unique_ptr<state> state_;
};

} // namespace dynabackup::detail
