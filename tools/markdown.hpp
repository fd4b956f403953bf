#pragma once

#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Plain text as Markdown.
inline std::string as_markdown(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (std::string_view("\\`*<>[]|").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

} // namespace dynabackup::tool
