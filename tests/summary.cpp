#include <dynabackup/rules/reading.hpp>
#include <dynabackup/summary.hpp>

#include "catch.hpp"

using namespace dynabackup;

namespace {

finding of(rule const& r, severity level) {
    finding f;
    f.rule = &r;
    f.severity = level;
    return f;
}

} // namespace

TEST_CASE("findings are counted by severity and by rule", "[summary]") {
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

TEST_CASE("summaries add up", "[summary]") {
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
