#pragma once
/// \file
/// Reads a stream of bytes line by line, in bounded memory.

#include <dynabackup/dump/source.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::tool {

/// Skips the text of a line that is longer than the limit: such a line has a size, and no text. Memory: a
/// mebibyte, or twice the longest line up to the limit.
class line_reader {
public:
    line_reader(std::unique_ptr<byte_source> from, std::size_t longest)
        : from_(std::move(from)), longest_(longest), bytes_(usual_size, '\0') {}

    struct line {
        std::string_view text; ///< without the line feed; valid until the next call of next()
        std::size_t bytes;     ///< with it
        bool too_long;
    };

    /// Returns the next line, or none at the end or if reading fails. The last line may lack the line feed.
    /// Calls `before_read` before it reads, since reading may have to wait.
    template <class F>
    std::optional<line> next(F before_read) {
        std::size_t passed_over = 0;
        std::size_t searched = 0;
        for (;;) {
            auto const rest = std::string_view(bytes_).substr(begin_, end_ - begin_);
            auto const feed = rest.find('\n', searched);
            if (feed != rest.npos || (ended_ && !rest.empty()))
                return take(rest.substr(0, feed), feed != rest.npos, passed_over);
            if (ended_) {
                if (passed_over == 0) return std::nullopt;
                return line{{}, passed_over, true};
            }
            searched = rest.size();
            if (searched > longest_) {
                passed_over += searched;
                begin_ = end_;
                searched = 0;
            }
            before_read();
            fill();
        }
    }

    /// Returns why reading failed; empty if it did not.
    std::string const& problem() const { return problem_; }

private:
    static constexpr std::size_t usual_size = default_chunk_size;

    line take(std::string_view text, bool fed, std::size_t passed_over) {
        std::size_t const bytes = text.size() + fed;
        begin_ += bytes;
        bool const too_long = passed_over != 0 || text.size() > longest_;
        return {too_long ? std::string_view() : text, passed_over + bytes, too_long};
    }

    void fill() {
        if (begin_ != 0) {
            std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
            end_ -= std::exchange(begin_, 0);
        }
        if (end_ == bytes_.size()) bytes_.resize(2 * end_);
        std::size_t const n = from_->read(bytes_.data() + end_, bytes_.size() - end_, problem_);
        end_ += n;
        ended_ = n == 0;
    }

    std::unique_ptr<byte_source> from_;
    std::size_t longest_;
    std::string bytes_;
    std::size_t begin_ = 0, end_ = 0; ///< the bytes that have been read and not yet returned
    bool ended_ = false;
    std::string problem_;
};

} // namespace dynabackup::tool
