#pragma once
/// \file
/// The library's engine for dumps, over a text in memory.

#include <dynabackup/dump/engine.hpp>
#include <dynabackup/dump/record_batch.hpp>
#include <dynabackup/dynabackup.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace bench {

/// Counts findings, of which there should be none but those of damage.
struct counting_sink final : dynabackup::dump_sink {
    std::size_t findings = 0;
    void take(dynabackup::finding&&) override { ++findings; }
    void begin(std::string_view) override {}
    void problem(std::string_view, std::string_view) override {}
    void advance(std::size_t) override {}
    void end(std::string_view) override {}
    void return_to(std::string_view) override {}
};

/// Reads and checks a text with so many threads; `deliver(Records&)` gets the records.
template <class Records, class Deliver>
dynabackup::summary read_dump(std::string_view text, unsigned jobs, counting_sink& sink, Deliver deliver) {
    std::array const inputs{dynabackup::from_memory(text)};
    dynabackup::options const chosen;
    dynabackup::any_known_document const documents;
    dynabackup::detail::dump_engine<Records> engine(inputs, chosen, sink, documents, {.jobs = jobs});
    while (engine.step([&](Records& read, std::string_view) { deliver(read); })) {}
    return engine.counts();
}

} // namespace bench
