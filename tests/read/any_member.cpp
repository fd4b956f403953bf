#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/read/any_member.hpp>
#include <dynabackup/read/list.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string_view>

using namespace reading_test;

namespace {

using input = aws::CreateBackupInput;

/// A text whose first object is read step by step.
struct stepped {
    explicit stepped(std::string_view source, edition day = edition::latest)
        : bytes(source), chosen(reading_only(day)), c(chosen) {
        c.open(bytes, {});
        REQUIRE(c.index(index));
        p = {c.cursor.at + 1, detail::hidden_members<input>(c)};
    }

    /// Whether the object goes on.
    bool step() {
        detail::any_member_reader<input> reader(c, model, root, unknown);
        p = reader.step(reader, p);
        return !p.over;
    }
    std::size_t place() const { return static_cast<std::size_t>(p.at - index.begin()); }

    exact bytes;
    options chosen;
    context c;
    json::structural_index index;
    input model;
    path_node root;
    detail::unknown_names unknown;
    detail::object_progress p{};
};

} // namespace

TEST_CASE("a step reads one member, in any order and spelling", "[read]") {
    stepped s(R"({"X":[1,{}], "Backup\u004eame" : "a\n","TableName":"t"})");
    CHECK(s.step());
    CHECK(s.p.seen == 0);
    REQUIRE(s.unknown);
    CHECK(s.unknown->contains("X"));
    CHECK(s.step());
    CHECK(s.model.backup_name == "a\n");
    CHECK(s.p.seen == 2);
    CHECK_FALSE(s.step());
    CHECK(s.model.table_name == "t");
    CHECK(s.p.seen == 3);
    CHECK(s.p.result == detail::got::value);
    CHECK(s.p.at == s.index.end());
}

TEST_CASE("an object may be empty, but not end behind a comma", "[read]") {
    stepped empty("{}");
    CHECK_FALSE(empty.step());
    CHECK(empty.p.result == detail::got::value);
    CHECK(empty.place() == 2);
    stepped comma(R"({"TableName":"t",})");
    CHECK(comma.step());
    CHECK_FALSE(comma.step());
    CHECK(comma.p.result == detail::got::broken);
    CHECK(comma.c.is_broken());
}

TEST_CASE("what stands twice is read twice, and what is behind a member must be punctuation", "[read]") {
    stepped twice(R"({"TableName":"a","TableName":"b"})");
    CHECK(twice.step());
    CHECK_FALSE(twice.step());
    CHECK(twice.model.table_name == "b");
    REQUIRE(twice.c.pending.size() == 1);
    CHECK(twice.c.pending[0].rule == &reading::duplicate_member);
    stepped colon(R"({"TableName":"a":)");
    CHECK_FALSE(colon.step());
    CHECK(colon.p.result == detail::got::broken);
}
