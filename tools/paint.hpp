#pragma once
/// \file
/// Colours, for terminals that want them.

#include <dynabackup/rule.hpp>

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>

namespace dynabackup::tool {

inline constexpr std::string_view bold = "1", green = "1;32";

constexpr std::string_view color_of(severity level) {
    return level == severity::error ? "1;31" : level == severity::warning ? "1;35" : "1;36";
}

/// Appends text in a colour, or as it is. The text is safe for a terminal.
class painter {
public:
    explicit painter(bool color) : color_(color) {}

    void operator()(std::string& out, std::string_view color, std::string_view text) const {
        if (color_) fmt::format_to(std::back_inserter(out), "\x1B[{}m{}\x1B[0m", color, text);
        else out += text;
    }

private:
    bool color_;
};

} // namespace dynabackup::tool
