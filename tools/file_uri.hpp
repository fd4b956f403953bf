#pragma once
/// \file
/// The path of a file as a URI reference (RFC 3986).

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// `file:///dumps/a%20b.json`; of a relative path a relative reference. Whatever the bytes of the path are, all
/// but letters, digits and `-._~/` are written as `%XX` (section 2.3).
inline std::string file_uri(std::string_view path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (char const c : path) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos)
            uri += c;
        else fmt::format_to(std::back_inserter(uri), "%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

} // namespace dynabackup::tool
