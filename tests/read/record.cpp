#include <dynabackup/aws/documents.hpp>
#include <dynabackup/document.hpp>
#include <dynabackup/read/record.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

TEST_CASE("elements that are no objects are rejected", "[read]") {
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

TEST_CASE("an element with an unknown first member is found behind damage", "[read]") {
    CHECK(defects<ListBackupsOutput>(page(R"({"TableName":x},{"Other":1,"BackupSizeBytes":-1})")) ==
          lines{"json.syntax /BackupSummaries/0/TableName @33",
                "json.unknown-member /BackupSummaries/1/Other @45",
                "number.out-of-range /BackupSummaries/1/BackupSizeBytes @65"});
}

TEST_CASE("what follows a list is read behind damage in it", "[read]") {
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{x}],"LastEvaluatedBackupArn":5})") ==
          lines{"json.syntax /BackupSummaries/0 @21", "json.wrong-type /LastEvaluatedBackupArn @50"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{}x],"LastEvaluatedBackupArn":5})") ==
          lines{"json.syntax /BackupSummaries @22", "json.wrong-type /LastEvaluatedBackupArn @50"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{"a":[]]}],"LastEvaluatedBackupArn":5})") ==
          lines{"json.syntax /BackupSummaries/0 @27", "json.wrong-type /LastEvaluatedBackupArn @56"});
}

TEST_CASE("a member that was refused in front of the records stays unknown behind them", "[read]") {
    auto const page = R"({"LastEvaluatedBackupArn":5,"BackupSummaries":[)" + std::string(summary_text) +
                      R"(,{"BackupArn":5}]})";
    auto const all = found(check<aws::ListBackupsOutput>(exact(page), {}));
    CHECK(std::count_if(all.begin(), all.end(), [](std::string const& l) {
              return l.find(" /LastEvaluatedBackupArn ") != l.npos;
          }) == 1);
}

TEST_CASE("damage that is gone when a record is read alone has a finding", "[read]") {
    options const chosen;
    exact const text(summary_text);
    context c(chosen);
    json::structural_index index;
    c.open(text, landmarks(std::type_identity<ListBackupsOutput>{}));
    REQUIRE(c.index(index));
    c.begin_document();
    path_node const root{};
    c.cursor.fail_here("x");
    c.report_syntax(root);
    BackupSummary record;
    CHECK(dynabackup::detail::diagnose(c, record, root, {}, 0) == dynabackup::detail::got::broken);
    auto const kept = c.take_broken();
    REQUIRE(kept.has_value());
    CHECK(line(*kept) == "json.syntax  @0");
    CHECK(c.pending.empty()); // it was read in silence
}

TEST_CASE("the last record of a list is not judged if nobody has it any longer", "[read]") {
    // Takes records, and keeps none.
    struct taker final : dynabackup::detail::record_visitor {
        bool knows = false;
        void visit(char const*, void* record, dynabackup::detail::record_position const&) override {
            last = std::exchange(*static_cast<BackupSummary*>(record), {});
        }
        bool restore(char const*, void* record) override {
            if (knows) *static_cast<BackupSummary*>(record) = last;
            return knows;
        }
        BackupSummary last;
    };
    auto const other = replaced(std::string(backup_arn), "0a1b2c3d", "0a1b2c3e");
    exact const text(R"({"BackupSummaries":[)" + std::string(summary_text) +
                     R"(],"LastEvaluatedBackupArn":")" + other + "\"}");
    options const chosen{.only = {"list.last-evaluated"}};
    for (bool const knows : {true, false}) {
        context c(chosen);
        taker records;
        records.knows = knows;
        c.visitor = &records;
        json::structural_index index;
        dynabackup::detail::documents_of<ListBackupsOutput> documents;
        c.open(text, documents.landmark_names());
        REQUIRE(c.index(index));
        c.begin_document();
        CHECK(documents.read(c) == dynabackup::detail::got::value);
        CHECK(c.pending.size() == (knows ? 1 : 0));
    }
}
