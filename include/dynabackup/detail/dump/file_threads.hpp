#pragma once
/// \file
/// Reads several inputs at once, with one thread for each, since decompression cannot begin in the middle of a file.
/// Events arrive in the order of the inputs nevertheless.

#include <dynabackup/detail/dump/engine.hpp>
#include <dynabackup/dump/events.hpp>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// An event of one input. Events go through a queue from the thread that reads the input to the calling thread.
struct file_event {
    enum class kind : unsigned char { found, problem, advance, end } what;
    finding found = {};
    std::string reason = {};
    std::size_t bytes = 0;
    summary counts = {};
};

/// Reads inputs with several threads, and hands out their events in the calling thread. `read(index, input, sink)`
/// reads one input, and returns its counts.
template <class Read>
class file_threads {
public:
    file_threads(std::span<dump_input const> inputs, unsigned jobs, Read read)
        : inputs_(inputs), read_(std::move(read)), ahead_(2 * std::size_t{jobs}), queues_(inputs.size()) {
        for (unsigned i = 0; i < jobs && i < inputs.size(); ++i) threads_.emplace_back([this] { work(); });
    }
    file_threads(file_threads const&) = delete;
    file_threads& operator=(file_threads const&) = delete;
    ~file_threads() {
        {
            std::lock_guard const hold(mutex_);
            ending_ = true;
        }
        changed_.notify_all();
        for (auto& t : threads_) t.join();
    }

    /// Hands out all events. Returns the counts of all inputs.
    summary run(dump_sink& sink) {
        summary all;
        for (; turn_ < inputs_.size(); next_turn()) {
            auto const& name = inputs_[turn_].name;
            sink.begin(name);
            for (bool over = false; !over;) {
                auto event = take();
                switch (event.what) {
                case file_event::kind::found: sink.take(std::move(event.found)); break;
                case file_event::kind::problem: sink.problem(name, event.reason); break;
                case file_event::kind::advance: sink.advance(event.bytes); break;
                case file_event::kind::end:
                    sink.end(name);
                    all += event.counts;
                    over = true;
                }
            }
        }
        return all;
    }

private:
    /// The number of events of an input that may wait. When they are this many, the thread of the input waits.
    static constexpr std::size_t most_waiting = 4096;
    using lock = std::unique_lock<std::mutex>;

    /// An input that can be stopped before its end.
    class stoppable_source final : public byte_source {
    public:
        stoppable_source(std::unique_ptr<byte_source> from, std::atomic<bool> const& ending)
            : from_(std::move(from)), ending_(ending) {}
        std::size_t read(char* to, std::size_t size, std::string& problem) override {
            return ending_ ? 0 : from_->read(to, size, problem);
        }

    private:
        std::unique_ptr<byte_source> from_;
        std::atomic<bool> const& ending_;
    };

    dump_input stoppable(dump_input input) {
        input.open = [this,
                      open = std::move(input.open)](std::string& problem) -> std::unique_ptr<byte_source> {
            auto source = open(problem);
            if (!source) return nullptr;
            return std::make_unique<stoppable_source>(std::move(source), ending_);
        };
        return input;
    }

    /// The sink of the thread of an input.
    class queue_sink final : public dump_sink {
    public:
        queue_sink(file_threads& of, std::size_t input) : of_(of), input_(input) {}
        void take(finding&& found) override { of_.put(input_, {file_event::kind::found, std::move(found)}); }
        void problem(std::string_view, std::string_view reason) override {
            of_.put(input_, {file_event::kind::problem, {}, std::string(reason)});
        }
        void advance(std::size_t bytes) override {
            of_.put(input_, {file_event::kind::advance, {}, {}, bytes});
        }

    private:
        file_threads& of_;
        std::size_t input_;
    };

    void work() {
        for (;;) {
            std::size_t input = 0;
            {
                lock held(mutex_);
                changed_.wait(held,
                              [&] { return ending_ || next_ == inputs_.size() || next_ < turn_ + ahead_; });
                if (ending_ || next_ == inputs_.size()) return;
                input = next_++;
            }
            queue_sink sink(*this, input);
            auto counts = read_(input, stoppable(inputs_[input]), sink);
            put(input, file_event{file_event::kind::end, {}, {}, 0, std::move(counts)});
        }
    }

    void put(std::size_t input, file_event&& event) {
        lock held(mutex_);
        auto& queue = queues_[input];
        bool const is_last = event.what == file_event::kind::end;
        changed_.wait(held, [&] { return ending_ || is_last || queue.size() < most_waiting; });
        if (ending_) return;
        queue.push_back(std::move(event));
        held.unlock();
        changed_.notify_all();
    }

    file_event take() {
        lock held(mutex_);
        auto& queue = queues_[turn_];
        changed_.wait(held, [&] { return !queue.empty(); });
        file_event event = std::move(queue.front());
        queue.pop_front();
        held.unlock();
        changed_.notify_all();
        return event;
    }

    void next_turn() {
        {
            std::lock_guard const hold(mutex_);
            queues_[turn_] = {};
            ++turn_;
        }
        changed_.notify_all();
    }

    std::span<dump_input const> inputs_;
    Read read_;
    std::size_t ahead_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::deque<file_event>> queues_; ///< guarded by the mutex, like the following members
    std::size_t next_ = 0;                       ///< the input that is read next
    std::size_t turn_ = 0;                       ///< the input whose events are handed out
    std::atomic<bool> ending_ = false;
    std::vector<std::thread> threads_; ///< declared after the members that they use
};

} // namespace dynabackup::detail
