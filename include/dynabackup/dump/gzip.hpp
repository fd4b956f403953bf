#pragma once
/// \file
/// Compressed by gzip (RFC 1952), in one member or several. Needs zlib: link with it. Not a part of the umbrella.

#include <dynabackup/detail/dump/inflow.hpp>

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

/// How a gzip member begins.
inline constexpr std::string_view gzip_magic = "\x1F\x8B";

namespace detail {

/// Decompresses all members. Memory: about 110 KiB, whatever their content.
class gzip_source final : public byte_source {
public:
    explicit gzip_source(inflow&& from) : from_(std::move(from)) {
        constexpr int largest_window = 15, only_gzip = 16;
        ready_ = ::inflateInit2(&stream_, largest_window + only_gzip) == Z_OK;
    }
    ~gzip_source() override {
        if (ready_) ::inflateEnd(&stream_);
    }
    gzip_source(gzip_source const&) = delete;
    gzip_source& operator=(gzip_source const&) = delete;

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        if (!ready_) problem = "not enough memory to decompress it";
        constexpr std::size_t most = std::numeric_limits<uInt>::max();
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(std::min(size, most));
        auto const before = stream_.avail_out;
        while (problem.empty() && stream_.avail_out == before && next_member(problem)) inflate(problem);
        return before - stream_.avail_out;
    }

private:
    /// Whether there is more to decompress: the rest of a member, or another member.
    bool next_member(std::string& problem) {
        if (in_member_) return true;
        from_.fill(gzip_magic.size(), problem);
        while (behind_member_ && !from_.rest().empty() &&
               from_.rest().front() == '\0') { // padding, as on tapes
            from_.drop(std::min(from_.rest().find_first_not_of('\0'), from_.rest().size()));
            from_.fill(gzip_magic.size(), problem);
        }
        if (!problem.empty() || (behind_member_ && from_.rest().empty())) return false;
        if (!from_.rest().starts_with(gzip_magic)) {
            problem = "something that gzip has not written follows the compressed data; it was not read";
            return false;
        }
        if (behind_member_) ::inflateReset(&stream_);
        return in_member_ = true;
    }

    void inflate(std::string& problem) {
        from_.fill(1, problem);
        auto const rest = from_.rest();
        if (rest.empty()) {
            if (problem.empty()) problem = "its gzip compressed data ends too early: it was cut off";
            return;
        }
        // zlib only reads there, though its older versions do not say so.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
        stream_.avail_in = static_cast<uInt>(rest.size());
        int const status = ::inflate(&stream_, Z_NO_FLUSH);
        from_.drop(rest.size() - stream_.avail_in);
        if (status == Z_STREAM_END) {
            in_member_ = false;
            behind_member_ = true;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            problem = "its gzip compressed data is damaged";
            if (stream_.msg) problem.append(": ").append(stream_.msg);
        }
    }

    inflow from_;
    z_stream stream_{};
    bool ready_ = false;
    bool in_member_ = false;
    bool behind_member_ = false; ///< there was one
};

} // namespace detail

} // namespace dynabackup
