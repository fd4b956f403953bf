#pragma once
/// \file
/// Compresses one gzip member by zlib.

#include <zlib.h>

#include <array>
#include <string>
#include <string_view>

namespace dynabackup::detail {

/// Compresses with zlib's fastest level.
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

    /// Whether memory was available.
    bool ready() const { return ready_; }

    /// Compresses a text, and appends the output. `is_last`: the member ends with the text. \pre ready(), and the text
    /// is smaller than 4 GiB.
    void append(std::string& out, std::string_view text, bool is_last) {
        // zlib does not change these bytes, although its older versions do not declare that.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream_.avail_in = static_cast<uInt>(text.size());
        do {
            stream_.next_out = room_.data();
            stream_.avail_out = static_cast<uInt>(room_.size());
            ::deflate(&stream_, is_last ? Z_FINISH : Z_NO_FLUSH);
            out.append(reinterpret_cast<char const*>(room_.data()), room_.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }

private:
    z_stream stream_{};
    std::array<Bytef, 16384> room_;
    bool ready_ = false;
};

} // namespace dynabackup::detail
