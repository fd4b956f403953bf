#pragma once
/// \file
/// Lines and columns of byte offsets, computed on demand.

#include <dynabackup/detail/json/position.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace dynabackup::json {

/// Converts offsets to lines and columns. Remembers the last place, and one place in each stretch of the text that it
/// has passed. Calls in ascending order read the text once. Any other call reads at most one stretch.
class line_counter {
public:
    line_counter() = default;
    explicit line_counter(std::string_view text) : text_(text) {}

    position at(std::size_t offset) {
        offset = std::min(offset, text_.size());
        if (offset < last_.offset || offset - last_.offset > stretch) {
            auto const after =
                std::upper_bound(passed_.begin(), passed_.end(), offset,
                                 [](std::size_t o, position const& p) { return o < p.offset; });
            position const known = after == passed_.begin() ? position{} : after[-1];
            if (offset < last_.offset || known.offset > last_.offset) last_ = known;
        }
        while (offset - last_.offset > stretch) {
            advance(last_.offset + stretch);
            if (passed_.empty() || passed_.back().offset < last_.offset) passed_.push_back(last_);
        }
        advance(offset);
        return last_;
    }

    /// Returns the line only. Calls in ascending order read the text once.
    std::size_t line_at(std::size_t offset) {
        offset = std::min(offset, text_.size());
        if (offset < line_offset_) return at(offset).line;
        line_ += count_lines(text_.substr(line_offset_, offset - line_offset_));
        line_offset_ = offset;
        return line_;
    }

private:
    static constexpr std::size_t stretch = 16 * 1024;

    void advance(std::size_t offset) {
        last_ = behind(last_, text_.substr(last_.offset, offset - last_.offset));
    }

    std::string_view text_;
    position last_;
    std::size_t line_ = 1, line_offset_ = 0; ///< the last result of line_at, and its offset
    std::vector<position> passed_;           ///< ascending
};

} // namespace dynabackup::json
