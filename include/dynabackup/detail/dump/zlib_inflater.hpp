#pragma once
/// \file
/// Decompresses one gzip member after another by zlib.

#include <dynabackup/detail/dump/inflated.hpp>

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string_view>

namespace dynabackup::detail {

/// Memory: about 45 KiB.
class zlib_inflater {
public:
    zlib_inflater() {
        constexpr int largest_window = 15, only_gzip = 16;
        ready_ = ::inflateInit2(&stream_, largest_window + only_gzip) == Z_OK;
    }
    ~zlib_inflater() {
        if (ready_) ::inflateEnd(&stream_);
    }
    zlib_inflater(zlib_inflater const&) = delete;
    zlib_inflater& operator=(zlib_inflater const&) = delete;

    /// Whether memory was available.
    bool ready() const { return ready_; }

    void begin_member() { ::inflateReset(&stream_); }

    /// Either text may be empty: then it continues with the bytes that it has read.
    inflated inflate(std::string_view from, char* to, std::size_t size) {
        constexpr std::size_t most = std::numeric_limits<uInt>::max();
        auto const in = static_cast<uInt>(std::min(from.size(), most));
        auto const out = static_cast<uInt>(std::min(size, most));
        // zlib does not change these bytes, although its older versions do not declare that.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from.data()));
        stream_.avail_in = in;
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = out;
        int const status = ::inflate(&stream_, Z_NO_FLUSH);
        inflated result{in - stream_.avail_in, out - stream_.avail_out};
        if (status == Z_STREAM_END) result.then = inflated::outcome::member_ended;
        else if (status != Z_OK && status != Z_BUF_ERROR) {
            result.then = inflated::outcome::damaged;
            result.damage = stream_.msg;
        }
        return result;
    }

    /// Writes the last bytes of a truncated member: none, since zlib has already output them.
    std::size_t finish(char*, std::size_t) const { return 0; }

private:
    z_stream stream_{};
    bool ready_ = false;
};

} // namespace dynabackup::detail
