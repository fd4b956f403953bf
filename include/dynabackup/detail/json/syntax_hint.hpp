#pragma once
/// \file
/// Hints at the cause of a syntax error, if the text at its place shows it.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace dynabackup::json {

namespace detail {

struct beginning_hint {
    std::string_view beginning, hint;
};

inline constexpr std::string_view straight_quotes = "These are curly quotes; JSON has straight quotes.";
inline constexpr std::string_view no_comments = "JSON has no comments.";
inline constexpr std::string_view no_such_number =
    "JSON has no such number; write null, or leave the member out.";
inline constexpr std::string_view of_python = "This is Python's spelling; JSON has true, false and null.";

/// The texts that may be found where JSON is expected, and the hints for them.
inline constexpr std::array beginning_hints{
    beginning_hint{"'", "JSON has double quotes, not single ones."},
    beginning_hint{"\xE2\x80\x9C", straight_quotes},
    beginning_hint{"\xE2\x80\x9D", straight_quotes},
    beginning_hint{"\xE2\x80\x98", straight_quotes},
    beginning_hint{"\xE2\x80\x99", straight_quotes},
    beginning_hint{"\xC2\xA0", "This is a no-break space; JSON has spaces, tabs and line breaks only."},
    beginning_hint{"\xEF\xBB\xBF", "This is a byte order mark; it may only begin a file."},
    beginning_hint{"//", no_comments},
    beginning_hint{"/*", no_comments},
    beginning_hint{"#", no_comments},
    beginning_hint{"NaN", no_such_number},
    beginning_hint{"nan", no_such_number},
    beginning_hint{"Infinity", no_such_number},
    beginning_hint{"-Infinity", no_such_number},
    beginning_hint{"None", of_python},
    beginning_hint{"True", of_python},
    beginning_hint{"False", of_python},
    beginning_hint{
        "$ion_1_0",
        "This is Amazon Ion that cannot be read: it is damaged, or has something that exports do not have."},
    beginning_hint{"undefined", "JSON has no undefined; write null, or leave the member out."},
};

} // namespace detail

/// Returns a hint about the defect at an offset of a text; empty if there is none.
inline std::string_view syntax_hint(std::string_view text, std::size_t offset) {
    auto const rest = text.substr(std::min(offset, text.size()));
    for (auto const& [beginning, hint] : detail::beginning_hints)
        if (rest.starts_with(beginning)) return hint;
    auto const before = text.substr(0, offset);
    auto const last = before.find_last_not_of(" \t\r\n");
    if (last != before.npos && before[last] == ',' && !rest.empty() && (rest[0] == '}' || rest[0] == ']'))
        return "Remove the comma before the closing bracket.";
    bool const begins_text = last == before.npos;
    if (begins_text && !rest.empty() && rest.find_first_of("{[") != rest.npos)
        return "Remove the text before the JSON.";
    return {};
}

} // namespace dynabackup::json
