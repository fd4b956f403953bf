#pragma once
/// \file
/// Walks over the documents of a window: one, several, one per line, or an array of them, in any layout.

#include <dynabackup/detail/check/containers_around.hpp>
#include <dynabackup/detail/check/document_reader.hpp>
#include <dynabackup/detail/check/nested_text.hpp>
#include <dynabackup/detail/check/walk_place.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

enum class layout : unsigned char { single, any };

/// Reads the documents of a text. Defined in text_walk.hpp.
inline void read_documents(text_session& s, document_reader& documents, std::string_view text);

/// Walks over the documents of a window, and continues with the next window. Damage costs the damaged record: it is one
/// finding, and reading resumes at the next sync point.
class document_walk {
public:
    document_walk(text_session& s, document_reader& documents, layout expected)
        : s_(s), cursor_(s.read.cursor), documents_(documents), inside_(s, state.around),
          single_(expected == layout::single) {}

    walk_state state;

    /// Begins another text.
    void begin_text() {
        begun_.reset();
        whole_ = 0;
    }

    /// Reads the current window of the session. \pre Its tokens are listed.
    /// \return The number of bytes that are done; the next window must begin there.
    std::size_t read_window() {
        std::size_t const size = cursor_.text().size();
        stop_.reset();
        whole_ = 0;
        if (state.phase == walk_phase::searching) {
            search(1);
        } else if (state.phase == walk_phase::in_records) {
            s_.root = state.around.empty() ? &s_.whole_document : &inside_.path();
            s_.began_before = s_.speculation && !begun_;
            if (s_.visitor) s_.visitor->begin_document(true);
            end_document(documents_.resume(s_), 0);
        }
        if (!at_end()) state.advance(walk_progress::something);
        while (!stop_ && !at_end() && !s_.findings.stopped()) read_next();
        if (!stop_ && !s_.more() && !s_.findings.stopped()) {
            if (state.progress == walk_progress::nothing && (s_.options.allow_empty || s_.scope.may_be_empty))
                state.advance(walk_progress::something);
            else if (state.progress == walk_progress::nothing)
                give_up("the text is empty; expected a JSON document");
            else if ((in_array() && !state.after_damage) || !state.around.empty()) give_up({});
        }
        return stop_.value_or(size);
    }

    /// Takes back what was read of a document that began in the text and continues after it: only the reader of the
    /// following text can read it. \return The place in the text where it begins, if there is such a document.
    std::optional<std::size_t> take_back() {
        if (state.phase != walk_phase::in_records || !begun_) return std::nullopt;
        s_.speculation->back_to(s_, begun_->before);
        if (state.around.empty()) --s_.summary().documents;
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
        if (!state.around.empty()) {
            read_inside();
        } else if (state.next == awaited::separator) {
            read_separator(next);
        } else if (state.after_damage && (next == ',' || next == ']' || next == '}')) {
            ++cursor_.at; // a remnant of a damaged document
        } else if (state.after_damage && next == '"' && cursor_.size() > 1 &&
                   cursor_.text()[cursor_.at[1]] == ':') {
            cursor_.at += 2; // a remnant, too
        } else if (state.next == awaited::first_element && next == ']') {
            end_array();
        } else if (single_ && state.progress >= walk_progress::document) {
            give_up("expected the end of the text after one document");
        } else if (next == '[' && may_enter_array()) {
            ++cursor_.at;
            ++state.arrays;
            state.next = awaited::first_element;
        } else {
            read_document();
        }
    }

    /// Whether an array of documents may begin here. Inside another array, only if documents are recognised. An array
    /// in a string is other JSON, whose elements have their index in paths.
    bool may_enter_array() const {
        return !single_ && s_.nesting == 0 &&
               (state.arrays == 0 || (documents_.recognizes() && state.arrays < s_.options.max_depth));
    }

    void end_array() {
        ++cursor_.at;
        state.arrays -= state.arrays != 0;
        state.next = state.arrays == 0 ? awaited::document : awaited::separator;
    }

    void read_separator(char next) {
        if (next == ']') return end_array();
        state.next = awaited::element;
        if (next == ',') ++cursor_.at;
        else if (!state.after_damage) give_up(json::cursor::expect_comma_or_bracket);
    }

    void read_document() {
        std::size_t const start = s_.offset();
        records_before_ = s_.summary().records;
        if (s_.speculation) mark_ = s_.speculation->here(s_);
        s_.began_before = false;
        if (s_.visitor) s_.visitor->begin_document(false);
        s_.begin_document();
        if (is_remnant()) return end_document(not_json(s_.read, path_node{}), start);
        if (documents_.recognizes() && read_recognized_scalar(start)) return;
        auto const result = documents_.read(s_);
        if (result.why == stop_reason::unknown) enter_unknown(start);
        else end_document(result, start);
    }

    /// Reads null, which is not a document, or a string that holds documents. Returns false if the value is neither.
    bool read_recognized_scalar(std::size_t start) {
        char const next = cursor_.peek();
        if (next != 'n' && next != '"') return false;
        if (s_.more() && cursor_.size() < 2) {
            end_document(stop(stop_reason::window_ends_in_value), start);
            return true;
        }
        if (next == '"') {
            auto const* const first = cursor_.at;
            if (read_text(s_.whole_document)) {
                end_document(value_absent, start);
                return true;
            }
            cursor_.at = first;
            return false;
        }
        if (cursor_.token() != "null") return false;
        ++cursor_.at;
        s_.abandon_document();
        state.advance(walk_progress::document);
        if (in_array()) state.next = awaited::separator;
        return true;
    }

    // ---- documents inside other JSON ----

    /// Enters an object that is not a known document, but may hold some. Waits until its end is known, so that none of
    /// its members can still make it a known document, or until it is larger than the limit of a document that is not a
    /// list.
    void enter_unknown(std::size_t start) {
        bool const ends = !s_.more() || cursor_.behind(cursor_.at) != cursor_.last;
        if (!ends && cursor_.text().size() - start <= s_.options.max_record_bytes)
            return end_document(stop(stop_reason::window_ends_in_value), start);
        cursor_.index_containers();
        auto& around = state.around;
        if (around.empty()) around.unrecognized = unrecognized_here();
        if (!inside_.enter()) pass_over_inside();
    }

    std::optional<finding> unrecognized_here() {
        auto const before = s_.findings.pending.size();
        s_.findings.report(reading::unrecognized, path_node{}, cursor_.at, documents_.explain_unknown(s_));
        if (s_.findings.pending.size() == before) return {};
        finding f = std::move(s_.findings.pending.back());
        s_.findings.pending.pop_back();
        s_.findings.place(f);
        return f;
    }

    /// Continues in an object that is not a known document.
    void read_inside() {
        switch (inside_.go_on()) {
        case container_walk::stop::object: return read_embedded();
        case container_walk::stop::text: return read_embedded_text();
        case container_walk::stop::end: return leave_unknown();
        case container_walk::stop::starved: return starve();
        case container_walk::stop::broken: return recover();
        }
    }

    void read_embedded() {
        std::size_t const start = s_.offset();
        auto const known = s_.known_documents;
        records_before_ = s_.summary().records;
        if (s_.speculation) mark_ = s_.speculation->here(s_);
        s_.began_before = false;
        if (s_.visitor) s_.visitor->begin_document(false);
        s_.begin_embedded(inside_.path());
        s_.read.depth = state.around.levels.size();
        auto const result = documents_.read(s_);
        state.around.found |= s_.known_documents != known;
        if (result.why == stop_reason::unknown) enter_unknown(start);
        else end_document(result, start);
    }

    void read_embedded_text() {
        auto const* const first = cursor_.at;
        if (read_text(inside_.path())) {
            state.around.found = true;
            state.around.next = inner_place::separator;
            return;
        }
        cursor_.at = first;
        pass_over_inside();
    }

    void pass_over_inside() {
        auto const why = inside_.pass_over();
        if (why == container_walk::stop::starved) starve();
        else if (why == container_walk::stop::broken) recover();
    }

    /// Reads the documents in the text of the string at the cursor. Returns false if there are none.
    bool read_text(path_node const& where) {
        constexpr unsigned most_nesting = 8;
        auto const* const first = cursor_.at;
        auto const quoted = cursor_.token();
        if (s_.nesting == most_nesting || quoted.size() < 4 || !may_be_document(quoted.substr(1)))
            return false;
        std::string_view inside;
        if (!cursor_.read_string(inside, s_.read.scratch)) return false;
        std::string const text(inside);
        if (!nested_) nested_ = documents_.another();
        return nested_text(s_, where, first).read([&](text_session& inner) {
            read_documents(inner, *nested_, text);
        });
    }

    /// Handles a window that ends in the value at the cursor: the value is read with more text, or skipped if it is too
    /// large.
    void starve() {
        std::size_t const start = s_.offset();
        stop_ = start;
        if (cursor_.text().size() - start <= s_.options.max_record_bytes) return;
        ++s_.summary().records;
        s_.reject_too_large(s_.findings.pending.size(), inside_.path(), cursor_.at);
        state.passing_over.emplace();
        state.around.next = inner_place::separator;
    }

    void leave_unknown() {
        auto& around = state.around;
        if (!around.found && around.unrecognized)
            s_.findings.pending.push_back(std::move(*around.unrecognized));
        around.clear();
        s_.root = &s_.whole_document;
        s_.findings.hand_out();
        state.advance(walk_progress::document);
        if (in_array()) state.next = awaited::separator;
    }

    // ---- the end of a document, and damage ----

    /// Ends the reading of a document, or of a part of one, that began at `start`.
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
        case stop_reason::unknown:
        case stop_reason::other_shape: break;
        }
        if (s_.visitor && result.is_read())
            s_.visitor->end_document(*documents_.last_shape()->shape, documents_.last_model(),
                                     visit_info(s_));
        s_.end_document();
        if (!state.around.empty()) {
            state.around.next = inner_place::separator;
            return;
        }
        state.advance(walk_progress::document);
        if (in_array()) state.next = awaited::separator;
    }

    /// Decides whether a document without records so far is invalid, or only ends after the window.
    stop_reason judge_end(std::size_t start) {
        if (!is_starved(s_, start, s_.marks().find(s_.damage))) return stop_reason::not_json;
        if (!reached_end(cursor_) || cursor_.text().size() - start <= s_.options.max_record_bytes)
            return stop_reason::window_ends_in_value;
        s_.findings.take_broken();
        s_.refuse_too_large();
        return stop_reason::too_large;
    }

    /// Whether the next value is a remnant of a damaged document: it is not an object, and is not followed by what may
    /// follow a document. If not, the cursor has not moved.
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
            if (!ends) return !cursor_.fail_here("expected a document or the end");
            if (!in_array()) break;
            ++cursor_.at;
            if (cursor_.peek() == '{') break;
        }
        whole_ = s_.offset();
        cursor_.at = first;
        return false;
    }

    /// Reports that the text between documents is not JSON.
    void give_up(std::string_view what) {
        s_.findings.shape = {};
        s_.damage = s_.offset();
        cursor_.fail_here(what);
        s_.findings.report_syntax(inside_.path(), cursor_);
        recover();
    }

    void recover() {
        state.after_damage = true;
        state.around.clear();
        s_.root = &s_.whole_document;
        if (s_.findings.is_broken()) s_.reject(0); // otherwise the damaged record has been reported
        s_.findings.hand_out();
        if (in_array()) state.next = awaited::element;
        if (!s_.findings.stopped()) search(s_.damage);
    }

    /// Searches for the next sync point from there on, and resumes reading at it. It may be in a later window.
    void search(std::size_t from) {
        whole_ = 0;
        auto const& marks = s_.marks();
        std::size_t const size = marks.text().size();
        for (auto next = single_ ? size : marks.find(from); next < size; next = marks.find(next + 1)) {
            bool const line = marks.at(next) == json::sync_points::kind::line;
            if (!line && !documents_.begins_with(marks.name(next))) continue;
            state.after_damage =
                in_array() || !line; // at the start of a line there are no remnants of the document before
            state.phase = walk_phase::between_documents;
            if (!s_.move_to(next)) stop_ = next;
            return;
        }
        if (s_.more()) state.phase = walk_phase::searching;
        cursor_.at = cursor_.last;
        if (s_.more() && !single_) stop_ = size - std::min(size, before_sync_point);
    }

    /// This many bytes before a place decide whether it is a sync point.
    static constexpr std::size_t before_sync_point = 256;

    text_session& s_;
    json::cursor& cursor_;
    document_reader& documents_;
    container_walk inside_;
    std::unique_ptr<document_reader> nested_; ///< reads texts in strings
    bool single_;
    struct beginning {
        speculation::mark before;
        std::size_t offset; ///< in the text
    };
    speculation::mark mark_{};
    std::optional<beginning> begun_;  ///< the document in whose records the window ends
    std::size_t records_before_ = 0;  ///< the number of records before the current document
    std::size_t whole_ = 0;           ///< the values of an array have been examined up to this place
    std::optional<std::size_t> stop_; ///< the window cannot be read from this place on
};

} // namespace dynabackup::detail
