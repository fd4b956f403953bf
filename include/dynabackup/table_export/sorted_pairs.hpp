#pragma once
/// \file
/// Sorts pairs of texts in bounded memory. Pairs that do not fit are written to disk in sorted runs, which are merged.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace dynabackup::table_export {

/// Opens a temporary file for writing and reading a run. The file is deleted when it is closed. Returns null on
/// failure.
using open_run = std::function<std::FILE*()>;

/// Returns pairs of a key and a value in the order of the keys, byte by byte; pairs with equal keys in the order of the
/// values. Memory: about the limit, and the buffer of a FILE for each run on disk. Cost: n log n.
class sorted_pairs {
public:
    /// `memory`: bytes to keep before they are written to disk.
    explicit sorted_pairs(std::size_t memory, open_run open = std::tmpfile)
        : memory_(memory), open_(std::move(open)) {}

    /// A pair; valid until the next call of `next`.
    struct pair {
        std::string_view key;   ///< by which pairs are sorted
        std::string_view value; ///< belongs to the key
    };

    /// Adds a pair. \pre `next` was not called. Returns false if a run could not be written: see `problem`. From then
    /// on nothing is added.
    [[nodiscard]] bool add(std::string_view key, std::string_view value) {
        if (!problem_.empty()) return false;
        kept_.push_back({text_.size(), key.size(), value.size()});
        (text_ += key) += value;
        return text_.size() + kept_.size() * sizeof(place) < memory_ || write_run();
    }

    /// Returns the next pair; nothing at the end, or if a run cannot be read: see `problem`.
    std::optional<pair> next() {
        if (!sorted_) begin_merge();
        if (!problem_.empty()) return std::nullopt;
        if (runs_.empty()) {
            if (at_ == kept_.size()) return std::nullopt;
            return pair_at(kept_[at_++]);
        }
        if (last_) push(*std::exchange(last_, nullptr));
        if (queue_.empty()) return std::nullopt;
        last_ = queue_.top();
        queue_.pop();
        return pair{last_->key, last_->value};
    }

    /// Returns why the disk failed; empty on success.
    std::string const& problem() const { return problem_; }

private:
    struct place {
        std::size_t begin, key_size, value_size;
    };
    struct close_file {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    struct run {
        std::unique_ptr<std::FILE, close_file> file;
        std::string key, value; ///< the next pair
    };
    struct is_later {
        bool operator()(run const* a, run const* b) const {
            return std::tie(a->key, a->value) > std::tie(b->key, b->value);
        }
    };

    pair pair_at(place const& p) const {
        auto const text = std::string_view(text_).substr(p.begin, p.key_size + p.value_size);
        return {text.substr(0, p.key_size), text.substr(p.key_size)};
    }

    void sort() {
        std::sort(kept_.begin(), kept_.end(), [this](place const& a, place const& b) {
            auto const x = pair_at(a), y = pair_at(b);
            return x.key != y.key ? x.key < y.key : x.value < y.value;
        });
    }

    bool write_run() {
        sort();
        auto made = std::make_unique<run>();
        made->file.reset(open_());
        if (!made->file) return fail("a temporary file cannot be made");
        auto* const file = made->file.get();
        for (auto const& p : kept_) {
            auto const [key, value] = pair_at(p);
            std::array<std::uint64_t, 2> const sizes{key.size(), value.size()};
            if (std::fwrite(sizes.data(), sizeof sizes, 1, file) != 1 || !write(key, file) ||
                !write(value, file))
                return fail("a temporary file cannot be written");
        }
        runs_.push_back(std::move(made));
        kept_.clear();
        text_.clear();
        return true;
    }
    static bool write(std::string_view text, std::FILE* file) {
        return std::fwrite(text.data(), 1, text.size(), file) == text.size();
    }

    void begin_merge() {
        sorted_ = true;
        if (runs_.empty()) return sort();
        if (!kept_.empty() && !write_run()) return;
        for (auto const& each : runs_) {
            if (std::fflush(each->file.get()) != 0 || std::fseek(each->file.get(), 0, SEEK_SET) != 0)
                static_cast<void>(fail("a temporary file cannot be written"));
            push(*each);
        }
    }

    /// Reads the next pair of a run, and puts the run into the queue.
    void push(run& from) {
        std::array<std::uint64_t, 2> sizes{};
        if (std::fread(sizes.data(), sizeof sizes, 1, from.file.get()) != 1) {
            if (std::ferror(from.file.get())) static_cast<void>(fail("a temporary file cannot be read"));
            return;
        }
        if (!read(from.key, sizes[0], from) || !read(from.value, sizes[1], from))
            return static_cast<void>(fail("a temporary file cannot be read"));
        queue_.push(&from);
    }
    static bool read(std::string& to, std::uint64_t size, run& from) {
        to.resize(static_cast<std::size_t>(size));
        return std::fread(to.data(), 1, to.size(), from.file.get()) == to.size();
    }

    bool fail(std::string_view reason) {
        if (problem_.empty()) problem_ = reason;
        std::vector<place>().swap(kept_);
        std::string().swap(text_);
        return false;
    }

    std::size_t const memory_;
    open_run open_;
    std::string text_;        ///< the keys and values that are kept
    std::vector<place> kept_; ///< the places of the pairs in `text_`
    std::size_t at_ = 0;      ///< the next pair in `kept_`
    std::vector<std::unique_ptr<run>> runs_;
    std::priority_queue<run*, std::vector<run*>, is_later> queue_;
    run* last_ = nullptr; ///< the run whose pair was returned last
    bool sorted_ = false;
    std::string problem_;
};

} // namespace dynabackup::table_export
