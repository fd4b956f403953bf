#include <dynabackup/finding.hpp>
#include <dynabackup/rules/reading.hpp>

#include "catch.hpp"

#include <vector>

using namespace dynabackup;

TEST_CASE("a finding says nothing by default", "[finding]") {
    finding const f;
    CHECK(f.rule == nullptr);
    CHECK(f.path.empty());
    CHECK_FALSE(f.value.has_value());
    CHECK_FALSE(f.record.has_value());
    CHECK(f.line == 0); // no place in a text
}

TEST_CASE("a sink takes findings over", "[finding]") {
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
