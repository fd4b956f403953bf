#pragma once
/// \file
/// A window of a text, and its tokens.

#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/json/recovery.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dynabackup::json {

/// A text may begin with this mark. It is not part of the document.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A part of a text that is being read. Its tokens come from the structural index or, if damage would derail that, from
/// the tolerant index.
class window {
public:
    /// `names`: the members that may begin a record or a document, at which reading resumes after damage.
    void open(std::string_view text, std::span<std::string_view const> names) {
        marks_ = sync_points(text, names);
        first_ = last_ = nullptr;
    }

    /// Lists the tokens. Returns false if the first stage refuses the text.
    bool index(structural_index& tokens) {
        if (!tokens.build(marks_.text())) return false;
        first_ = tokens.begin();
        last_ = tokens.end();
        checked_ = true;
        return true;
    }

    /// Lists the tokens of any text.
    void index_tolerantly() {
        tolerant_.build(marks_, 0);
        first_ = tolerant_.begin();
        last_ = tolerant_.end();
        checked_ = false;
    }

    /// Returns a cursor at the first token.
    json::cursor cursor() const { return {marks_.text(), first_, last_, checked_}; }

    /// Returns the tokens between two places that the tolerant index lists. The tokens of the window stay valid.
    json::cursor examine(std::size_t from, std::size_t to) {
        sync_points const marks(marks_.text().substr(0, to), marks_.names());
        examined_.build(marks, from);
        return {marks.text(), examined_.begin(), examined_.end(), false};
    }

    /// Returns the token that begins there; null if there is none.
    std::uint32_t const* token_at(std::size_t offset) const {
        auto const* const found = std::lower_bound(first_, last_, offset);
        return found != last_ && *found == offset ? found : nullptr;
    }

    sync_points const& marks() const { return marks_; }

private:
    sync_points marks_;
    tolerant_index tolerant_, examined_;
    std::uint32_t const* first_ = nullptr;
    std::uint32_t const* last_ = nullptr;
    bool checked_ = true;
};

} // namespace dynabackup::json
