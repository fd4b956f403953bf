#pragma once
/// \file
/// Checks lines that have both a request and its response. Defines what exchange_documents.hpp declares.

#include <dynabackup/check_documents.hpp>
#include <dynabackup/detail/check/recognizer.hpp>
#include <dynabackup/detail/json/locator.hpp>
#include <dynabackup/detail/json/position.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/exchange_documents.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

namespace detail {

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
    for_each_member(cursor, recognizer::inside(cursor, cursor.at), scratch,
                    [&](std::string_view name, token value) {
                        if (name == "request") pair.request = raw.raw(value, text.npos);
                        if (name == "response") pair.response = raw.raw(value, text.npos);
                        return false;
                    });
    return pair;
}

/// Moves the findings of a part of a line to their places in the text. `path`: the pointer to the part; `at`: the place
/// of the line.
inline void move_findings(report const& found, std::string_view line, std::string_view part,
                          std::string_view path, std::size_t document, json::position const& at,
                          finding_sink& sink) {
    auto const before = static_cast<std::size_t>(part.data() - line.data());
    for (finding f : found) {
        f.path.insert(0, path);
        f.document = document;
        f.offset += at.offset + before;
        if (f.line == 1) {
            f.column += before;
            f.character += before;
        }
        f.line += at.line - 1;
        sink.take(std::move(f));
    }
}

} // namespace detail

DYNABACKUP_INLINE summary check_exchange_lines(std::string_view text, check_options const& chosen,
                                               finding_sink& sink, std::size_t& compared,
                                               std::span<system_table const* const> systems) {
    summary counts;
    json::position at;
    std::size_t document = 0;
    for (; at.offset < text.size(); ++at.line) {
        auto const end = std::min(text.find('\n', at.offset), text.size());
        auto const line = text.substr(at.offset, end - at.offset);
        if (line.find_first_not_of(" \t\r") != line.npos) {
            auto const pair = detail::find_pair(line);
            if (pair.request.empty() || pair.response.empty()) {
                report found;
                found.set_summary(check_documents(line, chosen, found, systems));
                counts += found.summary();
                detail::move_findings(found, line, line, {}, document, at, sink);
            } else {
                auto const both = check_exchange_documents(pair.request, pair.response, chosen, systems);
                compared += both.is_compared;
                counts += both.request.summary();
                counts += both.response.summary();
                --counts.documents; // a line counts as one document
                detail::move_findings(both.request, line, pair.request, "/request", document, at, sink);
                detail::move_findings(both.response, line, pair.response, "/response", document, at, sink);
            }
            ++document;
        }
        at.offset = end + 1;
    }
    return counts;
}

} // namespace dynabackup
