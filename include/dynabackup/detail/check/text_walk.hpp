#pragma once
/// \file
/// Walks over the documents of a text, window by window. The text itself may come in chunks.

#include <dynabackup/detail/check/document_walk.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// The end of a text that is read in chunks: the end of the input, a place where a record may begin, or any place.
enum class text_end : unsigned char { input, record, anywhere };

/// The usual number of bytes that are read at once. The text and its index should stay in a cache.
inline constexpr std::size_t usual_window = std::size_t{1} << 18;

/// Walks over the documents of a text. A window ends where a record may begin. A value that has not ended there is read
/// again with more text.
class text_walk {
public:
    text_walk(text_session& s, document_reader& documents, json::structural_index& index, layout expected,
              std::size_t window_size = usual_window)
        : s_(s), documents_(documents), index_(index), walk_(s, documents, expected),
          names_(documents.sync_names()), usual_(window_size), window_size_(window_size) {}

    /// Continues reading. `text` begins after the bytes that are done; `end`: how it ends.
    /// \return The number of bytes of `text` that are done; all of them if no text follows. Pass the rest again,
    /// followed by more text. `around`: the text with the known bytes before and after it, for excerpts.
    std::size_t read(std::string_view text, text_end end, std::string_view around = {}) {
        if (around.empty()) around = text;
        bool const more = end != text_end::input;
        std::size_t mark = 0;
        if (walk_.state.progress == walk_progress::nothing && base_.offset == 0 &&
            text.starts_with(json::byte_order_mark)) {
            base_ = json::after_mark;
            mark = base_.offset;
            text.remove_prefix(mark);
        }
        s_.findings.open_text(text, base_, around);
        walk_.begin_text();
        std::size_t done = 0;
        while (done < text.size() || (!more && walk_.state.progress != walk_progress::everything)) {
            auto const rest = text.substr(done);
            if (walk_.state.passing_over) done += skip(rest, more);
            else if (!read_window(rest, end, done)) break;
        }
        if (s_.speculation)
            if (auto const begun = walk_.take_back()) done = *begun;
        s_.findings.close_text(more);
        if (more) base_ = s_.findings.text_place(done);
        else base_.offset += done; // the line of the end is not needed
        return mark + done;
    }

    /// Another text begins.
    void restart() {
        walk_.state = {};
        base_ = {};
        window_size_ = usual_;
        tried_ = 0;
        s_.restart();
    }

    /// Returns the place where the next text begins.
    json::position base() const { return base_; }
    walk_place place() const {
        return {walk_.state, s_.read.resume, documents_.last_shape(), s_.read.found_spellings,
                s_.read.found_times};
    }

    /// Goes to the assumed place of another walk, to read the following text before that walk does (see speculation).
    /// Places count from zero.
    void go_to(walk_place const& there) {
        restart();
        walk_.state = there.state;
        s_.read.resume = there.resume;
        s_.read.resume.list.index = 0;
        s_.read.found_spellings = there.found_spellings;
        s_.read.found_times = there.found_times;
        documents_.go_to(there.document);
    }

    /// Moves to `there`: another walk went from the place of this one to `there`, over a text that ends at `base`.
    void follow(walk_place&& there, json::position base) {
        base_ = base;
        walk_.state = there.state;
        s_.read.found_spellings = there.found_spellings;
        s_.read.found_times = there.found_times;
        auto const index = s_.read.resume.list.index;
        s_.read.resume = std::move(there.resume);
        s_.read.resume.list.index += index;
    }

private:
    static constexpr std::size_t smallest_window = std::size_t{1} << 14;

    /// Reads one window of the text, and adds the bytes that are done to `done`. Returns false if more text is needed,
    /// or if reading has stopped.
    bool read_window(std::string_view rest, text_end end, std::size_t& done) {
        bool const more = end != text_end::input;
        std::size_t const size = window_of(rest, end);
        if (size == 0 && more) return false;
        bool const goes_on = more || size < rest.size();
        s_.open_window(rest.substr(0, size), names_, goes_on);
        if (s_.index(index_)) {
            if (window_size_ < usual_) window_size_ *= 2;
        } else if (auto const least = std::max(smallest_window, 2 * tried_);
                   size > least && window_size_ > least) {
            window_size_ = std::max(std::min(size, window_size_) / 2, least);
            return true; // the text is damaged: find the damage in a smaller window
        } else {
            s_.index_tolerantly();
        }
        std::size_t const n = walk_.read_window();
        done += n;
        if (!goes_on && n == size) walk_.state.progress = walk_progress::everything;
        if (s_.findings.stopped()) return false;
        if (n > 0 || !goes_on) {
            tried_ = 0;
            window_size_ = std::min(window_size_, usual_);
            return true;
        }
        if (size == rest.size()) return false;
        tried_ = size;
        window_size_ = 2 * size;
        return true;
    }

    /// Returns the size of the next window, which ends where a record may begin, if there is such a place in reach. 0:
    /// more text is needed.
    std::size_t window_of(std::string_view rest, text_end end) const {
        if (end != text_end::anywhere && rest.size() <= window_size_) return rest.size();
        std::size_t const longest = std::min(
            std::max(s_.options.max_record_bytes, search_range) * (walk_.state.around.empty() ? 1 : 2) + 1,
            json::max_text_size);
        auto const reachable = rest.substr(0, longest);
        json::sync_points const marks(reachable, names_);
        std::size_t const most = std::min(window_size_, reachable.size());
        std::size_t const least = std::max(most / 2, std::min(tried_, most));
        if (auto const last = marks.find_last(least, most); last > least) return last;
        if (auto const next = marks.find(most); next < reachable.size()) return next;
        bool const too_short = end == text_end::anywhere && rest.size() < search_range;
        return too_short ? 0 : reachable.size();
    }

    /// Skips a value that is too large to be read. \return The number of bytes of the text that belong to it.
    std::size_t skip(std::string_view rest, bool more) {
        std::size_t const size = walk_.state.passing_over->skip(rest);
        if (walk_.state.passing_over->done() || !more) walk_.state.passing_over.reset();
        return size;
    }

    text_session& s_;
    document_reader& documents_;
    json::structural_index& index_;
    document_walk walk_;
    std::span<std::string_view const> names_;
    std::size_t const usual_;
    std::size_t window_size_;
    std::size_t tried_ = 0; ///< this many bytes are not enough for the value at the beginning of the text
    json::position base_;
};

inline void read_documents(text_session& s, document_reader& documents, std::string_view text) {
    json::structural_index index;
    text_walk(s, documents, index, layout::any).read(text, text_end::input);
}

} // namespace dynabackup::detail
