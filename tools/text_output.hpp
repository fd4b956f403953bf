#pragma once
/// \file
/// Writes findings as text, in colour, and their counts.

#include <dynabackup/display/finding_text.hpp>

#include "finding_output.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

class text_output final : public finding_output {
public:
    text_output(bool color, std::size_t width) : paint(color), width_(width) {}

    void show(std::string& out, std::string_view name, finding const& found) override {
        display::append_finding(out, name, found, width_,
                                [this](std::string& to, display::part part, std::string_view text,
                                       severity level) { paint(to, color_of(part, level), text); });
        out += '\n';
    }

    std::size_t excerpt_bytes() const override { return display::excerpt_reach(width_); }

    void problem(std::string_view, std::string_view, bool) override {} // reported on standard error

    void end(std::string& out, totals const& all) override {
        if (all.hidden)
            out += fmt::format("{} not shown; --max-findings sets how many are.\n",
                               all.hidden == 1 ? "1 more finding is"
                                               : fmt::format("{} more findings are", all.hidden));
        auto const& counts = all.counts;
        out += counted(all.files, "file");
        if (all.unreadable) out += fmt::format(", {} unreadable", all.unreadable);
        out += ", " + counted(counts.documents, "document") + ", " + counted(counts.records, "record");
        if (counts.items) out += ", " + counted(counts.items, "item");
        if (counts.rejected) out += fmt::format(" ({} rejected)", counts.rejected);
        char const* separator = ": ";
        for (auto const level : {severity::error, severity::warning, severity::note}) {
            out += separator;
            auto const text = counted(counts.count(level), to_text(level));
            if (counts.count(level)) paint(out, tool::color_of(level), text);
            else out += text;
            separator = ", ";
        }
        out += fmt::format(" in {:.2f} s\n", all.seconds);
    }

private:
    static std::string counted(std::size_t n, std::string_view what) {
        return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
    }

    static std::string_view color_of(display::part part, severity level) {
        if (part == display::part::severity) return tool::color_of(level);
        return part == display::part::mark ? green : bold;
    }

    painter paint;
    std::size_t width_;
};

} // namespace dynabackup::tool
