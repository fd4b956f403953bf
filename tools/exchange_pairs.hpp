#pragma once
/// \file
/// Checks responses against their requests, in two files or in lines that have both.

#include <dynabackup/detail/check/recognizer.hpp>
#include <dynabackup/detail/json/locator.hpp>
#include <dynabackup/detail/json/position.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/dump/source.hpp>
#include <dynabackup/exchange_documents.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::tool {

/// Reads an input to its end. If it cannot be read, sets `problem` to the reason and returns false.
inline bool read_all(dump_input const& input, std::string& text, std::string& problem) {
    auto const source = input.open(problem);
    if (!source) return false;
    constexpr std::size_t piece = std::size_t{1} << 16;
    for (;;) {
        auto const before = text.size();
        text.resize(before + piece);
        auto const n = source->read(text.data() + before, piece, problem);
        text.resize(before + n);
        if (n == 0) return problem.empty();
    }
}

/// A request and its response as members of one object.
struct exchange_pair {
    std::string_view request, response; ///< windows of the text of the object; empty: there is none
};

/// Finds the members `request` and `response` in the text of an object.
inline exchange_pair find_pair(std::string_view text) {
    exchange_pair pair;
    json::structural_index index;
    if (!index.build(text)) return pair;
    json::cursor cursor(text, index.begin(), index.end(), true);
    json::locator const raw(text);
    std::string scratch;
    auto const first = dynabackup::detail::recognizer::inside(cursor, cursor.at);
    dynabackup::detail::for_each_member(cursor, first, scratch,
                                        [&](std::string_view name, auto const* value) {
                                            if (name == "request") pair.request = raw.raw(value, text.npos);
                                            if (name == "response") pair.response = raw.raw(value, text.npos);
                                            return false;
                                        });
    return pair;
}

/// Moves the findings of a part of a text to their places in the text. `path`: the pointer to the part.
inline void move_findings(report const& found, std::string_view text, std::string_view part,
                          std::string_view path, std::size_t document, json::position const& line,
                          finding_sink& sink) {
    auto const before = static_cast<std::size_t>(part.data() - text.data());
    for (finding f : found) {
        f.path.insert(0, path);
        f.document = document;
        f.offset += line.offset + before;
        if (f.line == 1) {
            f.column += before;
            f.character += before;
        }
        f.line += line.line - 1;
        sink.take(std::move(f));
    }
}

/// Checks the lines of a text, each an object with the members `request` and `response`. A line that lacks either one
/// is checked as a document. Returns the counts. `compared`: the number of lines with a request and a response of the
/// same operation.
inline summary check_pairs(std::string_view text, check_options const& chosen, finding_sink& sink,
                           std::size_t& compared) {
    summary counts;
    json::position at;
    std::size_t document = 0;
    for (; at.offset < text.size(); ++at.line) {
        auto const end = std::min(text.find('\n', at.offset), text.size());
        auto const line = text.substr(at.offset, end - at.offset);
        if (line.find_first_not_of(" \t\r") != line.npos) {
            auto const pair = find_pair(line);
            if (pair.request.empty() || pair.response.empty()) {
                report found;
                found.set_summary(check_documents(line, chosen, found));
                counts += found.summary();
                move_findings(found, line, line, {}, document, at, sink);
            } else {
                auto const both = check_exchange_documents(pair.request, pair.response, chosen);
                compared += both.is_compared;
                counts += both.request.summary();
                counts += both.response.summary();
                --counts.documents; // a line counts as one document
                move_findings(both.request, line, pair.request, "/request", document, at, sink);
                move_findings(both.response, line, pair.response, "/response", document, at, sink);
            }
            ++document;
        }
        at.offset = end + 1;
    }
    return counts;
}

} // namespace dynabackup::tool
