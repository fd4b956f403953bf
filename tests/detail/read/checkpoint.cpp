#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/detail/check/text_walk.hpp>
#include <dynabackup/detail/read/checkpoint.hpp>

#include "catch.hpp"
#include "damaged_dumps.hpp"

#include <string>
#include <string_view>

namespace detail_read_checkpoint_test {

using namespace damaged_dumps;

namespace {

/// A list of that many records.
std::string list_of(std::string const& record, std::size_t n) {
    std::string text = "[" + record;
    while (--n != 0) text += ',' + record;
    return text + ']';
}

/// More records than fit into one window of a text.
std::size_t many(std::string const& record) { return 2 * detail::usual_window / record.size() + 2; }

lines findings_of(std::string_view text) {
    collector sink;
    auto const counts = check_documents(exact(text), check_options{}, sink);
    CHECK(counts.documents == 1);
    CHECK(counts.rejected == 0);
    lines all;
    for (auto const& f : sink.all) all.push_back(line(f));
    return all;
}

std::size_t count(lines const& all, std::string_view begin) {
    std::size_t n = 0;
    for (auto const& l : all) n += l.starts_with(begin);
    return n;
}

std::string const record = compact(summary_text);

} // namespace

TEST_CASE("members before the records of a document are known after them", "[read]") {
    auto const arn = '"' + std::string(backup_arn) + '"';
    for (std::size_t const n : {std::size_t{1}, many(record)}) {
        auto const all =
            findings_of(R"({"Other":1,"LastEvaluatedBackupArn":)" + arn + R"(,"BackupSummaries":)" +
                        list_of(record, n) + R"(,"Other":2,"More":3,"LastEvaluatedBackupArn":)" + arn + '}');
        CHECK(count(all, "json.duplicate-member /Other ") == 1);
        CHECK(count(all, "json.duplicate-member /LastEvaluatedBackupArn ") == 1);
        CHECK(count(all, "json.duplicate-member ") == 2);
        CHECK(count(all, "json.unknown-member /Other ") == 2);
        CHECK(count(all, "json.unknown-member /More ") == 1);
    }
}

TEST_CASE("a duplicate list of records is read twice", "[read]") {
    for (std::size_t const n : {std::size_t{1}, many(record)}) {
        auto const one = R"("BackupSummaries":)" + list_of(record, n);
        auto const all = findings_of('{' + one + ',' + one + '}');
        CHECK(count(all, "json.duplicate-member /BackupSummaries ") == 1);
        CHECK(count(all, "json.duplicate-member ") == 1);
    }
}

TEST_CASE("reading continues in the records of an object in an object", "[read]") {
    std::string const item = R"({"id":"1","account_native_id":7})";
    for (std::size_t const n : {std::size_t{1}, many(item)}) {
        auto const all = findings_of(R"({"x":1,"_embedded":{"y":1,"items":)" + list_of(item, n) +
                                     R"(,"y":2},"x":2,"limit":"z"})");
        CHECK(count(all, "json.duplicate-member /x ") == 1);
        CHECK(count(all, "json.duplicate-member /_embedded/y ") == 1);
        CHECK(count(all, "json.duplicate-member ") == 2);
        CHECK(count(all, "json.wrong-type /_embedded/items/" + std::to_string(n - 1) +
                             "/account_native_id ") == 1);
        CHECK(count(all, "json.wrong-type /limit ") == 1);
    }
}

TEST_CASE("reading continues in the same way from the same members, whatever the index", "[read]") {
    detail::checkpoint a, b;
    CHECK(a.continues_like(b));
    a.objects.push_back({2, 7, {"X"}});
    CHECK_FALSE(a.continues_like(b));
    b.objects.push_back({2, 3, {}}); // what was there before does not matter
    b.list.index = 9;
    CHECK(a.continues_like(b));
    b.list.after_element = true;
    CHECK_FALSE(a.continues_like(b));
    a.list.after_element = true;
    CHECK(a.continues_like(b));
    b.objects.back().spelled = "x_y"; // paths contain it
    CHECK_FALSE(a.continues_like(b));
    b.objects.back().spelled.clear();
    b.objects.push_back({0, 0, {}});
    CHECK_FALSE(a.continues_like(b));
    b.clear();
    CHECK(b.continues_like({}));
}

} // namespace detail_read_checkpoint_test
