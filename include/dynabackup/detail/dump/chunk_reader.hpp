#pragma once
/// \file
/// Reads the inputs of a dump as chunks of text that end where a record may begin.

#include <dynabackup/detail/check/text_walk.hpp>
#include <dynabackup/detail/json/recovery.hpp>
#include <dynabackup/dump/source.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::detail {

/// A buffer whose bytes are not initialised.
class raw_buffer {
public:
    char* data() { return bytes_.get(); }
    std::string_view text() const { return {bytes_.get(), size_}; }
    std::size_t size() const { return size_; }
    std::size_t capacity() const { return capacity_; }

    void reserve(std::size_t capacity) {
        if (capacity <= capacity_) return;
        auto grown = std::make_unique_for_overwrite<char[]>(capacity);
        text().copy(grown.get(), size_);
        bytes_ = std::move(grown);
        capacity_ = capacity;
    }
    void resize(std::size_t size) { size_ = size; }

    void assign(std::string_view text) {
        size_ = 0;
        append(text);
    }
    /// Keeps only this part.
    void keep(std::size_t first, std::size_t size) {
        std::memmove(bytes_.get(), bytes_.get() + first, size);
        size_ = size;
    }
    void append(std::string_view text) {
        if (size_ + text.size() > capacity_) reserve(std::max(size_ + text.size(), 2 * capacity_));
        text.copy(bytes_.get() + size_, text.size());
        size_ += text.size();
    }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0, capacity_ = 0;
};

/// A part of one input.
struct chunk {
    raw_buffer buffer;      ///< the chunk and, for excerpts, some bytes before and after it
    std::string_view lent;  ///< these bytes, if the input is in memory
    std::size_t before = 0; ///< the number of bytes before the chunk
    std::size_t size = 0;   ///< of the chunk
    std::size_t input = 0;
    bool first = false;  ///< it is the first chunk of the input
    bool last = false;   ///< it is the last chunk of the input
    bool cut = false;    ///< the chunk ends where a record may begin
    std::string problem; ///< why the input could not be read further, if so

    std::string_view text() const { return around().substr(before, size); }
    std::string_view around() const { return lent.empty() ? buffer.text() : lent; }

    /// Whether nothing of the input can be read.
    bool unreadable() const { return first && size == 0 && !problem.empty(); }

    text_end end() const { return last ? text_end::input : cut ? text_end::record : text_end::anywhere; }
};

/// Reads the inputs one after another.
class chunk_reader {
public:
    chunk_reader(std::span<dump_input const> inputs, std::span<std::string_view const> sync_points,
                 std::size_t chunk_size, check_options const& chosen)
        : inputs_(inputs), sync_points_(sync_points), size_(chunk_size), excerpt_(chosen.excerpt_bytes),
          allow_empty_(chosen.allow_empty) {}

    /// Reads the next chunk. Returns false if there is none.
    bool next(chunk& out) {
        out.buffer.resize(0);
        out.lent = {};
        out.before = out.size = 0;
        out.problem.clear();
        out.first = !source_;
        out.last = out.cut = false;
        if (!source_) {
            if (input_ == inputs_.size()) return false;
            rest_.clear();
            before_ = 0;
            source_ = inputs_[input_].open(out.problem);
            if (!source_ && out.problem.empty()) out.problem = "it cannot be opened";
            whole_ = source_ ? source_->all() : std::string_view{};
            taken_ = 0;
        }
        out.input = input_;
        if (whole_.empty()) fill(out);
        else lend(out);
        if (out.first && out.last && out.size == 0 && out.problem.empty() && !allow_empty_ &&
            !inputs_[input_].may_be_empty)
            out.problem = "it is empty; perhaps nothing was written to it";
        if (out.last) {
            source_.reset();
            ++input_;
        }
        return true;
    }

private:
    void fill(chunk& out) {
        out.buffer.reserve(before_ + std::max(size_, 2 * (rest_.size() - before_)) + excerpt_);
        out.buffer.assign(rest_);
        out.before = before_;
        rest_.clear();
        while (out.problem.empty() && out.buffer.size() < out.buffer.capacity()) {
            std::size_t const n = source_->read(out.buffer.data() + out.buffer.size(),
                                                out.buffer.capacity() - out.buffer.size(), out.problem);
            if (n == 0) {
                out.last = true;
                break;
            }
            out.buffer.resize(out.buffer.size() + n);
        }
        out.last |= !out.problem.empty();
        out.size = out.buffer.size() - out.before;
        if (out.last) return;
        out.size -= excerpt_;
        auto const text = out.text();
        std::size_t const cut = find_cut(text);
        out.cut = cut != text.size();
        out.size = cut;
        std::size_t const end = out.before + cut;
        before_ = std::min(end, excerpt_);
        rest_.assign(out.around().substr(end - before_));
        out.buffer.resize(end + excerpt_);
    }

    /// Makes a chunk of an input that is in memory.
    void lend(chunk& out) {
        auto const text = whole_.substr(taken_, size_);
        out.last = taken_ + text.size() == whole_.size();
        out.size = out.last ? text.size() : find_cut(text);
        out.cut = out.size != text.size();
        out.before = std::min(taken_, excerpt_);
        out.lent = whole_.substr(taken_ - out.before, out.before + out.size + excerpt_);
        taken_ += out.size;
    }

    /// Finds a place where a document or, failing that, a record begins, so that the next chunk can be read before this
    /// one. Returns the size of the text if there is none.
    std::size_t find_cut(std::string_view text) {
        json::sync_points const marks(text, sync_points_);
        std::size_t const half = text.size() / 2;
        if (without_lines_ == 0) {
            std::size_t const near = std::max(half, text.size() - std::min(text.size(), search_lines));
            auto const tail = text.substr(near);
            for (auto end = tail.rfind("\n{"); end != tail.npos && end > 0; end = tail.rfind("\n{", end - 1))
                if (marks.at(near + end + 1) == json::sync_points::kind::line) return near + end + 1;
            without_lines_ = 16; // most texts have such lines everywhere or nowhere
        }
        --without_lines_;
        auto const last = marks.find_last(half, text.size());
        return last > half ? last : text.size();
    }

    static constexpr std::size_t search_lines = std::size_t{1} << 16; // backwards, which is slow

    std::span<dump_input const> inputs_;
    std::span<std::string_view const> sync_points_;
    std::size_t size_;
    std::size_t excerpt_;
    bool allow_empty_; ///< an empty input is not a problem
    std::size_t input_ = 0;
    std::unique_ptr<byte_source> source_;
    std::string_view whole_; ///< the input, if it is in memory
    std::size_t taken_ = 0;  ///< the number of its bytes in earlier chunks
    std::string rest_;       ///< the bytes after the last chunk, and some bytes before these
    std::size_t before_ = 0; ///< the number of bytes before
    int without_lines_ = 0;
};

} // namespace dynabackup::detail
