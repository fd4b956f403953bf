#pragma once
/// \file
/// The documents of a piece of text: one, several behind each other, one a line, or an array of them, in any layout.

#include <dynabackup/document.hpp>
#include <dynabackup/walk_place.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

enum class layout : unsigned char { single, any };

/// Walks over the documents of a piece of text, and goes on with the next one. Damage costs the damaged record: one
/// finding, and reading goes on at the next landmark.
class document_walk {
public:
    document_walk(context& c, document_reader& documents, layout expected)
        : c_(c), cursor_(c.cursor), documents_(documents), single_(expected == layout::single) {}

    walk_state state;

    /// Another text is read from now on.
    void begin_text() {
        begun_.reset();
        whole_ = 0;
    }

    /// Reads the piece that the context has at hand, its tokens listed.
    /// \return How much of it is done with; the next piece is to begin there.
    std::size_t read_piece() {
        std::size_t const size = cursor_.text().size();
        stop_.reset();
        whole_ = 0;
        if (state.lost) go_on_behind(1);
        else if (state.suspended) {
            c_.began_before = c_.speculation && !begun_;
            end_document(documents_.resume(c_), 0);
        }
        state.any |= !at_end();
        while (!stop_ && !at_end() && !c_.stopped()) read_next();
        if (!stop_ && !c_.more() && !c_.stopped()) {
            if (!state.any) give_up("nothing is here; a JSON document belongs here");
            else if (state.next != awaited::document && !state.damaged) give_up({});
        }
        return stop_.value_or(size);
    }

    /// Of a document that began in the text, and goes on behind it, nothing has been read: only who will have what
    /// comes behind can read it. \return Where in the text it begins, if there is one.
    std::optional<std::size_t> take_back() {
        if (!state.suspended || !begun_) return std::nullopt;
        c_.speculation->back_to(c_, begun_->before);
        --c_.summary.documents;
        c_.drop(0);
        c_.suspended_objects.clear();
        state.suspended = false;
        return begun_->offset;
    }

private:
    bool at_end() const { return cursor_.at == cursor_.last; }
    bool in_array() const { return state.next != awaited::document; }

    void read_next() {
        char const next = cursor_.peek();
        if (state.next == awaited::separator) {
            read_separator(next);
        } else if (state.damaged && (next == ',' || next == ']' || next == '}')) {
            ++cursor_.at; // what is left of a damaged document
        } else if (state.next == awaited::first_element && next == ']') {
            ++cursor_.at;
            state.next = awaited::document;
        } else if (single_ && state.ended) {
            give_up("one document belongs here, and nothing behind it");
        } else if (!single_ && !in_array() && next == '[') {
            ++cursor_.at;
            state.next = awaited::first_element;
        } else {
            read_document();
        }
    }

    void read_separator(char next) {
        state.next = next == ']' ? awaited::document : awaited::element;
        if (next == ',' || next == ']') ++cursor_.at;
        else if (!state.damaged) give_up(json::cursor::expect_comma_or_bracket);
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
        bool const began = !state.suspended;
        state.suspended = result == got::suspended;
        if (state.suspended && began && c_.speculation) begun_ = {mark_, c_.text_offset(start)};
        if (result == got::broken && began && c_.is_broken() && c_.summary.records == records_before_)
            result = starve(start);
        switch (result) {
        case got::suspended:
            stop_ = c_.stopped_at;
            if (std::exchange(c_.passes_over, false)) state.skipper.emplace();
            return;
        case got::starved:
            c_.abandon_document();
            stop_ = start;
            return;
        case got::broken: return recover();
        case got::oversized:
            c_.passes_over = false;
            stop_ = start;
            state.skipper.emplace();
            break;
        default: break;
        }
        c_.end_document();
        state.ended = true;
        if (in_array()) state.next = awaited::separator;
    }

    /// Whether a document that has no records yet is broken, or only ends behind the piece.
    got starve(std::size_t start) {
        if (!is_starved(c_, start, c_.marks().find(c_.damage))) return got::broken;
        if (!reached_end(cursor_) || cursor_.text().size() - start <= c_.options.max_record_bytes)
            return got::starved;
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
        state.damaged = true;
        if (c_.is_broken()) c_.reject(0); // else the damaged record has been reported
        c_.hand_out();
        if (in_array()) state.next = awaited::element;
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
            state.damaged =
                in_array() || !line; // at the start of a line nothing is left of the document before
            state.lost = false;
            if (!c_.move_to(next)) stop_ = next;
            return;
        }
        state.lost = c_.more();
        cursor_.at = cursor_.last;
        if (state.lost && !single_) stop_ = size - std::min(size, before_landmark);
    }

    /// So much of the text tells whether what comes behind it is a landmark.
    static constexpr std::size_t before_landmark = 256;

    context& c_;
    json::cursor& cursor_;
    document_reader& documents_;
    bool single_;
    struct beginning {
        speculation::mark before;
        std::size_t offset; ///< in the text
    };
    speculation::mark mark_{};
    std::optional<beginning> begun_;  ///< of the document that the piece leaves in its records
    std::size_t records_before_ = 0;  ///< the document at hand
    std::size_t whole_ = 0;           ///< up to here the values of an array have been looked through
    std::optional<std::size_t> stop_; ///< no more can be read of the piece from here on
};

} // namespace dynabackup::detail
