#pragma once
/// \file
/// Reads backup dumps of any size: record by record, in bounded memory, with any number of threads.
///
/// \code
/// for (auto const& [backup, at] : records<aws::BackupSummary>({from_file("backups.ndjson")}))
///     std::cout << at.line << ": " << backup.backup_name.value_or("?") << '\n';
/// \endcode
/// An input holds documents in any layout: one of any size, several, one per line, an array. Damaged records are
/// findings; the records around them are read. If `jobs` is more than 1, link with a thread library.

#include <dynabackup/backup_view.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/dump/events.hpp>
#include <dynabackup/dump/file.hpp>
#include <dynabackup/dump/record_collector.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/model/system.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/systems.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace dynabackup {

/// A record of any shape, for `records<any_record>`.
using any_record = std::variant<aws::BackupSummary, aws::BackupDescription, aws::BackupDetails,
                                clumio::DynamoDBTableBackup, aws_backup::RecoveryPointByBackupVault,
                                aws_backup::RecoveryPointByResource, aws_backup::DescribeRecoveryPointOutput>;

/// How a dump is read.
struct dump_options {
    /// What is read, judged and reported, and as of which day.
    check_options check = {};
    /// The number of threads, including the calling one. Findings and records always arrive in the order of the inputs.
    /// With `history` or `stop_after`, which depend on order, one thread reads.
    unsigned jobs = 1;
    /// The number of bytes that are read at once. 0: 1 MiB, and 128 KiB where records are handed out, so that they are
    /// still in the processor's cache. Memory: about ten times this for each thread, and more for a record that is
    /// larger.
    std::size_t chunk_size = 0;
    /// Every document is read as this shape; null: each is recognised by its members.
    shape_rules const* shape = nullptr;
    /// The systems whose documents are recognised, unless `shape` is given; empty: those that the library knows.
    std::vector<system_table const*> systems = {};
};

/// The findings of a dump, and the inputs that could not be read.
class dump_report final : public dump_sink {
public:
    /// A finding and its input.
    struct entry {
        std::string input; ///< its name
        finding what;      ///< with its place in that input
    };
    /// An input that could not be opened, or read to its end.
    struct unreadable {
        std::string input;  ///< its name
        std::string reason; ///< in words
    };

    std::vector<entry> findings;      ///< in the order of the inputs, documents and records
    std::vector<unreadable> problems; ///< the inputs that were not read completely
    std::size_t bytes = 0;            ///< of text

    /// Whether everything was read, and no finding is an error.
    bool ok() const {
        return problems.empty() && std::ranges::none_of(findings, [](entry const& e) {
                   return e.what.severity == severity::error;
               });
    }

    void begin(std::string_view name) override { input_ = name; }
    void return_to(std::string_view name) override { input_ = name; }
    /// Keeps a finding.
    void take(finding&& found) override { findings.push_back({input_, std::move(found)}); }
    void problem(std::string_view name, std::string_view reason) override {
        problems.push_back({std::string(name), std::string(reason)});
    }
    void advance(std::size_t more) override { bytes += more; }
    void end(std::string_view) override {}

private:
    std::string input_;
};

namespace detail {

class dump_state;

/// The size of chunks whose records are kept until they are handed out.
inline constexpr std::size_t kept_chunk_size = std::size_t{128} << 10;

/// Returns the options for reading a dump whose records are kept.
inline dump_options keeping_records(dump_options chosen) {
    if (chosen.chunk_size == 0) chosen.chunk_size = kept_chunk_size;
    return chosen;
}

/// Returns the options with all known systems, unless they name a shape or systems. A template, so that only code that
/// reads documents of any kind compiles these systems; `Lazy` is a type on which the caller depends.
template <class Lazy>
dump_options with_systems(dump_options chosen) {
    if (chosen.shape || !chosen.systems.empty()) return chosen;
    auto const known = known_systems<std::conditional_t<std::is_void_v<Lazy>, Lazy, void>>();
    chosen.systems.assign(known.begin(), known.end());
    return chosen;
}

/// How a dump is read for records of that type.
template <class Record>
struct reading_for {
    static dump_options choose(dump_options const& chosen) { return with_systems<Record>(chosen); }
};

} // namespace detail

/// Reads a dump chunk by chunk.
class dump_reader {
public:
    /// Starts the threads. The records of each chunk go to a collector of the type of `like`. Findings and unreadable
    /// inputs go to `sink`, unless it is null; `sink` must outlive the reader.
    template <class Lazy = void>
    dump_reader(std::vector<dump_input> inputs, dump_options const& chosen, dump_sink* sink,
                record_collector const& like)
        : dump_reader(systems_chosen{}, std::move(inputs), detail::with_systems<Lazy>(chosen), sink, like) {}

    /// Says that the options name the shape or the systems.
    struct systems_chosen {};
    /// Starts the threads. \pre `chosen` has a shape, or systems.
    DYNABACKUP_INLINE dump_reader(systems_chosen, std::vector<dump_input> inputs, dump_options const& chosen,
                                  dump_sink* sink, record_collector const& like);
    DYNABACKUP_INLINE ~dump_reader();
    dump_reader(dump_reader const&) = delete;
    dump_reader& operator=(dump_reader const&) = delete;

    /// Reads the next chunk. Returns false when nothing is left.
    DYNABACKUP_INLINE bool step(chunk_taker& to);
    /// Returns the counts of the inputs that have ended.
    DYNABACKUP_INLINE summary const& counts() const;

private:
    std::unique_ptr<detail::dump_state> state_;
};

/// Reads a dump. Calls `take(record_collector&, input)` with the records of each chunk and the name of its input.
/// Returns what was read and found.
template <class Take>
summary read_chunks(std::span<dump_input const> inputs, record_collector const& like, Take take,
                    dump_options const& chosen = {}, dump_sink* sink = nullptr) {
    struct taker final : chunk_taker {
        explicit taker(Take& f) : f_(f) {}
        void take(record_collector& collected, std::string_view input) override { f_(collected, input); }
        Take& f_;
    } to(take);
    dump_reader reader(dump_reader::systems_chosen{}, {inputs.begin(), inputs.end()},
                       detail::with_systems<Take>(chosen), sink, like);
    while (reader.step(to)) {}
    return reader.counts();
}

/// Checks the inputs. Findings go to the sink. Returns what was read and found.
template <class Lazy = void>
summary check_dump(std::span<dump_input const> inputs, dump_sink& sink, dump_options const& chosen = {}) {
    return read_chunks(
        inputs, detail::no_records{}, [](record_collector&, std::string_view) {},
        detail::with_systems<Lazy>(chosen), &sink);
}

/// The records of one shape in the inputs, or of every shape (any_record), as a single-pass range. A record is valid
/// until the iterator is incremented, and may be moved from. Leaving the loop ends the reading.
template <class Record>
class records {
public:
    /// Findings and unreadable inputs go to `sink`, unless it is null, before the records of their chunk; `sink` must
    /// outlive the range.
    explicit records(std::vector<dump_input> inputs, dump_options const& chosen = {},
                     dump_sink* sink = nullptr)
        : reader_(dump_reader::systems_chosen{}, std::move(inputs),
                  detail::keeping_records(detail::reading_for<Record>::choose(chosen)), sink, batch_) {}

    /// A record and its place.
    struct entry {
        Record& record;            ///< may be moved from
        record_place const& place; ///< input, line, path
    };

    /// An input iterator.
    class iterator {
    public:
        using value_type = entry;               ///< the type of `*it`
        using difference_type = std::ptrdiff_t; ///< required of an iterator

        iterator() = default;
        /// At the current record.
        explicit iterator(records* of) : of_(of) {}
        /// The record and its place.
        entry operator*() const { return {of_->batch_[of_->at_], of_->batch_.place_of(of_->at_)}; }
        /// Moves to the next record; reads a chunk if necessary.
        iterator& operator++() {
            ++of_->at_;
            of_->fill();
            return *this;
        }
        void operator++(int) { ++*this; } ///< as `++it`
        /// Whether no record is left.
        bool operator==(std::default_sentinel_t) const { return of_->at_ == of_->batch_.size(); }

    private:
        records* of_ = nullptr;
    };

    /// Reads up to the first record. Call it once.
    iterator begin() {
        fill();
        return iterator(this);
    }
    std::default_sentinel_t end() const { return {}; } ///< after the last record

    /// Returns the counts of the inputs that have been read; after the loop, those of all inputs.
    summary const& counts() const { return reader_.counts(); }

private:
    /// Takes the records of a chunk. Leaves the previous batch in exchange, whose memory is then reused.
    struct taker final : chunk_taker {
        explicit taker(records& to) : to_(to) {}
        void take(record_collector& collected, std::string_view input) override {
            to_.batch_.swap(static_cast<record_batch<Record>&>(collected));
            for (std::size_t i = 0; i < to_.batch_.size(); ++i) to_.batch_.place_of(i).input = input;
        }
        records& to_;
    };

    /// Reads chunks until there is a record, or nothing is left.
    void fill() {
        taker to(*this);
        while (at_ == batch_.size()) {
            at_ = 0;
            batch_.clear();
            if (!reader_.step(to)) return;
        }
    }

    record_batch<Record> batch_;
    std::size_t at_ = 0;
    dump_reader reader_;
};

/// Calls `f(record, place)` for each record of the inputs, in their order, as long as it returns nothing or true.
/// \return The counts of the inputs that were read to their end.
template <class Record, class F>
summary for_each_record(std::vector<dump_input> inputs, F f, dump_options const& chosen = {},
                        dump_sink* sink = nullptr) {
    records<Record> all(std::move(inputs), chosen, sink);
    for (auto const& [record, place] : all) {
        if constexpr (std::is_void_v<decltype(f(record, place))>) f(record, place);
        else if (!f(record, place)) break;
    }
    return all.counts();
}

/// Folds the records of the inputs into one state. The reading threads call `fold(state, record)`; each state begins as
/// `State{}`. The calling thread calls `merge(total, part)` with the states, in the order of the inputs. Neither
/// function may throw if there are several threads. `counts`, if it is not null, gets what was read and found.
template <class Record, class State, class Fold, class Merge>
State reduce_records(std::span<dump_input const> inputs, Fold fold, Merge merge,
                     dump_options const& chosen = {}, dump_sink* sink = nullptr, summary* counts = nullptr) {
    using part = detail::folded_records<Record, State, Fold>;
    State total{};
    auto const take = [&](record_collector& collected, std::string_view) {
        if (auto& state = static_cast<part&>(collected).state) merge(total, std::move(*state));
    };
    auto const read = read_chunks(inputs, part(fold), take, detail::keeping_records(chosen), sink);
    if (counts) *counts = read;
    return total;
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/dump/read_dump.hpp>
#endif
