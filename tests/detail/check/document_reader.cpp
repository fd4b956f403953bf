#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws/table_description.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/detail/check/document_reader.hpp>
#include <dynabackup/systems.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detail_check_document_reader_test {

/// Shapes of a user's.
namespace acme {

using namespace dynabackup;

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true, .system = "acme"};
}

struct Lid {
    std::optional<std::string> code{}, lid{};
};
BOOST_DESCRIBE_STRUCT(Lid, (), (code, lid))
template <std::same_as<Lid> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::code>(), describe<&T::lid>()};
}

/// An object in it has the names of all its members.
struct Crate {
    std::optional<std::string> code{};
    std::optional<Lid> lid{};
};
BOOST_DESCRIBE_STRUCT(Crate, (), (code, lid))
template <std::same_as<Crate> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::code>(), describe<&T::lid>()};
}

struct Shelf {
    std::optional<std::string> aisle{};
    std::optional<std::vector<Crate>> crates{};
};
BOOST_DESCRIBE_STRUCT(Shelf, (), (aisle, crates))
template <std::same_as<Shelf> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::aisle>(), describe<&T::crates>()};
}
inline constexpr std::array<std::string_view, 1> first_members{"Aisle"};
constexpr std::span<std::string_view const> sync_names(std::type_identity<Shelf>) { return first_members; }

} // namespace acme

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
    documents_of_shape documents{shape_rules_of<T>};
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
    documents_of_shape documents(shape_rules_of<DescribeBackupInput>);
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
    documents_of_shape own(shape_rules_of<BackupSummary>);
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

TEST_CASE("all members of a shape count if objects in it have them all, too", "[document]") {
    CHECK(dynabackup::detail::own_sync_names(shape_table_of<acme::Crate>).size() == 2);
}

TEST_CASE("a shape may name the members at which reading resumes", "[document]") {
    auto const names = dynabackup::detail::own_sync_names(shape_table_of<acme::Shelf>);
    CHECK(names == std::vector<std::string_view>{"Aisle"});
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
