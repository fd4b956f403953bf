#include <dynabackup/aws/documents.hpp>
#include <dynabackup/document_walk.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace reading_test;

namespace {

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

/// A walk over pieces of a text that are handed in one by one.
struct walked {
    explicit walked(std::string_view source, detail::layout expected = detail::layout::any)
        : bytes(source), walk(c, documents, expected) {
        c.open_text(bytes, {}, bytes);
    }

    /// Where reading stopped in a piece that begins where the last one stopped, and is that long.
    std::size_t read(std::size_t size) {
        std::string_view const rest = std::string_view(bytes).substr(at);
        c.open_piece(rest.substr(0, size), landmarks(std::type_identity<aws::ListBackupsOutput>{}),
                     size < rest.size());
        if (!c.index(index)) c.index_tolerantly();
        return at += walk.read_piece();
    }

    exact bytes;
    options chosen = reading_only();
    collector sink;
    context c{chosen, &sink};
    json::structural_index index;
    detail::documents_of<aws::ListBackupsOutput> documents;
    detail::document_walk walk;
    std::size_t at = 0;
};

std::string const two_records = R"({"BackupSummaries":[{"BackupName":"one"},{"BackupName":"two"}]})";

} // namespace

TEST_CASE("a walk stops where a piece ends in a record, and goes on there", "[document_walk]") {
    auto const second = two_records.find("{\"BackupName\":\"two");
    walked w(two_records);
    CHECK(w.read(second + 5) == second);
    CHECK(w.walk.state.suspended);
    CHECK(w.c.summary.records == 1);
    CHECK(w.read(two_records.size() - second) == two_records.size());
    CHECK_FALSE(w.walk.state.suspended);
    CHECK((w.c.summary.records == 2 && w.c.summary.rejected == 0 && w.c.summary.documents == 1));
    CHECK(w.sink.all.empty());
}

TEST_CASE("a document that has no record yet is read again with more text", "[document_walk]") {
    walked w(two_records + '\n' + two_records);
    CHECK(w.read(two_records.size() + 12) == two_records.size() + 1);
    CHECK(w.c.summary.documents == 1);
    CHECK(w.read(two_records.size()) == 2 * two_records.size() + 1);
    CHECK((w.c.summary.documents == 2 && w.c.summary.records == 4 && w.sink.all.empty()));
}

TEST_CASE("damage behind the records of a document that began in another piece is one finding",
          "[document_walk]") {
    std::string const text =
        R"({"BackupSummaries":[{"BackupName":"one"},{"BackupName":"two"}],"LastEvaluated:)";
    auto const second = text.find("{\"BackupName\":\"two");
    walked w(text);
    CHECK(w.read(second) == second);
    CHECK(w.read(text.size() - second) == text.size());
    REQUIRE(w.sink.all.size() == 1);
    CHECK(w.sink.all[0].rule == &reading::syntax);
    CHECK((w.c.summary.records == 3 && w.c.summary.rejected == 1 && w.c.summary.documents == 1));
}

TEST_CASE("where one document is expected, another one is damage", "[document_walk]") {
    walked w("{} {}", detail::layout::single);
    CHECK(w.read(5) == 5);
    REQUIRE(w.sink.all.size() == 1);
    CHECK(line(w.sink.all[0]) == "json.syntax  @3");
}
