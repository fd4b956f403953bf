#pragma once
/// \file
/// Findings for people: `file:line:column: severity: message [rule]`, the line with a mark below the value, and
/// the value's path.

#include "excerpt.hpp"
#include "finding_output.hpp"
#include "paint.hpp"
#include "safe_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace dynabackup::tool {

class text_output final : public finding_output {
public:
    text_output(bool color, std::size_t width) : paint(color), width_(width) {}

    void show(std::string& out, std::string_view name, finding const& found) override {
        paint(out, bold, fmt::format("{}:{}:{}:", safe(name), found.line, found.column));
        out += ' ';
        paint(out, color_of(found.severity), fmt::format("{}:", to_text(found.severity)));
        out += ' ';
        paint(out, bold, safe(found.message));
        fmt::format_to(std::back_inserter(out), " [{}]\n", found.rule->id);

        auto const number = fmt::format("{:>5}", found.line);
        std::string const margin(number.size(), ' ');
        std::size_t const room = width_ - std::min(width_ / 2, number.size() + 3);
        auto const shown = make_excerpt(found, room);
        fmt::format_to(std::back_inserter(out), "{} | {}\n{} | ", number, shown.source, margin);
        auto const mark = shown.marker.find('^');
        out.append(shown.marker, 0, mark);
        paint(out, green, std::string_view(shown.marker).substr(mark));
        fmt::format_to(std::back_inserter(out), "\n{} = ", margin);
        append_place(out, found);
        out += "\n\n";
    }

    std::size_t excerpt_bytes() const override { return excerpt_reach(width_); }

    void problem(std::string_view, std::string_view, bool) override {} // is on standard error

    void end(std::string& out, totals const& all) override {
        if (all.hidden)
            fmt::format_to(std::back_inserter(out), "{} not shown; --max-findings sets how many are.\n",
                           all.hidden == 1 ? "1 more finding is"
                                           : fmt::format("{} more findings are", all.hidden));
        auto const& counts = all.counts;
        out += counted(all.files, "file");
        if (all.unreadable) fmt::format_to(std::back_inserter(out), " ({} more unreadable)", all.unreadable);
        out += ", " + counted(counts.documents, "document") + ", " + counted(counts.records, "record");
        if (counts.rejected) fmt::format_to(std::back_inserter(out), " ({} rejected)", counts.rejected);
        char const* separator = ": ";
        for (auto const level : {severity::error, severity::warning, severity::note}) {
            out += separator;
            auto const text = counted(counts.count(level), to_text(level));
            if (counts.count(level)) paint(out, color_of(level), text);
            else out += text;
            separator = ", ";
        }
        fmt::format_to(std::back_inserter(out), " in {:.2f} s\n", all.seconds);
    }

private:
    static std::string counted(std::size_t n, std::string_view what) {
        return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
    }

    static void append_place(std::string& out, finding const& found) {
        constexpr std::size_t longest_path = 300;
        if (found.path.empty()) out += "the document";
        else append_safe(out, found.path, longest_path);
        if (found.record) fmt::format_to(std::back_inserter(out), ", record {}", *found.record);
        if (found.document) fmt::format_to(std::back_inserter(out), ", document {}", found.document);
    }

    painter paint;
    std::size_t width_;
};

} // namespace dynabackup::tool
