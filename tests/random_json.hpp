#pragma once
/// \file
/// Random JSON, mutations of it, and a function that returns whether simdjson accepts a text.

#include <simdjson.h>

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace reading_test {

class random_json {
public:
    explicit random_json(std::uint64_t seed) : random(seed) {}

    std::mt19937_64 random;

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random() % n); }

    std::string space() {
        static constexpr std::string_view spaces[] = {"", "", "", "", " ", "\n", "\t", "\r\n", "  "};
        return std::string(spaces[below(std::size(spaces))]);
    }

    std::string text() {
        static constexpr std::string_view parts[] = {"a",
                                                     "Name",
                                                     "\\n",
                                                     "\\\"",
                                                     "\\\\",
                                                     "\\u0041",
                                                     "\\ud83d\\ude00",
                                                     "\xC3\xA9",
                                                     "\xF0\x9F\x98\x80",
                                                     "{",
                                                     "}",
                                                     ",",
                                                     ":",
                                                     "[",
                                                     "]",
                                                     " ",
                                                     "/",
                                                     "\\/"};
        std::string out = "\"";
        for (std::size_t n = below(4); n != 0; --n) out += parts[below(std::size(parts))];
        return out + '"';
    }

    std::string scalar() {
        static constexpr std::string_view others[] = {"true", "false", "null", "0",
                                                      "-0",   "1.5",   "-2e3", "1E-2"};
        switch (below(3)) {
        case 0: return text();
        case 1: return std::to_string(static_cast<std::int32_t>(random()));
        default: return std::string(others[below(std::size(others))]);
        }
    }

    std::string value(int depth) {
        if (depth == 0 || below(3) == 0) return scalar();
        bool const object = below(2) == 0;
        std::string out(1, object ? '{' : '[');
        for (std::size_t i = 0, n = below(4); i < n; ++i) {
            if (i) out += ',' + space();
            if (object) out += text() + space() + ':';
            out += space() + value(depth - 1) + space();
        }
        return out + (object ? '}' : ']');
    }

    /// Makes one to three changes of a few bytes.
    std::string mutated(std::string text) {
        static constexpr std::string_view bits = "{}[]:,\"\\ 01-+.eEtfnu\n\0\x1F\x7F\x80\xC3\xED\xFF";
        for (std::size_t n = 1 + below(3); n != 0 && !text.empty(); --n) {
            std::size_t const at = below(text.size());
            switch (below(5)) {
            case 0: text.erase(at, 1 + below(3)); break;
            case 1: text.insert(at, 1, bits[below(bits.size())]); break;
            case 2: text[at] = bits[below(bits.size())]; break;
            case 3: text.resize(at); break;
            default: text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ 1u << below(8));
            }
        }
        return text;
    }
};

/// simdjson refuses numbers that fit neither a double nor a 64-bit integer, which RFC 8259 allows. Returns a text in
/// which each number has few digits, and is valid if and only if it was valid before.
inline std::string with_short_numbers(std::string_view text) {
    auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && digit(text[end])) ++end;
        std::string_view run = text.substr(i, end - i);
        auto const back = [&](std::size_t n) { return out.size() < n ? '\0' : out[out.size() - n]; };
        bool const exponent =
            (back(1) | 0x20) == 'e' || (((back(2) | 0x20) == 'e') && (back(1) == '+' || back(1) == '-'));
        bool const escape =
            out.substr(out.size() - std::min<std::size_t>(out.size(), 5)).find("\\u") != out.npos;
        if (!escape) run = run.substr(0, exponent ? 1 : 17);
        out += run;
        i = end;
        if (i < text.size()) out += text[i++];
    }
    return out;
}

/// Returns whether simdjson's other parser accepts a text.
inline bool is_well_formed(std::string_view text) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    auto const parse = [&](std::string const& t) { return parser.parse(t).get(root); };
    auto const error = parse(std::string(text));
    return error == simdjson::SUCCESS ||
           (error == simdjson::NUMBER_ERROR && parse(with_short_numbers(text)) == simdjson::SUCCESS);
}

/// Returns whether simdjson's other parser gives no answer, since values nest deeper than its limit.
inline bool is_too_deep(std::string_view text) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    return parser.parse(std::string(text)).get(root) == simdjson::DEPTH_ERROR;
}

} // namespace reading_test
