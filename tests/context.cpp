#include <dynabackup/context.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace reading_test;

namespace {

std::string_view const names[] = {"a", "b"};

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

/// A context on a text.
struct opened {
    explicit opened(std::string_view source, options const& o = {}, json::position base = {})
        : chosen(o), bytes(source) {
        c.open(bytes, names, base);
        if (!c.index(index)) c.index_tolerantly();
    }
    options chosen;
    exact bytes;
    json::structural_index index;
    collector sink;
    context c{chosen, &sink};
    path_node root{};
};

} // namespace

TEST_CASE("findings are handed out in the order of the text, with lines and columns", "[context]") {
    opened o("{\"a\":1,\n\"b\":2}");
    auto const* const token = o.c.cursor.at;
    o.c.report(reading::wrong_type, {&o.root, std::string_view("b")}, token + 7, "");
    o.c.report(reading::wrong_type, {&o.root, std::string_view("a")}, token + 3, "");
    o.c.report(reading::missing_member, {&o.root, std::string_view("c")}, nullptr, "", token);
    CHECK(o.sink.all.empty());
    o.c.hand_out();
    REQUIRE(o.sink.all.size() == 3);
    CHECK(line(o.sink.all[0]) == "json.missing-member /c @0");
    CHECK_FALSE(o.sink.all[0].value.has_value());
    CHECK(line(o.sink.all[1]) == "json.wrong-type /a @5");
    CHECK(o.sink.all[1].value == "1");
    CHECK((o.sink.all[1].line == 1 && o.sink.all[1].column == 6));
    CHECK(line(o.sink.all[2]) == "json.wrong-type /b @12");
    CHECK((o.sink.all[2].line == 2 && o.sink.all[2].column == 5));
    CHECK(o.c.summary.count(severity::error) == 3);
    CHECK(o.c.pending.empty());
}

TEST_CASE("a finding of a model is placed by its path", "[context]") {
    opened o(R"({"a":[1,{"b":2}]})");
    o.c.set_origin(o.root, o.c.cursor.at);
    path_node const list{&o.root, std::string_view("a")};
    o.c.report_below(reading::out_of_range, list, {step{std::size_t{1}}, step{"b"}}, "");
    o.c.report_below(reading::out_of_range, list, {step{std::size_t{1}}, step{"c"}}, "");
    o.c.report_below(reading::out_of_range, o.root, {}, "");
    o.c.hand_out();
    REQUIRE(o.sink.all.size() == 3);
    CHECK(line(o.sink.all[0]) == "number.out-of-range  @0");
    CHECK(line(o.sink.all[1]) == "number.out-of-range /a/1/c @8"); // where it is absent: its object
    CHECK_FALSE(o.sink.all[1].value.has_value());
    CHECK(line(o.sink.all[2]) == "number.out-of-range /a/1/b @13");
    CHECK(o.sink.all[2].value == "2");
}

TEST_CASE("rules are chosen by name and by edition", "[context]") {
    auto active = [](options const& chosen, rule const& r) { return context(chosen).is_active(r); };
    options chosen;
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
        options o;
        o.edition = day;
        CHECK(active(o, dated) == expected);
    }
}

TEST_CASE("a rejected record takes its findings back", "[context]") {
    opened o("{\"a\":1}");
    o.c.begin_document();
    auto before = o.c.begin_record(o.root);
    o.c.report(reading::wrong_type, o.root, o.c.cursor.at, "");
    o.c.cursor.fail_here("x");
    o.c.report_syntax(o.root);
    o.c.cursor.fail(o.bytes.operator std::string_view().data() + 3, "y");
    o.c.report_syntax(o.root); // the first one counts
    CHECK(o.c.is_broken());
    o.c.reject(before.findings);
    o.c.end_record(std::move(before));
    CHECK_FALSE(o.c.is_broken());
    REQUIRE(o.sink.all.size() == 1);
    CHECK(line(o.sink.all[0]) == "json.syntax  @0");
    CHECK(o.sink.all[0].record == 0u);
    CHECK(o.c.summary.records == 1);
    CHECK(o.c.summary.rejected == 1);
}

TEST_CASE("a token that damage hid is not moved to", "[context]") {
    std::string const text =
        R"([{"a":"x},{"b":1},{"a":"y"}])"; // behind the lost quote strings are inside out
    exact const bytes(text);
    options const chosen;
    context c(chosen);
    json::structural_index index;
    c.open(bytes, names);
    auto const second = text.find("{\"b\"");
    CHECK(c.marks().find(2) == second);
    if (c.index(index)) {
        CHECK_FALSE(c.move_to(second));
    }
    c.index_tolerantly();
    REQUIRE(c.move_to(second));
    CHECK(*c.cursor.at == second);
    CHECK(c.cursor.peek() == '{');
    REQUIRE(c.move_to(c.marks().find(second + 1)));
    CHECK_FALSE(c.move_to(2 + text.find(':')));
}

TEST_CASE("places count from where the piece begins", "[context]") {
    opened o("{\"a\":1,\n\"b\":2}", {}, {100, 7, 40, 40});
    auto const* const token = o.c.cursor.at;
    o.c.report(reading::wrong_type, {&o.root, std::string_view("a")}, token + 3, "");
    o.c.close_text(true);
    o.c.open("[true]", names, {200, 9, 1, 1});
    REQUIRE(o.c.index(o.index));
    o.c.report(reading::wrong_type, {&o.root, std::string_view("b")}, o.c.cursor.at + 1, "");
    o.c.hand_out();
    REQUIRE(o.sink.all.size() == 2);
    CHECK((o.sink.all[0].offset == 105 && o.sink.all[0].line == 7 && o.sink.all[0].column == 45));
    CHECK((o.sink.all[1].offset == 201 && o.sink.all[1].line == 9 && o.sink.all[1].column == 2));
}

TEST_CASE("without a sink findings stay with the context", "[context]") {
    options const chosen;
    context c(chosen);
    CHECK(c.records == nullptr);
    c.report(reading::wrong_type, path_node{}, nullptr, "");
    c.hand_out();
    REQUIRE(c.pending.size() == 1);
    CHECK(c.pending[0].line == 0);
}

TEST_CASE("severities are the caller's to change, the last choice counts", "[context]") {
    auto const severity_of = [](options chosen, rule const& r) {
        opened o("{}", chosen);
        o.c.report(r, o.root, o.c.cursor.at, "");
        o.c.hand_out();
        REQUIRE(o.sink.all.size() == 1);
        CHECK(o.c.summary.count(o.sink.all[0].severity) == 1);
        return o.sink.all[0].severity;
    };
    options chosen;
    chosen.severities = {{"json.*", severity::warning}, {"json.wrong-type", severity::note}};
    CHECK(severity_of(chosen, reading::wrong_type) == severity::note);
    CHECK(severity_of(chosen, reading::depth) == severity::warning);
    CHECK(severity_of(chosen, reading::list_size) == severity::error);
    chosen.severities.emplace_back("*", severity::error);
    CHECK(severity_of(chosen, reading::null_member) == severity::error);
    chosen.severities = {{"json.unknown-member", severity::warning}};
    chosen.strict = true;
    CHECK(severity_of(chosen, reading::unknown_member) == severity::warning); // said by name
    chosen.severities = {{"enum.*", severity::note}};
    CHECK(severity_of(chosen, reading::unknown_member) == severity::error);

    chosen.severities = {{"json.syntax", severity::note}};
    opened o("{", chosen);
    o.c.begin_document();
    o.c.cursor.fail_here("x");
    o.c.report_syntax(o.root);
    o.c.reject(0);
    o.c.hand_out();
    REQUIRE(o.sink.all.size() == 1);
    CHECK(o.sink.all[0].severity == severity::note);
}

TEST_CASE("no more findings are handed out than were asked for", "[context]") {
    options chosen;
    chosen.stop_after = 2;
    opened o("{\"a\":1,\n\"b\":2}", chosen);
    auto const report = [&](std::size_t token) {
        o.c.report(reading::wrong_type, o.root, o.c.cursor.at + token, "");
    };
    report(7);
    CHECK_FALSE(o.c.stopped());
    o.c.hand_out();
    CHECK_FALSE(o.c.stopped());
    report(7);
    report(3);
    o.c.hand_out();
    CHECK(o.c.stopped());
    REQUIRE(o.sink.all.size() == 2);
    CHECK(o.sink.all[1].offset == 5); // the first in the text
    CHECK(o.c.summary.count(severity::error) == 2);
    report(7);
    o.c.hand_out();
    CHECK(o.sink.all.size() == 2);
    CHECK(o.c.pending.empty());
}
