#pragma once
/// \file
/// Writes the counts of a run as one JSON object.

#include <dynabackup/write.hpp>

#include "totals.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace dynabackup::tool {

namespace detail {

inline std::string to_json(std::map<std::string_view, std::size_t> const& counts) {
    std::string out = "{";
    for (auto const& [name, n] : counts) {
        if (out.size() > 1) out += ',';
        append_json_string(out, name);
        out += fmt::format(":{}", n);
    }
    return out + '}';
}

} // namespace detail

inline std::string summary_json(totals const& all) {
    auto const& c = all.counts;
    return fmt::format(
        R"({{"files":{},"bytes":{},"documents":{},"records":{},"rejected":{},)"
        R"("findings":{{"error":{},"warning":{},"note":{}}},"rules":{},"shapes":{},"items":{},"seconds":{:.6f}}})"
        "\n",
        all.files, all.bytes, c.documents, c.records, c.rejected, c.count(severity::error),
        c.count(severity::warning), c.count(severity::note), detail::to_json(c.rules),
        detail::to_json(c.shapes), c.items, all.seconds);
}

} // namespace dynabackup::tool
