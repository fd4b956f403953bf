#pragma once
/// \file
/// Compresses one gzip member by zlib.

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace dynabackup::detail {

/// Memory: about 270 KiB.
class zlib_deflater {
public:
    zlib_deflater() {
        constexpr int largest_window = 15, gzip = 16, usual_memory = 8;
        ready_ = ::deflateInit2(&stream_, Z_BEST_SPEED, Z_DEFLATED, largest_window + gzip, usual_memory,
                                Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~zlib_deflater() {
        if (ready_) ::deflateEnd(&stream_);
    }
    zlib_deflater(zlib_deflater const&) = delete;
    zlib_deflater& operator=(zlib_deflater const&) = delete;

    /// Whether there was memory.
    bool ready() const { return ready_; }

    /// Compresses a text, and appends what comes out. `is_last`: the member ends with it. \pre ready()
    void append(std::string& out, std::string_view text, bool is_last) {
        constexpr std::size_t most = std::numeric_limits<uInt>::max();
        do {
            auto const part = text.substr(0, most);
            text.remove_prefix(part.size());
            // zlib only reads there, though its older versions do not say so.
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
            stream_.avail_in = static_cast<uInt>(part.size());
            do {
                stream_.next_out = room_.data();
                stream_.avail_out = static_cast<uInt>(room_.size());
                ::deflate(&stream_, is_last && text.empty() ? Z_FINISH : Z_NO_FLUSH);
                out.append(reinterpret_cast<char const*>(room_.data()), room_.size() - stream_.avail_out);
            } while (stream_.avail_out == 0);
        } while (!text.empty());
    }

private:
    z_stream stream_{};
    std::array<Bytef, 16384> room_;
    bool ready_ = false;
};

} // namespace dynabackup::detail
