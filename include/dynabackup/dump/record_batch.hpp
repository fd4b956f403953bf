#pragma once
/// \file
/// The records of a stretch of a dump, with their places.

#include <dynabackup/context.hpp>

#include <cstddef>
#include <string_view>
#include <utility>
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
};

/// Records of one shape; others are passed over. The memory of each is reused.
template <record_shape T>
class record_batch final : public record_visitor {
public:
    record_visitor* visitor() { return this; }
    std::size_t size() const { return size_; }
    void clear() { truncate(0); }
    void truncate(std::size_t size) { size_ = size; }

    T& operator[](std::size_t i) { return records_[i]; }
    record_place const& place(std::size_t i) const { return places_[i]; }

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
        if (shape != &shape_identity<T>) return;
        if (size_ == records_.size()) {
            records_.emplace_back();
            places_.emplace_back();
        }
        std::swap(records_[size_], *static_cast<T*>(record));
        places_[size_++] = {{}, at.document, at.record, at.offset, at.line};
    }

    bool restore(char const* shape, void* record) override {
        if (shape != &shape_identity<T>) return true; // was not touched
        if (size_ == 0) return false;
        *static_cast<T*>(record) = records_[size_ - 1];
        return true;
    }

    std::vector<T> records_;
    std::vector<record_place> places_;
    std::size_t size_ = 0;
};

} // namespace detail

} // namespace dynabackup
