#include <dynabackup/aws/aws.hpp>
#include <dynabackup/detail/json/window.hpp>
#include <dynabackup/detail/read/object.hpp>
#include <dynabackup/parse.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace detail_read_object_test {

using namespace reading_test;
using namespace dynabackup::aws;

TEST_CASE("valid documents have no findings", "[read]") {
    CHECK(defects<BackupSummary>(summary_text) == lines{});
    CHECK(defects<BackupDetails>(details_text) == lines{});
    CHECK(defects<BackupDescription>(description_text()) == lines{});
    CHECK(defects<BackupDescription>(compact(description_text())) == lines{});
    CHECK(defects<BackupDescription>(description_text(), strictly()) == lines{});
}

TEST_CASE("members of later editions are unknown, wherever they occur", "[read]") {
    auto const before = reading_only(edition{2018'08'05});
    CHECK(defects<BackupDetails>(details_text, before).size() == 1);
    CHECK(defects<BackupDetails>(details_text, reading_only(edition::v2018_08_06)) == lines{});
    auto members = members_of(details_text);
    std::mt19937_64 random{27};
    for (int i = 0; i < 200; ++i) {
        std::shuffle(members.begin(), members.end(), random);
        auto const text = object_of(members);
        auto const got = defects<BackupDetails>(text, before);
        auto const place = text.find(R"("BackupType")");
        CHECK(got == lines{"json.unknown-member /BackupType @" + std::to_string(place)});
        auto const twice = defects<BackupDetails>(
            replaced(text, R"("BackupType")", R"("BackupType":1,"BackupType")"), before);
        CHECK(twice.size() == 3); // unknown twice, and duplicated
    }
}

TEST_CASE("members are read in any order", "[read][property]") {
    std::mt19937_64 random{26};
    auto const shuffle = [&]<class T>(std::type_identity<T>, std::string_view text) {
        auto const expected = parse<T>(text);
        REQUIRE(expected.has_value());
        auto members = members_of(text);
        for (int i = 0; i < 2000; ++i) {
            std::shuffle(members.begin(), members.end(), random);
            auto const shuffled = object_of(members);
            auto const got = parse<T>(exact(shuffled));
            if (!got || !(*got == *expected)) FAIL(shuffled);
        }
    };
    shuffle(std::type_identity<BackupSummary>{}, summary_text);
    shuffle(std::type_identity<BackupDetails>{}, details_text);
    shuffle(std::type_identity<BackupDescription>{}, description_text());
}

TEST_CASE("names with escapes are names", "[read]") {
    auto const model =
        parse<BackupSummary>(exact(R"({"\u0054\u0061bleName":"Orders","BackupNam\u0065":"n"})"));
    REQUIRE(model.has_value());
    CHECK(model->table_name == "Orders");
    CHECK(model->backup_name == "n");
    CHECK(defects<BackupSummary>(R"({"Table\qName":"x"})") == lines{"json.syntax  @7"});
    CHECK(defects<BackupSummary>(R"({"\ud800":"x"})") == lines{"json.syntax  @2"});
}

TEST_CASE("the syntax of objects is checked", "[read]") {
    struct {
        std::string_view text;
        std::string_view expected;
    } const rows[] = {
        {"{", "json.syntax  @1"},
        {"{,}", "json.syntax  @1"},
        {"{\"x\":1,}", "json.syntax  @7"},
        {"{}}", "json.syntax  @2"},
        {"{\"TableName\"}", "json.syntax  @12"},
        {"{\"TableName\":}", "json.syntax /TableName @13"},
        {"{\"TableName\":\"abc\"", "json.syntax  @18"},
        {"{\"TableName\":\"abc\",}", "json.syntax  @19"},
        {"{\"TableName\":\"abc\" \"x\":1}", "json.syntax  @19"},
        {"{\"TableName\" \"abc\"}", "json.syntax  @13"},
        {"{\"TableName\":\"abc\"]", "json.syntax  @18"},
        {"{TableName:\"abc\"}", "json.syntax  @1"},
        {"{\"TableName\":\"abc\"},", "json.syntax  @19"},
        {"{\"TableName\":\"abc\"}}", "json.syntax  @19"},
        {"{\"TableName\":\"abc\"} {}", "json.syntax  @20"},
        {"{\"BackupSizeBytes\":1", "json.syntax  @20"},
        {"", "json.syntax  @0"},
        {" \n", "json.syntax  @2"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.text);
        CHECK(defects<BackupSummary>(row.text) == lines{std::string(row.expected)});
    }
    auto const open = found(check<BackupSummary>(exact(R"({"TableName":"abc)")));
    CHECK(open == lines{"json.syntax /TableName @17"}); // a space after it would be part of the string
}

// ---- members ----

TEST_CASE("missing required members are found at their object", "[read]") {
    CHECK(defects<DescribeBackupInput>(" {}") == lines{"json.missing-member /BackupArn @1"});
    CHECK(defects<CreateBackupInput>("{}") ==
          lines{"json.missing-member /BackupName @0", "json.missing-member /TableName @0"});
    auto const members = members_of(details_text);
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto some = members;
        some.erase(some.begin() + static_cast<std::ptrdiff_t>(i));
        auto const name = members[i].substr(1, members[i].find(':') - 2);
        auto const expected = name == "BackupSizeBytes"
                                  ? lines{}
                                  : lines{"json.missing-member /BackupDetails/" + name + " @17"};
        CHECK(defects<CreateBackupOutput>("{\"BackupDetails\":" + object_of(some) + "}") == expected);
    }
    CHECK(defects<BackupSummary>("{}") == lines{}); // nothing is required
}

TEST_CASE("a member is required from its day on", "[read]") {
    auto const stream = [](edition day) { return defects<StreamSpecification>("{}", reading_only(day)); };
    CHECK(stream(edition::v2019_11_21) == lines{"json.missing-member /StreamEnabled @0"});
    CHECK(stream(edition{2019'11'20}) == lines{});
    auto const text = replaced(compact(details_text), R"(,"BackupType":"USER")", "");
    auto const type = [&](edition day) { return defects<BackupDetails>(text, reading_only(day)); };
    CHECK(type(edition::v2018_08_06) == lines{"json.missing-member /BackupType @0"});
    CHECK(type(edition{2018'08'05}) == lines{});
}

TEST_CASE("a member is known from its day on", "[read]") {
    auto const on = [](std::string_view text, edition day) {
        return defects<BackupSummary>(text, reading_only(day));
    };
    std::string_view const text = R"({"BackupType":"USER","BackupExpiryDateTime":1717200000})";
    CHECK(on(text, edition::v2018_08_06) == lines{});
    CHECK(on(text, edition{2018'08'05}) ==
          lines{"json.unknown-member /BackupType @1", "json.unknown-member /BackupExpiryDateTime @21"});
    // An unknown member may have any JSON value.
    CHECK(on(R"({"BackupType":[1]})", edition{2018'08'05}) == lines{"json.unknown-member /BackupType @1"});
    CHECK(on(R"({"BackupType":[1})", edition{2018'08'05}) == lines{"json.syntax /BackupType @16"});
    CHECK(on(R"({"BackupType":1,"BackupType":2})", edition{2018'08'05}) ==
          lines{"json.unknown-member /BackupType @1", "json.unknown-member /BackupType @16",
                "json.duplicate-member /BackupType @29"});
    auto const model = parse<BackupSummary>(R"({"BackupType":"USER","TableName":"Orders"})",
                                            {.edition = edition{2018'08'05}});
    REQUIRE(model.has_value());
    CHECK_FALSE(model->backup_type.has_value());
    CHECK(model->table_name == "Orders");
}

/// The result of reading a text with errors.
template <class T>
T read_anyway(std::string_view text) {
    T model{};
    CHECK(parse_into(model, exact(text)).has_error());
    return model;
}

TEST_CASE("a duplicate member is a defect, and the last one is read", "[read]") {
    CHECK(defects<BackupSummary>(R"({"TableName":"abc","TableName":"def"})") ==
          lines{"json.duplicate-member /TableName @31"});
    CHECK(defects<BackupSummary>(R"({"TableName":"abc","BackupSizeBytes":1,"\u0054ableName":"def"})") ==
          lines{"json.duplicate-member /TableName @56"});
    CHECK(defects<BackupSummary>(R"({"TableName":"abc","TableName":"def","TableName":"ghi"})") ==
          lines{"json.duplicate-member /TableName @31", "json.duplicate-member /TableName @49"});
    CHECK(defects<ListBackupsOutput>(R"({"NextToken":"a","NextToken":"b"})") ==
          lines{"json.duplicate-member /NextToken @29"});

    auto const last = [](std::string_view text) { return read_anyway<BackupSummary>(text); };
    CHECK(last(R"({"TableName":"abc","TableName":"def"})").table_name == "def");
    CHECK_FALSE(last(R"({"TableName":"abc","TableName":null})").table_name.has_value());
    CHECK(last(R"({"TableName":null,"TableName":"def"})").table_name == "def");
    CHECK(last(R"({"BackupSizeBytes":1,"BackupSizeBytes":2})").backup_size_bytes == 2);
    CHECK(last(R"({"BackupType":"USER","BackupType":"SYSTEM"})").backup_type == BackupType::SYSTEM);
    CHECK(last(R"({"BackupCreationDateTime":1,"BackupCreationDateTime":2.5})").backup_creation_date_time ==
          timestamp{std::chrono::milliseconds{2500}});
}

TEST_CASE("of duplicate members, the last one is checked", "[read]") {
    CHECK(defects<ListBackupsInput>(R"({"Limit":"x","Limit":1000})") ==
          lines{"json.wrong-type /Limit @9", "json.duplicate-member /Limit @21",
                "number.out-of-range /Limit @21"});
    CHECK(defects<ListBackupsInput>(R"({"Limit":1000,"Limit":10})") ==
          lines{"json.duplicate-member /Limit @22"});
    auto const last = read_anyway<CreateBackupOutput>(
        R"({"BackupDetails":{"BackupArn":"a","BackupSizeBytes":1},"BackupDetails":{"BackupArn":"b"}})");
    CHECK(last.backup_details->backup_arn == "b");
    CHECK_FALSE(last.backup_details->backup_size_bytes.has_value());
}

TEST_CASE("an empty LastEvaluatedBackupArn is absent", "[read]") {
    CHECK(defects<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":""})") == lines{});
    auto const model = parse<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":""})");
    REQUIRE(model.has_value());
    CHECK_FALSE(model->last_evaluated_backup_arn.has_value());
    CHECK(defects<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":"x"})") ==
          lines{"string.length /LastEvaluatedBackupArn @26"});
    CHECK(defects<BackupSummary>(R"({"TableName":""})") == lines{"string.length /TableName @13"});
}

TEST_CASE("the message of an error has two spellings", "[read]") {
    for (auto text : {R"({"__type":"x#Y","message":"m"})", R"({"__type":"x#Y","Message":"m"})",
                      R"({"Message":"m","__type":"x#Y"})", R"({"__type":"x#Y","\u004dessage":"m"})"}) {
        CHECK(defects<ErrorBody>(text, strictly()) == lines{});
        auto const model = parse<ErrorBody>(exact(text));
        REQUIRE(model.has_value());
        CHECK(model->message == "m");
        CHECK(model->code() == "Y");
    }
    CHECK(defects<ErrorBody>(R"({"message":"a","Message":"b"})") ==
          lines{"json.duplicate-member /Message @25"});
    CHECK(defects<ErrorBody>(R"({"Message":1})") == lines{"json.wrong-type /Message @11"});
    CHECK(defects<ErrorBody>(R"({"message":1})") == lines{"json.wrong-type /message @11"});
}

// ---- unknown members ----

TEST_CASE("unknown members are notes, or errors if the caller is strict", "[read]") {
    std::string_view const text = R"({"Extra":{"a":[1]},"TableName":"Orders"})";
    CHECK(defects<BackupSummary>(text) == lines{"json.unknown-member /Extra @1"});
    CHECK(defects<BackupSummary>(text, strictly()) == lines{"json.unknown-member /Extra @1 error"});
    CHECK(check<BackupSummary>(text, reading_only()).ok());
    CHECK_FALSE(check<BackupSummary>(text, strictly()).ok());
    CHECK(defects<BackupSummary>(R"({"tableName":"Orders"})") ==
          lines{"json.misspelled-member /tableName @1"});
    CHECK(defects<BackupSummary>(R"({"":1})") ==
          lines{"document.nothing-known  @0", "json.unknown-member / @1"});
    CHECK(defects<BackupSummary>(R"({"a/b~":1})") ==
          lines{"document.nothing-known  @0", "json.unknown-member /a~1b~0 @1"});
}

TEST_CASE("members that tools add are known only at the root, where documented", "[read]") {
    std::string_view const both = R"({"NextToken":"x","ResponseMetadata":{"RequestId":"y"}})";
    CHECK(defects<ListBackupsOutput>(both, strictly()) == lines{});
    for (auto check_one :
         {defects<DescribeBackupOutput>, defects<CreateBackupOutput>, defects<DeleteBackupOutput>})
        CHECK(check_one(both, strictly()) == lines{"json.unknown-member /NextToken @1 error"});
    CHECK(defects<BackupSummary>(both) == lines{"document.nothing-known  @0",
                                                "json.unknown-member /NextToken @1",
                                                "json.unknown-member /ResponseMetadata @17"});
    CHECK(defects<ListBackupsInput>(both) == lines{"document.nothing-known  @0",
                                                   "json.unknown-member /NextToken @1",
                                                   "json.unknown-member /ResponseMetadata @17"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{"NextToken":"x"}]})") ==
          lines{"document.nothing-known /BackupSummaries/0 @20",
                "json.unknown-member /BackupSummaries/0/NextToken @21"});
    CHECK(defects<ListBackupsOutput>(R"({"ResponseMetadata":{"a":tru}})") ==
          lines{"json.syntax /ResponseMetadata @25"});
}

TEST_CASE("a duplicate unknown member is reported as such, each time", "[read]") {
    CHECK(defects<ListBackupsOutput>(R"({"X":1,"Y":2,"X":3,"\u0058":4})") ==
          lines{"document.nothing-known  @0", "json.unknown-member /X @1", "json.unknown-member /Y @7",
                "json.unknown-member /X @13", "json.duplicate-member /X @17", "json.unknown-member /X @19",
                "json.duplicate-member /X @28"});
}

// ---- one member at a time ----

namespace {

using dynabackup::detail::stop_reason, dynabackup::detail::value_read;

/// A text whose first object is read step by step, in any spelling.
struct stepped {
    explicit stepped(std::string_view source, edition day = edition::latest)
        : bytes(source), chosen(reading_only(day)), findings(chosen, nullptr),
          r(findings), frame{r, shape_table_of<CreateBackupInput>, &model, root, 0} {
        frame.unknown = &unknown;
        findings.open_text(bytes, {}, bytes);
        findings.open_window(bytes);
        window.open(bytes, {});
        REQUIRE(window.index(index));
        r.cursor = window.cursor();
        ++r.cursor.at;
    }

    /// Returns whether the object has more members.
    bool step() {
        result = dynabackup::detail::read_any_member(frame);
        return !frame.over && !result.stopped();
    }

    exact bytes;
    check_options chosen;
    dynabackup::detail::finding_buffer findings;
    dynabackup::detail::reader r;
    json::structural_index index;
    json::window window;
    CreateBackupInput model;
    path_node root;
    dynabackup::detail::name_collection unknown;
    dynabackup::detail::object_frame frame;
    dynabackup::detail::read_status result;
};

} // namespace

TEST_CASE("a step reads one member, in any order and spelling", "[read]") {
    stepped s(R"({"X":[1,{}], "Backup\u004eame" : "a\n","TableName":"t"})");
    CHECK(s.step());
    CHECK(s.frame.seen == 0);
    REQUIRE(s.frame.unknown);
    CHECK(s.frame.unknown->contains("X"));
    CHECK(s.step());
    CHECK(s.model.backup_name == "a\n");
    CHECK(s.frame.seen == 2);
    CHECK_FALSE(s.step());
    CHECK(s.model.table_name == "t");
    CHECK(s.frame.seen == 3);
    CHECK(s.result == value_read);
    CHECK(s.r.cursor.at == s.r.cursor.last);
}

TEST_CASE("an object may be empty, but must not end after a comma", "[read]") {
    stepped empty("{}");
    CHECK_FALSE(empty.step());
    CHECK(empty.result == value_read);
    CHECK(empty.r.cursor.at == empty.r.cursor.last);
    stepped comma(R"({"TableName":"t",})");
    CHECK(comma.step());
    CHECK_FALSE(comma.step());
    CHECK(comma.result.why == stop_reason::not_json);
    CHECK(comma.findings.is_broken());
}

TEST_CASE("a duplicate member is read twice, and punctuation follows a member", "[read]") {
    stepped twice(R"({"TableName":"a","TableName":"b"})");
    CHECK(twice.step());
    CHECK_FALSE(twice.step());
    CHECK(twice.model.table_name == "b");
    REQUIRE(twice.findings.pending.size() == 1);
    CHECK(twice.findings.pending[0].rule == &reading::duplicate_member);
    stepped colon(R"({"TableName":"a":)");
    CHECK_FALSE(colon.step());
    CHECK(colon.result.why == stop_reason::not_json);
}

} // namespace detail_read_object_test
