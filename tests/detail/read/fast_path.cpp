#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/detail/read/fast_path.hpp>
#include <dynabackup/detail/read/object.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/write.hpp>

#include "all_shapes.hpp"
#include "catch.hpp"
#include "fixtures.hpp"
#include "reading.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace reading_test;
using dynabackup::detail::find_key, dynabackup::detail::is_key;

namespace {

/// Space that the fast path needs after a text.
std::string const room(2 * json::token_cursor::margin, ' ');

/// A text with its tokens; the cursor is at the first member.
struct opened {
    explicit opened(std::string_view source) : text(std::string(source) + room) {
        REQUIRE(index.build(text));
        cursor = json::cursor(text, index.begin(), index.end(), true);
        ++cursor.at;
    }
    std::string text;
    json::structural_index index;
    json::cursor cursor;
};

std::string object_with(std::string_view name) { return "{\"" + std::string(name) + "\":1}"; }

/// The members that are expected one after the other for the members of a text.
std::vector<std::string_view> walk(std::string_view source, shape_table const& shape) {
    opened o(source);
    std::vector<std::string_view> names;
    dynabackup::detail::expected_members next = nullptr;
    member_table const* m = dynabackup::detail::first_member(o.cursor, shape, next);
    while (m) {
        names.push_back(m->name);
        o.cursor.at += 4; // name, colon, a value of one token, comma
        if (o.text[*o.cursor.at] != '"') break;
        m = dynabackup::detail::next_member(o.cursor, shape, next);
    }
    return names;
}

std::string numbers(std::vector<std::string_view> const& names) {
    std::string text = "{";
    for (auto const name : names) text += (text.size() > 1 ? ",\"" : "\"") + std::string(name) + "\":1";
    return text + '}';
}

} // namespace

TEST_CASE("a member is found by its key in the text, and no other name is", "[fast_path]") {
    all_shapes::for_each<all_shapes::of_all>([](auto t) {
        auto const& shape = shape_table_of<typename decltype(t)::type>;
        for (auto const& m : shape.members) {
            CAPTURE(shape.name, m.name);
            opened const o(object_with(m.name));
            CHECK(find_key(o.cursor, shape) == &m);
            for (auto const& other : shape.members)
                CHECK(is_key(o.text.data() + *o.cursor.at, other) == (&other == &m));
            std::string const name(m.name);
            for (auto const& none :
                 {name + 'x', name.substr(0, name.size() - 1), 'x' + name, name.substr(1)}) {
                if (shape.find(none)) continue;
                CAPTURE(none);
                opened const wrong(object_with(none));
                CHECK(find_key(wrong.cursor, shape) == nullptr);
                CHECK_FALSE(is_key(wrong.text.data() + *wrong.cursor.at, m));
            }
        }
        opened const empty(object_with(""));
        CHECK(find_key(empty.cursor, shape) == nullptr);
    });
}

TEST_CASE("members are expected in wire order, in the documented order, and looked up in any other",
          "[fast_path]") {
    std::mt19937_64 random{5};
    all_shapes::for_each<all_shapes::of_all>([&](auto t) {
        auto const& shape = shape_table_of<typename decltype(t)::type>;
        std::vector<std::string_view> documented, wire;
        for (auto const& m : shape.members) documented.push_back(m.name);
        for (auto const* m : shape.wire_order) wire.push_back(m->name);
        CHECK(walk(numbers(documented), shape) == documented);
        CHECK(walk(numbers(wire), shape) == wire);
        auto some = wire;
        for (int i = 0; i < 20; ++i) {
            std::shuffle(some.begin(), some.end(), random);
            CHECK(walk(numbers(some), shape) == some);
            auto fewer = i % 2 ? wire : documented; // absent members are passed over
            std::erase_if(fewer, [&](auto) { return random() % 3 == 0; });
            if (!fewer.empty()) CHECK(walk(numbers(fewer), shape) == fewer);
        }
    });
}

TEST_CASE("an unknown member ends what is expected", "[fast_path]") {
    auto const& shape = shape_table_of<aws::BackupSummary>;
    CHECK(walk(numbers({"BackupArn", "Other", "BackupName"}), shape) ==
          std::vector<std::string_view>{"BackupArn"});
    CHECK(walk(numbers({"Other"}), shape).empty());
}

// ---- the fast path agrees with the slow one ----

namespace {

/// What becomes of a text: its model as JSON, or the first error; and the findings.
template <class T>
std::string outcome(std::string_view text, options const& chosen = reading_only()) {
    auto const model = parse<T>(exact(text), chosen);
    std::string result =
        model ? to_json(*model) : model.error().what.message + ' ' + line(model.error().what);
    for (auto const& f : check<T>(exact(text), chosen)) result += '\n' + line(f) + ' ' + f.message;
    return result;
}

/// Without a backslash a text with room after it takes the fast path, and a text without room the slow one.
template <class T>
void compare(std::string const& text, options const& chosen = reading_only()) {
    auto const fast = outcome<T>(text + room, chosen), slow = outcome<T>(text, chosen);
    if (fast != slow) FAIL("fast:\n" << fast << "\nslow:\n" << slow << '\n' << text);
    // Between a known and an unknown end of the room the path changes in the middle of the text.
    for (std::size_t n : {1U, 7U, 16U, 31U, 33U, 63U, 64U, 65U})
        if (auto const some = outcome<T>(text + std::string(n, ' '), chosen); some != slow)
            FAIL(n << ":\n" << some << "\nslow:\n" << slow << '\n' << text);
}

/// Members of an object in some disorder.
std::vector<std::string> disordered(std::vector<std::string> members, std::mt19937_64& random) {
    switch (random() % 4) {
    case 0: break;
    case 1: std::shuffle(members.begin(), members.end(), random); break;
    case 2: std::swap(members[random() % members.size()], members[random() % members.size()]); break;
    default: members.erase(members.begin() + static_cast<std::ptrdiff_t>(random() % members.size()));
    }
    static char const* const others[] = {
        R"("Other":1)",
        R"("":null)",
        R"("BackupName":"again")",
        R"("BackupNam\u0065":"escaped")",
        R"("BackupSizeBytes":1.5)",
        R"("BackupType":null)",
        R"("BackupStatus":["x"])",
        R"("TableName":"caf\u00e9")",
        R"("BackupCreationDateTime":"2024-06-01T00:00:00Z")",
        R"("BackupExpiryDateTime":"never")",
        R"("BackupStatu":"AVAILABLE")",
        R"("BackupSizeBytesInAVeryLongNameOfMoreThanSixtyFourBytesWhichNobodyHas":1)"};
    for (std::size_t n = random() % 3; n != 0; --n)
        members.insert(members.begin() + static_cast<std::ptrdiff_t>(random() % (members.size() + 1)),
                       others[random() % std::size(others)]);
    return members;
}

} // namespace

TEST_CASE("with room after a text and without it the same is read, whatever its members",
          "[fast_path][property]") {
    std::mt19937_64 random{31};
    auto const summary = members_of(summary_text), details = members_of(details_text);
    for (int i = 0; i < 3000; ++i) {
        auto const chosen = reading_only(i % 3 ? edition::latest : edition{2018'08'05});
        auto const backup = reading_test::object_of(disordered(summary, random));
        compare<aws::BackupSummary>(backup, chosen);
        compare<aws::BackupDetails>(reading_test::object_of(disordered(details, random)), chosen);
        if (i % 4 == 0)
            compare<aws::ListBackupsOutput>(
                page(backup + ',' + reading_test::object_of(disordered(summary, random))), chosen);
    }
}

TEST_CASE("generated documents of every shape are read alike on both paths", "[fast_path][property]") {
    all_shapes::for_each<all_shapes::of_all>([](auto t) {
        using T = typename decltype(t)::type;
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            auto const model = dynabackup::testing::generate<T>(seed);
            for (auto const as : {format::aws_wire, format::aws_cli, format::clumio}) {
                auto const text = to_json(model, as);
                compare<T>(text, {});
                compare<T>(compact(text), {});
            }
        }
    });
}

TEST_CASE("no byte after a text is read", "[fast_path]") {
    auto const text = compact(summary_text);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        exact const part(std::string_view(text).substr(0, cut)); // a sanitizer sees what is out of bounds
        CHECK(parse<aws::BackupSummary>(part).has_value() == (cut == text.size()));
    }
}

TEST_CASE("of plain values each kind is read, and what is not plain is left", "[fast_path]") {
    using dynabackup::detail::read_plain;
    auto const at_value = [](opened& o) { o.cursor.at += 2; };
    auto const tried = [&]<class V>(std::string_view value, V& to, bool plain, auto const&... more) {
        opened o("{\"a\":" + std::string(value) + "}");
        at_value(o);
        auto const* const before = o.cursor.at;
        CAPTURE(value);
        CHECK(read_plain(o.cursor, to, more...) == plain);
        CHECK(o.cursor.at == before + plain); // nothing moves unless it succeeds
    };
    std::string text;
    tried("\"abc\"", text, true);
    CHECK(text == "abc");
    tried("7", text, false);
    std::int64_t number = 0;
    tried("-42", number, true);
    CHECK(number == -42);
    tried("4.2", number, false);
    tried("\"4\"", number, false);
    bool yes = false;
    tried("true", yes, true);
    CHECK(yes);
    tried("false", yes, true);
    CHECK_FALSE(yes);
    for (auto const* no : {"truE", "falsy", "null", "\"true\"", "1"}) tried(no, yes, false);
    timestamp time{};
    tried("1.5E9", time, true, true);
    CHECK(time == timestamp{std::chrono::seconds{1'500'000'000}});
    tried("1.5E9", time, false, false); // where times are texts
    tried("\"2017-07-14T02:40:00Z\"", time, true, false);
    CHECK(time == timestamp{std::chrono::seconds{1'500'000'000}});
    tried("\"yesterday\"", time, false, true);
    dynabackup::detail::enum_value status;
    auto const& statuses = *shape_table_of<aws::BackupDetails>.find("BackupStatus")->value->enumeration;
    tried("\"AVAILABLE\"", status, true, statuses);
    CHECK((status.known && statuses.names[status.number] == "AVAILABLE"));
    tried("\"ACTIVE\"", status, false, statuses);
}
