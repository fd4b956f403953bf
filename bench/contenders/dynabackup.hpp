#pragma once
/// \file
/// The contenders of the library that are the same for every scenario: reading with all rules.

#include "contenders/dump.hpp"
#include "scenario.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace bench {

/// The records that were read whole, if nothing but damage was found.
inline std::size_t sound_records(dynabackup::summary const& counts, std::size_t findings) {
    return findings == counts.rejected ? counts.records - counts.rejected : 0;
}

/// Reads every document as what it is, on one thread: limits and all rules.
inline void check(benchmark::State& state, scenario const& s) {
    measure(
        state, s,
        [&](tally& sum) {
            counting_sink sink;
            auto const counts = dynabackup::check(s.text, {}, sink);
            sum.records = sound_records(counts, sink.findings);
        },
        proof::records);
}

/// The same as a dump, chunk by chunk.
template <unsigned Jobs>
void check_dump(benchmark::State& state, scenario const& s) {
    measure(
        state, s,
        [&](tally& sum) {
            counting_sink sink;
            auto const counts = read_dump<dynabackup::detail::no_records>(s.text, Jobs, sink, [](auto&) {});
            sum.records = sound_records(counts, sink.findings);
        },
        proof::records);
}

/// As a dump, whose records are kept: limits and all rules, too.
template <class Record>
void collect_dump(benchmark::State& state, scenario const& s) {
    std::vector<Record> all; // its memory is reused
    measure(state, s, [&](tally& sum) {
        counting_sink sink;
        std::size_t n = 0;
        read_dump<dynabackup::detail::record_batch<Record>>(s.text, 1, sink, [&](auto& batch) {
            if (all.size() < n + batch.size()) all.resize(n + batch.size());
            for (std::size_t i = 0; i < batch.size(); ++i) std::swap(all[n++], batch[i]);
        });
        all.resize(n);
        for (auto const& record : all) add(sum, record);
    });
}

} // namespace bench
