#include <dynabackup/aws/documents.hpp>
#include <dynabackup/document.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string_view>
#include <type_traits>

using namespace reading_test;
using aws::BackupDetails, aws::BackupSummary, aws::BackupDescription;
using aws::DescribeBackupInput, aws::DescribeBackupOutput, aws::ListBackupsOutput;

namespace {

/// A document that is read as T.
template <class T>
struct opened {
    explicit opened(std::string_view text) : bytes(text) {
        c.open(bytes, documents.landmark_names());
        REQUIRE(c.index(index));
        c.begin_document();
    }
    options chosen;
    exact bytes;
    json::structural_index index;
    context c{chosen};
    detail::documents_of<T> documents;
};

template <class T>
using record_of = typename detail::record_of<T>::type;

} // namespace

TEST_CASE("a document has records of one shape, or none", "[document]") {
    STATIC_REQUIRE(std::is_same_v<record_of<ListBackupsOutput>, BackupSummary>);
    STATIC_REQUIRE(std::is_same_v<record_of<DescribeBackupOutput>, BackupDescription>); // not what is in it
    STATIC_REQUIRE(std::is_same_v<record_of<BackupDetails>, BackupDetails>);
    STATIC_REQUIRE(std::is_same_v<record_of<clumio::DynamoDBTableBackupList>, clumio::DynamoDBTableBackup>);
    STATIC_REQUIRE(std::is_void_v<record_of<DescribeBackupInput>>);
}

TEST_CASE("a document is read as its shape, and counted", "[document]") {
    opened<DescribeBackupInput> o(R"({"BackupArn":"arn"})");
    CHECK(o.documents.read(o.c) == detail::got::value);
    CHECK(static_cast<DescribeBackupInput*>(o.documents.last())->backup_arn == "arn");
    CHECK(o.c.shape == "DescribeBackupInput");
    CHECK(o.c.summary.shapes.at("DescribeBackupInput") == 1);
    CHECK(o.c.summary.records == 0);
    REQUIRE(o.c.pending.size() == 2); // too short, and none
    CHECK(line(o.c.pending[0]) == "string.length /BackupArn @13");
}

TEST_CASE("a document that is a record is validated once", "[document]") {
    opened<BackupDetails> o(R"({"BackupSizeBytes":-1})");
    o.chosen = reading_only();
    o.chosen.only = {"number.*"};
    CHECK(o.documents.read(o.c) == detail::got::value);
    CHECK(o.c.summary.shapes.at("BackupDetails") == 1);
    CHECK(o.c.summary.records == 1);
    REQUIRE(o.c.pending.size() == 1);
    CHECK(line(o.c.pending[0]) == "number.out-of-range /BackupSizeBytes @19");
}

TEST_CASE("a document that cannot be read is counted, and not validated", "[document]") {
    opened<DescribeBackupInput> o("[]");
    CHECK(o.documents.read(o.c) == detail::got::unread);
    CHECK(o.c.summary.shapes.at("DescribeBackupInput") == 1);
    CHECK(o.c.pending.size() == 1);
}

TEST_CASE("nobody goes on in the records of a shape that has none", "[document]") {
    opened<DescribeBackupInput> o("{}");
    CHECK(o.documents.resume(o.c) == detail::got::broken);
}

TEST_CASE("a reader of documents knows what may begin one", "[document]") {
    detail::documents_of<DescribeBackupInput> const documents;
    CHECK(documents.begins_with("BackupArn"));
    CHECK_FALSE(documents.begins_with("BackupDetails"));
    CHECK_FALSE(documents.landmark_names().empty());
    auto const another = documents.another();
    CHECK(another->begins_with("BackupArn"));
    CHECK(static_cast<DescribeBackupInput*>(another->last())->backup_arn.empty());
}
