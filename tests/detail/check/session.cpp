#include <dynabackup/detail/check/session.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detail_check_session_test {

using namespace reading_test;
using dynabackup::detail::text_session;

namespace {

std::string_view const names[] = {"a", "b"};

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

/// A session on a text.
struct opened {
    explicit opened(std::string_view source, check_options const& o = {}) : chosen(o), bytes(source) {
        s.findings.open_text(bytes, {}, bytes);
        s.open_window(bytes, names, false);
        if (!s.index(index)) s.index_tolerantly();
    }
    check_options chosen;
    exact bytes;
    json::structural_index index;
    collector sink;
    text_session s{chosen, &sink};
    path_node root{};
};

} // namespace

TEST_CASE("a rejected record removes its findings", "[session]") {
    opened o("{\"a\":1}");
    auto& s = o.s;
    s.begin_document();
    auto before = s.begin_record(o.root);
    CHECK(s.in_record());
    s.findings.report(reading::wrong_type, o.root, s.read.cursor.at, "");
    s.read.cursor.fail_here("x");
    s.findings.report_syntax(o.root, s.read.cursor);
    s.read.cursor.fail(o.bytes.operator std::string_view().data() + 3, "y");
    s.findings.report_syntax(o.root, s.read.cursor); // the first one counts
    CHECK(s.findings.is_broken());
    s.reject(before.findings);
    s.end_record(std::move(before));
    CHECK_FALSE(s.in_record());
    CHECK_FALSE(s.findings.is_broken());
    CHECK(s.has_rejected());
    REQUIRE(o.sink.all.size() == 1);
    CHECK(line(o.sink.all[0]) == "json.syntax  @0");
    CHECK(o.sink.all[0].record == 0u);
    CHECK(s.summary().records == 1);
    CHECK(s.summary().rejected == 1);
    s.begin_document();
    CHECK_FALSE(s.has_rejected()); // this record has not been rejected
}

TEST_CASE("damage has the severity that the caller chooses", "[session]") {
    check_options chosen;
    chosen.severities = {{"json.syntax", severity::note}};
    opened o("{", chosen);
    o.s.begin_document();
    o.s.read.cursor.fail_here("x");
    o.s.findings.report_syntax(o.root, o.s.read.cursor);
    o.s.reject(0);
    o.s.findings.hand_out();
    REQUIRE(o.sink.all.size() == 1);
    CHECK(o.sink.all[0].severity == severity::note);
}

TEST_CASE("damage counts as a record even if its rule is disabled", "[session]") {
    check_options chosen;
    chosen.disable = {"json.syntax"};
    opened o("{", chosen);
    o.s.begin_document();
    o.s.read.cursor.fail_here("x");
    o.s.findings.report_syntax(o.root, o.s.read.cursor);
    o.s.reject(0);
    o.s.findings.hand_out();
    CHECK(o.sink.all.empty());
    CHECK((o.s.summary().records == 1 && o.s.summary().rejected == 1));
}

TEST_CASE("a record that will be read again leaves nothing", "[session]") {
    opened o("[{\"a\":1}]");
    auto& s = o.s;
    s.begin_document();
    std::string const around;
    s.read.unreadable.insert(around);
    std::string const inside;
    auto before = s.begin_record(o.root);
    CHECK(s.read.unreadable.empty()); // the members around the record do not affect it
    s.read.unreadable.insert(inside);
    s.findings.report(reading::wrong_type, o.root, s.read.cursor.at, "");
    s.abandon_record(std::move(before));
    CHECK(s.summary().records == 0);
    CHECK(s.findings.pending.empty());
    CHECK(s.read.unreadable.contains(around));
    CHECK_FALSE(s.read.unreadable.contains(inside));
    s.abandon_document();
    CHECK(s.summary().documents == 0);
}

TEST_CASE("records that are not objects are counted when their document ends", "[session]") {
    opened o("[7]");
    o.s.begin_document();
    o.s.refuse();
    CHECK(o.s.summary().records == 0);
    o.s.end_document();
    CHECK((o.s.summary().records == 1 && o.s.summary().rejected == 1));
    o.s.begin_document();
    o.s.end_document();
    CHECK(o.s.summary().records == 1);
}

TEST_CASE("reading does not move to a token that damage hides", "[session]") {
    std::string const text = R"([{"a":"x},{"b":1},{"a":"y"}])"; // after the lost quote, strings are inverted
    exact const bytes(text);
    check_options const chosen;
    text_session s(chosen);
    json::structural_index index;
    s.findings.open_text(bytes, {}, bytes);
    s.open_window(bytes, names, false);
    auto const second = text.find("{\"b\"");
    CHECK(s.marks().find(2) == second);
    if (s.index(index)) {
        CHECK_FALSE(s.move_to(second));
    }
    s.index_tolerantly();
    REQUIRE(s.move_to(second));
    CHECK(*s.read.cursor.at == second);
    CHECK(s.read.cursor.peek() == '{');
    REQUIRE(s.move_to(s.marks().find(second + 1)));
    CHECK_FALSE(s.move_to(2 + text.find(':')));
}

TEST_CASE("history is kept if the options request it, and pages are always kept", "[session]") {
    for (bool const asked : {false, true}) {
        check_options chosen;
        chosen.history = asked;
        text_session s(chosen);
        CHECK((s.scope.history == nullptr && s.scope.listing == nullptr && s.findings.listing == nullptr));
        input_state input;
        s.begin_input(input);
        CHECK((s.scope.history != nullptr) == asked);
        CHECK(s.scope.listing == s.findings.listing);
        CHECK(s.scope.listing != nullptr);
    }
}

TEST_CASE("the place of a record is that in the input", "[session]") {
    std::string_view const text = "{\"a\":1}\n\n{\"a\":2}";
    check_options const chosen;
    text_session s(chosen);
    json::structural_index index;
    s.findings.open_text(text, {100, 7, 40, 40}, text);
    s.open_window(text, names, false);
    REQUIRE(s.index(index));
    s.read.cursor.at += 5;
    s.begin_document();
    auto before = s.begin_record({});
    auto const at = s.position_of_record(s.offset());
    CHECK((at.document == 0 && at.record == 0 && at.offset == 109 && at.line == 9));
    s.end_record(std::move(before));
}

} // namespace detail_check_session_test
