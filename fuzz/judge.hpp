#pragma once
/// \file
/// Checks that hold for the findings of any text, and the function by which a fuzzer reports a failure.

#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace fuzz {

using namespace dynabackup;

inline void require(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

inline check_options chosen_by(std::uint8_t byte) {
    constexpr edition days[] = {edition::latest, edition::v2017_11_29, edition::v2018_08_06,
                                edition::v2024_03_20};
    check_options chosen;
    chosen.edition = days[byte & 3];
    chosen.strict = byte & 4;
    if (byte & 8) chosen.max_depth = 3;
    if (byte & 16) chosen.disable = {"json.syntax"};
    return chosen;
}

inline bool same(finding const& a, finding const& b) {
    return a.rule == b.rule && a.severity == b.severity && a.path == b.path && a.message == b.message &&
           a.value == b.value && a.shape == b.shape && a.document == b.document && a.record == b.record &&
           a.offset == b.offset && a.line == b.line && a.column == b.column && a.character == b.character &&
           a.source == b.source && a.source_place == b.source_place;
}

inline void require_same(collector const& a, summary const& of_a, collector const& b, summary const& of_b,
                         char const* what) {
    require(of_a.records == of_b.records && of_a.documents == of_b.documents &&
                of_a.rejected == of_b.rejected && of_a.findings == of_b.findings &&
                of_a.rules == of_b.rules && of_a.shapes == of_b.shapes && a.all.size() == b.all.size(),
            what);
    for (std::size_t i = 0; i < a.all.size(); ++i) require(same(a.all[i], b.all[i]), what);
}

inline void judge(std::string_view text, collector const& found, summary const& counts) {
    summary counted;
    finding const* before = nullptr;
    for (auto const& f : found.all) {
        require(f.rule, "a finding without a rule");
        counted.count(f);
        require(f.offset <= text.size(), "an offset outside the text");
        require(f.line >= 1 && f.column >= 1 && f.column <= f.offset + 1, "a wrong line or column");
        require(f.path.empty() || f.path[0] == '/', "a path that is not a pointer");
        require(!f.value || f.value->size() <= 120, "a value that is too long");
        // A finding in the text of a string has the place of the string.
        auto const marked = f.marked();
        require(text.substr(f.offset, marked.size()) == marked || text.substr(f.offset, 1) == "\"",
                "a value that is elsewhere");
        require(!f.record || *f.record < counts.records + counts.items, "a record that was not counted");
        if (f.rule->id == "dump.incomplete-listing") continue; // reported later, without a next page
        if (before && before->document == f.document && before->record == f.record)
            require(before->offset <= f.offset, "findings out of order");
        require(!before || before->document <= f.document, "documents out of order");
        before = &f;
    }
    require(counted.findings == counts.findings && counted.rules == counts.rules,
            "findings that do not add up");
    require(counts.rejected <= counts.records + counts.items, "more records rejected than seen");
    std::size_t shaped = 0;
    for (auto const& [shape, n] : counts.shapes) shaped += n;
    // Other JSON is one document, regardless of how many documents are in it.
    require(shaped <= counts.documents || counts.rules.contains("document.embedded"),
            "more documents read than seen");
    auto const syntax = counts.rules.find("json.syntax");
    require(syntax == counts.rules.end() || syntax->second <= counts.rejected, "damage that is not counted");
}

} // namespace fuzz
