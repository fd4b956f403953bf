#include <dynabackup/report.hpp>
#include <dynabackup/rules/reading.hpp>

#include "catch.hpp"

#include <vector>

namespace report_test {

using namespace dynabackup;

TEST_CASE("an empty report is ok", "[report]") {
    report const r;
    CHECK(r.ok());
    CHECK(r.empty());
    CHECK(r.size() == 0);
    CHECK(r.begin() == r.end());
}

TEST_CASE("a report is ok until it takes an error, with or without a summary", "[report]") {
    bool const counted = GENERATE(true, false);
    report r;
    summary counts;
    auto take = [&](rule const& what) {
        finding f;
        f.rule = &what;
        f.severity = what.severity;
        counts.count(f);
        r.take(std::move(f));
        if (counted) r.set_summary(counts);
    };
    take(reading::unknown_member);
    take(reading::null_member);
    CHECK(r.ok());
    take(reading::syntax);
    CHECK_FALSE(r.ok());
    REQUIRE(r.size() == 3);
    CHECK(r[2].rule == &reading::syntax);
    CHECK(r.summary().count(severity::error) == (counted ? 1U : 0U));
}

// ---- findings ----

TEST_CASE("a finding is empty by default", "[report]") {
    finding const f;
    CHECK(f.rule == nullptr);
    CHECK(f.path.empty());
    CHECK_FALSE(f.value.has_value());
    CHECK_FALSE(f.record.has_value());
    CHECK(f.line == 0); // no place in a text
}

TEST_CASE("a sink takes ownership of findings", "[report]") {
    struct keeper final : finding_sink {
        std::vector<finding> all;
        void take(finding&& f) override { all.push_back(std::move(f)); }
    } sink;
    finding f;
    f.rule = &reading::syntax;
    finding_sink& any = sink;
    any.take(std::move(f));
    REQUIRE(sink.all.size() == 1);
    CHECK(sink.all[0].rule->id == "json.syntax");
}

// ---- summaries ----

namespace {

finding of(rule const& r, severity level) {
    finding f;
    f.rule = &r;
    f.severity = level;
    return f;
}

} // namespace

TEST_CASE("findings are counted by severity and by rule", "[report]") {
    summary s;
    s.count(of(reading::syntax, severity::error));
    s.count(of(reading::unknown_member, severity::note));
    s.count(of(reading::unknown_member, severity::error)); // as with `strict`
    CHECK(s.count(severity::error) == 2);
    CHECK(s.count(severity::warning) == 0);
    CHECK(s.count(severity::note) == 1);
    CHECK(s.rules.at("json.unknown-member") == 2);
    CHECK(s.rules.at("json.syntax") == 1);
}

TEST_CASE("summaries add up", "[report]") {
    summary a, b;
    a.documents = 1, a.records = 2, a.rejected = 1;
    b.documents = 10, b.records = 20, b.rejected = 3;
    a.count(of(reading::syntax, severity::error));
    b.count(of(reading::syntax, severity::error));
    b.count(of(reading::null_member, severity::warning));
    a.shapes["BackupSummary"] = 1;
    b.shapes["BackupSummary"] = 4;
    b.shapes["ListBackupsOutput"] = 5;
    a += b;
    CHECK(a.documents == 11);
    CHECK(a.records == 22);
    CHECK(a.rejected == 4);
    CHECK(a.count(severity::error) == 2);
    CHECK(a.count(severity::warning) == 1);
    CHECK(a.rules.at("json.syntax") == 2);
    CHECK(a.rules.at("json.null-member") == 1);
    CHECK(a.shapes.at("BackupSummary") == 5);
    CHECK(a.shapes.at("ListBackupsOutput") == 5);
}

} // namespace report_test
