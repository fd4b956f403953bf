#pragma once
/// \file
/// Receives the records and documents of a text that is checked.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/unreadable_fields.hpp>

#include <cstddef>
#include <string_view>

namespace dynabackup {

namespace detail {
class text_session;
} // namespace detail

/// The place of a backup record, counted from the start of the current text.
struct record_position {
    std::size_t document; ///< index of the document, from 0
    std::size_t record;   ///< index of the record, from 0
    std::size_t offset;   ///< bytes, from 0
    std::size_t line = 0; ///< from 1
};

/// What is known about a record or a document that is handed out. Valid during that call only.
class visit_info {
public:
    /// For the reader.
    explicit visit_info(detail::text_session const& session, std::string_view text = {})
        : session_(session), text_(text) {}

    /// Returns the name of the shape as which the document is read.
    DYNABACKUP_INLINE std::string_view document_shape() const;
    /// Returns the bytes of the record; empty for a document.
    std::string_view text() const { return text_; }
    /// Returns the members of the record or document that could not be read, or are required but absent.
    DYNABACKUP_INLINE unreadable_fields const& unreadable() const;
    /// Returns the string value of a member after the document's list of records, as JSON with its quotes; empty if
    /// there is none.
    DYNABACKUP_INLINE std::string_view string_after_records(std::string_view member) const;

private:
    detail::text_session const& session_;
    std::string_view text_;
};

/// Receives records one by one, after each was checked, and documents. Where several threads read a dump, its functions
/// must not throw.
class record_visitor {
public:
    virtual ~record_visitor() = default;
    /// Returns the object into which the next record of a list, of that shape, is read; null: any object. It may be an
    /// old record, whose memory is reused.
    virtual void* place(shape_table const& /*shape*/) { return nullptr; }
    /// Receives a record of that shape. May swap its contents for others.
    virtual void visit(shape_table const& shape, void* record, record_position const& at,
                       visit_info const& info) = 0;
    /// Restores the contents that a record had when it was visited, for the last visited record. Returns false if they
    /// are no longer known.
    virtual bool restore(shape_table const& shape, void* record) = 0;
    /// A document begins, or continues after a part that was read before.
    virtual void begin_document(bool /*goes_on*/) {}
    /// A document has been read. Its list of records has the last one only.
    virtual void end_document(shape_table const& /*shape*/, void* /*model*/, visit_info const& /*info*/) {}
};

} // namespace dynabackup
