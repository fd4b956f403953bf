#pragma once
/// \file
/// A file of an export while it is read: its MD5 as it is compressed, and its lines as it is not. Needs OpenSSL, zlib and
/// libzstd: link with them. Not a part of the umbrella.

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

/// What was found out about a file.
struct measured_file {
    std::optional<md5_digest> digest; ///< of its bytes; none: it was not read to its end
    std::optional<std::size_t>
        lines; ///< of its text, empty ones aside; none: its text could not be read to its end
};

namespace detail {

/// Sums up what is read.
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

    /// Reads what is left, and returns the sum; nothing if that fails.
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

/// Counts the lines of what is read; at the end it notes what was found out.
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
    bool in_line_ = false; ///< with something in it
};

} // namespace detail

/// The text of a file, decompressed if it is compressed. What is found out about it goes to `to` when it has been read to
/// its end. `bytes_read`: is added the bytes of the file that are read; may be null.
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
