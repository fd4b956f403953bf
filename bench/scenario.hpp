#pragma once
/// \file
/// The parts that all benchmarks share: a text, and the proof that a contender has read all of it.

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace bench {

/// Counts records, and adds up all of their members. Contenders that read the same values have equal sums.
struct tally {
    std::size_t records = 0;
    std::uint64_t members = 0; ///< sum over texts, numbers and truth values
    std::uint64_t times = 0;   ///< sum over whole seconds, or over the lengths of texts

    /// Adds the length and the last byte: the text must have been read or copied.
    void text(std::string_view t) {
        members += t.size();
        if (!t.empty()) members += static_cast<std::uint64_t>(static_cast<unsigned char>(t.back())) << 8;
    }
    void number(std::int64_t n) { members += static_cast<std::uint64_t>(n); }
    void flag(bool yes) { members += yes; }

    void time(double seconds) { times += static_cast<std::uint64_t>(seconds); }
    void time(std::string_view text) { times += text.size(); }
    template <class Duration>
    void time(std::chrono::time_point<std::chrono::system_clock, Duration> at) {
        times += static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count());
    }

    tally& operator+=(tally const& more) {
        records += more.records;
        members += more.members;
        times += more.times;
        return *this;
    }
};

/// A text that contenders read, and the expected counts.
struct scenario {
    std::string text;
    tally expected;
    bool time_texts = false;  ///< its times are texts; some contenders do not parse them
    std::size_t rejected = 0; ///< the number of damaged lines, which are not expected to be read
};

/// A scenario that is generated on first use.
struct named_scenario {
    char const* name;
    scenario const& (*get)();
};

/// What a contender proves in addition to its speed.
enum class proof : unsigned char {
    members, ///< all members, in a tally
    records, ///< the number of records that it has read
};

/// Measures `read(tally&)`, which reads the text of a scenario once.
template <class Read>
void measure(benchmark::State& state, scenario const& s, Read read, proof shown = proof::members) {
    tally found;
    for (auto _ : state) {
        found = {};
        read(found);
        benchmark::DoNotOptimize(found);
        benchmark::ClobberMemory();
    }
    if (found.records != s.expected.records) state.SkipWithError("not every record was read");
    if (shown == proof::members && found.members != s.expected.members)
        state.SkipWithError("not every member was read");
    if (shown == proof::members && !s.time_texts && found.times != s.expected.times)
        state.SkipWithError("not every time was read");
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(s.text.size()));
    state.counters["bytes"] = static_cast<double>(s.text.size());
    state.counters["records"] = static_cast<double>(s.expected.records);
}

using contender = void (*)(benchmark::State&, scenario const&);

/// Registers a contender for some scenarios, as `<scenario>/<contender>`.
inline bool compete(std::string const& name, std::initializer_list<named_scenario> in, contender run) {
    for (auto const& s : in)
        benchmark::RegisterBenchmark((s.name + ('/' + name)).c_str(),
                                     [run, get = s.get](benchmark::State& state) { run(state, get()); })
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    return true;
}

} // namespace bench
