#pragma once
/// \file
/// What is known about the screen behind a file descriptor.

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace dynabackup::tool {

/// For what depends on whether someone is watching.
enum class when : unsigned char { automatic, always, never };

inline bool is_terminal(int fd) { return ::isatty(fd) == 1; }

/// Colour is for terminals that do not mind; https://no-color.org says how users decline it.
inline bool wants_color(when choice, int fd) {
    if (choice != when::automatic) return choice == when::always;
    auto const text_of = [](char const* name) {
        char const* const value = std::getenv(name);
        return std::string_view(value ? value : "");
    };
    return is_terminal(fd) && text_of("NO_COLOR").empty() && text_of("TERM") != "dumb";
}

/// How many columns fit into a line; 100 where that is not known.
inline std::size_t screen_width(int fd) {
    winsize size{};
    if (::ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col < 40) return 100;
    return size.ws_col;
}

} // namespace dynabackup::tool
