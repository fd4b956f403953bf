#pragma once
/// \file
/// Translates lines of Amazon Ion text, as table exports have them, into lines of DynamoDB JSON.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// What each line of an export in Ion begins with.
inline constexpr std::string_view ion_marker = "$ion_1_0";

/// Translates a line: `$ion_1_0 {Item:{pk:"a",n:6d2}}` becomes `{"Item":{"pk":{"S":"a"},"n":{"N":"6E2"}}}`. Reads the
/// types that the items of DynamoDB have, and refuses other Ion.
class ion_line {
public:
    /// Appends the translation of a line to `out`. Returns false if it is not such a line; then `out` is unchanged.
    static bool translate(std::string_view line, std::string& out) {
        auto const size = out.size();
        ion_line reader(line, out);
        if (reader.read()) return true;
        out.resize(size);
        return false;
    }

private:
    ion_line(std::string_view line, std::string& out) : rest_(line), out_(out) {}

    bool read() {
        skip_space();
        if (rest_.starts_with(ion_marker)) rest_.remove_prefix(ion_marker.size());
        auto const read_attributes = [this] { return read_struct([this] { return read_value(); }); };
        skip_space();
        if (!read_struct(read_attributes)) return false;
        skip_space();
        return rest_.empty();
    }

    // ---- tokens ----

    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    char next() {
        char const c = peek();
        rest_.remove_prefix(!rest_.empty());
        return c;
    }
    bool skip(char c) {
        if (peek() != c || rest_.empty()) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void skip_space() {
        auto const n = rest_.find_first_not_of(" \t\r\v\f");
        rest_.remove_prefix(n == rest_.npos ? rest_.size() : n);
    }

    static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static constexpr bool is_hex_digit(char c) {
        return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
    static constexpr bool is_letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    /// Takes the longest text of characters that a symbol without quotes has.
    std::string_view take_symbol() {
        std::size_t n = 0;
        while (n < rest_.size() && (is_letter(rest_[n]) || is_digit(rest_[n]))) ++n;
        auto const symbol = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return symbol;
    }

    // ---- structs and lists ----

    /// Reads the elements of a container up to its end, of which the beginning has been read. A comma may follow the
    /// last one.
    template <class Element>
    bool read_elements(char end, Element element) {
        bool first = true;
        for (;;) {
            skip_space();
            if (skip(end)) return true;
            if (!std::exchange(first, false)) out_ += ',';
            if (!element()) return false;
            skip_space();
            if (skip(end)) return true;
            if (!skip(',')) return false;
        }
    }

    /// Reads a struct as an object. `value`: reads the value of a field.
    template <class Value>
    bool read_struct(Value value) {
        if (!skip('{') || level_ == most_levels) return false;
        ++level_;
        out_ += '{';
        bool const read = read_elements('}', [&] {
            if (!read_name()) return false;
            skip_space();
            if (!skip(':')) return false;
            skip_space();
            out_ += ':';
            return value();
        });
        out_ += '}';
        --level_;
        return read;
    }

    bool read_name() {
        if (peek() == '"' || peek() == '\'') return read_text(next());
        if (!is_letter(peek())) return false;
        ((out_ += '"') += take_symbol()) += '"';
        return true;
    }

    template <class Element>
    bool read_list(Element element) {
        if (!skip('[') || level_ == most_levels) return false;
        ++level_;
        out_ += '[';
        bool const read = read_elements(']', element);
        out_ += ']';
        --level_;
        return read;
    }

    // ---- values ----

    /// Reads a value as the value of an attribute: an object with the type.
    bool read_value() {
        char const c = peek();
        if (c == '"') return typed("S", [this] { return read_text(next()); });
        if (rest_.starts_with("{{")) return typed("B", [this] { return read_blob(); });
        if (c == '{') return typed("M", [this] { return read_struct([this] { return read_value(); }); });
        if (c == '[') return typed("L", [this] { return read_list([this] { return read_value(); }); });
        if (c == '-' || is_digit(c)) return typed("N", [this] { return read_number(); });
        return read_symbol();
    }

    template <class Read>
    bool typed(std::string_view type, Read read) {
        ((out_ += "{\"") += type) += "\":";
        if (!read()) return false;
        out_ += '}';
        return true;
    }

    /// Reads null, true, false, or the annotation of a set and the set.
    bool read_symbol() {
        bool const quoted = skip('\'');
        auto const symbol = take_symbol();
        if (quoted && !skip('\'')) return false;
        if (!quoted && symbol == "null") return out_ += R"({"NULL":true})", true;
        if (!quoted && symbol == "true") return out_ += R"({"BOOL":true})", true;
        if (!quoted && symbol == "false") return out_ += R"({"BOOL":false})", true;
        skip_space();
        if (!skip(':') || !skip(':')) return false;
        skip_space();
        if (symbol == "$dynamodb_SS")
            return typed("SS", [this] { return read_list([this] { return read_string(); }); });
        if (symbol == "$dynamodb_NS")
            return typed("NS", [this] { return read_list([this] { return read_number(); }); });
        if (symbol == "$dynamodb_BS")
            return typed("BS", [this] { return read_list([this] { return read_blob(); }); });
        return false;
    }

    bool read_string() { return peek() == '"' && read_text(next()); }

    /// Reads an integer or a decimal as the text of a number: `103.` as `103`, `6d2` as `6E2`.
    bool read_number() {
        out_ += '"';
        if (skip('-')) out_ += '-';
        if (!read_digits()) return false;
        if (skip('.') && is_digit(peek())) {
            out_ += '.';
            read_digits();
        }
        if (peek() == 'd' || peek() == 'D' || peek() == 'e' || peek() == 'E') {
            next();
            out_ += 'E';
            if (peek() == '+' || peek() == '-') out_ += next();
            if (!read_digits()) return false;
        }
        out_ += '"';
        char const c = peek();
        return !is_letter(c) && !is_digit(c) && c != '-' && c != '.'; // otherwise a timestamp, for example
    }
    bool read_digits() {
        if (!is_digit(peek())) return false;
        while (is_digit(peek()) || peek() == '_')
            if (char const c = next(); c != '_') out_ += c;
        return true;
    }

    /// Reads a blob as base64, without the white space that Ion allows in it.
    bool read_blob() {
        if (!rest_.starts_with("{{")) return false;
        auto const end = rest_.find("}}", 2);
        if (end == rest_.npos) return false;
        out_ += '"';
        for (char const c : rest_.substr(2, end - 2)) {
            if (c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f') continue;
            bool const is_base64 =
                (is_letter(c) && c != '_' && c != '$') || is_digit(c) || c == '+' || c == '/' || c == '=';
            if (!is_base64) return false;
            out_ += c;
        }
        out_ += '"';
        rest_.remove_prefix(end + 2);
        return true;
    }

    /// Reads a text after its quote, up to the next one.
    bool read_text(char quote) {
        out_ += '"';
        std::string_view const special = quote == '"' ? "\"\\" : "\"\\'";
        for (;;) {
            auto const n = rest_.find_first_of(special);
            if (n == rest_.npos) return false;
            out_ += rest_.substr(0, n);
            rest_.remove_prefix(n);
            char const c = next();
            if (c == quote) break;
            if (c == '"') out_ += "\\\"";
            else if (!read_escape()) return false;
        }
        out_ += '"';
        return true;
    }

    /// Reads an escape after its backslash.
    bool read_escape() {
        char const c = next();
        switch (c) {
        case '"':
        case '\\':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't': (out_ += '\\') += c; return true;
        case '/':
        case '\'':
        case '?': out_ += c; return true;
        case 'a': out_ += "\\u0007"; return true;
        case 'v': out_ += "\\u000b"; return true;
        case '0': out_ += "\\u0000"; return true;
        case 'x': return out_ += "\\u00", read_hex(2);
        case 'u': return out_ += "\\u", read_hex(4);
        case 'U': return read_long_escape();
        default: return false;
        }
    }
    bool read_hex(std::size_t digits) {
        for (; digits != 0; --digits) {
            char const c = next();
            if (!is_hex_digit(c)) return false;
            out_ += c;
        }
        return true;
    }

    /// Reads eight hexadecimal digits, the number of a character. One beyond U+FFFF becomes a surrogate pair.
    bool read_long_escape() {
        auto const begin = out_.size();
        if (!read_hex(8)) return false;
        std::uint32_t code = 0;
        for (char const c : std::string_view(out_).substr(begin))
            code = code << 4 | static_cast<std::uint32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        out_.resize(begin);
        if (code > 0x10FFFF) return false;
        if (code > 0xFFFF) {
            append_unit(0xD800 + ((code - 0x10000) >> 10));
            code = 0xDC00 + (code & 0x3FF);
        }
        append_unit(code);
        return true;
    }
    void append_unit(std::uint32_t unit) {
        out_ += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) out_ += "0123456789abcdef"[unit >> shift & 0xF];
    }

    static constexpr unsigned most_levels = 512; ///< an item has 32

    std::string_view rest_;
    std::string& out_;
    unsigned level_ = 0; ///< the containers around the current value
};

} // namespace dynabackup::detail
