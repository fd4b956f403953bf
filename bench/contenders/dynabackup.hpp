#pragma once
/// \file
/// Contenders of the library that are the same for every scenario: reading with all rules.

#include <dynabackup/check_documents.hpp>

#include "contenders/dump.hpp"
#include "scenario.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace bench {

/// Returns the number of records that were read completely, if the only findings are about damage.
inline std::size_t valid_records(dynabackup::summary const& counts, std::size_t findings) {
    return findings == counts.rejected ? counts.records + counts.items - counts.rejected : 0;
}

/// Recognises and reads every document on one thread, with limits and all rules.
inline void check(benchmark::State& state, scenario const& s) {
    measure(
        state, s,
        [&](tally& sum) {
            counting_sink sink;
            auto const counts = dynabackup::check_documents(s.text, {}, sink);
            sum.records = valid_records(counts, sink.findings);
        },
        proof::records);
}

/// Reads and checks a dump, chunk by chunk.
template <unsigned Jobs>
void check_dump(benchmark::State& state, scenario const& s) {
    measure(
        state, s,
        [&](tally& sum) {
            counting_sink sink;
            auto const counts = read_dump(s.text, Jobs, sink, dynabackup::detail::no_records{}, [](auto&) {});
            sum.records = valid_records(counts, sink.findings);
        },
        proof::records);
}

/// Reads a dump and keeps its records, with limits and all rules.
template <class Record>
void collect_dump(benchmark::State& state, scenario const& s) {
    std::vector<Record> all; // its memory is reused
    measure(state, s, [&](tally& sum) {
        counting_sink sink;
        std::size_t n = 0;
        using batch_of_records = dynabackup::detail::record_batch<Record>;
        read_dump(s.text, 1, sink, batch_of_records{}, [&](auto& read) {
            auto& batch = static_cast<batch_of_records&>(read);
            if (all.size() < n + batch.size()) all.resize(n + batch.size());
            for (std::size_t i = 0; i < batch.size(); ++i) std::swap(all[n++], batch[i]);
        });
        all.resize(n);
        for (auto const& record : all) add(sum, record);
    });
}

/// Reads the values of a text one by one, typed, without rules.
template <class Record>
class typed_reader {
public:
    explicit typed_reader(std::string_view text) {
        findings_.open_text(text, {}, text);
        findings_.open_window(text);
        window_.open(text, {});
        window_.index(index());
        reader_.cursor = window_.cursor();
    }

    dynabackup::json::cursor& cursor() { return reader_.cursor; }

    bool read(Record& into) {
        return dynabackup::detail::read_root(reader_, dynabackup::shape_table_of<Record>, &into, {})
            .is_read();
    }

private:
    static dynabackup::json::structural_index& index() { // its memory is reused
        static dynabackup::json::structural_index of_texts;
        return of_texts;
    }

    dynabackup::check_options const chosen_;
    dynabackup::detail::finding_buffer findings_{chosen_, nullptr};
    dynabackup::detail::reader reader_{findings_};
    dynabackup::json::window window_;
};

} // namespace bench
