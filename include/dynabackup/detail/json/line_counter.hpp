#pragma once
/// \file
/// Lines and columns of byte offsets, computed only for who asks.

#include <dynabackup/detail/json/position.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace dynabackup::json {

/// Turns offsets into lines and columns. It remembers the last place, and one in each stretch of the text that it
/// has passed: asking in ascending order reads the text once, any other place costs one stretch.
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

    /// The line alone. Asking in ascending order reads the text once.
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
    std::size_t line_ = 1, line_offset_ = 0; ///< what line_at was asked last
    std::vector<position> passed_;           ///< ascending
};

} // namespace dynabackup::json
