#pragma once
/// \file
/// The containers of other JSON around the documents in it, and a walk over their values.

#include <dynabackup/detail/check/session.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// What comes next in a container.
enum class inner_place : unsigned char { first_key, key, first_value, value, separator };

/// An object that is not a known document, and the containers in it down to the current value. Kept from window to
/// window.
struct containers_around {
    struct level {
        bool is_object;
        std::string name = {}; ///< of the current member
        std::size_t index = 0; ///< of the current element
    };
    std::vector<level> levels; ///< the outermost one first; none: no such object is being read
    inner_place next = inner_place::first_key;
    bool found = false;                  ///< the object holds a known document
    std::optional<finding> unrecognized; ///< to be reported unless the object holds a known document

    bool empty() const { return levels.empty(); }
    void clear() { *this = {}; }
};

/// Walks over the containers. Stops at each value that may be a document or hold one.
class container_walk {
public:
    container_walk(text_session& s, containers_around& around) : s_(s), around_(around) {}

    enum class stop {
        object,  ///< at an object
        text,    ///< at a string
        end,     ///< after the outermost container
        starved, ///< more text is needed
        broken   ///< the text is not JSON; this has been noted
    };

    /// Enters the container at the cursor. Returns false if it is nested too deeply.
    bool enter() {
        auto& levels = around_.levels;
        if (levels.size() >= s_.options.max_depth) return false;
        bool const is_object = s_.read.cursor.peek() == '{';
        levels.push_back({is_object});
        ++s_.read.cursor.at;
        around_.next = is_object ? inner_place::first_key : inner_place::first_value;
        return true;
    }

    /// Moves to the next value that may be a document or hold one.
    stop go_on() {
        auto& cursor = s_.read.cursor;
        for (;;) {
            auto& at = around_.levels.back();
            char const c = cursor.peek();
            if (is_starved(c)) return stop::starved;
            switch (around_.next) {
            case inner_place::separator:
                if (c == ',') {
                    ++cursor.at;
                    ++at.index;
                    around_.next = at.is_object ? inner_place::key : inner_place::value;
                } else if (c == (at.is_object ? '}' : ']')) {
                    if (leave()) return stop::end;
                } else {
                    return fail(at.is_object ? json::cursor::expect_comma_or_brace
                                             : json::cursor::expect_comma_or_bracket);
                }
                break;
            case inner_place::first_key:
                if (c == '}') {
                    if (leave()) return stop::end;
                    break;
                }
                [[fallthrough]];
            case inner_place::key: {
                auto const* const key = cursor.at;
                if (!cursor.skip_key()) return note_broken(key);
                at.name = json::member_name(cursor.text(), key, s_.read.scratch);
                around_.next = inner_place::value;
                break;
            }
            case inner_place::first_value:
                if (c == ']') {
                    if (leave()) return stop::end;
                    break;
                }
                [[fallthrough]];
            case inner_place::value:
                if (c == '{') return stop::object;
                if (c == '"') return stop::text;
                if (c == '[' && enter()) break;
                if (auto const why = pass_over(); why != stop::end) return why;
            }
        }
    }

    /// Skips the value at the cursor. Returns `end`, or why it could not.
    stop pass_over() {
        auto& cursor = s_.read.cursor;
        auto const* const first = cursor.at;
        s_.read.depth = around_.levels.size();
        if (!skip(s_.read, path(), value_read).stopped()) {
            around_.next = inner_place::separator;
            return stop::end;
        }
        return judge(first);
    }

    /// Returns the path to the current value; before a member's name, the path to its object. Valid until the walk
    /// continues.
    path_node const& path() {
        bool const before_name = !around_.levels.empty() &&
                                 (around_.next == inner_place::first_key || around_.next == inner_place::key);
        auto const levels = std::span(around_.levels).first(around_.levels.size() - before_name);
        nodes_.clear();
        nodes_.reserve(levels.size() + 1);
        nodes_.push_back({});
        for (auto const& l : levels)
            nodes_.push_back(
                {&nodes_.back(), l.is_object ? path_step(std::string_view(l.name)) : path_step(l.index)});
        return nodes_.back();
    }

private:
    /// Whether the window may end inside the next name or value, which begins with that byte. The end of a name, or of
    /// a value other than a container, is certain only if another token follows.
    bool is_starved(char c) const {
        bool const is_alone = around_.next == inner_place::separator || json::opens(c) || json::closes(c);
        return s_.more() && s_.read.cursor.size() < (is_alone ? 1 : 2);
    }

    /// Leaves a container. Returns whether it was the outermost one.
    bool leave() {
        ++s_.read.cursor.at;
        around_.levels.pop_back();
        around_.next = inner_place::separator;
        return around_.levels.empty();
    }

    stop fail(std::string_view what) {
        s_.read.cursor.fail_here(what);
        return note_broken(s_.read.cursor.at);
    }
    stop note_broken(token from) {
        s_.findings.report_syntax(path(), s_.read.cursor);
        return judge(from);
    }

    /// Decides why the text could not be read from a token on. If the window ends too early to decide, reading resumes
    /// there with the next window. Otherwise the text is damaged, and reading searches from there for a place where it
    /// can resume.
    stop judge(token from) {
        auto& cursor = s_.read.cursor;
        std::size_t const size = cursor.text().size(), start = from == cursor.last ? size : *from;
        s_.damage = start;
        bool const is_cut =
            (s_.more() && reached_end(cursor)) || (size - start <= s_.options.max_record_bytes &&
                                                   detail::is_starved(s_, start, s_.marks().find(start)));
        if (!is_cut) return stop::broken;
        s_.findings.take_broken();
        cursor.at = from;
        return stop::starved;
    }

    text_session& s_;
    containers_around& around_;
    std::vector<path_node> nodes_;
};

} // namespace dynabackup::detail
