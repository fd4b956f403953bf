#pragma once
/// \file
/// Strings of a text that simdjson's first stage has not accepted: finds where they end, and what is wrong with them.

#include <dynabackup/detail/json/text.hpp>

#include <string_view>

namespace dynabackup::json {

/// Why a text is not JSON, and the byte at which it is not.
struct syntax_error {
    char const* place = nullptr;
    std::string_view what;
};

/// Returns the end of a string, after its closing quote. Null if a control character or the end of the text comes
/// first, or the string is not UTF-8. \pre The token begins with a quote.
inline char const* find_string_end(std::string_view quoted) {
    char const* const end = quoted.data() + quoted.size();
    for (char const* p = quoted.data() + 1; p != end; ++p) {
        if (static_cast<unsigned char>(*p) < 0x20) return nullptr;
        if (*p == '\\' && p + 1 != end) ++p;
        else if (*p == '"') return find_invalid_utf8(quoted.data(), p) ? nullptr : p + 1;
    }
    return nullptr;
}

/// Explains why a token that begins with a quote is not a string.
inline syntax_error explain_string(std::string_view quoted) {
    char const* const end = quoted.data() + quoted.size();
    auto const* control = find_control(quoted.data(), end);
    auto const* utf8 = find_invalid_utf8(quoted.data(), end);
    if (utf8 && (!control || utf8 < control)) return {utf8, "not UTF-8"};
    if (control)
        return {control, "a control character in a string; write it as an escape, or close the string"};
    if (auto const* after = find_string_end(quoted))
        return {after, "expected a comma or the end after a string"};
    return {end, "a string without a closing quote"};
}

} // namespace dynabackup::json
