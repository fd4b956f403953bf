#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/detail/dump/chunk_slot.hpp>
#include <dynabackup/dump/record_collector.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace detail_dump_chunk_slot_test {

using namespace reading_test;

namespace {

struct collector final : finding_sink {
    lines all;
    void take(finding&& f) override {
        auto const record = f.record ? std::to_string(*f.record) : "none";
        all.push_back(concat(line(f), " line ", f.line, " document ", f.document, " record ", record));
    }
};

/// A reader that has read the first text of an input, and another one that reads the following text ahead.
struct two_readers {
    explicit two_readers(std::string_view begin) {
        main.sink.to = &sink;
        main.session.set_listing(&listing);
        REQUIRE(main.walk.read(begin, detail::text_end::record) == begin.size());
    }

    /// Returns whether the results for the text may be used. A record may begin after it.
    bool read_ahead(std::string_view text) {
        slot.chunk.lent = text;
        slot.chunk.size = text.size();
        slot.chunk.cut = true;
        slot.read_ahead(ahead, main.walk.place());
        return slot.was_read_from(main.walk.place());
    }

    check_options chosen = reading_only();
    collector sink;
    dynabackup::listing listing;
    detail::documents_of_shape documents{shape_rules_of<aws::ListBackupsOutput>};
    detail::text_reader main{documents.reader(), chosen, detail::usual_window};
    detail::text_reader ahead{documents.reader(), chosen, detail::usual_window};
    detail::chunk_slot slot{record_batch<aws::BackupSummary>{}};

    record_batch<aws::BackupSummary>& records() {
        return static_cast<record_batch<aws::BackupSummary>&>(*slot.records);
    }
};

constexpr std::string_view first_half = R"({"BackupSummaries":[{},{},
)";

} // namespace

TEST_CASE("findings that were read ahead have their places in the input", "[dump][chunk_slot]") {
    two_readers r(first_half);
    std::string const text = R"({"BackupName":1},
{"BackupName":2},{"BackupName":3}],"Other":4})";
    REQUIRE(r.read_ahead(text));
    CHECK(r.sink.all.empty());
    std::size_t const done = r.slot.adopt(r.main.session, r.main.walk, r.sink);
    // The end of the list needs its last record.
    CHECK(done == text.find(R"({"BackupName":3)"));
    CHECK(r.sink.all ==
          lines{"json.wrong-type /BackupSummaries/2/BackupName @41 line 2 document 0 record 2",
                "json.wrong-type /BackupSummaries/3/BackupName @59 line 3 document 0 record 3"});
    REQUIRE(r.records().size() == 2);
    CHECK(r.records().place_of(1).offset == 45);
    CHECK(r.records().place_of(1).line == 3);
    CHECK(r.main.session.summary().records == 4);
    r.sink.all.clear();
    auto const rest = std::string_view(text).substr(done);
    r.main.session.visitor = nullptr;
    CHECK(r.main.walk.read(rest, detail::text_end::input) == rest.size());
    REQUIRE(r.sink.all.size() >= 1);
    CHECK(r.sink.all[0] == "json.wrong-type /BackupSummaries/4/BackupName @76 line 3 document 0 record 4");
    CHECK(r.main.session.summary().documents == 1);
    CHECK(r.main.session.summary().records == 5);
}

TEST_CASE("results that were read ahead are not used if reading continues differently",
          "[dump][chunk_slot]") {
    two_readers r(first_half);
    REQUIRE(r.read_ahead("{},\n"));
    CHECK_FALSE(r.slot.was_read_from({})); // between documents
    r.slot.forget();
    CHECK_FALSE(r.slot.was_read_from(r.main.walk.place()));
}

TEST_CASE("a list that ends before any of its records cannot be read ahead", "[dump][chunk_slot]") {
    two_readers r(R"({"BackupSummaries":[{})");
    CHECK_FALSE(r.read_ahead("]}\n"));
    CHECK(r.read_ahead(",{},{}]}\n"));
    CHECK(r.slot.adopt(r.main.session, r.main.walk, r.sink) == 4);
}

TEST_CASE("if there are more findings than are kept, the chunk is read again in its turn",
          "[dump][chunk_slot]") {
    std::string text;
    for (int i = 0; i < 4096; ++i) text += R"({"BackupName":1},)";
    two_readers r(first_half);
    CHECK(r.read_ahead(text));
    CHECK_FALSE(r.read_ahead(text + R"({"BackupName":1},)"));
    CHECK_FALSE(
        r.read_ahead(text + R"({"BackupName":1},{"BackupName":1}]})")); // some findings are removed again
}

} // namespace detail_dump_chunk_slot_test
