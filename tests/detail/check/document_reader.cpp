#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/detail/check/document_reader.hpp>
#include <dynabackup/systems.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace detail_check_document_reader_test {

using namespace reading_test;
using aws::BackupDetails, aws::BackupSummary, aws::BackupDescription;
using aws::DescribeBackupInput, aws::DescribeBackupOutput, aws::ListBackupsOutput;
using dynabackup::detail::text_session, dynabackup::detail::documents_of_shape,
    dynabackup::detail::any_object;
using dynabackup::detail::value_read, dynabackup::detail::value_unreadable;

namespace {

/// A document that is read as T.
template <class T>
struct opened {
    explicit opened(std::string_view text, check_options const& o = {}) : chosen(o), bytes(text) {
        s.findings.open_text(bytes, {}, bytes);
        s.open_window(bytes, documents.reader().sync_names(), false);
        REQUIRE(s.index(index));
        s.begin_document();
    }
    T& model() { return *static_cast<T*>(documents.reader().last_model()); }

    check_options chosen;
    exact bytes;
    json::structural_index index;
    text_session s{chosen};
    documents_of_shape documents{shape_rules_of<T>, dynabackup::detail::sync_names_of<T>()};
};

template <class T>
shape_rules const* records_in() {
    return dynabackup::detail::record_rules_in(shape_rules_of<T>);
}

} // namespace

TEST_CASE("a document has records of one shape, or none", "[document]") {
    CHECK(records_in<ListBackupsOutput>() == &shape_rules_of<BackupSummary>);
    CHECK(records_in<DescribeBackupOutput>() == &shape_rules_of<BackupDescription>); // not its contents
    CHECK(records_in<BackupDetails>() == &shape_rules_of<BackupDetails>);
    CHECK(records_in<clumio::DynamoDBTableBackupList>() == &shape_rules_of<clumio::DynamoDBTableBackup>);
    CHECK(records_in<DescribeBackupInput>() == nullptr);
}

TEST_CASE("a document is read as its shape, and counted", "[document]") {
    opened<DescribeBackupInput> o(R"({"BackupArn":"arn"})");
    CHECK(o.documents.reader().read(o.s) == value_read);
    CHECK(o.model().backup_arn == "arn");
    CHECK(o.documents.reader().last_shape() == &shape_rules_of<DescribeBackupInput>);
    CHECK(o.s.findings.shape == "DescribeBackupInput");
    CHECK(o.s.summary().shapes.at("DescribeBackupInput") == 1);
    CHECK(o.s.summary().records == 0);
    REQUIRE(o.s.findings.pending.size() == 1); // the text is too short
    CHECK(line(o.s.findings.pending[0]) == "string.length /BackupArn @13");
}

TEST_CASE("a document that is a record is validated once", "[document]") {
    check_options chosen = reading_only();
    chosen.only = {"number.*"};
    opened<BackupDetails> o(R"({"BackupSizeBytes":-1})", chosen);
    CHECK(o.documents.reader().read(o.s) == value_read);
    CHECK(o.s.summary().shapes.at("BackupDetails") == 1);
    CHECK(o.s.summary().records == 1);
    REQUIRE(o.s.findings.pending.size() == 1);
    CHECK(line(o.s.findings.pending[0]) == "number.out-of-range /BackupSizeBytes @19");
}

TEST_CASE("a document that cannot be read is counted but not validated", "[document]") {
    opened<DescribeBackupInput> o("[]");
    CHECK(o.documents.reader().read(o.s) == value_unreadable);
    CHECK(o.s.summary().shapes.at("DescribeBackupInput") == 1);
    CHECK(o.s.findings.pending.size() == 1);
}

TEST_CASE("a reader of documents knows what can begin a document", "[document]") {
    documents_of_shape documents(shape_rules_of<DescribeBackupInput>, known_systems()[0]->sync_names);
    auto const& reader = documents.reader();
    CHECK(reader.begins_with("BackupArn"));
    CHECK_FALSE(reader.begins_with("BackupDetails"));
    CHECK_FALSE(reader.sync_names().empty());
    auto const another = reader.another();
    CHECK(another->begins_with("BackupArn"));
    CHECK(static_cast<DescribeBackupInput*>(another->last_model())->backup_arn.empty());
}

TEST_CASE("reading resumes at the members of a shape and of its records", "[document]") {
    using dynabackup::detail::own_sync_names;
    auto const has = [](std::vector<std::string_view> const& names, std::string_view name) {
        return std::ranges::find(names, name) != names.end();
    };
    documents_of_shape given(shape_rules_of<BackupSummary>, known_systems()[0]->sync_names);
    CHECK(given.reader().sync_names().data() == known_systems()[0]->sync_names.data());
    documents_of_shape own(shape_rules_of<BackupSummary>, {});
    CHECK(own.reader().sync_names().size() == shape_table_of<BackupSummary>.members.size());
    auto const page = own_sync_names(shape_table_of<ListBackupsOutput>);
    CHECK(page.size() ==
          shape_table_of<ListBackupsOutput>.members.size() + shape_table_of<BackupSummary>.members.size());
    CHECK(page.front() == "BackupSummaries");
    // KeySchema is also a member of indexes, which are inside a table.
    auto const table = own_sync_names(shape_table_of<aws::TableDescription>);
    CHECK(has(table, "TableName"));
    CHECK(has(table, "TableStatus"));
    CHECK_FALSE(has(table, "KeySchema"));
    CHECK_FALSE(has(table, "IndexName"));
}

TEST_CASE("no shape is without names at which reading resumes", "[document]") {
    for (auto const* system : known_systems())
        for (auto const* rules : system->shapes) {
            auto const& shape = *rules->shape;
            CAPTURE(shape.name);
            CHECK(dynabackup::detail::own_sync_names(shape).empty() == shape.members.empty());
        }
}

TEST_CASE("an object of a shape that is only known at run time has one owner", "[document]") {
    any_object none;
    CHECK(none.get() == nullptr);
    any_object one(shape_table_of<BackupSummary>);
    auto* const object = static_cast<BackupSummary*>(one.get());
    REQUIRE(object);
    CHECK(*object == BackupSummary{});
    object->backup_name = "a name that needs memory of its own";
    any_object other(std::move(one));
    CHECK(other.get() == object);
    CHECK(one.get() == nullptr);
    none = std::move(other);
    CHECK(none.get() == object);
    CHECK(object->backup_name == "a name that needs memory of its own");
}

} // namespace detail_check_document_reader_test
