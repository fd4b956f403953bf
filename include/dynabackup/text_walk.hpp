#pragma once
/// \file
/// The documents of a text, piece by piece; the text itself may come in parts.

#include <dynabackup/document_walk.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// What comes behind a text that is read in parts: nothing; a place where a record may begin; or it is cut anywhere.
enum class behind_text : unsigned char { nothing, record, anything };

/// How much of a text is read at once, as a rule: little enough for the text and its index to stay in a cache.
inline constexpr std::size_t usual_piece = std::size_t{1} << 18;

/// Walks over the documents of a text. A piece ends where a record may begin; what has not ended there is read again
/// with more text.
class text_walk {
public:
    text_walk(context& c, document_reader& documents, json::structural_index& index, layout expected,
              std::size_t piece_size = usual_piece)
        : c_(c), documents_(documents), index_(index), walk_(c, documents, expected),
          names_(documents.landmark_names()), usual_(piece_size), piece_size_(piece_size) {}

    /// Reads on: `text` begins where what is done with has ended; `behind`: what comes behind it.
    /// \return How much of it is done with now; all of it if nothing comes behind. What is left is to be handed in
    /// again, with more text behind it. `around`: the text and what is known before and behind it, for excerpts.
    std::size_t read(std::string_view text, behind_text behind, std::string_view around = {}) {
        if (around.empty()) around = text;
        bool const more = behind != behind_text::nothing;
        std::size_t mark = 0;
        if (!walk_.state.any && base_.offset == 0 && text.starts_with(json::byte_order_mark)) {
            base_ = json::behind_mark;
            mark = base_.offset;
            text.remove_prefix(mark);
        }
        c_.open_text(text, base_, around);
        walk_.begin_text();
        std::size_t done = 0;
        while (done < text.size() || (!more && !walk_.state.closed)) {
            auto const rest = text.substr(done);
            if (walk_.state.skipper) done += skip(rest, more);
            else if (!read_piece(rest, behind, done)) break;
        }
        if (c_.speculation)
            if (auto const begun = walk_.take_back()) done = *begun;
        c_.close_text(more);
        if (more) base_ = c_.text_place(done);
        else base_.offset += done; // nobody asks for the line of the end
        return mark + done;
    }

    /// Another text begins.
    void restart() {
        walk_.state = {};
        base_ = {};
        piece_size_ = usual_;
        tried_ = 0;
        c_.restart();
    }

    /// Where the next text goes on.
    json::position base() const { return base_; }
    walk_place place() const { return {walk_.state, c_.suspended_objects, c_.suspended, documents_.here()}; }

    /// Goes to where another walk is or will be, as far as can be known: to read what comes there before that one
    /// does (see speculation). Places count from zero.
    void go_to(walk_place const& there) {
        restart();
        walk_.state = there.state;
        c_.suspended_objects = there.objects;
        c_.suspended = {0, there.list.behind_element};
        documents_.go_to(there.document);
    }

    /// Another walk went to this one's place, and on to `there`, over a text that ends at `base`.
    void follow(walk_place&& there, json::position base) {
        base_ = base;
        walk_.state = there.state;
        c_.suspended_objects = std::move(there.objects);
        c_.suspended = {c_.suspended.index + there.list.index, there.list.behind_element};
    }

private:
    static constexpr std::size_t smallest_piece = std::size_t{1} << 14;

    /// Reads what may be read of the text at once, and adds to `done`. False if there should be more text first, or
    /// nobody wants more.
    bool read_piece(std::string_view rest, behind_text behind, std::size_t& done) {
        bool const more = behind != behind_text::nothing;
        std::size_t const size = piece_of(rest, behind);
        if (size == 0 && more) return false;
        bool const goes_on = more || size < rest.size();
        c_.open_piece(rest.substr(0, size), names_, goes_on);
        if (c_.index(index_)) {
            if (piece_size_ < usual_) piece_size_ *= 2;
        } else if (auto const least = std::max(smallest_piece, 2 * tried_);
                   size > least && piece_size_ > least) {
            piece_size_ = std::max(std::min(size, piece_size_) / 2, least);
            return true; // something is damaged: look for it in less text
        } else {
            c_.index_tolerantly();
        }
        std::size_t const n = walk_.read_piece();
        done += n;
        walk_.state.closed = !goes_on && n == size;
        if (c_.stopped()) return false;
        if (n > 0 || !goes_on) {
            tried_ = 0;
            piece_size_ = std::min(piece_size_, usual_);
            return true;
        }
        if (size == rest.size()) return false;
        tried_ = size;
        piece_size_ = 2 * size;
        return true;
    }

    /// How much of a text to read at once: up to a place where a record may begin, if there is one in reach.
    /// 0: there should be more text.
    std::size_t piece_of(std::string_view rest, behind_text behind) const {
        if (behind != behind_text::anything && rest.size() <= piece_size_) return rest.size();
        std::size_t const longest =
            std::min(std::max(c_.options.max_record_bytes, search_range) + 1, json::max_text_size);
        auto const reachable = rest.substr(0, longest);
        json::landmarks const marks(reachable, names_);
        std::size_t const most = std::min(piece_size_, reachable.size());
        std::size_t const least = std::max(most / 2, std::min(tried_, most));
        if (auto const last = marks.find_last(least, most); last > least) return last;
        if (auto const next = marks.find(most); next < reachable.size()) return next;
        bool const too_short = behind == behind_text::anything && rest.size() < search_range;
        return too_short ? 0 : reachable.size();
    }

    /// Passes over what is too large to be read. \return How much of the text belongs to it.
    std::size_t skip(std::string_view rest, bool more) {
        std::size_t const size = walk_.state.skipper->skip(rest);
        if (walk_.state.skipper->done() || !more) walk_.state.skipper.reset();
        return size;
    }

    context& c_;
    document_reader& documents_;
    json::structural_index& index_;
    document_walk walk_;
    std::span<std::string_view const> names_;
    std::size_t const usual_;
    std::size_t piece_size_;
    std::size_t tried_ = 0; ///< so much of the text is not enough for what begins it
    json::position base_;
};

} // namespace dynabackup::detail
