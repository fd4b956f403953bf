#pragma once
/// \file
/// Resumes reading after damage: finds the next record, and lists tokens in an index that damage cannot derail.
///
/// A valid text has no `{"Name":` inside a string, since quotes are escaped there. So an object begins at each `{`,
/// quote, name of a record's member, quote and colon, whatever quotes are missing or superfluous before it. Unless the
/// object is the value of a member, it is a sync point.

#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/util/spelling.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace dynabackup::json {

/// Finds the sync points in a text.
class sync_points {
public:
    sync_points() = default;

    /// `names`: the members whose name may follow the brace of a record or a document.
    sync_points(std::string_view text, std::span<std::string_view const> names)
        : text_(text), names_(names) {}

    enum class kind : unsigned char {
        none,
        element, ///< after a comma: perhaps the next element of a list
        start,   ///< after a bracket, a brace or damage: perhaps the start of a document
        line ///< `{` at the very start of a line, not after a comma or `[`: certainly the start of a document
    };

    /// Returns the kind of an opening brace.
    kind at(std::size_t brace) const {
        std::size_t const quote = skip_spaces(brace + 1);
        bool const line = brace == 0 || text_[brace - 1] == '\n';
        // A pretty-printer writes a line break after the brace; NDJSON has none.
        bool const adjacent =
            quote == brace + 1 && quote < text_.size() && (text_[quote] == '"' || text_[quote] == '}');
        if (!(line && adjacent) && !is_known_key(quote)) return kind::none;
        std::size_t const before = behind_last(brace);
        char const c = before ? text_[before - 1] : '\n';
        if (c == ',') return kind::element;
        if (c == '[') return kind::start;
        if (line) return kind::line;
        return c == '}' || !is_value(before) ? kind::start : kind::none;
    }

    /// Returns the last sync point in [from, to); `from` if there is none.
    std::size_t find_last(std::size_t from, std::size_t to) const {
        while (to > from) {
            auto const found = text_.substr(from, to - from).rfind('{');
            if (found == text_.npos) return from;
            to = from + found;
            if (at(to) != kind::none) return to;
        }
        return from;
    }

    /// Returns the first sync point at or after `from`; the size of the text if there is none.
    std::size_t find(std::size_t from) const {
        for (;; ++from) {
            auto const* found =
                from < text_.size() ? std::memchr(text_.data() + from, '{', text_.size() - from) : nullptr;
            if (!found) return text_.size();
            from = static_cast<std::size_t>(static_cast<char const*>(found) - text_.data());
            if (at(from) != kind::none) return from;
        }
    }

    /// Returns the name of the first member of the object at a sync point; empty if it has none.
    std::string_view name(std::size_t brace) const {
        std::size_t const quote = skip_spaces(brace + 1);
        if (quote >= text_.size() || text_[quote] != '"') return {};
        auto const rest = text_.substr(quote + 1);
        return rest.substr(0, std::min(rest.find('"'), rest.size()));
    }

    std::string_view text() const { return text_; }
    std::span<std::string_view const> names() const { return names_; }

private:
    std::size_t skip_spaces(std::size_t i) const {
        while (i < text_.size() && is_space(text_[i])) ++i;
        return i;
    }

    /// Returns the place after the last byte before `i` that is not white space.
    std::size_t behind_last(std::size_t i) const {
        while (i > 0 && is_space(text_[i - 1])) --i;
        return i;
    }

    static bool is_word(char c) {
        char const lower = static_cast<char>(c | 0x20);
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    }

    /// Whether the name of a member in quotes ends there, and not its value.
    bool ends_name(std::size_t end) const {
        if (end == 0 || text_[end - 1] != '"') return false;
        std::size_t first = end - 1;
        while (first > 0 && is_word(text_[first - 1])) --first;
        if (first == end - 1 || first == 0 || text_[first - 1] != '"') return false;
        std::size_t const before = behind_last(first - 1);
        return before > 0 && (text_[before - 1] == ',' || text_[before - 1] == '{');
    }

    /// Whether the name of a member precedes `i`, with a colon, without one, or with another byte in its place, or a
    /// colon after a name whose quotes are damaged.
    bool is_value(std::size_t i) const {
        if (i == 0) return false;
        std::size_t const name = behind_last(i - 1);
        if (text_[i - 1] != ':') return ends_name(i) || ends_name(name);
        return name > 0 && (text_[name - 1] == '"' || is_word(text_[name - 1]));
    }

    bool is_known_key(std::size_t quote) const {
        if (quote >= text_.size() || text_[quote] != '"') return false;
        auto const rest = text_.substr(quote + 1, longest_name);
        auto const end = rest.find('"');
        if (end == rest.npos) return false;
        std::size_t const colon = skip_spaces(quote + 1 + end + 1);
        if (colon >= text_.size() || text_[colon] != ':') return false;
        auto const key = rest.substr(0, end);
        return may_be_known(key) && std::ranges::any_of(names_, [&](std::string_view name) {
                   return dynabackup::detail::is_same_name(name, key);
               });
    }

    /// Whether the key may be one of the known names, judged by some bits of the hash: most keys of a text are not.
    bool may_be_known(std::string_view key) const {
        if (hashes_.empty()) {
            hashes_.resize(hashes);
            for (auto const name : names_) hashes_[some_bits(name)] = true;
        }
        return hashes_[some_bits(key)];
    }
    static std::size_t some_bits(std::string_view name) {
        return dynabackup::detail::hash_name(name) % hashes;
    }

    static constexpr std::size_t longest_name = 64, hashes = 4096;
    std::string_view text_;
    std::span<std::string_view const> names_;
    mutable std::vector<bool> hashes_; ///< some_bits(name) for each name; filled when first needed
};

/// The places of the tokens of a text that is not JSON, found byte by byte. A string also ends at the end of a line,
/// and before a sync point. Where the text is JSON, the offsets are those of the structural index.
/// Memory: four bytes per token. Slower than the structural index, but used only for damaged texts.
class tolerant_index {
public:
    void build(sync_points const& marks, std::size_t from) {
        offsets_.clear();
        auto const text = marks.text();
        std::size_t i = from;
        while (i < text.size()) {
            char const c = text[i];
            if (is_space(c)) {
                ++i;
                continue;
            }
            offsets_.push_back(static_cast<std::uint32_t>(i));
            if (c == '"') i = behind_string(marks, i);
            else if (is_structural(c)) ++i;
            else
                while (++i < text.size() && !is_space(text[i]) && !is_structural(text[i]) && text[i] != '"') {
                }
        }
        size_ = offsets_.size();
        offsets_.push_back(static_cast<std::uint32_t>(text.size()));
    }

    std::uint32_t const* begin() const { return offsets_.data(); }
    std::uint32_t const* end() const { return offsets_.data() + size_; }

private:
    static bool is_structural(char c) {
        return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
    }

    static std::size_t behind_string(sync_points const& marks, std::size_t quote) {
        auto const text = marks.text();
        std::size_t brace = text.npos; // the last `{` with only white space after it
        for (std::size_t i = quote + 1; i < text.size(); ++i) {
            char const c = text[i];
            if (c == '"' || c == '\n') {
                if (brace != text.npos && marks.at(brace) != sync_points::kind::none) return brace;
                return c == '"' ? i + 1 : i;
            }
            if (c == '\\' && i + 1 < text.size() && text[i + 1] != '\n' && text[i + 1] != '{') ++i;
            if (c == '{') brace = i;
            else if (!is_space(c)) brace = text.npos;
        }
        return text.size();
    }

    std::vector<std::uint32_t> offsets_;
    std::size_t size_ = 0;
};

} // namespace dynabackup::json
