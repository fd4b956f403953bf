#pragma once
/// \file
/// Reads and validates documents: each as one shape, or as the shape that is recognised by its members.

#include <dynabackup/detail/check/session.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// The interface that a walk over documents calls for each document.
class document_reader {
public:
    virtual ~document_reader() = default;

    /// Reads and validates one document. \pre The cursor is at its first token.
    virtual read_status read(text_session& s) = 0;
    /// Resumes the document that was read last, whose reading stopped in its list of records.
    virtual read_status resume(text_session& s) = 0;

    /// Returns the shape of the last document.
    virtual shape_rules const* last_shape() const = 0;
    /// Returns the model of the last document.
    virtual void* last_model() = 0;
    /// Sets the state as if a document of that shape had been read last.
    virtual void go_to(shape_rules const* shape) = 0;

    /// Whether documents are recognised by their members. If so, `read` stops at an object that is not a known
    /// document.
    virtual bool recognizes() const { return false; }
    /// Explains why the object at the cursor is not a known document.
    virtual std::string explain_unknown(text_session&) { return {}; }
    /// Whether a document may begin with that member.
    virtual bool begins_with(std::string_view name) const = 0;
    /// Returns the members that may begin a document or a record: there reading resumes after damage.
    virtual std::span<std::string_view const> sync_names() const = 0;

    /// Returns a new reader of the same type, for another thread.
    virtual std::unique_ptr<document_reader> another() const = 0;
};

/// An object of a shape that is known at run time.
class any_object {
public:
    any_object() = default;
    explicit any_object(shape_table const& shape) : shape_(&shape), object_(shape.create()) {}
    any_object(any_object&& other) noexcept
        : shape_(other.shape_), object_(std::exchange(other.object_, nullptr)) {}
    any_object& operator=(any_object&& other) noexcept {
        std::swap(shape_, other.shape_);
        std::swap(object_, other.object_);
        return *this;
    }
    ~any_object() {
        if (object_) shape_->destroy(object_);
    }

    void* get() const { return object_; }

private:
    shape_table const* shape_ = nullptr;
    void* object_ = nullptr;
};

// ---- one document ----

/// Returns the rules of the records in a document; null if it has none.
inline shape_rules const* record_rules_in(shape_rules const& rules) {
    auto const* const record = rules.shape->record;
    if (!record || rules.shape == record) return record ? &rules : nullptr;
    for (auto const* below : rules.members)
        if (below && below->shape->record == record) return record_rules_in(*below);
    return nullptr;
}

inline void begin_shape(text_session& s, shape_rules const& rules) {
    s.findings.shape = rules.shape->name;
    s.record_rules = record_rules_in(rules);
    s.read.records = s.record_rules ? &s : nullptr;
}

/// Reports a document whose names or times are not spelled as the API spells them.
inline void report_spellings(text_session& s, path_node const& root, token first) {
    if (std::exchange(s.read.found_spellings, false))
        s.findings.report_document(
            reading::other_spelling, root, first,
            "Names of members are not spelled as the API spells them; they were read.");
    if (std::exchange(s.read.found_times, false))
        s.findings.report_document(reading::other_times, root, first,
                                   "Times are not spelled as in the API's documents; they were read.");
}

/// Validates a document, if it has been read. `first`: its first token, if it is in this window.
inline read_status finish_document(text_session& s, shape_rules const& rules, void* model,
                                   path_node const& root, read_status result, token first) {
    if (result.stopped()) return result;
    ++s.summary().shapes[s.findings.shape];
    report_spellings(s, root, first);
    if (rules.shape->is_record || !result.is_read()) return result;
    if (first && !s.has_rejected()) s.findings.set_origin(root, first);
    else s.findings.set_origin_rest(root, s.read.after_records); // earlier places are not certain
    validate_object(s.scope, rules, model, root, s.record_rules != nullptr);
    s.findings.clear_origin();
    return result;
}

/// Reads and validates one document of a shape. \pre The cursor is at its first token.
inline read_status read_document(text_session& s, shape_rules const& rules, void* model) {
    begin_shape(s, rules);
    path_node const& root = *s.root;
    auto const* const first = s.read.cursor.at;
    auto const result = read_root(s.read, *rules.shape, model, root);
    return finish_document(s, rules, model, root, result, first);
}

/// Resumes a document whose reading stopped in its list of records.
inline read_status resume_document(text_session& s, shape_rules const& rules, void* model) {
    begin_shape(s, rules);
    path_node const& root = *s.root;
    auto const result = resume_object(s.read, *rules.shape, model, root);
    return finish_document(s, rules, model, root, result, nullptr);
}

/// Reads each document as one shape.
class shape_reader final : public document_reader {
public:
    shape_reader(shape_rules const& shape, std::span<std::string_view const> sync_names)
        : rules_(shape), names_(sync_names), model_(*shape.shape) {}

    read_status read(text_session& s) override { return read_document(s, rules_, model_.get()); }
    read_status resume(text_session& s) override { return resume_document(s, rules_, model_.get()); }
    shape_rules const* last_shape() const override { return &rules_; }
    void* last_model() override { return model_.get(); }
    void go_to(shape_rules const*) override {}
    bool begins_with(std::string_view name) const override { return rules_.shape->find(name) != nullptr; }
    std::span<std::string_view const> sync_names() const override { return names_; }
    std::unique_ptr<document_reader> another() const override {
        return std::make_unique<shape_reader>(rules_, names_);
    }

private:
    shape_rules const& rules_;
    std::span<std::string_view const> names_;
    any_object model_;
};

} // namespace dynabackup::detail
