/// \file
/// Checks that the findings in a text do not depend on how it is cut and by how many threads it is read, unless a
/// record is damaged; then they add up. The text has documents of every system in any mix. The first bytes choose how
/// it is read; the rest is the text.

#include <dynabackup/check_documents.hpp>
#include <dynabackup/detail/check/any_document.hpp>
#include <dynabackup/detail/dump/engine.hpp>
#include <dynabackup/dump.hpp>

#include "judge.hpp"

#include <array>
#include <sstream>
#include <string>

using namespace fuzz;

namespace {

struct dump_collector final : dump_sink {
    collector found;
    std::size_t bytes = 0;
    void begin(std::string_view) override {}
    void problem(std::string_view, std::string_view) override { require(false, "memory can be read"); }
    void advance(std::size_t n) override { bytes += n; }
    void end(std::string_view) override {}
    void return_to(std::string_view) override {}
    void take(finding&& f) override { found.take(std::move(f)); }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    constexpr std::size_t head = 4;
    if (size < head) return 0;
    auto chosen = chosen_by(data[0]);
    chosen.history = data[0] & 32;
    if (data[0] & 64) chosen.max_record_bytes = 100;
    chosen.excerpt_bytes = data[0] & 128 ? 20 : 0;
    detail::dump_tuning const how{1 + data[1] % 3u, 1 + 8u * data[2], 1 + 8u * data[3]};
    std::string_view const text(reinterpret_cast<char const*>(data) + head, size - head);

    collector whole;
    auto const counts = check_documents(text, chosen, whole);
    judge(text, whole, counts);

    bool const copied = data[1] & 128; // as a file is; otherwise the text in memory is used in place
    std::istringstream stream{std::string(text)};
    std::array const inputs{copied ? from_stream(stream) : from_memory(text)};
    dump_collector sink;
    struct taker final : chunk_taker {
        void take(record_collector&, std::string_view) override {}
    } nothing;
    detail::any_reader const documents(known_systems());
    detail::dump_engine engine(inputs, chosen, sink, documents, how);
    while (engine.step(nothing)) {}
    require(sink.bytes == text.size(), "bytes that were not read");
    judge(text, sink.found, engine.counts());
    // The findings about damage depend on how much text is seen at once.
    if (counts.rejected == 0 && engine.counts().rejected == 0)
        require_same(whole, counts, sink.found, engine.counts(), "a dump and its text differ");
    return 0;
}
