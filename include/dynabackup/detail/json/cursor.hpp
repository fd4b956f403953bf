#pragma once
/// \file
/// A position in a structural index, and the tokens there. Every token is bounded by the offset of the next one, so
/// nothing outside the text is read, however the text ends.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/containers.hpp>
#include <dynabackup/detail/json/decimal.hpp>
#include <dynabackup/detail/json/same_bytes.hpp>
#include <dynabackup/detail/json/string_token.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/detail/json/text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::json {

constexpr bool is_number(char c) { return c == '-' || (c >= '0' && c <= '9'); }
constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// The place of reading, small enough for registers: the part of a cursor that the hot path needs.
struct token_cursor {
    std::uint32_t const* at = nullptr;   ///< the token that is read next
    std::uint32_t const* last = nullptr; ///< after the last token
    char const* text_begin = nullptr;
    /// The text from a token before this one is plain: see is_plain.
    std::uint32_t const* plain_until = nullptr;

    /// This many bytes can be read from a plain place on, to be compared with a name.
    static constexpr std::size_t margin = 32;

    /// Whether there are four more tokens (a member's name, colon and value, and the token after it), the first stage
    /// accepted them, and there is no backslash in them.
    DYNABACKUP_ALWAYS_INLINE bool is_plain() const { return at < plain_until; }

    /// Returns the first byte of the next token; NUL at the end of the text.
    DYNABACKUP_ALWAYS_INLINE char peek() const { return at != last ? text_begin[*at] : '\0'; }

    /// Returns the next token without the white space after it. \pre The cursor is not at the end.
    DYNABACKUP_ALWAYS_INLINE std::string_view token() const {
        char const* const first = text_begin + at[0];
        char const* behind = text_begin + at[1];
        if (is_space(behind[-1])) behind = before_space(first, behind);
        return {first, static_cast<std::size_t>(behind - first)};
    }

    /// Reads a string. Does not move if there is none. \pre is_plain()
    DYNABACKUP_ALWAYS_INLINE bool read_plain_string(std::string_view& out) {
        char const* const first = text_begin + at[0];
        char const* behind = text_begin + at[1];
        if (*first != '"') [[unlikely]]
            return false;
        while (*--behind != '"') {} // only white space follows the closing quote
        out = {first + 1, static_cast<std::size_t>(behind - first - 1)};
        ++at;
        return true;
    }

    /// Reads an integer of up to sixteen digits. Does not move if there is none. \pre is_plain(), and sixteen bytes can
    /// be loaded after the sign.
    DYNABACKUP_ALWAYS_INLINE bool read_plain_integer(std::int64_t& out) {
        char const* const first = text_begin + at[0];
        bool const negative = *first == '-';
        std::uint64_t value = 0;
        char const* const digits = first + negative;
        char const* const end = detail::read_leading_digits(digits, value);
        if (end == digits || (*digits == '0' && end != digits + 1)) [[unlikely]]
            return false;
        if (end != text_begin + at[1] && !is_space(*end)) [[unlikely]]
            return false;
        out = static_cast<std::int64_t>(negative ? 0 - value : value);
        ++at;
        return true;
    }

private:
    /// Returns the end of a token in [first, end), without the space after it. \pre The first byte is not a space.
    /// Pretty-printers indent by many spaces.
    DYNABACKUP_ALWAYS_INLINE static char const* before_space(char const* first, char const* end) {
        while (end - first > 8 && same_bytes<8>(end - 8, "        ")) end -= 8;
        while (is_space(end[-1])) --end;
        return end;
    }
};

class cursor : public token_cursor {
public:
    /// This many bytes are loaded where a number is read.
    static constexpr std::size_t number_margin = 32;

    /// At a plain token before this one, the third token may be a number that is loaded without regard to its end.
    std::uint32_t const* numbers_until = nullptr;
    syntax_error error; ///< why the last function failed

    cursor() = default;

    /// `checked`: the first stage has found that the text is UTF-8, and that strings have an end and no control
    /// characters.
    cursor(std::string_view text, std::uint32_t const* first_token, std::uint32_t const* last_token,
           bool checked)
        : token_cursor{first_token, last_token, text.data(), first_token}, numbers_until(first_token),
          text_end_(text.data() + text.size()), checked_(checked) {
        if (checked && at != last) find_backslash(text_begin);
    }

    std::string_view text() const { return {text_begin, static_cast<std::size_t>(text_end_ - text_begin)}; }
    std::size_t size() const { return static_cast<std::size_t>(last - at); }

    /// Returns the place of the next token; the end of the text after the last one.
    char const* place() const { return at != last ? text_begin + *at : text_end_; }

    /// Reads a string whose token begins with a quote. A string with escapes is read into `scratch`.
    bool read_string(std::string_view& out, std::string& scratch) {
        auto const quoted = token();
        if (!is_string(quoted)) [[unlikely]]
            return fail_in_string(quoted);
        out = quoted.substr(1, quoted.size() - 2);
        if (has_escape(out)) [[unlikely]] {
            if (auto const* bad = unescape(out.data(), out.data() + out.size(), scratch))
                return fail(bad, bad_escape);
            out = scratch;
        }
        ++at;
        return true;
    }

    /// Skips one value of any kind, and checks its whole grammar. `levels`: the number of levels that values may nest
    /// below this one; `too_deep` gets the place of the first value below that. Complexity: linear, and constant for a
    /// value inside one that has failed. Memory: one bit per level. Does not recurse.
    bool skip_value(std::size_t levels, char const*& too_deep) {
        if (failed_.contains(at)) [[unlikely]] {
            at = failed_at_;
            error = failure_;
            return false;
        }
        auto const* const first = at;
        if (walk(levels, too_deep)) [[likely]]
            return true;
        if (at - first > 64) {
            failed_.assign(text(), first, at);
            failed_at_ = at;
            failure_ = error;
        }
        return false;
    }

    /// Returns the token after a value, found by its brackets only; `last` if the value has no end.
    std::uint32_t const* behind(std::uint32_t const* value) {
        if (auto const* const end = known_end(value)) return end;
        if (open_.contains(value)) [[unlikely]]
            return last;
        auto const* const end = behind_value(text(), value);
        if (end == last && end - value > 64) open_.assign(text(), value, end);
        return end;
    }

    /// Notes the end of each container from here on, so that `behind` takes constant time. Call it once for the tokens
    /// of a cursor.
    /// Memory: four bytes per token.
    void index_containers() {
        if (ends_from_) return;
        ends_from_ = at;
        ends_.assign(size(), 0);
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < ends_.size(); ++i) {
            char const c = text_begin[at[i]];
            if (opens(c)) {
                open.push_back(i);
            } else if (closes(c) && !open.empty()) {
                ends_[open.back()] = i + 1;
                open.pop_back();
            }
        }
        for (auto const i : open) ends_[i] = static_cast<std::uint32_t>(ends_.size());
    }

    /// Skips a string, a number or a literal.
    bool skip_scalar() {
        if (at == last) return fail_here({});
        auto const text = token();
        char const* const end = text.data() + text.size();
        switch (text.front()) {
        case '"':
            if (!is_string(text)) return fail_in_string(text);
            if (auto const inside = text.substr(1, text.size() - 2); has_escape(inside))
                if (auto const* bad = find_bad_escape(inside.data(), end - 1)) return fail(bad, bad_escape);
            break;
        case 't':
        case 'f':
        case 'n':
            if (text != "true" && text != "false" && text != "null")
                return fail_here("no value begins like this");
            break;
        default:
            if (!is_number(text.front())) return fail_here("expected a value");
            decimal ignored;
            if (auto const* bad = read_decimal(text.data(), end, ignored))
                return fail(bad, "not a JSON number");
        }
        ++at;
        return true;
    }

    /// Skips a member's name and its colon.
    bool skip_key() {
        if (peek() != '"') return fail_here("expected a member's name in quotes");
        if (!skip_scalar()) return false;
        if (peek() != ':') return fail_here("expected a colon");
        ++at;
        return true;
    }

    bool fail_here(std::string_view what) {
        return fail(place(), at == last ? "the text ends too early" : what);
    }

    bool fail(char const* place, std::string_view what) {
        error = {place, what};
        return false;
    }

    static constexpr std::string_view expect_comma_or_brace = "expected a comma or a closing brace";
    static constexpr std::string_view expect_comma_or_bracket = "expected a comma or a closing bracket";

private:
    /// Returns the end of a container that index_containers has noted; null if it has not.
    std::uint32_t const* known_end(std::uint32_t const* value) const {
        if (!ends_from_ || value < ends_from_ || value >= last || !opens(text_begin[*value])) return nullptr;
        return ends_from_ + ends_[static_cast<std::size_t>(value - ends_from_)];
    }

    static constexpr std::string_view bad_escape = "not a JSON escape, or half of a surrogate pair";

    bool walk(std::size_t levels, char const*& too_deep) {
        objects_.clear();
        for (;;) {
            if (char const opener = peek(); opener == '{' || opener == '[') {
                bool const object = opener == '{';
                if (objects_.size() == levels && !too_deep) too_deep = place();
                objects_.push_back(object);
                ++at;
                if (peek() != (object ? '}' : ']')) {
                    if (object && !skip_key()) return false;
                    continue;
                }
            } else if (!skip_scalar()) {
                return false;
            }
            for (;;) { // a value, or the inside of an empty container, has ended
                if (objects_.empty()) return true;
                bool const object = objects_.back();
                char const c = peek();
                if (c == ',') break;
                if (c != (object ? '}' : ']'))
                    return fail_here(object ? expect_comma_or_brace : expect_comma_or_bracket);
                ++at;
                objects_.pop_back();
            }
            ++at;
            if (objects_.back() && !skip_key()) return false;
        }
    }

    /// Whether a token that begins with a quote is a string. In a text that the first stage has accepted, it is.
    bool is_string(std::string_view quoted) const {
        return checked_ || find_string_end(quoted) == quoted.data() + quoted.size();
    }

    /// Whether there is a backslash in the text. Passes over the whole text once, however many strings are read.
    bool has_escape(std::string_view inside) {
        char const* const end = inside.data() + inside.size();
        if (next_backslash_ >= end) [[likely]]
            return false;
        return find_escape(inside.data(), end);
    }

    DYNABACKUP_NOINLINE bool find_escape(char const* first, char const* end) {
        if (next_backslash_ < first) find_backslash(first);
        return next_backslash_ < end;
    }

    /// Finds the next backslash from a place on, and sets which tokens before it are plain.
    void find_backslash(char const* from) {
        auto const* const found = std::memchr(from, '\\', static_cast<std::size_t>(text_end_ - from));
        next_backslash_ = found ? static_cast<char const*>(found) : text_end_;
        if (!checked_) return;
        plain_until = last;
        if (found) { // the next backslash may be near
            std::ptrdiff_t near = 8;
            while (near < last - at && text_begin + at[near] < next_backslash_) near *= 2;
            auto const* const limit = last - at > near ? at + near : last;
            plain_until = std::lower_bound(at, limit, next_backslash_ - text_begin);
        }
        plain_until -= std::min<std::ptrdiff_t>(3, plain_until - at);
        auto const left = [&](std::uint32_t const* token) { return text().size() - *token; };
        while (plain_until != at && left(plain_until - 1) < margin) --plain_until;
        numbers_until = plain_until;
        while (numbers_until != at && left(numbers_until + 1) < number_margin) --numbers_until;
    }

    bool fail_in_string(std::string_view quoted) {
        error = explain_string(quoted);
        return false;
    }

    char const* text_end_ = nullptr;
    char const* next_backslash_ = nullptr;
    bool checked_ = true;
    std::vector<bool> objects_; ///< used by skip_value: for each open container, whether it is an object

    std::uint32_t const* ends_from_ = nullptr;
    std::vector<std::uint32_t> ends_; ///< for the containers from that token on, the token after each
    open_containers open_;            ///< the containers without an end
    open_containers failed_;          ///< the containers around the last failure
    std::uint32_t const* failed_at_ = nullptr;
    syntax_error failure_;
};

} // namespace dynabackup::json
