#pragma once
/// \file
/// The records of a stretch of a dump, with their places.

#include <dynabackup/context.hpp>
#include <dynabackup/model/shape.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace dynabackup {

/// Where a backup record is.
struct record_place {
    std::string_view input;   ///< its name
    std::size_t document = 0; ///< index of the document in its input
    std::size_t record = 0;   ///< index of the record in its input
    std::size_t offset = 0;   ///< bytes from the start of the input, from 0
    std::size_t line = 0;     ///< from 1
};

namespace detail {

/// Nobody wants the records.
struct no_records {
    record_visitor* visitor() { return nullptr; }
    std::size_t size() const { return 0; }
    void clear() {}
    void truncate(std::size_t) {}
    void move(record_position const&, std::size_t) {}
    void finish() {}
};

/// Exchanges or copies a record of that shape, if the stored type can hold it.
template <record_shape T>
struct stored_record {
    static bool exchange(T& stored, char const* shape, void* record) {
        if (shape != &shape_identity<T>) return false;
        std::swap(stored, *static_cast<T*>(record));
        return true;
    }
    static void copy(T const& stored, void* record) { *static_cast<T*>(record) = stored; }
    static bool holds(char const* shape) { return shape == &shape_identity<T>; }
};

template <class Stored>
struct stored : stored_record<Stored> {};
template <class... T>
struct stored<std::variant<T...>> {
    using any = std::variant<T...>;

    static bool exchange(any& to, char const* shape, void* record) {
        return (exchange_one<T>(to, shape, record) || ...);
    }
    static void copy(any const& from, void* record) {
        std::visit([&](auto const& r) { *static_cast<std::remove_cvref_t<decltype(r)>*>(record) = r; }, from);
    }
    static bool holds(char const* shape) { return (stored_record<T>::holds(shape) || ...); }

private:
    template <class One>
    static bool exchange_one(any& to, char const* shape, void* record) {
        if (shape != &shape_identity<One>) return false;
        if (!std::holds_alternative<One>(to)) to.template emplace<One>();
        std::swap(*std::get_if<One>(&to), *static_cast<One*>(record));
        return true;
    }
};

/// Records of one shape, or of those of a variant; others are passed over. Their memory is used again.
template <class Stored>
class record_batch final : public record_visitor {
public:
    record_visitor* visitor() { return this; }
    std::size_t size() const { return size_; }
    void clear() { truncate(0); }
    void truncate(std::size_t size) { size_ = size; }
    void finish() {}

    Stored& operator[](std::size_t i) { return records_[i]; }
    record_place& place(std::size_t i) { return places_[i]; }

    /// The text begins there, not at zero.
    void move(record_position const& base, std::size_t line) {
        for (std::size_t i = 0; i < size_; ++i) {
            auto& at = places_[i];
            at.document += base.document;
            at.record += base.record;
            at.offset += base.offset;
            at.line += line - 1;
        }
    }

private:
    void visit(char const* shape, void* record, record_position const& at) override {
        if (!stored<Stored>::holds(shape)) return;
        if (size_ == records_.size()) {
            records_.emplace_back();
            places_.emplace_back();
        }
        stored<Stored>::exchange(records_[size_], shape, record);
        places_[size_++] = {{}, at.document, at.record, at.offset, at.line};
    }

    bool restore(char const* shape, void* record) override {
        if (!stored<Stored>::holds(shape)) return true; // was not touched
        if (size_ == 0) return false;
        stored<Stored>::copy(records_[size_ - 1], record);
        return true;
    }

    std::vector<Stored> records_;
    std::vector<record_place> places_;
    std::size_t size_ = 0;
};

/// Records folded into a state for each chunk, by the thread that reads the chunk.
template <class Stored, class State, class Fold>
class folded_records {
public:
    record_visitor* visitor() { return batch_.visitor(); }
    std::size_t size() const { return batch_.size(); }
    void truncate(std::size_t size) { batch_.truncate(size); }
    void clear() {
        batch_.clear();
        state.reset();
    }
    void move(record_position const&, std::size_t) {}
    void finish() {
        if (!fold || batch_.size() == 0) return;
        if (!state) state.emplace();
        for (std::size_t i = 0; i < batch_.size(); ++i) (*fold)(*state, std::as_const(batch_[i]));
        batch_.clear();
    }

    std::optional<State> state; ///< none: no record
    Fold const* fold = nullptr;

private:
    record_batch<Stored> batch_;
};

} // namespace detail

} // namespace dynabackup
