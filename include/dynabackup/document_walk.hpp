#pragma once
/// \file
/// The documents of a text: one, several behind each other, one a line, or an array of them, in any layout.

#include <dynabackup/document.hpp>
#include <dynabackup/json/skipper.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

enum class layout : unsigned char { single, any };

/// What comes next between documents.
enum class awaited : unsigned char { document, first_element, element, separator };

/// Where a walk is between two records, as far as the text before matters for what comes.
struct walk_state {
    awaited next = awaited::document;
    bool any = false;       ///< something was in the text
    bool closed = false;    ///< the end of the text has been read
    bool ended = false;     ///< a document has ended
    bool damaged = false;   ///< commas and brackets between documents may be what is left of one
    bool lost = false;      ///< behind damage, on the way to a landmark
    bool suspended = false; ///< in the records of a document
    std::optional<json::skipper> skipper = {};
};

/// The same with all that a walk needs to go on there in another text.
template <class Documents>
struct walk_place {
    walk_state state;
    std::vector<suspended_object> objects;
    suspended_list list{};
    typename Documents::place documents{};

    /// Whether reading goes on in the same way from both. Elements of a list are counted from wherever they are.
    bool operator==(walk_place const& other) const {
        auto const& a = state;
        auto const& b = other.state;
        auto const same_member = [](auto const& x, auto const& y) { return x.member == y.member; };
        return a.next == b.next && a.ended == b.ended && a.damaged == b.damaged && !a.lost && !b.lost &&
               !a.skipper && !b.skipper && a.suspended == b.suspended &&
               (!a.suspended ||
                (list.behind_element == other.list.behind_element && documents == other.documents &&
                 std::ranges::equal(objects, other.objects, same_member)));
    }
};

/// What comes behind a text that is read in parts: nothing; a place where a record may begin; or it is cut anywhere.
enum class behind_text : unsigned char { nothing, record, anything };

/// How much of a text is read at once, as a rule: little enough for the text and its index to stay in a cache.
inline constexpr std::size_t usual_piece = std::size_t{1} << 18;

/// Walks over the documents of a text, piece by piece; `Documents` reads them (see documents_of). A piece ends where
/// a record may begin; what has not ended there is read again with more text. Damage costs the damaged record: one
/// finding, and reading goes on at the next landmark.
template <class Documents>
class document_walk {
public:
    /// `names`: see context::open.
    document_walk(context& c, Documents& documents, json::structural_index& index,
                  std::span<std::string_view const> names, layout expected,
                  std::size_t piece_size = usual_piece)
        : c_(c), cursor_(c.cursor), documents_(documents), index_(index), names_(names), usual_(piece_size),
          piece_size_(piece_size), single_(expected == layout::single) {}

    /// Reads on: `text` begins where what is done with has ended; `behind`: what comes behind it.
    /// \return How much of it is done with now; all of it if nothing comes behind. What is left is to be handed in
    /// again, with more text behind it. `around`: the text and what is known before and behind it, for excerpts.
    std::size_t read(std::string_view text, behind_text behind, std::string_view around = {}) {
        if (around.empty()) around = text;
        bool const more = behind != behind_text::nothing;
        std::size_t& done = done_ = 0;
        begun_.reset();
        if (!state_.any && base_.offset == 0 && text.starts_with(json::byte_order_mark)) {
            base_ = json::behind_mark;
            done = base_.offset;
        }
        while (done < text.size() || (!more && !state_.closed)) {
            auto const rest = text.substr(done);
            if (state_.skipper) {
                done += pass(rest.substr(0, skip(rest, more)));
                continue;
            }
            std::size_t const size = piece_of(rest, behind);
            if (size == 0 && more) break;
            bool const goes_on = more || size < rest.size();
            c_.open(rest.substr(0, size), names_, base_, goes_on, around);
            if (c_.index(index_)) {
                if (piece_size_ < usual_) piece_size_ *= 2;
            } else if (size > smallest_piece && piece_size_ > smallest_piece) {
                piece_size_ = std::max(std::min(size, piece_size_) / 2, smallest_piece);
                continue; // something is damaged: look for it in less text
            } else {
                c_.index_tolerantly();
            }
            std::size_t const n = read_piece(size);
            c_.close();
            done += pass(rest.substr(0, n));
            state_.closed = !goes_on && n == size;
            if (c_.stopped()) break;
            if (n > 0 || !goes_on) piece_size_ = std::min(piece_size_, usual_);
            else if (piece_size_ < rest.size()) piece_size_ = 2 * std::max(size, piece_size_);
            else break;
        }
        if (c_.speculation && state_.suspended && begun_) take_back();
        return done;
    }

    /// Another text begins.
    void restart() {
        state_ = {};
        base_ = {};
        piece_size_ = usual_;
        whole_ = 0;
        c_.restart();
    }

    /// Where the next text goes on.
    json::position base() const { return base_; }
    walk_place<Documents> place() const {
        return {state_, c_.suspended_objects, c_.suspended, documents_.here()};
    }

    /// Goes to where another walk is or will be, as far as can be known: to read what comes there before that one
    /// does (see speculation). Places count from zero.
    void go_to(walk_place<Documents> const& there) {
        restart();
        state_ = there.state;
        c_.suspended_objects = there.objects;
        c_.suspended = {0, there.list.behind_element};
        documents_.go_to(there.documents);
    }

    /// Another walk went to this one's place, and on to `there`, over a text that ends at `base`.
    void follow(walk_place<Documents>&& there, json::position base) {
        base_ = base;
        state_ = std::move(there.state);
        c_.suspended_objects = std::move(there.objects);
        c_.suspended = {c_.suspended.index + there.list.index, there.list.behind_element};
    }

private:
    static constexpr std::size_t smallest_piece = std::size_t{1} << 14;

    std::size_t pass(std::string_view done) {
        base_ = json::behind(base_, done);
        return done.size();
    }

    /// A document that the text does not end can be gone on with only by who will have the text behind it.
    void take_back() {
        c_.speculation->back_to(c_, begun_->before);
        --c_.summary.documents;
        c_.drop(0);
        c_.suspended_objects.clear();
        state_.suspended = false;
        base_ = begun_->base;
        done_ = begun_->done;
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
        std::size_t const least = most / 2;
        if (auto const last = marks.find_last(least, most); last > least) return last;
        if (auto const next = marks.find(most); next < reachable.size()) return next;
        bool const too_short = behind == behind_text::anything && rest.size() < search_range;
        return too_short ? 0 : reachable.size();
    }

    /// Passes over what is too large to be read. \return How much of the text belongs to it.
    std::size_t skip(std::string_view rest, bool more) {
        std::size_t const size = state_.skipper->skip(rest);
        if (state_.skipper->done() || !more) state_.skipper.reset();
        return size;
    }

    /// \return How much of the piece is done with.
    std::size_t read_piece(std::size_t size) {
        stop_.reset();
        if (state_.lost) go_on_behind(1);
        else if (state_.suspended) {
            c_.began_before = c_.speculation && !begun_;
            end_document(documents_.resume(c_), 0);
        }
        state_.any |= !at_end();
        while (!stop_ && !at_end() && !c_.stopped()) read_next();
        if (!stop_ && !c_.more() && !c_.stopped()) {
            if (!state_.any) give_up("nothing is here; a JSON document belongs here");
            else if (state_.next != awaited::document && !state_.damaged) give_up({});
        }
        return stop_.value_or(size);
    }

    bool at_end() const { return cursor_.at == cursor_.last; }
    bool in_array() const { return state_.next != awaited::document; }

    void read_next() {
        char const next = cursor_.peek();
        if (state_.next == awaited::separator) {
            read_separator(next);
        } else if (state_.damaged && (next == ',' || next == ']' || next == '}')) {
            ++cursor_.at; // what is left of a damaged document
        } else if (state_.next == awaited::first_element && next == ']') {
            ++cursor_.at;
            state_.next = awaited::document;
        } else if (single_ && state_.ended) {
            give_up("one document belongs here, and nothing behind it");
        } else if (!single_ && !in_array() && next == '[') {
            ++cursor_.at;
            state_.next = awaited::first_element;
        } else {
            read_document();
        }
    }

    void read_separator(char next) {
        state_.next = next == ']' ? awaited::document : awaited::element;
        if (next == ',' || next == ']') ++cursor_.at;
        else if (!state_.damaged) give_up(json::cursor::expect_comma_or_bracket);
    }

    void read_document() {
        std::size_t const start = c_.offset();
        records_before_ = c_.summary.records;
        if (c_.speculation) mark_ = c_.speculation->here(c_);
        c_.began_before = false;
        c_.begin_document();
        end_document(is_remnant() ? broken(c_, path_node{}) : documents_.read(c_), start);
    }

    /// A document, or a part of one, has been read that began at `start`.
    void end_document(got result, std::size_t start) {
        bool const began = !state_.suspended;
        state_.suspended = result == got::suspended;
        if (state_.suspended && began && c_.speculation)
            begun_ = {mark_, done_ + start, json::behind(base_, cursor_.text().substr(0, start))};
        if (result == got::broken && c_.is_broken() && c_.summary.records == records_before_)
            result = starve(start);
        switch (result) {
        case got::suspended:
            stop_ = c_.stopped_at;
            if (std::exchange(c_.passes_over, false)) state_.skipper.emplace();
            return;
        case got::starved:
            c_.abandon_document();
            stop_ = start;
            return;
        case got::broken: return recover();
        case got::oversized:
            c_.passes_over = false;
            stop_ = start;
            state_.skipper.emplace();
            break;
        default: break;
        }
        c_.end_document();
        state_.ended = true;
        if (in_array()) state_.next = awaited::separator;
    }

    /// Whether a document that has no records yet is broken, or only ends behind the piece.
    got starve(std::size_t start) {
        if (!is_starved(c_, start, c_.marks().find(c_.damage))) return got::broken;
        if (!at_end() || cursor_.text().size() - start <= c_.options.max_record_bytes) return got::starved;
        c_.take_broken();
        c_.refuse_too_large();
        return got::oversized;
    }

    /// Whether no object begins here, and what does is not followed as a document is: what is left of a damaged
    /// one. Else nothing has moved.
    bool is_remnant() {
        auto const* const first = cursor_.at;
        if (cursor_.peek() == '{' || c_.offset() < whole_) return false;
        for (;;) {
            char const* too_deep = nullptr;
            if (!cursor_.skip_value(std::string_view::npos, too_deep)) return true;
            char const next = cursor_.peek();
            if (in_array() ? next == ']' : at_end()) break;
            bool const ends =
                in_array() ? next == ',' : next != ',' && next != ':' && next != ']' && next != '}';
            if (!ends) return !cursor_.fail_here("a document belongs here, or the end");
            if (!in_array()) break;
            ++cursor_.at;
            if (cursor_.peek() == '{') break;
        }
        whole_ = c_.offset();
        cursor_.at = first;
        return false;
    }

    /// What stands between documents is not JSON.
    void give_up(std::string_view what) {
        c_.shape = {};
        c_.damage = c_.offset();
        cursor_.fail_here(what);
        c_.report_syntax(path_node{});
        recover();
    }

    void recover() {
        state_.damaged = true;
        if (c_.is_broken()) c_.reject(0); // else the damaged record has been reported
        c_.hand_out();
        if (in_array()) state_.next = awaited::element;
        if (!c_.stopped()) go_on_behind(c_.damage);
    }

    /// Goes on at the next landmark from there on; the piece that has it may be still to come.
    void go_on_behind(std::size_t from) {
        whole_ = 0;
        auto const& marks = c_.marks();
        std::size_t const size = marks.text().size();
        for (auto next = single_ ? size : marks.find(from); next < size; next = marks.find(next + 1)) {
            bool const line = marks.at(next) == json::landmarks::kind::line;
            if (!line && !documents_.begins_with(marks.name(next))) continue;
            state_.damaged =
                in_array() || !line; // at the start of a line nothing is left of the document before
            state_.lost = false;
            if (!c_.move_to(next)) stop_ = next;
            return;
        }
        state_.lost = c_.more();
        cursor_.at = cursor_.last;
        if (state_.lost && !single_) stop_ = size - std::min(size, before_landmark);
    }

    /// So much of the text tells whether what comes behind it is a landmark.
    static constexpr std::size_t before_landmark = 256;

    context& c_;
    json::cursor& cursor_;
    Documents& documents_;
    json::structural_index& index_;
    std::span<std::string_view const> names_;
    std::size_t const usual_;
    std::size_t piece_size_;
    json::position base_;
    std::size_t done_ = 0; ///< of the text at hand
    bool single_;
    walk_state state_;
    struct beginning {
        speculation::mark before;
        std::size_t done;
        json::position base;
    };
    speculation::mark mark_{};
    std::optional<beginning> begun_;  ///< of the document that the piece leaves in its records
    std::size_t records_before_ = 0;  ///< the document at hand
    std::size_t whole_ = 0;           ///< up to here the values of an array have been looked through
    std::optional<std::size_t> stop_; ///< no more can be read of the piece from here on
};

} // namespace dynabackup::detail
