#pragma once
/// \file
/// Lines and columns of byte offsets, computed only for findings.

#include <dynabackup/json/text.hpp>

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

    struct place {
        std::size_t line;      ///< from 1
        std::size_t column;    ///< bytes from the start of the line, from 1
        std::size_t character; ///< code points from the start of the line, from 1; a byte order mark is none
    };

    place at(std::size_t offset) {
        offset = std::min(offset, text_.size());
        if (offset < last_.offset || offset - last_.offset > stretch) {
            auto const behind = std::upper_bound(passed_.begin(), passed_.end(), offset,
                                                 [](std::size_t o, mark const& m) { return o < m.offset; });
            mark const known = behind == passed_.begin() ? mark{} : behind[-1];
            if (offset < last_.offset || known.offset > last_.offset) last_ = known;
        }
        while (offset - last_.offset > stretch) {
            advance(last_.offset + stretch);
            if (passed_.empty() || passed_.back().offset < last_.offset) passed_.push_back(last_);
        }
        advance(offset);
        bool const marked = last_.line == 1 && offset != 0 && text_.starts_with("\xEF\xBB\xBF");
        return {last_.line, offset - last_.line_start + 1, last_.characters + 1 - marked};
    }

private:
    static constexpr std::size_t stretch = 16 * 1024;

    struct mark {
        std::size_t offset = 0;
        std::size_t line = 1;
        std::size_t line_start = 0;
        std::size_t characters = 0; ///< of its line, before it
    };

    void advance(std::size_t offset) {
        auto const between = text_.substr(last_.offset, offset - last_.offset);
        last_.line += static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n'));
        auto const end = between.rfind('\n');
        if (end != between.npos) {
            last_.line_start = last_.offset + end + 1;
            last_.characters = 0;
        }
        last_.characters += code_points(between.substr(end + 1)); // npos + 1 is 0
        last_.offset = offset;
    }

    std::string_view text_;
    mark last_;
    std::vector<mark> passed_; ///< ascending
};

} // namespace dynabackup::json
