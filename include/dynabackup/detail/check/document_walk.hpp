#pragma once
/// \file
/// The documents of a window: one, several one after the other, one a line, or an array of them, in any layout.

#include <dynabackup/detail/check/document_reader.hpp>
#include <dynabackup/detail/check/walk_place.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

enum class layout : unsigned char { single, any };

/// Walks over the documents of a window, and goes on with the next one. Damage costs the damaged record: one
/// finding, and reading goes on at the next sync point.
class document_walk {
public:
    document_walk(text_session& s, document_reader& documents, layout expected)
        : s_(s), cursor_(s.read.cursor), documents_(documents), single_(expected == layout::single) {}

    walk_state state;

    /// Another text is read from now on.
    void begin_text() {
        begun_.reset();
        whole_ = 0;
    }

    /// Reads the window that the session has at hand, its tokens listed.
    /// \return How much of it is done with; the next window is to begin there.
    std::size_t read_window() {
        std::size_t const size = cursor_.text().size();
        stop_.reset();
        whole_ = 0;
        if (state.phase == walk_phase::searching) {
            search(1);
        } else if (state.phase == walk_phase::in_records) {
            s_.began_before = s_.speculation && !begun_;
            if (s_.visitor) s_.visitor->begin_document(true);
            end_document(documents_.resume(s_), 0);
        }
        if (!at_end()) state.advance(walk_progress::something);
        while (!stop_ && !at_end() && !s_.findings.stopped()) read_next();
        if (!stop_ && !s_.more() && !s_.findings.stopped()) {
            if (state.progress == walk_progress::nothing) {
                if (!s_.scope.may_be_empty) give_up("nothing is here; a JSON document belongs here");
            } else if (state.next != awaited::document && !state.after_damage) give_up({});
        }
        return stop_.value_or(size);
    }

    /// Of a document that began in the text, and goes on behind it, nothing has been read: only who will have what
    /// comes behind can read it. \return Where in the text it begins, if there is one.
    std::optional<std::size_t> take_back() {
        if (state.phase != walk_phase::in_records || !begun_) return std::nullopt;
        s_.speculation->back_to(s_, begun_->before);
        --s_.summary().documents;
        s_.findings.drop(0);
        s_.read.resume.objects.clear();
        state.phase = walk_phase::between_documents;
        return begun_->offset;
    }

private:
    bool at_end() const { return cursor_.at == cursor_.last; }
    bool in_array() const { return state.next != awaited::document; }

    void read_next() {
        char const next = cursor_.peek();
        if (state.next == awaited::separator) {
            read_separator(next);
        } else if (state.after_damage && (next == ',' || next == ']' || next == '}')) {
            ++cursor_.at; // what is left of a damaged document
        } else if (state.next == awaited::first_element && next == ']') {
            ++cursor_.at;
            state.next = awaited::document;
        } else if (single_ && state.progress >= walk_progress::document) {
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
        else if (!state.after_damage) give_up(json::cursor::expect_comma_or_bracket);
    }

    void read_document() {
        std::size_t const start = s_.offset();
        records_before_ = s_.summary().records;
        if (s_.speculation) mark_ = s_.speculation->here(s_);
        s_.began_before = false;
        if (s_.visitor) s_.visitor->begin_document(false);
        s_.begin_document();
        end_document(is_remnant() ? not_json(s_.read, path_node{}) : documents_.read(s_), start);
    }

    /// A document, or a part of one, has been read that began at `start`.
    void end_document(read_status result, std::size_t start) {
        bool const began = state.phase != walk_phase::in_records;
        state.phase = walk_phase::between_documents;
        auto why = result.why;
        if (why == stop_reason::not_json && began && s_.findings.is_broken() &&
            s_.summary().records == records_before_)
            why = judge_end(start);
        switch (why) {
        case stop_reason::window_ends_in_list:
            if (began && s_.speculation) begun_ = {mark_, s_.findings.text_offset(start)};
            state.phase = walk_phase::in_records;
            stop_ = s_.stopped_at;
            if (std::exchange(s_.passes_over, false)) state.passing_over.emplace();
            return;
        case stop_reason::window_ends_in_value:
            s_.abandon_document();
            stop_ = start;
            return;
        case stop_reason::not_json: return recover();
        case stop_reason::too_large:
            s_.passes_over = false;
            stop_ = start;
            state.passing_over.emplace();
            break;
        case stop_reason::none:
        case stop_reason::other_shape: break;
        }
        if (s_.visitor && result.is_read())
            s_.visitor->end_document(*documents_.last_shape()->shape, documents_.last_model(),
                                     visit_info(s_));
        s_.end_document();
        state.advance(walk_progress::document);
        if (in_array()) state.next = awaited::separator;
    }

    /// Whether a document that has no records yet is broken, or only ends after the window.
    stop_reason judge_end(std::size_t start) {
        if (!is_starved(s_, start, s_.marks().find(s_.damage))) return stop_reason::not_json;
        if (!reached_end(cursor_) || cursor_.text().size() - start <= s_.options.max_record_bytes)
            return stop_reason::window_ends_in_value;
        s_.findings.take_broken();
        s_.refuse_too_large();
        return stop_reason::too_large;
    }

    /// Whether no object begins here, and what does is not followed as a document is: what is left of a damaged
    /// one. Else nothing has moved.
    bool is_remnant() {
        auto const* const first = cursor_.at;
        if (cursor_.peek() == '{' || s_.offset() < whole_) return false;
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
        whole_ = s_.offset();
        cursor_.at = first;
        return false;
    }

    /// What stands between documents is not JSON.
    void give_up(std::string_view what) {
        s_.findings.shape = {};
        s_.damage = s_.offset();
        cursor_.fail_here(what);
        s_.findings.report_syntax(path_node{}, cursor_);
        recover();
    }

    void recover() {
        state.after_damage = true;
        if (s_.findings.is_broken()) s_.reject(0); // else the damaged record has been reported
        s_.findings.hand_out();
        if (in_array()) state.next = awaited::element;
        if (!s_.findings.stopped()) search(s_.damage);
    }

    /// Goes on at the next sync point from there on; the window that has it may be still to come.
    void search(std::size_t from) {
        whole_ = 0;
        auto const& marks = s_.marks();
        std::size_t const size = marks.text().size();
        for (auto next = single_ ? size : marks.find(from); next < size; next = marks.find(next + 1)) {
            bool const line = marks.at(next) == json::sync_points::kind::line;
            if (!line && !documents_.begins_with(marks.name(next))) continue;
            state.after_damage =
                in_array() || !line; // at the start of a line nothing is left of the document before
            state.phase = walk_phase::between_documents;
            if (!s_.move_to(next)) stop_ = next;
            return;
        }
        if (s_.more()) state.phase = walk_phase::searching;
        cursor_.at = cursor_.last;
        if (s_.more() && !single_) stop_ = size - std::min(size, before_sync_point);
    }

    /// So much of the text tells whether what comes behind it is a sync point.
    static constexpr std::size_t before_sync_point = 256;

    text_session& s_;
    json::cursor& cursor_;
    document_reader& documents_;
    bool single_;
    struct beginning {
        speculation::mark before;
        std::size_t offset; ///< in the text
    };
    speculation::mark mark_{};
    std::optional<beginning> begun_;  ///< of the document that the window leaves in its records
    std::size_t records_before_ = 0;  ///< the document at hand
    std::size_t whole_ = 0;           ///< up to here the values of an array have been looked through
    std::optional<std::size_t> stop_; ///< no more can be read of the window from here on
};

} // namespace dynabackup::detail
