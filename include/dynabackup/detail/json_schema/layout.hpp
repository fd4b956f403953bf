#pragma once
/// \file
/// Lays JSON out for reading.

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::schema {

/// Lays compact JSON out in lines, indented by two spaces per level. An object or a list that fits into the rest of its
/// line stays on one line, if it is short or holds no others.
class layout {
public:
    explicit layout(std::string_view compact) : in_(compact) {}

    std::string text() {
        put_value(0);
        out_ += '\n';
        return std::move(out_);
    }

private:
    static constexpr std::size_t width = 100;
    static constexpr std::size_t shortly = 60;

    /// Returns the end of the value that begins there.
    std::size_t end_of(std::size_t at) const {
        std::size_t depth = 0;
        for (bool in_string = false; at < in_.size(); ++at) {
            char const c = in_[at];
            if (in_string) {
                if (c == '\\') ++at;
                in_string = c != '"';
                continue;
            }
            in_string = c == '"';
            if (c == '{' || c == '[') ++depth;
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) return at;
            if (c == '}' || c == ']') --depth;
        }
        return at;
    }

    /// Whether the object or list between these places does not stay on one line.
    bool needs_lines(std::size_t first, std::size_t last) const {
        auto const line = out_.size() - (out_.rfind('\n') + 1); // npos + 1 is 0
        auto const inside = in_.substr(first + 1, last - first - 2);
        if (line + inside.size() > width) return true;
        return inside.size() > shortly && inside.find_first_of("{[") != inside.npos;
    }

    void put_value(std::size_t level) {
        char const opener = in_[at_];
        auto const end = end_of(at_);
        if (opener != '{' && opener != '[') return put_until(end);
        bool const lines = needs_lines(at_, end);
        put();
        while (at_ + 1 < end) {
            if (lines) out_.append("\n").append(2 * level + 2, ' ');
            if (opener == '{') {
                put_until(name_end());
                put(); // the colon
                out_ += ' ';
            }
            put_value(level + 1);
            if (at_ + 1 < end) {
                put(); // the comma
                if (!lines) out_ += ' ';
            }
        }
        if (lines) out_.append("\n").append(2 * level, ' ');
        put();
    }

    /// Returns the end of the name at this place.
    std::size_t name_end() const {
        std::size_t at = at_ + 1;
        while (in_[at] != '"') at += in_[at] == '\\' ? 2u : 1u;
        return at + 1;
    }

    void put() { out_ += in_[at_++]; }
    void put_until(std::size_t end) {
        out_ += in_.substr(at_, end - at_);
        at_ = end;
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
};

} // namespace dynabackup::schema
