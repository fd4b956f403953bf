#pragma once
/// \file
/// Shows on standard error how much has been read: bytes, rate, time left.

#include "output.hpp"
#include "terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

namespace detail {

/// Returns "1.5 MB".
inline std::string readable_bytes(double bytes) {
    constexpr std::array units{"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    for (; bytes >= 999.5 && unit + 1 < units.size(); ++unit) bytes /= 1000;
    return fmt::format("{:.{}f} {}", bytes, unit == 0 || bytes >= 99.95 ? 0 : 1, units[unit]);
}

/// Returns "1:05".
inline std::string readable_time(double seconds) {
    auto const whole = std::lround(seconds);
    if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

} // namespace detail

/// A bar that is redrawn in place on a terminal. Elsewhere, a line is written from time to time.
class progress {
public:
    using clock = std::chrono::steady_clock;

    /// `total`: bytes of all inputs; 0 if their number is not known.
    progress(when choice, std::size_t total, clock::time_point start)
        : choice_(choice), terminal_(is_terminal(STDERR_FILENO)), total_(total), start_(start) {
        if (choice_ == when::automatic && !terminal_) choice_ = when::never;
    }

    /// Notes the number of bytes that have been read since the start.
    void advance(std::size_t bytes) {
        done_ = bytes;
        if (choice_ == when::never) return;
        auto const now = clock::now();
        if (choice_ == when::automatic && now - start_ < std::chrono::seconds(1)) return;
        if (shown_ &&
            now - drawn_ < (terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(1000)))
            return;
        draw(now);
    }

    /// Removes the bar from the screen before something else is written there.
    void hide() {
        if (terminal_ && visible_) static_cast<void>(write_all(STDERR_FILENO, "\r\x1B[K"));
        visible_ = false;
    }

    /// Ends the bar: everything has been read.
    void end() {
        if (choice_ == when::always && done_ != drawn_bytes_) draw(clock::now());
        if (terminal_ && visible_ && choice_ == when::always)
            static_cast<void>(write_all(STDERR_FILENO, "\n"));
        else hide();
        visible_ = false;
    }

private:
    void draw(clock::time_point now) {
        double const seconds = std::max(std::chrono::duration<double>(now - start_).count(), 1e-6);
        double const done = static_cast<double>(done_), rate = done / seconds;
        std::string line = terminal_ ? "\r\x1B[K" : "";
        if (total_ >= done_ && total_ > 0) {
            double const part = done / static_cast<double>(total_);
            constexpr std::size_t width = 24;
            auto const filled = static_cast<std::size_t>(part * static_cast<double>(width));
            line += fmt::format("[{}{}] {:3.0f} %  {} of {}", std::string(filled, '#'),
                                std::string(width - filled, '.'), 100 * part, detail::readable_bytes(done),
                                detail::readable_bytes(static_cast<double>(total_)));
        } else {
            line += detail::readable_bytes(done); // from a pipe: the total is not known
        }
        line += fmt::format("  {}/s", detail::readable_bytes(rate));
        if (total_ > done_ && done_ > 0)
            line +=
                fmt::format("  {} left", detail::readable_time(static_cast<double>(total_ - done_) / rate));
        if (!terminal_) line += '\n';
        static_cast<void>(write_all(STDERR_FILENO, line));
        drawn_ = now;
        drawn_bytes_ = done_;
        shown_ = visible_ = true;
    }

    when choice_;
    bool terminal_;
    std::size_t total_;
    clock::time_point start_, drawn_{};
    std::size_t done_ = 0, drawn_bytes_ = 0;
    bool shown_ = false;   ///< since the start
    bool visible_ = false; ///< now
};

} // namespace dynabackup::tool
