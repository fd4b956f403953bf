#include <dynabackup/aws/documents.hpp>
#include <dynabackup/pending_findings.hpp>

#include "fixtures.hpp"

using namespace dynabackup;

namespace {

/// What the first finding has of its line, with `^` at its place.
std::string source_of(std::string_view text, std::size_t excerpt_bytes) {
    report found;
    check(text, {.excerpt_bytes = excerpt_bytes}, found);
    if (found.empty()) return "nothing found";
    finding const& f = *found.begin();
    return std::string(f.source).insert(f.source_place, "^");
}

} // namespace

TEST_CASE("a finding has no part of its line unless it is asked for", "[pending_findings]") {
    CHECK(source_of(R"({"Limit":500})", 0) == "^");
    CHECK(source_of(R"({"Limit":500})", 1) == ":^5");
}

TEST_CASE("a finding has so many bytes of its line before and behind its place", "[pending_findings]") {
    CHECK(source_of(R"({"Limit":500})", 4) == "it\":^500}");
    CHECK(source_of(R"({"Limit":500})", 8) == "\"Limit\":^500}");
    CHECK(source_of(R"({"Limit":500})", 9) == "{\"Limit\":^500}");
    CHECK(source_of(R"({"Limit":500})", 100) == "{\"Limit\":^500}");
}

TEST_CASE("the part of a line ends with it", "[pending_findings]") {
    CHECK(source_of("\n{\n \"Limit\" : 500 \r\n}", 100) == " \"Limit\" : ^500 \r\n");
    CHECK(source_of("{\"Limit\" :\n500\n}", 100) == "^500\n");
    CHECK(source_of("{\"Limit\" :\n500\n}", 4) == "^500\n");
    CHECK(source_of("{\"Limit\" :\n500\n}", 3) == "^500");
    CHECK(source_of("", 100) == "^");
}

TEST_CASE("where a document is damaged, its line is known, too", "[pending_findings]") {
    CHECK(source_of(R"({"BackupSummaries":[{"BackupArn":tru}]})", 5) == "Arn\":^tru}]");
    CHECK(source_of("[7]\n", 5) == "[^7]\n");
}
