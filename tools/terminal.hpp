#pragma once
/// \file
/// The screen of a file descriptor: its width, colours, and lines that fit.

#include <dynabackup/model/rule.hpp>

#include "escaped_text.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// A choice that depends on whether there is a terminal.
enum class when : unsigned char { automatic, always, never };

inline bool is_terminal(int fd) { return ::isatty(fd) == 1; }

/// Returns whether to use colour: by default on terminals that can show it, unless the user declines it as
/// https://no-color.org describes.
inline bool wants_color(when choice, int fd) {
    if (choice != when::automatic) return choice == when::always;
    auto const text_of = [](char const* name) {
        char const* const value = std::getenv(name);
        return std::string_view(value ? value : "");
    };
    return is_terminal(fd) && text_of("NO_COLOR").empty() && text_of("TERM") != "dumb";
}

/// Returns the number of columns of a line; 100 if it is not known.
inline std::size_t screen_width(int fd) {
    winsize size{};
    if (::ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col < 40) return 100;
    return size.ws_col;
}

inline constexpr std::string_view bold = "1", green = "1;32";

constexpr std::string_view color_of(severity level) {
    return level == severity::error ? "1;31" : level == severity::warning ? "1;35" : "1;36";
}

/// Appends text in a colour, or without one. Makes the text safe for a terminal.
class painter {
public:
    explicit painter(bool color) : color_(color) {}

    void operator()(std::string& out, std::string_view color, std::string_view text) const {
        if (color_) out += fmt::format("\x1B[{}m{}\x1B[0m", color, text);
        else out += text;
    }

private:
    bool color_;
};

/// Appends a text in lines of at most `width` characters. Breaks it at spaces, indents each line by `indent`
/// spaces, and ends it with a newline. Puts a longer word alone on its line.
inline void append_wrapped(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
    std::size_t column = 0;
    while (!text.empty()) {
        auto const word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size() + (word.size() < text.size()));
        auto const length = code_points(word);
        if (column != 0 && column + 1 + length > width) {
            out += '\n';
            column = 0;
        }
        if (column == 0) {
            out.append(indent, ' ');
            column = indent;
        } else {
            out += ' ';
            ++column;
        }
        out += word;
        column += length;
    }
    out += '\n';
}

} // namespace dynabackup::tool
