#pragma once
/// \file
/// Compresses texts, and reads inputs to their end.

#include <dynabackup/dump/source.hpp>

#include <zlib.h>
#include <zstd.h>

#include <memory>
#include <string>
#include <string_view>

namespace compress_test {

/// The settings of a gzip member.
struct gzip_options {
    int level = 6;
    int strategy = Z_DEFAULT_STRATEGY;
    int window_log = 15;
    gz_header* header = nullptr; ///< null: a header without fields
    std::size_t flush_each = 0;  ///< a block ends after that many bytes, unless it is 0
};

/// Returns one gzip member.
inline std::string gzip(std::string_view text, gzip_options const& how = {}) {
    z_stream stream{};
    if (::deflateInit2(&stream, how.level, Z_DEFLATED, how.window_log + 16, 8, how.strategy) != Z_OK)
        return {};
    if (how.header) ::deflateSetHeader(&stream, how.header);
    auto const pieces = how.flush_each ? text.size() / how.flush_each : 0;
    // Fields of headers are short here.
    std::string out(::deflateBound(&stream, static_cast<uLong>(text.size())) + 16 * pieces + 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    for (std::size_t i = 0; i < pieces; ++i) {
        stream.avail_in = static_cast<uInt>(how.flush_each);
        ::deflate(&stream, i % 2 ? Z_FULL_FLUSH : Z_PARTIAL_FLUSH);
    }
    stream.avail_in = static_cast<uInt>(text.size() - pieces * how.flush_each);
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

/// Returns one Zstandard frame with a checksum.
inline std::string zstd(std::string_view text, int window_log = 0) {
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> const context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    // A frame of a known size does not get a larger window than that.
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 0);
    if (window_log) ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window_log);
    std::string out(ZSTD_compressBound(text.size()), '\0');
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    ZSTD_inBuffer in{text.data(), text.size(), 0};
    ZSTD_inBuffer nothing{text.data(), 0, 0};
    ZSTD_compressStream2(context.get(), &to, &in, ZSTD_e_flush);
    ZSTD_compressStream2(context.get(), &to, &nothing, ZSTD_e_end);
    out.resize(to.pos);
    return out;
}

/// Returns at most that many bytes at once, as a pipe may.
class slow_source final : public dynabackup::byte_source {
public:
    slow_source(std::string text, std::size_t step) : text_(std::move(text)), step_(step) {}
    std::size_t read(char* to, std::size_t size, std::string&) override {
        auto const n = std::string_view(text_).substr(at_, step_).copy(to, size);
        at_ += n;
        return n;
    }

private:
    std::string text_;
    std::size_t step_, at_ = 0;
};

inline dynabackup::dump_input slowly(std::string text, std::size_t step) {
    return {"slow", [=](std::string&) { return std::make_unique<slow_source>(text, step); }};
}

struct content {
    std::string text, problem;
};

/// Returns all of an input, read with at most that many bytes at once.
inline content read_all(dynabackup::dump_input const& input, std::size_t step) {
    content result;
    auto const source = input.open(result.problem);
    std::string bytes(step, '\0');
    while (source && result.problem.empty()) {
        auto const n = source->read(bytes.data(), step, result.problem);
        result.text.append(bytes, 0, n);
        if (n == 0) break;
    }
    return result;
}

/// A text that does not compress to almost nothing.
inline std::string varied_text(std::size_t size) {
    std::string text;
    unsigned state = 1;
    while (text.size() < size) {
        state = state * 1'103'515'245 + 12'345;
        text += "{\"BackupSummaries\":[]} " + std::to_string(state) + '\n';
    }
    return text;
}

} // namespace compress_test
