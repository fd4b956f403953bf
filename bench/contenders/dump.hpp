#pragma once
/// \file
/// Runs the library's engine for dumps over a text in memory.

#include <dynabackup/dump.hpp>
#include <dynabackup/dynabackup.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace bench {

/// Counts findings. The only ones should be those about damage.
struct counting_sink final : dynabackup::dump_sink {
    std::size_t findings = 0;
    void take(dynabackup::finding&&) override { ++findings; }
    void begin(std::string_view) override {}
    void problem(std::string_view, std::string_view) override {}
    void advance(std::size_t) override {}
    void end(std::string_view) override {}
    void return_to(std::string_view) override {}
};

/// Reads and checks a text with this number of threads. Calls `take` with the records that were collected from each
/// chunk.
template <class Take>
dynabackup::summary read_dump(std::string_view text, unsigned jobs, counting_sink& sink,
                              dynabackup::record_collector const& like, Take take) {
    std::array const inputs{dynabackup::from_memory(text)};
    return dynabackup::read_chunks(
        inputs, like, [&](dynabackup::record_collector& read, std::string_view) { take(read); },
        {.jobs = jobs}, &sink);
}

} // namespace bench
