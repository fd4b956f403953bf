#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/detail/json/window.hpp>
#include <dynabackup/detail/read/finding_buffer.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "reading.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detail_read_finding_buffer_test {

using namespace reading_test;
using dynabackup::detail::finding_buffer;

namespace {

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

/// A buffer for the findings in a text.
struct opened {
    explicit opened(std::string_view source, check_options const& o = {}, json::position base = {})
        : chosen(o) {
        open(source, base);
    }

    /// Continues the input with that text.
    void open(std::string_view source, json::position base) {
        texts.emplace_back(source);
        std::string_view const text = texts.back();
        f.open_text(text, base, text);
        f.open_window(text);
        window.open(text, {});
        if (!window.index(index)) window.index_tolerantly();
        cursor = window.cursor();
    }

    check_options chosen;
    std::vector<exact> texts;
    collector sink;
    finding_buffer f{chosen, &sink};
    json::structural_index index;
    json::window window;
    json::cursor cursor;
    path_node root{};
};

} // namespace

TEST_CASE("many findings of one rule are kept up to a limit, and counted beyond it", "[finding_buffer]") {
    constexpr std::size_t limit = 10'000;
    auto const messages_with = [](opened const& o, std::string_view text) {
        return std::count_if(o.sink.all.begin(), o.sink.all.end(),
                             [&](finding const& f) { return f.message.find(text) != std::string::npos; });
    };
    for (std::size_t const more : {0U, 1U, 500U}) {
        CAPTURE(more);
        opened o(R"({"a":1})");
        auto const* const token = o.cursor.at;
        for (std::size_t i = 0; i < limit + more; ++i)
            o.f.report(reading::wrong_type, {&o.root, std::string_view("a")}, token + 3, "");
        o.f.report(reading::unknown_member, o.root, token, "");
        o.f.hand_out();
        CHECK(o.sink.all.size() == limit + 1);
        CHECK(o.f.summary.count(severity::error) == limit + more);
        CHECK(o.f.summary.rules.at(reading::wrong_type.id) == limit + more);
        CHECK(o.f.summary.rules.at(reading::unknown_member.id) == 1);
        CHECK(messages_with(o, std::to_string(more) + " more") == (more != 0));
        o.f.report(reading::wrong_type, {&o.root, std::string_view("a")}, token + 3, "");
        o.f.hand_out(); // the next record starts with none
        CHECK(o.sink.all.size() == limit + 2);
        CHECK(o.f.summary.count(severity::error) == limit + more + 1);
    }
}

TEST_CASE("findings that are removed do not count toward a limit", "[finding_buffer]") {
    opened o(R"({"a":1})");
    for (int time = 0; time < 2; ++time) {
        o.f.drop(0);
        for (std::size_t i = 0; i < 10'001; ++i) o.f.report(reading::wrong_type, o.root, o.cursor.at, "");
    }
    o.f.hand_out();
    CHECK(o.f.summary.count(severity::error) == 10'001);
    CHECK(o.sink.all.size() == 10'000);
}

TEST_CASE("findings are reported in the order of the text, with lines and columns", "[finding_buffer]") {
    opened o("{\"a\":1,\n\"b\":2}");
    auto const* const token = o.cursor.at;
    o.f.report(reading::wrong_type, {&o.root, std::string_view("b")}, token + 7, "");
    o.f.report(reading::wrong_type, {&o.root, std::string_view("a")}, token + 3, "");
    o.f.report(reading::missing_member, {&o.root, std::string_view("c")}, nullptr, "", token);
    CHECK(o.sink.all.empty());
    o.f.hand_out();
    REQUIRE(o.sink.all.size() == 3);
    CHECK(line(o.sink.all[0]) == "json.missing-member /c @0");
    CHECK_FALSE(o.sink.all[0].value.has_value());
    CHECK(line(o.sink.all[1]) == "json.wrong-type /a @5");
    CHECK(o.sink.all[1].value == "1");
    CHECK((o.sink.all[1].line == 1 && o.sink.all[1].column == 6));
    CHECK(line(o.sink.all[2]) == "json.wrong-type /b @12");
    CHECK((o.sink.all[2].line == 2 && o.sink.all[2].column == 5));
    CHECK(o.f.summary.count(severity::error) == 3);
    CHECK(o.f.pending.empty());
}

TEST_CASE("a finding of a model is placed by its path", "[finding_buffer]") {
    opened o(R"({"a":[1,{"b":2}]})");
    o.f.set_origin(o.root, o.cursor.at);
    path_node const list{&o.root, std::string_view("a")};
    o.f.report_below(reading::out_of_range, list, {path_step{std::size_t{1}}, path_step{"b"}}, "");
    o.f.report_below(reading::out_of_range, list, {path_step{std::size_t{1}}, path_step{"c"}}, "");
    o.f.report_below(reading::out_of_range, o.root, {}, "");
    o.f.hand_out();
    REQUIRE(o.sink.all.size() == 3);
    CHECK(line(o.sink.all[0]) == "number.out-of-range  @0");
    CHECK(line(o.sink.all[1]) ==
          "number.out-of-range /a/1/c @8"); // an absent member has the place of its object
    CHECK_FALSE(o.sink.all[1].value.has_value());
    CHECK(line(o.sink.all[2]) == "number.out-of-range /a/1/b @13");
    CHECK(o.sink.all[2].value == "2");
}

TEST_CASE("rules are chosen by name and by edition", "[finding_buffer]") {
    auto active = [](check_options const& chosen, rule const& r) {
        return finding_buffer(chosen, nullptr).is_active(r);
    };
    check_options chosen;
    CHECK(active(chosen, reading::syntax));
    chosen.disable = {"json.*"};
    CHECK_FALSE(active(chosen, reading::syntax));
    CHECK(active(chosen, reading::list_size));
    chosen = {};
    chosen.only = {"json.syntax", "list.*"};
    CHECK(active(chosen, reading::syntax));
    CHECK_FALSE(active(chosen, reading::depth));
    CHECK(active(chosen, reading::list_size));
    chosen.disable = {"list.size"};
    CHECK_FALSE(active(chosen, reading::list_size));
    rule const dated{"x.y", severity::error, edition{2019'01'01}, "", "", {}, edition{2020'01'01}};
    for (auto const& [day, expected] : {std::pair{edition{2018'12'31}, false},
                                        {edition{2019'01'01}, true},
                                        {edition{2020'01'01}, true},
                                        {edition{2020'01'02}, false}}) {
        check_options o;
        o.edition = day;
        CHECK(active(o, dated) == expected);
    }
}

TEST_CASE("places are counted from the beginning of the text", "[finding_buffer]") {
    opened o("{\"a\":1,\n\"b\":2}", {}, {100, 7, 40, 40});
    auto const* const token = o.cursor.at;
    o.f.report(reading::wrong_type, {&o.root, std::string_view("a")}, token + 3, "");
    o.f.close_text(true);
    o.open("[true]", {200, 9, 1, 1});
    o.f.report(reading::wrong_type, {&o.root, std::string_view("b")}, o.cursor.at + 1, "");
    o.f.hand_out();
    REQUIRE(o.sink.all.size() == 2);
    CHECK((o.sink.all[0].offset == 105 && o.sink.all[0].line == 7 && o.sink.all[0].column == 45));
    CHECK((o.sink.all[1].offset == 201 && o.sink.all[1].line == 9 && o.sink.all[1].column == 2));
}

TEST_CASE("without a sink findings stay in the buffer", "[finding_buffer]") {
    check_options const chosen;
    finding_buffer f(chosen, nullptr);
    f.report(reading::wrong_type, path_node{}, nullptr, "");
    f.hand_out();
    REQUIRE(f.pending.size() == 1);
    CHECK(f.pending[0].line == 0);
}

TEST_CASE("callers can change severities, and the last choice counts", "[finding_buffer]") {
    auto const severity_of = [](check_options chosen, rule const& r) {
        opened o("{}", chosen);
        o.f.report(r, o.root, o.cursor.at, "");
        o.f.hand_out();
        REQUIRE(o.sink.all.size() == 1);
        CHECK(o.f.summary.count(o.sink.all[0].severity) == 1);
        return o.sink.all[0].severity;
    };
    check_options chosen;
    chosen.severities = {{"json.*", severity::warning}, {"json.wrong-type", severity::note}};
    CHECK(severity_of(chosen, reading::wrong_type) == severity::note);
    CHECK(severity_of(chosen, reading::depth) == severity::warning);
    CHECK(severity_of(chosen, reading::list_size) == severity::error);
    chosen.severities.emplace_back("*", severity::error);
    CHECK(severity_of(chosen, reading::null_member) == severity::error);
    chosen.severities = {{"json.unknown-member", severity::warning}};
    chosen.strict = true;
    CHECK(severity_of(chosen, reading::unknown_member) == severity::warning); // given by name
    chosen.severities = {{"enum.*", severity::note}};
    CHECK(severity_of(chosen, reading::unknown_member) == severity::error);

    chosen.severities = {{"json.syntax", severity::note}};
    opened o("{", chosen);
    o.cursor.fail_here("x");
    o.f.report_syntax(o.root, o.cursor);
    auto const damage = o.f.take_broken();
    REQUIRE(damage.has_value());
    CHECK(damage->severity == severity::note);
}

TEST_CASE("no more findings are reported than requested", "[finding_buffer]") {
    check_options chosen;
    chosen.stop_after = 2;
    opened o("{\"a\":1,\n\"b\":2}", chosen);
    auto const report = [&](std::size_t token) {
        o.f.report(reading::wrong_type, o.root, o.cursor.at + token, "");
    };
    report(7);
    CHECK_FALSE(o.f.stopped());
    o.f.hand_out();
    CHECK_FALSE(o.f.stopped());
    report(7);
    report(3);
    o.f.hand_out();
    CHECK(o.f.stopped());
    REQUIRE(o.sink.all.size() == 2);
    CHECK(o.sink.all[1].offset == 5); // the first in the text
    CHECK(o.f.summary.count(severity::error) == 2);
    report(7);
    o.f.hand_out();
    CHECK(o.sink.all.size() == 2);
    CHECK(o.f.pending.empty());
}
TEST_CASE("the first error is the one with the smallest offset, and never a note", "[finding_buffer]") {
    check_options const chosen;
    exact const text("[1,2]");
    json::structural_index index;
    REQUIRE(index.build(text));
    finding_buffer f(chosen, nullptr);
    f.open_text(text, {}, text);
    f.open_window(text);
    CHECK_FALSE(f.take_first_error().has_value());
    f.report(reading::unknown_member, path_node{}, index.begin(), "");
    CHECK_FALSE(f.take_first_error().has_value()); // a note
    f.report(reading::wrong_type, path_node{}, index.begin() + 3, "second");
    f.report(reading::wrong_type, path_node{}, index.begin() + 1, "first");
    auto const first = f.take_first_error();
    REQUIRE(first.has_value());
    CHECK(first->message == "first");
    CHECK((first->offset == 1 && first->line == 1 && first->column == 2));
}

TEST_CASE("a muted buffer notes no defects of reading", "[finding_buffer]") {
    opened o("{}");
    o.f.mute(true);
    o.f.report(reading::wrong_type, o.root, o.cursor.at, "");
    o.f.mute(false);
    CHECK(o.f.pending.empty());
    o.f.report(reading::wrong_type, o.root, o.cursor.at, "");
    o.f.report(reading::depth, o.root, o.cursor.at, "");
    o.f.drop(1);
    REQUIRE(o.f.pending.size() == 1);
    CHECK(o.f.pending[0].rule == &reading::wrong_type);
}

TEST_CASE("a page that has a next page is a finding that is held", "[finding_buffer]") {
    dynabackup::listing pages;
    opened o(R"({"a":"next","b":"","c":7})");
    auto const report = [&](std::size_t token) { o.f.report_page_token(o.root, o.cursor.at + token); };
    report(3);
    CHECK(o.f.pending.empty()); // this is not a listing
    o.f.listing = &pages;
    report(7);  // empty
    report(11); // not a text
    CHECK(o.f.pending.empty());
    report(3);
    o.f.hand_out();
    CHECK(o.sink.all.empty());
    REQUIRE(pages.held().has_value());
    CHECK(pages.held()->value == R"("next")");
}

// ---- the line of a finding ----

namespace {

/// The part of its line that the first finding has, with `^` at its place.
std::string source_of(std::string_view text, std::size_t excerpt_bytes) {
    report found;
    dynabackup::check_documents(text, {.excerpt_bytes = excerpt_bytes}, found);
    if (found.empty()) return "nothing found";
    finding const& f = *found.begin();
    return std::string(f.source).insert(f.source_place, "^");
}

} // namespace

TEST_CASE("a finding has no part of its line unless the options request it", "[finding_buffer]") {
    CHECK(source_of(R"({"Limit":500})", 0) == "^");
    CHECK(source_of(R"({"Limit":500})", 1) == ":^5");
}

TEST_CASE("a finding has up to a given number of bytes of its line before and after its place",
          "[finding_buffer]") {
    CHECK(source_of(R"({"Limit":500})", 4) == "it\":^500}");
    CHECK(source_of(R"({"Limit":500})", 8) == "\"Limit\":^500}");
    CHECK(source_of(R"({"Limit":500})", 9) == "{\"Limit\":^500}");
    CHECK(source_of(R"({"Limit":500})", 100) == "{\"Limit\":^500}");
}

TEST_CASE("the part of a line ends with the line", "[finding_buffer]") {
    CHECK(source_of("\n{\n \"Limit\" : 500 \r\n}", 100) == " \"Limit\" : ^500 \r\n");
    CHECK(source_of("{\"Limit\" :\n500\n}", 100) == "^500\n");
    CHECK(source_of("{\"Limit\" :\n500\n}", 4) == "^500\n");
    CHECK(source_of("{\"Limit\" :\n500\n}", 3) == "^500");
    CHECK(source_of("", 100) == "^");
}

TEST_CASE("the line of damage in a document is also known", "[finding_buffer]") {
    CHECK(source_of(R"({"BackupSummaries":[{"BackupArn":tru}]})", 5) == "Arn\":^tru}]");
    CHECK(source_of("[7]\n", 5) == "[^7]\n");
}

} // namespace detail_read_finding_buffer_test
