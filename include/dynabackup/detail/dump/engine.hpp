#pragma once
/// \file
/// Reads the inputs of a dump chunk by chunk, with any number of threads, in the order of the inputs.
///
/// A chunk ends where a record may begin. While one thread reads a chunk, others read the following chunks on the
/// assumption that the text continues as before: in a list of records, or between documents. If the assumption was
/// right, as it nearly always is, their findings are adopted, with places moved to those of the chunk. Otherwise the
/// chunk is read again.

#include <dynabackup/detail/dump/chunk_slot.hpp>
#include <dynabackup/dump/events.hpp>
#include <dynabackup/dump/source.hpp>

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// The parameters of reading a dump.
struct dump_tuning {
    unsigned jobs = 1;
    std::size_t chunk_size = 0; ///< 0: default_chunk_size
    std::size_t window_size = usual_window;
};

/// One thread calls `step`, and only this thread uses the sink. The other threads only read ahead. Each thread has its
/// own reader.
class dump_engine {
public:
    dump_engine(std::span<dump_input const> inputs, check_options const& chosen, dump_sink& sink,
                document_reader const& documents, dump_tuning const& tuning,
                record_collector const& records = no_records{})
        : inputs_(inputs), options_(chosen), tuning_(tuning), sink_(sink), documents_(documents),
          reader_(inputs, documents.sync_names(), tuning.chunk_size ? tuning.chunk_size : default_chunk_size,
                  chosen),
          main_(documents, chosen, tuning.window_size) {
        main_.sink.to = &sink;
        main_.session.begin_input(state_);
        bool const one_by_one =
            chosen.history || chosen.stop_after != 0; // later results depend on earlier ones
        unsigned const jobs = one_by_one ? 1 : std::max(tuning.jobs, 1U);
        for (unsigned i = 0; i < (jobs == 1 ? 1 : 2 * jobs + 1); ++i)
            slots_.push_back(std::make_unique<chunk_slot>(records));
        for (unsigned i = 1; i < jobs; ++i) threads_.emplace_back([this] { read_ahead(); });
    }

    dump_engine(dump_engine const&) = delete;
    dump_engine& operator=(dump_engine const&) = delete;

    /// Reads up to the end of a chunk. `deliver` gets what was collected from it, and may swap that for another
    /// collector to be reused. Returns false when nothing is left.
    bool step(chunk_taker& deliver) {
        slot* const next = main_.session.findings.stopped() ? nullptr : take_turn();
        if (!next) {
            if (!std::exchange(ended_, true) && !main_.session.findings.stopped()) {
                if (state_.listing.held()) sink_.return_to(inputs_[last_page_].name);
                state_.end(sink_, counts_);
            }
            return false;
        }
        auto const& chunk = next->chunk;
        auto const& name = inputs_[chunk.input].name;
        if (chunk.first) {
            main_.walk.restart();
            carry_.resize(0);
            sink_.begin(name);
        }
        auto text = chunk.text();
        auto const pages = state_.listing.pages();
        if (carry_.size() == 0 && next->was_read_from(main_.walk.place()) &&
            next->may_follow(state_.listing)) {
            std::size_t const done = next->adopt(main_.session, main_.walk, sink_);
            sink_.advance(done);
            text.remove_prefix(done);
        } else {
            next->records->clear();
        }
        if ((!text.empty() || chunk.last) && !chunk.unreadable()) read(*next, text);
        if (state_.listing.pages() != pages) last_page_ = chunk.input;
        next->records->finish();
        deliver.take(*next->records, name);
        if (chunk.last || main_.session.findings.stopped()) {
            main_.session.summary().settle_items();
            counts_ += std::exchange(main_.session.summary(), {});
            if (!chunk.problem.empty()) {
                ++counts_.unreadable_inputs;
                sink_.problem(name, chunk.problem);
            }
            sink_.end(name);
        }
        end_turn(*next);
        return true;
    }

    /// Returns the counts of the inputs that have ended.
    summary const& counts() const { return counts_; }
    summary& counts() { return counts_; }

private:
    using slot = chunk_slot;
    using lock = std::unique_lock<std::mutex>;

    /// Reads a text of the current chunk, after the rest of the previous chunk.
    void read(slot& from, std::string_view text) {
        auto around = from.chunk.around();
        bool const joined = carry_.size() != 0;
        if (joined) {
            std::size_t const size = carry_.size() - carry_before_ + text.size();
            carry_.append(around.substr(offset_in(around, text)));
            around = carry_.text();
            text = around.substr(carry_before_, size);
            if (size < enough_ && !from.chunk.last) {
                carry_.resize(carry_before_ + size);
                return;
            }
        }
        main_.session.visitor = from.records->visitor();
        main_.session.begin_source(inputs_[from.chunk.input]);
        std::size_t const done = main_.walk.read(text, from.chunk.end(), around);
        sink_.advance(done);
        enough_ = done == 0 ? 2 * text.size() : 0; // a record is larger than the text
        auto const left = text.substr(done);
        std::size_t const begin = offset_in(around, left);
        carry_before_ = left.empty() ? 0 : std::min(begin, options_.excerpt_bytes);
        if (joined) carry_.keep(begin - carry_before_, carry_before_ + left.size());
        else carry_.assign(around.substr(begin - carry_before_, carry_before_ + left.size()));
    }

    static std::size_t offset_in(std::string_view around, std::string_view part) {
        return static_cast<std::size_t>(part.data() - around.data());
    }

    /// Returns the chunk whose turn it is; null if there is none. Reads ahead until another thread has finished the
    /// chunk.
    slot* take_turn() {
        lock held(mutex_);
        for (;;) {
            auto const found =
                std::ranges::find_if(slots_, [&](auto const& s) { return s->used && s->sequence == turn_; });
            bool const somebody_has_it = found != slots_.end();
            if (somebody_has_it && (*found)->done) return found->get();
            if (!somebody_has_it && at_end_ && !fetching_) return nullptr;
            slot* const free = free_slot();
            if (!free) {
                changed_.wait(held);
            } else if (fetch(*free, held)) {
                free->forget();
                if (somebody_has_it && can_guess(*free)) {
                    if (!ahead_) ahead_.emplace(documents_, options_, tuning_.window_size);
                    read_ahead(*free, *ahead_, held);
                }
                free->done = true;
            }
        }
    }

    void end_turn(slot& last) {
        {
            std::lock_guard const hold(mutex_);
            guess_.reset();
            if (!last.chunk.last && !threads_.empty()) {
                guess_ = main_.walk.place();
                guess_input_ = last.chunk.input;
            }
            last.used = false;
            ++turn_;
        }
        changed_.notify_all();
    }

    // ---- called by any thread; the mutex guards everything that is shared ----

    void read_ahead() {
        text_reader own(documents_, options_, tuning_.window_size);
        lock held(mutex_);
        while (!ending_) {
            slot* const free = free_slot();
            if (!free) {
                changed_.wait(held);
                continue;
            }
            if (!fetch(*free, held)) continue;
            free->forget();
            changed_.wait(held, [&] { return ending_ || can_guess(*free) || free->sequence == turn_; });
            if (can_guess(*free)) read_ahead(*free, own, held);
            free->done = true;
            changed_.notify_all();
        }
    }

    void read_ahead(slot& s, text_reader& with, lock& held) {
        auto const from = s.chunk.first ? walk_place{} : *guess_;
        held.unlock();
        with.session.begin_source(inputs_[s.chunk.input]);
        s.read_ahead(with, from);
        held.lock();
    }

    /// Whether the state at the beginning of a chunk can be guessed. An input begins between documents. Later chunks
    /// are assumed to begin like the last one.
    bool can_guess(slot const& s) const {
        if (s.chunk.first) return !s.chunk.unreadable();
        return guess_ && guess_input_ == s.chunk.input && guess_->state.around.empty();
    }

    /// Returns a slot into which the next chunk can be fetched; null if none can be fetched now.
    slot* free_slot() {
        if (fetching_ || at_end_) return nullptr;
        for (auto& s : slots_)
            if (!s->used) return s.get();
        return nullptr;
    }

    /// Fetches the next chunk. Returns false if there is none.
    bool fetch(slot& into, lock& held) {
        fetching_ = true;
        into.used = true;
        into.done = false;
        into.sequence = fetched_++;
        held.unlock();
        bool const found = reader_.next(into.chunk);
        held.lock();
        fetching_ = false;
        if (!found) {
            at_end_ = true;
            into.used = false;
        }
        changed_.notify_all();
        return found;
    }

    std::span<dump_input const> inputs_;
    check_options const& options_;
    dump_tuning tuning_;
    dump_sink& sink_;
    document_reader const& documents_;
    chunk_reader reader_;
    text_reader main_;
    std::optional<text_reader> ahead_; ///< for the thread that calls `step`
    input_state state_;
    summary counts_;
    std::size_t last_page_ = 0;    ///< the input with the last page of a listing
    raw_buffer carry_;             ///< the rest of the earlier chunks, and some bytes before it
    std::size_t carry_before_ = 0; ///< the number of these bytes
    std::size_t enough_ = 0;       ///< the rest is not read until it has this size
    bool ended_ = false;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::unique_ptr<slot>> slots_;
    std::size_t turn_ = 0;    ///< the chunk that is delivered next
    std::size_t fetched_ = 0; ///< the number of chunks that were fetched
    std::optional<walk_place> guess_;
    std::size_t guess_input_ = 0;
    bool fetching_ = false, at_end_ = false, ending_ = false;
    std::vector<std::thread> threads_; ///< declared after the members that they use
    /// Ends the threads with the engine, also if its constructor could not start all of them.
    struct end_of_threads {
        dump_engine& engine;
        ~end_of_threads() {
            {
                std::lock_guard const hold(engine.mutex_);
                engine.ending_ = true;
            }
            engine.changed_.notify_all();
            for (auto& t : engine.threads_) t.join();
        }
    } end_of_threads_{*this};
};

} // namespace dynabackup::detail
