#include <dynabackup/aws/aws.hpp>
#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/detail/check/records.hpp>
#include <dynabackup/systems.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detail_check_records_test {

using namespace reading_test;
using namespace dynabackup::aws;

TEST_CASE("every element has its own findings", "[read]") {
    CHECK(defects<ListBackupsOutput>(page(R"({"BackupSizeBytes":"x"},{},{"BackupSizeBytes":-1})")) ==
          lines{"json.wrong-type /BackupSummaries/0/BackupSizeBytes @39",
                "number.out-of-range /BackupSummaries/2/BackupSizeBytes @66"});
    auto const r = check<ListBackupsOutput>(page(R"({"BackupSizeBytes":"x"},{},{"BackupSizeBytes":-1})"));
    CHECK(r[0].record == 0u);
    CHECK(r[1].record == 2u);
}

TEST_CASE("elements that are not objects are rejected", "[read]") {
    CHECK(defects<ListBackupsOutput>(page("1,{},\"x\",[{}],null,{}")) ==
          lines{"json.wrong-type /BackupSummaries/0 @20", "json.wrong-type /BackupSummaries/2 @25",
                "json.wrong-type /BackupSummaries/3 @29", "json.wrong-type /BackupSummaries/4 @34"});
    CHECK(count_of(page("1,{},\"x\",[{}],null,{}")) == counts{6, 4});
}

TEST_CASE("a damaged element is one finding, and the others are read", "[read]") {
    auto const one = [](std::string_view elements, std::string_view place) {
        CAPTURE(elements);
        auto const text = page(elements);
        CHECK(defects<ListBackupsOutput>(text) ==
              lines{"json.syntax " + std::string(place),
                    "number.out-of-range /BackupSummaries/1/BackupSizeBytes @" +
                        std::to_string(text.find("-1"))});
        CHECK(count_of(text).rejected == 1);
    };
    one(R"({"TableName":x},{"BackupSizeBytes":-1})", "/BackupSummaries/0/TableName @33");
    one(R"({"TableName":"x},{"BackupSizeBytes":-1})", "/BackupSummaries/0/TableName @37");
    one(R"({"TableName":"x"  {"BackupSizeBytes":-1})", "/BackupSummaries/0 @38");
    one(R"("TableName":"x"},{"BackupSizeBytes":-1})", "/BackupSummaries/0 @31");
    one(R"("TableName",1,"x"},{"BackupSizeBytes":-1})", "/BackupSummaries/0 @37");
    one(R"({,},{"BackupSizeBytes":-1})", "/BackupSummaries/0 @21");
    one(R"(xyz,{"BackupSizeBytes":-1})", "/BackupSummaries/0 @20");
    one(R"(,{"BackupSizeBytes":-1})", "/BackupSummaries/0 @20");
    one(R"([{"BackupSizeBytes":-1})", "/BackupSummaries/0 @44");
    one(R"({"TableName":"x"]},{"BackupSizeBytes":-1})", "/BackupSummaries/0 @36");
}

TEST_CASE("damage between two elements is one finding", "[read]") {
    for (auto junk : {" ", "x", "}", "\"", ";", ",,", ":"}) {
        auto const text = page(std::string("{}") + junk + R"({"BackupSizeBytes":-1})");
        CAPTURE(text);
        auto const r = check<ListBackupsOutput>(exact(text), reading_only());
        CHECK(count(r, "json.syntax") == 1);
        CHECK(count(r, "number.out-of-range") == 1);
        CHECK(r.summary().rejected == 1);
    }
}

TEST_CASE("an element with an unknown first member is found after damage", "[read]") {
    CHECK(defects<ListBackupsOutput>(page(R"({"TableName":x},{"Other":1,"BackupSizeBytes":-1})")) ==
          lines{"json.syntax /BackupSummaries/0/TableName @33",
                "json.unknown-member /BackupSummaries/1/Other @37",
                "number.out-of-range /BackupSummaries/1/BackupSizeBytes @65"});
}

TEST_CASE("the members after a list are read after damage in it", "[read]") {
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{x}],"LastEvaluatedBackupArn":5})") ==
          lines{"json.syntax /BackupSummaries/0 @21", "json.wrong-type /LastEvaluatedBackupArn @50"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{}x],"LastEvaluatedBackupArn":5})") ==
          lines{"json.syntax /BackupSummaries @22", "json.wrong-type /LastEvaluatedBackupArn @50"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{"a":[]]}],"LastEvaluatedBackupArn":5})") ==
          lines{"json.syntax /BackupSummaries/0 @27", "json.wrong-type /LastEvaluatedBackupArn @56"});
}

TEST_CASE("a member that was refused before the records remains unknown after them", "[read]") {
    auto const page = R"({"LastEvaluatedBackupArn":5,"BackupSummaries":[)" + std::string(summary_text) +
                      R"(,{"BackupArn":5}]})";
    auto const all = found(check<aws::ListBackupsOutput>(exact(page), {}));
    CHECK(std::count_if(all.begin(), all.end(), [](std::string const& l) {
              return l.find(" /LastEvaluatedBackupArn ") != l.npos;
          }) == 1);
}

TEST_CASE("damage that disappears when a record is read alone has a finding", "[read]") {
    check_options const chosen;
    exact const text(summary_text);
    dynabackup::detail::text_session c(chosen);
    json::structural_index index;
    c.findings.open_text(text, {}, text);
    c.open_window(text, known_systems()[0]->sync_names, false);
    REQUIRE(c.index(index));
    c.begin_document();
    path_node const root{};
    c.read.cursor.fail_here("x");
    c.findings.report_syntax(root, c.read.cursor);
    BackupSummary record;
    CHECK(dynabackup::detail::diagnose(c, shape_table_of<BackupSummary>, &record, root, {}, 0).why ==
          dynabackup::detail::stop_reason::not_json);
    auto const kept = c.findings.take_broken();
    REQUIRE(kept.has_value());
    CHECK(line(*kept) == "json.syntax  @0");
    CHECK(c.findings.pending.empty()); // findings were not reported
}

TEST_CASE("the last record of a list is not checked if it is no longer available", "[read]") {
    // Takes records without keeping any.
    struct taker final : record_visitor {
        bool knows = false;
        void visit(shape_table const&, void* record, record_position const&, visit_info const&) override {
            last = std::exchange(*static_cast<BackupSummary*>(record), {});
        }
        bool restore(shape_table const&, void* record) override {
            if (knows) *static_cast<BackupSummary*>(record) = last;
            return knows;
        }
        BackupSummary last;
    };
    auto const other = replaced(std::string(backup_arn), "0a1b2c3d", "0a1b2c3e");
    exact const text(R"({"BackupSummaries":[)" + std::string(summary_text) +
                     R"(],"LastEvaluatedBackupArn":")" + other + "\"}");
    check_options const chosen{.only = {"list.last-evaluated"}};
    for (bool const knows : {true, false}) {
        dynabackup::detail::text_session c(chosen);
        taker records;
        records.knows = knows;
        c.visitor = &records;
        json::structural_index index;
        dynabackup::detail::documents_of_shape documents(shape_rules_of<ListBackupsOutput>);
        c.findings.open_text(text, {}, text);
        c.open_window(text, documents.reader().sync_names(), false);
        REQUIRE(c.index(index));
        c.begin_document();
        CHECK(documents.reader().read(c) == dynabackup::detail::value_read);
        CHECK(c.findings.pending.size() == (knows ? 1 : 0));
    }
}

TEST_CASE("a collector of records gets their shapes, and which of their members could not be read",
          "[read]") {
    struct taker final : record_visitor {
        lines all;
        void visit(shape_table const& shape, void* record, record_position const& at,
                   visit_info const& info) override {
            auto const& summary = *static_cast<BackupSummary const*>(record);
            all.push_back(concat(shape.name, " in ", info.document_shape(), " at ", at.offset, ": ",
                                 info.text(),
                                 info.unreadable().contains(summary.backup_size_bytes) ? " unreadable" : "",
                                 " token ", info.string_after_records("NextToken")));
        }
        bool restore(shape_table const&, void*) override { return true; }
        void begin_document(bool goes_on) override { all.emplace_back(goes_on ? "goes on" : "begins"); }
        void end_document(shape_table const& shape, void*, visit_info const& info) override {
            all.push_back(concat("ends ", shape.name, " token ", info.string_after_records("NextToken")));
        }
    };
    std::string_view const text =
        R"({"BackupSummaries":[{"TableName":"abc"},{"BackupSizeBytes":"x"}],"NextToken":"t"})";
    check_options const chosen = reading_only();
    taker records;
    dynabackup::detail::text_session c(chosen);
    c.visitor = &records;
    json::structural_index index;
    dynabackup::detail::documents_of_shape documents(shape_rules_of<ListBackupsOutput>);
    dynabackup::detail::text_walk(c, documents.reader(), index, dynabackup::detail::layout::any)
        .read(text, dynabackup::detail::text_end::input);
    CHECK(records.all ==
          lines{"begins", R"(BackupSummary in ListBackupsOutput at 20: {"TableName":"abc"} token )",
                R"(BackupSummary in ListBackupsOutput at 40: {"BackupSizeBytes":"x"} unreadable token )",
                R"(ends ListBackupsOutput token "t")"});
}

} // namespace detail_check_records_test
