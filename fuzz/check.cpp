/// \file
/// Whatever the bytes, a check ends, stays inside the text, and adds up. The first byte chooses the options, the
/// rest is the text.

#include <dynabackup/aws/documents.hpp>
#include <dynabackup/dynabackup.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

using namespace dynabackup;

void require(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

options chosen_by(std::uint8_t byte) {
    constexpr edition days[] = {edition::latest, edition::v2017_11_29, edition::v2018_08_06,
                                edition::v2024_03_20};
    options chosen;
    chosen.edition = days[byte & 3];
    chosen.strict = byte & 4;
    if (byte & 8) chosen.max_depth = 3;
    if (byte & 16) chosen.disable = {"json.syntax"};
    return chosen;
}

bool same(finding const& a, finding const& b) {
    return a.rule == b.rule && a.severity == b.severity && a.path == b.path && a.message == b.message &&
           a.value == b.value && a.shape == b.shape && a.document == b.document && a.record == b.record &&
           a.offset == b.offset && a.line == b.line && a.column == b.column;
}

void judge(std::string_view text, collector const& found, summary const& counts) {
    summary counted;
    finding const* before = nullptr;
    for (auto const& f : found.all) {
        require(f.rule, "a finding without a rule");
        counted.count(f);
        require(f.offset <= text.size(), "an offset outside the text");
        require(f.line >= 1 && f.column >= 1 && f.column <= f.offset + 1, "a wrong line or column");
        require(f.path.empty() || f.path[0] == '/', "a path that is no pointer");
        require(!f.value || f.value->size() <= 120, "a value that is too long");
        require(!f.value || text.substr(f.offset, f.value->size()) == *f.value,
                "a value that stands elsewhere");
        require(!f.record || *f.record < counts.records, "a record that was not counted");
        if (before && before->document == f.document && before->record == f.record)
            require(before->offset <= f.offset, "findings out of order");
        require(!before || before->document <= f.document, "documents out of order");
        before = &f;
    }
    require(counted.findings == counts.findings && counted.rules == counts.rules,
            "findings that do not add up");
    require(counts.rejected <= counts.records, "more records rejected than seen");
    std::size_t shaped = 0;
    for (auto const& [shape, n] : counts.shapes) shaped += n;
    require(shaped <= counts.documents, "more documents read than seen");
    auto const syntax = counts.rules.find("json.syntax");
    require(syntax == counts.rules.end() || syntax->second <= counts.rejected, "damage that is not counted");
}

template <class Check>
void twice(std::string_view text, Check check_once) {
    collector first, second;
    summary const counts = check_once(first);
    judge(text, first, counts);
    summary const again = check_once(second);
    require(counts.records == again.records && counts.documents == again.documents &&
                counts.rules == again.rules && counts.shapes == again.shapes &&
                first.all.size() == second.all.size(),
            "two runs differ");
    for (std::size_t i = 0; i < first.all.size(); ++i)
        require(same(first.all[i], second.all[i]), "two runs differ");
}

template <class T>
void as(std::string_view text, options const& chosen) {
    twice(text, [&](collector& sink) {
        auto const r = check<T>(text, chosen);
        for (auto const& f : r) sink.take(finding(f));
        return r.summary();
    });
    (void)parse<T>(text, chosen);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    auto const chosen = chosen_by(*data);
    std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
    switch (*data >> 5) {
    case 0: as<aws::ListBackupsOutput>(text, chosen); break;
    case 1: as<aws::DescribeBackupOutput>(text, chosen); break;
    default: twice(text, [&](collector& sink) { return check(text, chosen, sink); });
    }
    return 0;
}
