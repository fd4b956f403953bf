#include <dynabackup/aws/backup_details.hpp>
#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/detail/check/session.hpp>
#include <dynabackup/dump/record_collector.hpp>

#include "catch.hpp"

#include <string>
#include <utility>
#include <variant>

namespace detail_dump_record_collector_test {

using namespace dynabackup;
using aws::BackupDetails, aws::BackupSummary;

namespace {

check_options const chosen;

BackupDetails named(std::string name) {
    BackupDetails details;
    details.backup_name = std::move(name);
    return details;
}

/// What the reader has after it has passed a record on.
template <class Record>
Record visit(record_visitor& to, Record record, record_position const& at = {}) {
    detail::text_session const nowhere(chosen);
    to.visit(shape_table_of<Record>, &record, at, visit_info(nowhere));
    return record;
}

/// What the reader gets back; nothing if the record was not kept.
template <class Record>
std::optional<Record> restored(record_visitor& by, Record record = {}) {
    if (!by.restore(shape_table_of<Record>, &record)) return std::nullopt;
    return record;
}

} // namespace

TEST_CASE("a batch keeps the records of its shape, with their places", "[dump][record_collector]") {
    record_batch<BackupDetails> batch;
    visit(*batch.visitor(), named("one"), {1, 2, 30, 4});
    visit(*batch.visitor(), BackupSummary{});
    visit(*batch.visitor(), named("two"), {2, 3, 40, 5});
    REQUIRE(batch.size() == 2);
    CHECK(batch[0].backup_name == "one");
    CHECK(batch[1].backup_name == "two");
    batch.move({10, 20, 100}, 7);
    auto const& at = batch.place_of(1);
    CHECK((at.document == 12 && at.record == 23 && at.offset == 140 && at.line == 11));
}

TEST_CASE("the memory of a batch's records is reused", "[dump][record_collector]") {
    record_batch<BackupDetails> batch;
    visit(*batch.visitor(), named("one"));
    batch.clear();
    CHECK(batch.size() == 0);
    CHECK(visit(*batch.visitor(), named("two")).backup_name == "one"); // the reader has it now
    CHECK(batch.size() == 1);
    CHECK(batch[0].backup_name == "two");
}

TEST_CASE("the last record of a batch is restored", "[dump][record_collector]") {
    record_batch<BackupDetails> batch;
    CHECK_FALSE(restored<BackupDetails>(*batch.visitor()).has_value());
    visit(*batch.visitor(), named("one"));
    visit(*batch.visitor(), named("two"));
    REQUIRE(restored<BackupDetails>(*batch.visitor()).has_value());
    CHECK(restored<BackupDetails>(*batch.visitor())->backup_name == "two");
    batch.truncate(1);
    CHECK(restored<BackupDetails>(*batch.visitor())->backup_name == "one");
    CHECK(batch[0].backup_name == "one"); // a copy was given
    // The reader still has a record that the batch does not keep.
    BackupSummary summary;
    summary.backup_name = "three";
    CHECK(restored(*batch.visitor(), summary)->backup_name == "three");
}

TEST_CASE("a batch of a variant keeps the records of each of its shapes", "[dump][record_collector]") {
    record_batch<std::variant<BackupDetails, BackupSummary>> batch;
    BackupSummary summary;
    summary.backup_name = "one";
    visit(*batch.visitor(), summary);
    visit(*batch.visitor(), named("two"));
    REQUIRE(batch.size() == 2);
    CHECK(std::get<BackupSummary>(batch[0]).backup_name == "one");
    CHECK(std::get<BackupDetails>(batch[1]).backup_name == "two");
    CHECK(restored<BackupDetails>(*batch.visitor())->backup_name == "two");
    batch.clear();
    visit(*batch.visitor(), named("three")); // a record of another shape was there
    CHECK(std::get<BackupDetails>(batch[0]).backup_name == "three");
}

TEST_CASE("records are folded when a chunk ends, except those that were removed",
          "[dump][record_collector]") {
    auto const fold = [](std::string& all, BackupDetails const& d) { all += d.backup_name; };
    detail::folded_records<BackupDetails, std::string, decltype(fold)> part(fold);
    part.finish(); // there is no record
    CHECK_FALSE(part.state.has_value());
    visit(*part.visitor(), named("a"));
    visit(*part.visitor(), named("b"));
    visit(*part.visitor(), named("c"));
    CHECK(part.size() == 3);
    part.truncate(2);
    part.finish();
    CHECK(part.state == "ab");
    CHECK(part.size() == 0);
    visit(*part.visitor(), named("d"));
    part.finish();
    CHECK(part.state == "abd"); // continues with the same chunk
    part.clear();
    CHECK_FALSE(part.state.has_value());
}

TEST_CASE("another collector of the same type is empty", "[dump][record_collector]") {
    auto const fold = [](std::string& all, BackupDetails const& d) { all += d.backup_name; };
    detail::folded_records<BackupDetails, std::string, decltype(fold)> part(fold);
    visit(*part.visitor(), named("a"));
    auto const another = part.another();
    CHECK(another->size() == 0);
    visit(*another->visitor(), named("b"));
    another->finish();
    CHECK(static_cast<decltype(part)&>(*another).state == "b");
    CHECK(part.size() == 1);
    record_batch<BackupDetails> batch;
    visit(*batch.visitor(), named("a"));
    CHECK(batch.another()->size() == 0);
    CHECK(detail::no_records{}.another()->visitor() == nullptr);
}

TEST_CASE("a record of a list is read to the place where the batch will keep it",
          "[dump][record_collector]") {
    record_batch<BackupDetails> batch;
    auto& visitor = *batch.visitor();
    detail::text_session const nowhere(chosen);
    CHECK(visitor.place(shape_table_of<BackupSummary>) == nullptr);
    auto* const place = static_cast<BackupDetails*>(visitor.place(shape_table_of<BackupDetails>));
    REQUIRE(place);
    place->backup_name = "one";
    visitor.visit(shape_table_of<BackupDetails>, place, {}, visit_info(nowhere));
    CHECK((batch.size() == 1 && &batch[0] == place && place->backup_name == "one"));
}

TEST_CASE("two batches swap their contents", "[dump][record_collector]") {
    record_batch<BackupDetails> a, b;
    visit(*a.visitor(), named("one"), {1, 2, 3, 4});
    a.swap(b);
    CHECK(a.size() == 0);
    REQUIRE(b.size() == 1);
    CHECK((b[0].backup_name == "one" && b.place_of(0).line == 4));
}

} // namespace detail_dump_record_collector_test
