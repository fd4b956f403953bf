#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/detail/read/value.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/write.hpp>

#include "catch.hpp"
#include "every_shape.hpp"
#include "fixtures.hpp"
#include "reading.hpp"
#include "rounds.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace detail_read_plain_members_test {

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

/// Reads only the plain members at the beginning of an object.
struct plain_reader {
    check_options chosen{};
    dynabackup::detail::finding_buffer findings{chosen, nullptr};
    dynabackup::detail::reader r{findings};

    /// Returns the members that were read. `ended`: the end of the object was read as well.
    template <class T>
    std::uint64_t read(T& object, std::string_view source, bool& ended) {
        return read(shape_table_of<T>, &object, source, ended);
    }
    std::uint64_t read(shape_table const& shape, void* object, std::string_view source, bool& ended) {
        opened o(source);
        r.cursor = o.cursor;
        dynabackup::path_node const root;
        dynabackup::detail::object_frame f{r, shape, object, root, 0};
        auto const result = dynabackup::detail::read_plain_members(f, o.cursor.at);
        ended = f.over;
        CHECK(result.status == dynabackup::detail::value_read);
        CHECK((result.at == o.index.end()) == ended);
        return f.seen;
    }
};

/// The members of a shape in an object.
std::uint64_t bits_in(shape_table const& shape, std::vector<std::string> const& members) {
    std::uint64_t bits = 0;
    for (auto const& m : members) bits |= shape.find(m.substr(1, m.find('"', 1) - 1))->bit();
    return bits;
}

} // namespace

TEST_CASE("a member is found by its key in the text, and no other name is found", "[plain_members]") {
    for (auto const* const rules : every_shape::rules()) {
        auto const& shape = *rules->shape;
        auto const* const expected = shape.expected_documented;
        auto const count = shape.members.size();
        auto const find = [&](opened const& o) { return find_key(o.text.data(), o.cursor.at, shape); };
        for (std::size_t i = 0; i < count; ++i) {
            CAPTURE(shape.name, shape.members[i].name);
            std::string const name(shape.members[i].name);
            opened const o(object_with(name));
            CHECK(find(o) == expected + i);
            for (std::size_t k = 0; k < count + 2; ++k) // also the two after the last one
                CHECK(is_key(o.text.data(), o.cursor.at, expected[k]) == (k == i));
            for (auto const& none :
                 {name + 'x', name.substr(0, name.size() - 1), 'x' + name, name.substr(1)}) {
                if (shape.find(none)) continue;
                CAPTURE(none);
                opened const wrong(object_with(none));
                CHECK(find(wrong) == nullptr);
                CHECK_FALSE(is_key(wrong.text.data(), wrong.cursor.at, expected[i]));
            }
        }
        CHECK(find(opened(object_with(""))) == nullptr);
    }
}

TEST_CASE("plain members are read in any order, even if some are absent", "[plain_members][property]") {
    std::mt19937_64 random{5};
    for (auto const* const rules : every_shape::rules()) {
        auto const& shape = *rules->shape;
        auto const is_plain = [](member_table const& m) { return m.kind != value_kind::any_object; };
        if (!std::ranges::all_of(shape.members, is_plain)) continue;
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            auto const model = every_shape::generated(shape, seed);
            auto members =
                members_of(every_shape::to_json(model, seed % 2 ? format::aws_wire : format::aws_cli));
            plain_reader reader;
            for (int i = 0; i < 6 && !members.empty(); ++i) {
                auto const source = reading_test::object_of(members);
                if (source.find('\\') != source.npos) break; // not plain
                CAPTURE(shape.name, source);
                every_shape::object const read(shape);
                bool ended = false;
                auto const seen = reader.read(shape, read.get(), source, ended);
                CHECK(ended);
                CHECK(seen == bits_in(shape, members));
                every_shape::object whole(shape);
                (void)every_shape::parse_into(whole, source); // required members may be absent
                CHECK(every_shape::to_json(read) == every_shape::to_json(whole));
                if (i % 2 == 0) std::shuffle(members.begin(), members.end(), random);
                else members.erase(members.begin() + static_cast<std::ptrdiff_t>(random() % members.size()));
            }
        }
    }
}

TEST_CASE("the order of a record's members is expected in the next record", "[plain_members]") {
    std::mt19937_64 random{6};
    auto members = members_of(summary_text);
    plain_reader reader;
    auto const surprises = [&] { // in one record
        reader.r.learned.patience = 32;
        aws::BackupSummary summary;
        bool ended = false;
        reader.read(summary, reading_test::object_of(members), ended);
        CHECK(ended);
        return 33 - reader.r.learned.patience;
    };
    unsigned in_first = 0;
    for (int i = 0; i < 50; ++i) {
        std::shuffle(members.begin(), members.end(), random);
        in_first += surprises();
        surprises(); // unrolled code may have read the first one
        CHECK(surprises() == 0);
    }
    CHECK(in_first > 100);
}

TEST_CASE("if there is no recognisable order, none is learned", "[plain_members]") {
    std::mt19937_64 random{7};
    auto members = members_of(summary_text);
    plain_reader reader;
    for (int i = 0; i < 100; ++i) {
        std::shuffle(members.begin(), members.end(), random);
        aws::BackupSummary summary;
        bool ended = false;
        CHECK(reader.read(summary, reading_test::object_of(members), ended) ==
              bits_in(shape_table_of<aws::BackupSummary>, members));
        CHECK(ended);
    }
    CHECK(reader.r.learned.patience < 8);
}

TEST_CASE("records in order make up for surprises, even for shapes without unrolled code",
          "[plain_members]") {
    auto const in_order = [](auto object, std::string_view text) {
        plain_reader reader;
        reader.r.learned.patience = 0;
        bool ended = false;
        for (int i = 0; i < 40; ++i) reader.read(object, text, ended);
        CHECK(ended);
        CHECK(reader.r.learned.patience == 40);
    };
    in_order(aws::BackupSummary{}, compact(summary_text));
    in_order(aws::BackupDetails{}, compact(details_text));
    plain_reader reader; // no more than exist at first
    aws::BackupDetails details;
    bool ended = false;
    reader.read(details, compact(details_text), ended);
    CHECK(reader.r.learned.patience == reader.r.learned.most_patience);
}

TEST_CASE("an unknown member ends the plain members", "[plain_members]") {
    aws::BackupSummary summary;
    bool ended = true;
    auto const bit = [](std::string_view name) {
        return shape_table_of<aws::BackupSummary>.find(name)->bit();
    };
    CHECK(plain_reader{}.read(summary, R"({"BackupArn":"a","Other":1,"BackupName":"b"})", ended) ==
          bit("BackupArn"));
    CHECK_FALSE(ended);
    CHECK(plain_reader{}.read(summary, R"({"Other":1})", ended) == 0);
    CHECK_FALSE(ended);
    CHECK(plain_reader{}.read(summary, R"({"BackupName":7,"BackupArn":"a"})", ended) ==
          0); // another type is not plain either
    CHECK_FALSE(ended);
    CHECK(plain_reader{}.read(summary, R"({"BackupArn":"a","BackupArn":"b"})", ended) ==
          bit("BackupArn")); // nor is a duplicate
    CHECK_FALSE(ended);
}

// ---- the fast path agrees with the slow one ----

namespace {

/// The result of reading a text: its model as JSON or the first error, and the findings.
std::string outcome(shape_rules const& rules, std::string_view text, check_options const& chosen) {
    every_shape::object model(*rules.shape);
    auto const error = every_shape::parse_into(model, exact(text),
                                               {.edition = chosen.edition, .max_depth = chosen.max_depth});
    std::string result = error ? error->message + ' ' + line(*error) : every_shape::to_json(model);
    for (auto const& f : dynabackup::detail::check_text_as(rules, exact(text), chosen))
        result += '\n' + line(f) + ' ' + f.message;
    return result;
}

/// Without a backslash, a text with room after it takes the fast path, and a text without room takes the slow one.
void compare(shape_rules const& rules, std::string const& text, check_options const& chosen) {
    auto const fast = outcome(rules, text + room, chosen), slow = outcome(rules, text, chosen);
    if (fast != slow) FAIL("fast:\n" << fast << "\nslow:\n" << slow << '\n' << text);
    // If some room is known, the path changes in the middle of the text.
    for (std::size_t n : {1U, 7U, 16U, 31U, 33U, 63U, 64U, 65U})
        if (auto const some = outcome(rules, text + std::string(n, ' '), chosen); some != slow)
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

TEST_CASE("a text is read in the same way with and without room after it, whatever its members",
          "[plain_members][property]") {
    std::mt19937_64 random{31};
    auto const summary = members_of(summary_text), details = members_of(details_text);
    for (unsigned i = 0; i < rounds(3000); ++i) {
        auto const chosen = reading_only(i % 3 ? edition::latest : edition{2018'08'05});
        auto const backup = reading_test::object_of(disordered(summary, random));
        compare(shape_rules_of<aws::BackupSummary>, backup, chosen);
        compare(shape_rules_of<aws::BackupDetails>, reading_test::object_of(disordered(details, random)),
                chosen);
        if (i % 4 == 0)
            compare(shape_rules_of<aws::ListBackupsOutput>,
                    page(backup + ',' + reading_test::object_of(disordered(summary, random))), chosen);
    }
}

TEST_CASE("generated documents of every shape are read in the same way on both paths",
          "[plain_members][property]") {
    for (auto const* const rules : every_shape::rules())
        for (std::uint64_t seed = 0; seed < rounds(10); ++seed) {
            auto const model = every_shape::generated(*rules->shape, seed);
            for (auto const as : {format::aws_wire, format::aws_cli, format::clumio}) {
                auto const text = every_shape::to_json(model, as);
                compare(*rules, text, {});
                compare(*rules, compact(text), {});
            }
        }
}

TEST_CASE("no byte after a text is read", "[plain_members]") {
    auto const text = compact(summary_text);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        exact const part(std::string_view(text).substr(0, cut)); // a sanitizer detects reads out of bounds
        CHECK(parse<aws::BackupSummary>(part).has_value() == (cut == text.size()));
    }
}

} // namespace detail_read_plain_members_test
