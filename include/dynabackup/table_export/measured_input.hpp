#pragma once
/// \file
/// Measures a file of an export while it is read: computes the MD5 of the compressed file, and counts the lines of its
/// text. Link with OpenSSL, zlib or ISA-L, and libzstd. dynabackup.hpp does not include this header.

#include <dynabackup/dump/decompressed.hpp>
#include <dynabackup/table_export/md5.hpp>

#include <atomic>
#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::table_export {

/// The measurements of a file.
struct measured_file {
    std::optional<md5_digest> digest; ///< of its bytes; none: the file was not read to its end
    std::optional<std::size_t>
        lines; ///< of its text, without empty lines; none: the text could not be read to its end
};

namespace detail {

/// Computes the MD5 of the bytes that are read.
class summed_source final : public byte_source {
public:
    summed_source(std::unique_ptr<byte_source> from, std::atomic<std::size_t>* bytes_read)
        : from_(std::move(from)), bytes_read_(bytes_read) {}

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        auto const n = from_->read(to, size, problem);
        sum_.update({to, n});
        if (bytes_read_) *bytes_read_ += n;
        return n;
    }

    /// Reads the remaining bytes, and returns the MD5; nothing if that fails.
    std::optional<md5_digest> finish() {
        std::vector<char> rest(std::size_t{1} << 16);
        std::string problem;
        while (read(rest.data(), rest.size(), problem) != 0) {}
        return problem.empty() ? sum_.finish() : std::nullopt;
    }

private:
    std::unique_ptr<byte_source> from_;
    std::atomic<std::size_t>* bytes_read_;
    md5 sum_;
};

/// Counts the lines that are read. Stores the measurements at the end.
class counted_lines final : public byte_source {
public:
    counted_lines(std::unique_ptr<byte_source> text, summed_source& raw, std::shared_ptr<measured_file> to)
        : text_(std::move(text)), raw_(raw), to_(std::move(to)) {}

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        auto const n = text_->read(to, size, problem);
        count({to, n});
        if (n == 0 && to_) {
            if (problem.empty()) to_->lines = lines_ + in_line_;
            to_->digest = raw_.finish();
            to_.reset();
        }
        return n;
    }

private:
    void count(std::string_view text) {
        for (;;) {
            auto const end = text.find('\n');
            auto const line = text.substr(0, end);
            in_line_ = in_line_ || !(line.empty() || line == "\r");
            if (end == text.npos) return;
            lines_ += in_line_;
            in_line_ = false;
            text.remove_prefix(end + 1);
        }
    }

    std::unique_ptr<byte_source> text_;
    summed_source& raw_; ///< from which text_ reads, and which it owns
    std::shared_ptr<measured_file> to_;
    std::size_t lines_ = 0;
    bool in_line_ = false; ///< whether the current line is not empty
};

} // namespace detail

/// Returns the text of a file, decompressed if it is compressed. Stores the measurements in `to` when the file has been
/// read to its end. `bytes_read`: incremented by the bytes of the file that are read; may be null.
inline dump_input measured(dump_input raw, std::shared_ptr<measured_file> const& to,
                           std::atomic<std::size_t>* bytes_read = nullptr) {
    auto open = [from = raw.open, name = raw.name, to,
                 bytes_read](std::string& problem) -> std::unique_ptr<byte_source> {
        detail::summed_source* sum = nullptr;
        auto const open_summed = [&](std::string& why) -> std::unique_ptr<byte_source> {
            auto source = from(why);
            if (!source) return nullptr;
            auto summed = std::make_unique<detail::summed_source>(std::move(source), bytes_read);
            sum = summed.get();
            return summed;
        };
        auto text = decompressed({name, open_summed}).open(problem);
        if (!text) return nullptr;
        return std::make_unique<detail::counted_lines>(std::move(text), *sum, to);
    };
    raw.open = std::move(open);
    return raw;
}

} // namespace dynabackup::table_export
