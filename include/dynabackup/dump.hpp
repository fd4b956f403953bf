#pragma once
/// \file
/// Backup dumps of any size: their records one by one, in bounded memory, with any number of threads.
///
/// \code
/// for (auto const& [backup, at] : records<aws::BackupSummary>({from_file("backups.ndjson")}))
///     std::cout << at.line << ": " << backup.backup_name.value_or("?") << '\n';
/// \endcode
/// An input holds documents in any layout: one of any size, several, one a line, an array. Records that are damaged
/// are findings; those around them are read. Needs a thread library to link where `jobs` is more than 1.

#include <dynabackup/dump/engine.hpp>
#include <dynabackup/dump/file.hpp>
#include <dynabackup/dump/record_batch.hpp>
#include <dynabackup/known_documents.hpp>
#include <dynabackup/shapes.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dynabackup {

namespace detail {
template <class T>
using is_record_shape = std::bool_constant<record_shape<T>>;
} // namespace detail

/// A record of any shape, for `records<any_record>`.
using any_record =
    boost::mp11::mp_rename<boost::mp11::mp_filter<detail::is_record_shape, all_shapes>, std::variant>;

/// How a dump is read.
struct dump_options {
    /// What is checked, and as of which day.
    options check = {};
    /// Threads that read, the calling one included. Findings and records come in the order of the inputs all the
    /// same. Options that depend on order (`history`, `stop_after`) are for one thread, and get one.
    unsigned jobs = 1;
    /// Bytes that are read at once. Memory: some ten times this for each thread, and more only for a record that is
    /// larger.
    std::size_t chunk_size = std::size_t{1} << 20;
};

/// The findings of a dump, and the inputs that could not be read.
class dump_report final : public dump_sink {
public:
    /// A finding, and the input that has it.
    struct entry {
        std::string input; ///< its name
        finding what;      ///< with its place in that input
    };
    /// An input that could not be opened, or read to its end.
    struct unreadable {
        std::string input;  ///< its name
        std::string reason; ///< for people
    };

    std::vector<entry> findings;      ///< in the order of the inputs, documents and records
    std::vector<unreadable> problems; ///< the inputs of which a part is missing
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

struct ignoring_sink final : dump_sink {
    void begin(std::string_view) override {}
    void take(finding&&) override {}
    void problem(std::string_view, std::string_view) override {}
    void advance(std::size_t) override {}
    void end(std::string_view) override {}
    void return_to(std::string_view) override {}
};

} // namespace detail

/// The records of one shape in the inputs, or of every shape (any_record), as a range for one pass. Each is valid
/// until the next one is asked for; it may be moved from. Leaving the loop ends the reading.
template <class Record>
class records {
public:
    /// Findings and unreadable inputs go to `sink`, if there is one, before the records of their chunk; it
    /// must outlive the range.
    explicit records(std::vector<dump_input> inputs, dump_options const& chosen = {},
                     dump_sink* sink = nullptr)
        : state_(std::make_unique<state>(std::move(inputs), chosen, sink)) {}

    /// A record, and where it is.
    struct entry {
        Record& record;            ///< may be moved from
        record_place const& place; ///< input, line, path
    };

    /// An input iterator.
    class iterator {
    public:
        using value_type = entry;               ///< what `*` gives
        using difference_type = std::ptrdiff_t; ///< iterators want it

        iterator() = default;
        /// At the record that is there.
        explicit iterator(records* of) : of_(of) {}
        /// The record and its place.
        entry operator*() const {
            return {of_->state_->batch[of_->state_->at], of_->state_->batch.place(of_->state_->at)};
        }
        /// Reads on, if need be.
        iterator& operator++() {
            ++of_->state_->at;
            of_->fill();
            return *this;
        }
        void operator++(int) { ++*this; } ///< the same
        /// Whether nothing is left.
        bool operator==(std::default_sentinel_t) const {
            return of_->state_->at == of_->state_->batch.size();
        }

    private:
        records* of_ = nullptr;
    };

    /// Reads up to the first record. For one loop.
    iterator begin() {
        fill();
        return iterator(this);
    }
    std::default_sentinel_t end() const { return {}; } ///< behind the last record

    /// The counts so far; all of them behind the loop.
    summary const& counts() const { return state_->engine.counts(); }

private:
    using batch = detail::record_batch<Record>;

    struct state {
        state(std::vector<dump_input> from, dump_options const& how, dump_sink* sink)
            : inputs(std::move(from)), chosen(how), engine(inputs, chosen.check, sink ? *sink : nobody,
                                                           *documents, {chosen.jobs, chosen.chunk_size}) {}

        std::vector<dump_input> inputs;
        dump_options chosen;
        detail::ignoring_sink nobody;
        detail::record_batch<Record> batch;
        std::size_t at = 0;
        std::unique_ptr<detail::document_reader> documents = detail::make_documents();
        detail::dump_engine<detail::record_batch<Record>> engine;
    };

    /// Reads on until there is a record, or nothing is left.
    void fill() {
        auto& s = *state_;
        while (s.at == s.batch.size()) {
            s.at = 0;
            s.batch.clear();
            bool const more = s.engine.step([&](batch& read, std::string_view name) {
                std::swap(s.batch, read);
                for (std::size_t i = 0; i < s.batch.size(); ++i) s.batch.place(i).input = name;
            });
            if (!more) return;
        }
    }

    std::unique_ptr<state> state_;
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

/// Folds the records of the inputs into one state: `fold(state, record)` is called by the threads that read, each with
/// a state of its own that began as `State{}`; `merge(total, part)` by the calling thread, in the order of the
/// inputs, with the parts between which they were cut. Neither may throw if there are several threads. `counts`, if it
/// is not null, gets what was read and found.
template <class Record, class State, class Fold, class Merge>
State reduce_records(std::span<dump_input const> inputs, Fold fold, Merge merge,
                     dump_options const& chosen = {}, dump_sink* sink = nullptr, summary* counts = nullptr) {
    using part = detail::folded_records<Record, State, Fold>;
    detail::ignoring_sink nobody;
    part each;
    each.fold = &fold;
    auto const documents = detail::make_documents();
    detail::dump_engine<part> engine(inputs, chosen.check, sink ? *sink : nobody, *documents,
                                     {chosen.jobs, chosen.chunk_size}, each);
    State total{};
    while (engine.step([&](part& read, std::string_view) {
        if (read.state) merge(total, std::move(*read.state));
    })) {}
    if (counts) *counts = engine.counts();
    return total;
}

/// Checks the inputs; what is found goes to the sink.
inline summary check_dump(std::span<dump_input const> inputs, dump_sink& sink,
                          dump_options const& chosen = {}) {
    auto const documents = detail::make_documents();
    detail::dump_engine<detail::no_records> engine(inputs, chosen.check, sink, *documents,
                                                   {chosen.jobs, chosen.chunk_size});
    while (engine.step([](auto&, std::string_view) {})) {}
    return engine.counts();
}

} // namespace dynabackup
