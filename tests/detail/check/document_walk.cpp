#include <dynabackup/aws/aws.hpp>
#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/detail/check/document_walk.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detail_check_document_walk_test {

using namespace reading_test;

namespace {

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

/// A walk over windows of a text that are passed one by one.
struct walked {
    explicit walked(std::string_view source, detail::layout expected = detail::layout::any)
        : bytes(source), walk(s, documents.reader(), expected) {
        s.findings.open_text(bytes, {}, bytes);
    }

    /// Returns where reading stopped in a window of that length that begins where the last one stopped.
    std::size_t read(std::size_t size) {
        std::string_view const rest = std::string_view(bytes).substr(at);
        s.open_window(rest.substr(0, size), documents.reader().sync_names(), size < rest.size());
        if (!s.index(index)) s.index_tolerantly();
        return at += walk.read_window();
    }

    exact bytes;
    check_options chosen = reading_only();
    collector sink;
    detail::text_session s{chosen, &sink};
    json::structural_index index;
    detail::documents_of_shape documents{shape_rules_of<aws::ListBackupsOutput>};
    detail::document_walk walk;
    std::size_t at = 0;
};

std::string const two_records = R"({"BackupSummaries":[{"BackupName":"one"},{"BackupName":"two"}]})";

} // namespace

TEST_CASE("a walk stops if a window ends in a record, and continues there", "[document_walk]") {
    auto const second = two_records.find("{\"BackupName\":\"two");
    walked w(two_records);
    CHECK(w.read(second + 5) == second);
    CHECK(w.walk.state.phase == detail::walk_phase::in_records);
    CHECK(w.s.summary().records == 1);
    CHECK(w.read(two_records.size() - second) == two_records.size());
    CHECK(w.walk.state.phase == detail::walk_phase::between_documents);
    CHECK((w.s.summary().records == 2 && w.s.summary().rejected == 0 && w.s.summary().documents == 1));
    CHECK(w.sink.all.empty());
}

TEST_CASE("a document without any complete record is read again with more text", "[document_walk]") {
    walked w(two_records + '\n' + two_records);
    CHECK(w.read(two_records.size() + 12) == two_records.size() + 1);
    CHECK(w.s.summary().documents == 1);
    CHECK(w.read(two_records.size()) == 2 * two_records.size() + 1);
    CHECK((w.s.summary().documents == 2 && w.s.summary().records == 4 && w.sink.all.empty()));
}

TEST_CASE("damage after the records of a document that began in another window is one finding",
          "[document_walk]") {
    std::string const text =
        R"({"BackupSummaries":[{"BackupName":"one"},{"BackupName":"two"}],"LastEvaluated:)";
    auto const second = text.find("{\"BackupName\":\"two");
    walked w(text);
    CHECK(w.read(second) == second);
    CHECK(w.read(text.size() - second) == text.size());
    REQUIRE(w.sink.all.size() == 1);
    CHECK(w.sink.all[0].rule == &reading::syntax);
    CHECK((w.s.summary().records == 3 && w.s.summary().rejected == 1 && w.s.summary().documents == 1));
}

TEST_CASE("a second document is damage if one is expected", "[document_walk]") {
    walked w("{} {}", detail::layout::single);
    CHECK(w.read(5) == 5);
    REQUIRE(w.sink.all.size() == 1);
    CHECK(line(w.sink.all[0]) == "json.syntax  @3");
}

} // namespace detail_check_document_walk_test
