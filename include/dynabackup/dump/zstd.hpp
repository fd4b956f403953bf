#pragma once
/// \file
/// Reads data compressed by Zstandard (RFC 8878), in one frame or several. Needs libzstd: link with it. dynabackup.hpp
/// does not include this header.

#include <dynabackup/detail/dump/inflow.hpp>

#include <zstd.h>
#include <zstd_errors.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

/// Whether a text begins like a frame, or like a skippable frame (section 3.1.2).
inline bool is_zstd(std::string_view text) {
    auto const same = [&](std::size_t i, char c) { return text.size() > i && text[i] == c; };
    if (text.starts_with("\x28\xB5\x2F\xFD")) return true;
    return !text.empty() && (text[0] & '\xF0') == '\x50' && same(1, '\x2A') && same(2, '\x4D') &&
           same(3, '\x18');
}

namespace detail {

/// Decompresses the frames. Memory: the window of the largest frame, at most 32 MiB. zstd's levels up to 20 need no
/// more than that; zstd's own limit is 128 MiB.
class zstd_source final : public byte_source {
public:
    explicit zstd_source(inflow&& from) : from_(std::move(from)), stream_(ZSTD_createDCtx()) {
        if (stream_) ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, 25);
    }

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        if (!stream_) problem = "not enough memory to decompress it";
        ZSTD_outBuffer out{to, size, 0};
        while (problem.empty() && out.pos == 0) {
            from_.fill(1, problem);
            auto const rest = from_.rest();
            if (!problem.empty()) break;
            if (rest.empty() && !in_frame_) break;
            ZSTD_inBuffer in{rest.data(), rest.size(), 0};
            auto const status = ZSTD_decompressStream(stream_.get(), &out, &in);
            from_.drop(in.pos);
            if (ZSTD_isError(status)) problem = explain(status);
            else if (rest.empty() && out.pos == 0)
                problem = "its Zstandard compressed data ends too early: it was cut off";
            in_frame_ = status != 0;
        }
        return out.pos;
    }

private:
    static std::string explain(std::size_t status) {
        switch (ZSTD_getErrorCode(status)) {
        case ZSTD_error_frameParameter_windowTooLarge:
            return "decompressing it takes more memory than the limit of 32 MiB; "
                   "decompress it with: zstd -dc --long=31";
        case ZSTD_error_prefix_unknown:
            return "data that is not Zstandard follows the compressed data; it was not read";
        default: return std::string("its Zstandard compressed data is damaged: ") + ZSTD_getErrorName(status);
        }
    }

    struct release {
        void operator()(ZSTD_DCtx* stream) const { ZSTD_freeDCtx(stream); }
    };
    inflow from_;
    std::unique_ptr<ZSTD_DCtx, release> stream_;
    bool in_frame_ = false;
};

} // namespace detail

} // namespace dynabackup
