#pragma once
/// \file
/// Writes JSON piece by piece.

#include <dynabackup/json/text.hpp>

#include "terminal_text.hpp"

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Appends to a text; commas come by themselves. What was written last says whether one is needed, so a text may
/// be taken away in between if a line has ended.
class json_writer {
public:
    explicit json_writer(std::string& out) : out_(out) {}

    /// Begins an object or a list: `{` or `[`.
    json_writer& open(char bracket) {
        separate();
        out_ += bracket;
        return *this;
    }
    json_writer& open(std::string_view name, char bracket) { return key(name).open(bracket); }
    /// Ends as many of them: `}]}`.
    json_writer& close(std::string_view brackets) {
        out_ += brackets;
        return *this;
    }

    json_writer& key(std::string_view name) {
        value(name);
        out_ += ':';
        return *this;
    }

    /// Somebody may look at it on a terminal: what is invisible, or acts on one, is escaped.
    json_writer& value(std::string_view text) {
        separate();
        auto const is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
        if (std::ranges::all_of(text, is_ascii)) {
            json::append_json_string(out_, text);
        } else {
            std::string written;
            json::append_json_string(written, text);
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

    /// A member.
    json_writer& operator()(std::string_view name, auto const& v) { return key(name).value(v); }

private:
    void separate() {
        if (!out_.empty() && std::string_view("{[:,\n").find(out_.back()) == std::string_view::npos)
            out_ += ',';
    }

    std::string& out_;
};

} // namespace dynabackup::tool
