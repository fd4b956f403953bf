#pragma once
/// \file
/// Collects the records of a dump, chunk by chunk: each reading thread collects those of its chunks.

#include <dynabackup/dump/record_visitor.hpp>
#include <dynabackup/model/tables.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dynabackup {

/// Collects the records of one chunk. A chunk may be read before it is known how the text before it ends. If the
/// assumption turns out wrong, `truncate` drops what was collected.
class record_collector {
public:
    virtual ~record_collector() = default;
    /// Returns what takes the records; null: nothing does.
    virtual record_visitor* visitor() = 0;
    /// Returns the number of records, or of what else the collector counts.
    virtual std::size_t size() const = 0;
    /// Drops all but the first `size` records.
    virtual void truncate(std::size_t size) = 0;
    /// Called when another chunk begins. Drops everything.
    virtual void clear() = 0;
    /// Moves all places: the text did not begin at zero, but at `base`, in that line.
    virtual void move(record_position const& base, std::size_t line) = 0;
    /// Called after the chunk has been read, by the thread that has read it.
    virtual void finish() = 0;
    /// Returns a new, empty collector of this type.
    virtual std::unique_ptr<record_collector> another() const = 0;
};

/// Receives what was collected from each chunk of a dump, in the order of the inputs.
class chunk_taker {
public:
    /// Receives the collected records. May swap them for those of another collector of this type, whose memory is then
    /// reused.
    virtual void take(record_collector& collected, std::string_view input) = 0;

protected:
    ~chunk_taker() = default;
};

/// Where a backup record is.
struct record_place {
    std::string_view input;   ///< its name; valid as long as the range, or during the call that hands it out
    std::size_t document = 0; ///< index of the document in its input
    std::size_t record = 0;   ///< index of the record in its input
    std::size_t offset = 0;   ///< bytes from the start of the input, from 0
    std::size_t line = 0;     ///< from 1
};

namespace detail {

/// Ignores the records.
struct no_records final : record_collector {
    record_visitor* visitor() override { return nullptr; }
    std::size_t size() const override { return 0; }
    void truncate(std::size_t) override {}
    void clear() override {}
    void move(record_position const&, std::size_t) override {}
    void finish() override {}
    std::unique_ptr<record_collector> another() const override { return std::make_unique<no_records>(); }
};

/// Access to a record of shape T in an object that stores records.
template <class T>
struct stored_record {
    template <class Stored>
    static void* in(Stored& stored) {
        if constexpr (std::is_same_v<Stored, T>) return &stored;
        else
            return std::holds_alternative<T>(stored) ? std::get_if<T>(&stored)
                                                     : &stored.template emplace<T>();
    }
    static void swap(void* stored, void* record) {
        std::swap(*static_cast<T*>(stored), *static_cast<T*>(record));
    }
    static void copy(void const* stored, void* record) {
        *static_cast<T*>(record) = *static_cast<T const*>(stored);
    }
};

template <class Stored>
struct stored {
    template <class F>
    static bool with_shape(shape_table const& shape, F f) {
        return shape.own == &shape_table_of<Stored> && (f(stored_record<Stored>{}), true);
    }
};
template <class... T>
struct stored<std::variant<T...>> {
    template <class F>
    static bool with_shape(shape_table const& shape, F f) {
        return ((shape.own == &shape_table_of<T> && (f(stored_record<T>{}), true)) || ...);
    }
};

} // namespace detail

/// Collects the records of one shape, or of the shapes of a variant, and their places. Skips other records. Reuses the
/// memory of the records.
template <class Stored>
class record_batch final : public record_collector, record_visitor {
public:
    record_visitor* visitor() override { return this; }
    std::size_t size() const override { return size_; }
    void clear() override { truncate(0); }
    void truncate(std::size_t size) override { size_ = size; }
    void finish() override {}
    void move(record_position const& base, std::size_t line) override {
        for (std::size_t i = 0; i < size_; ++i) {
            auto& at = places_[i];
            at.document += base.document;
            at.record += base.record;
            at.offset += base.offset;
            at.line += line - 1;
        }
    }
    std::unique_ptr<record_collector> another() const override { return std::make_unique<record_batch>(); }

    /// Returns a record. \pre `i` is less than `size()`.
    Stored& operator[](std::size_t i) { return records_[i]; }
    /// Returns the place of a record; its input has no name. \pre `i` is less than `size()`.
    record_place& place_of(std::size_t i) { return places_[i]; }

    /// Exchanges the records of two batches.
    void swap(record_batch& other) noexcept {
        std::swap(records_, other.records_);
        std::swap(places_, other.places_);
        std::swap(size_, other.size_);
    }

private:
    void* place(shape_table const& shape) override {
        void* to = nullptr;
        detail::stored<Stored>::with_shape(shape, [&](auto type) { to = type.in(next()); });
        return to;
    }

    void visit(shape_table const& shape, void* record, record_position const& at,
               visit_info const&) override {
        bool const kept = detail::stored<Stored>::with_shape(shape, [&](auto type) {
            void* const to = type.in(next());
            if (to != record) type.swap(to, record);
        });
        if (!kept) return;
        if (places_.size() == size_) places_.emplace_back();
        places_[size_++] = {{}, at.document, at.record, at.offset, at.line};
    }

    bool restore(shape_table const& shape, void* record) override {
        bool known = true; // a record of another shape was not changed
        detail::stored<Stored>::with_shape(shape, [&](auto type) {
            known = size_ != 0;
            if (known) type.copy(type.in(records_[size_ - 1]), record);
        });
        return known;
    }

    Stored& next() {
        if (size_ == records_.size()) records_.emplace_back();
        return records_[size_];
    }

    std::vector<Stored> records_;
    std::vector<record_place> places_;
    std::size_t size_ = 0;
};

namespace detail {

/// Folds the records of each chunk into a state, in the thread that reads the chunk.
template <class Stored, class State, class Fold>
class folded_records final : public record_collector {
public:
    explicit folded_records(Fold const& fold) : fold_(fold) {}

    record_visitor* visitor() override { return batch_.visitor(); }
    std::size_t size() const override { return batch_.size(); }
    void truncate(std::size_t size) override { batch_.truncate(size); }
    void clear() override {
        batch_.clear();
        state.reset();
    }
    void move(record_position const&, std::size_t) override {}
    void finish() override {
        if (batch_.size() == 0) return;
        if (!state) state.emplace();
        for (std::size_t i = 0; i < batch_.size(); ++i) fold_(*state, std::as_const(batch_[i]));
        batch_.clear();
    }
    std::unique_ptr<record_collector> another() const override {
        return std::make_unique<folded_records>(fold_);
    }

    std::optional<State> state; ///< none: no record

private:
    Fold const& fold_;
    record_batch<Stored> batch_;
};

} // namespace detail

} // namespace dynabackup
