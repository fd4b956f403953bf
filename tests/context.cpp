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
    explicit opened(std::string_view source, options const& o = {}) : chosen(o), bytes(source) {
        c.open(bytes, index, names);
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
    CHECK_FALSE(o.c.report_syntax(o.root));
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

TEST_CASE("a byte order mark is passed over", "[context]") {
    for (std::string_view const behind : {"{}", " {}", "[]", "\"x\"", "12", "null", "\n"}) {
        CAPTURE(behind);
        opened o("\xEF\xBB\xBF" + std::string(behind));
        auto const first = behind.find_first_not_of(" \n");
        if (first == behind.npos) CHECK(o.c.cursor.at == o.c.cursor.last);
        else CHECK(*o.c.cursor.at == 3 + first);
    }
    opened only("\xEF\xBB\xBF");
    CHECK(only.c.cursor.at == only.c.cursor.last);
    opened twice("\xEF\xBB\xBF\xEF\xBB\xBF{}");
    CHECK(*twice.c.cursor.at == 3);
    opened broken("\xEF\xBB\xBF{\"");
    CHECK(*broken.c.cursor.at == 3);
}

TEST_CASE("reading resumes at a landmark that damage hid", "[context]") {
    std::string const text = R"([{"a":"x},{"b":1},{"a":"y"}])";
    opened o(text);
    auto const second = text.find("{\"b\"");
    CHECK(o.c.marks().find(2) == second);
    o.c.resume_at(second);
    CHECK(*o.c.cursor.at == second);
    CHECK(o.c.cursor.peek() == '{');
    auto const third = o.c.marks().find(second + 1);
    o.c.resume_at(third);
    CHECK(*o.c.cursor.at == third);
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
