#pragma once
/// \file
/// Writes JSON token by token.

#include <dynabackup/write.hpp>

#include "escaped_text.hpp"

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Appends to a text, and inserts commas. The last byte of the text determines whether a comma is needed, so the
/// text may be taken away after a line has ended.
class json_writer {
public:
    explicit json_writer(std::string& out) : out_(out) {}

    /// Opens an object or a list: `{` or `[`.
    json_writer& open(char bracket) {
        separate();
        out_ += bracket;
        return *this;
    }
    json_writer& open(std::string_view name, char bracket) { return key(name).open(bracket); }
    /// Closes objects and lists: `}]}`.
    json_writer& close(std::string_view brackets) {
        out_ += brackets;
        return *this;
    }

    json_writer& key(std::string_view name) {
        value(name);
        out_ += ':';
        return *this;
    }

    /// Appends a string. Escapes characters that are invisible or act on a terminal, where the JSON may be shown.
    json_writer& value(std::string_view text) {
        separate();
        auto const is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
        if (std::ranges::all_of(text, is_ascii)) {
            append_json_string(out_, text);
        } else {
            std::string written;
            append_json_string(written, text);
            append_visible_json(out_, written);
        }
        return *this;
    }
    json_writer& value(char const* text) { return value(std::string_view(text)); }
    json_writer& value(std::integral auto number) {
        separate();
        char digits[24];
        out_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
        return *this;
    }
    json_writer& value(bool yes) {
        separate();
        out_ += yes ? "true" : "false";
        return *this;
    }
    json_writer& null() {
        separate();
        out_ += "null";
        return *this;
    }

    /// Appends a member.
    json_writer& operator()(std::string_view name, auto const& v) { return key(name).value(v); }

private:
    void separate() {
        if (!out_.empty() && std::string_view("{[:,\n").find(out_.back()) == std::string_view::npos)
            out_ += ',';
    }

    std::string& out_;
};

} // namespace dynabackup::tool
