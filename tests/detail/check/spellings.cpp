/// \file
/// Documents whose members are spelled differently than in the API.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/unknown_members.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <cctype>
#include <string>
#include <string_view>

namespace detail_check_spellings_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

/// Changes the spelling of the names of members: each quoted word before a colon.
template <class Spell>
std::string spelled(std::string_view json, Spell spell) {
    std::string out;
    for (std::size_t i = 0; i < json.size();) {
        auto const end = json[i] == '"' ? json.find('"', i + 1) : i;
        auto const text = json.substr(i, end - i + 1);
        bool const is_name = json[i] == '"' && json.substr(end + 1).starts_with(':');
        out += is_name ? '"' + spell(text.substr(1, text.size() - 2)) + '"' : std::string(text);
        i = end + 1;
    }
    return out;
}
std::string camel(std::string_view name) {
    std::string out(name);
    out[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(out[0])));
    return out;
}
std::string snake(std::string_view name) {
    std::string out;
    for (char c : name) {
        bool const upper = std::isupper(static_cast<unsigned char>(c)) != 0;
        if (upper && !out.empty()) out += '_';
        out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

findings found_any(std::string_view text, severity least = severity::note) {
    report all;
    check_documents(text, {.names = spelling::any}, all);
    return lines_of(all, least);
}

std::string page(std::string const& record) { return R"({"BackupSummaries": [)" + record + "]}"; }

findings const one_spelling{"warning document.spelling "};

} // namespace

TEST_CASE("members in other spellings are read if the options allow it", "[spelling]") {
    for (auto spell : {camel, snake})
        for (auto const& text : {page(backup_summary().text() + "," + backup_summary().text()), description(),
                                 backup_summary().text(), backup_details().text()}) {
            auto const other = spelled(text, spell);
            CAPTURE(other);
            CHECK(found_any(other) == one_spelling);
            report all, same;
            auto const counts = check_documents(other, {.names = spelling::any}, all);
            auto const expected = check_documents(text, {}, same);
            CHECK(counts.shapes == expected.shapes);
            CHECK(counts.records == expected.records);
        }
    auto const model = parse<aws::ListBackupsOutput>(page(backup_summary().text()));
    auto const other = parse<aws::ListBackupsOutput>(spelled(page(backup_summary().text()), snake),
                                                     {.names = spelling::any});
    REQUIRE((model.has_value() && other.has_value()));
    CHECK(*model == *other);
}

TEST_CASE("the paths of findings have the document's own names", "[spelling]") {
    auto const expired = as_system(backup_details()).with("BackupExpiryDateTime", "1700000001");
    CHECK(found_any(spelled(page(expired.text()), snake), severity::error) ==
          findings{"error backup.system-expiry /backup_summaries/0/backup_expiry_date_time"});
    auto const schema = table().with("KeySchema", list({key("a", "RANGE").text(), key("b", "HASH").text()}));
    CHECK(found_any(spelled(description(schema, object{}), camel), severity::error) ==
          findings{"error key-schema.hash-first /backupDescription/sourceTableDetails/keySchema"});
    CHECK(found_any(R"({"backupSummaries":[{"backupSizeBytes":"5"}]})", severity::error) ==
          findings{"error json.wrong-type /backupSummaries/0/backupSizeBytes"});
    // A missing member has the API's name.
    CHECK(found_any(spelled(description(table().without("TableId")), camel), severity::error) ==
          findings{"error json.missing-member /backupDescription/sourceTableDetails/TableId"});
}

TEST_CASE("a member in two spellings is a duplicate", "[spelling]") {
    CHECK(found_any(R"({"Limit":1,"limit":2})") ==
          findings{"warning document.spelling ", "error json.duplicate-member /limit"});
    auto const read = parse<aws::ListBackupsInput>(R"({"limit":2,"Limit":1})", {.names = spelling::any});
    CHECK(read.has_error());
}

TEST_CASE("with exact names, a misspelled member is not read, and not reported as missing", "[spelling]") {
    CHECK(found<aws::ListBackupsInput>(R"({"Limit":1,"tableName":"x","back-up_type":7})") ==
          findings{"error json.misspelled-member /tableName", "error json.misspelled-member /back-up_type"});
    CHECK(found(description(table().without("TableId").with("tableId", "7"))) ==
          findings{"error json.misspelled-member " + below_table("/tableId")});
    // Rules also do not report that it is absent.
    auto const system =
        as_system(backup_details()).without("BackupExpiryDateTime").with("backupExpiryDateTime", "1");
    CHECK(found(description(table(), features(), system)) ==
          findings{"error json.misspelled-member /BackupDescription/BackupDetails/backupExpiryDateTime"});
    CHECK(parse<aws::ListBackupsInput>(R"({"limit":1})").error().what.rule->id == "json.misspelled-member");
    CHECK(found<aws::ListBackupsInput>(R"({"Limits":1})", {}, severity::error) == none);
    // A member that the edition does not have yet is unknown in any spelling.
    CHECK(found<aws::ListBackupsInput>(R"({"Limit":1,"backupType":"ALL"})", {.edition = edition{2018'08'05}},
                                       severity::note) == findings{"note json.unknown-member /backupType"});
}

TEST_CASE("an object without any known member is a warning", "[spelling]") {
    CHECK(found_any(R"({"BackupSummaries":[{"Name":"a"}]})") ==
          findings{"warning document.nothing-known /BackupSummaries/0",
                   "note json.unknown-member /BackupSummaries/0/Name"});
    CHECK(found_any(R"({"BackupSummaries":[{}]})") == none);
    CHECK(found_any(R"({"BackupSummaries":[{"Name":"a","TableName":"Music"}]})") ==
          findings{"note json.unknown-member /BackupSummaries/0/Name"});
    CHECK(found<aws::DeleteBackupOutput>(R"({"ResponseMetadata":{}})") ==
          none); // clients add this member, so it is known
}

TEST_CASE("a spelling is reported once per document, whatever the windows are", "[spelling]") {
    std::string text;
    std::vector<std::size_t> expected;
    for (int i = 0; i < 300; ++i) {
        auto const record = backup_summary().text();
        if (i % 3 != 2) expected.push_back(text.size());
        text += i % 3 == 0   ? page(record + "," + spelled(record, camel) + "," + record)
                : i % 3 == 1 ? spelled(record, snake)
                             : page(record);
    }
    for (unsigned const jobs : {1U, 3U})
        for (std::size_t const chunk : {std::size_t{3000}, std::size_t{50'000}, std::size_t{1} << 20}) {
            CAPTURE(jobs, chunk);
            dump_report all;
            auto const counts =
                check_dump(std::vector{from_memory(text)}, all,
                           {.check = {.names = spelling::any}, .jobs = jobs, .chunk_size = chunk});
            CHECK(counts.records == 500);
            std::vector<std::size_t> places;
            for (auto const& [input, f] : all.findings) {
                CHECK(f.rule->id == "document.spelling");
                places.push_back(f.offset);
            }
            CHECK(places == expected);
        }
}

TEST_CASE("unknown members are kept, but not known ones in other spellings", "[spelling]") {
    unknown_members kept;
    auto const read =
        parse<aws::ListBackupsInput>(R"({"limit":1,"extra":[2]})", kept, {.names = spelling::any});
    REQUIRE(read.has_value());
    CHECK(kept.size() == 1);
    CHECK(to_json(*read, kept) == R"({"Limit":1,"extra":[2]})");
}

} // namespace detail_check_spellings_test
