#pragma once
/// \file
/// What takes the records and documents of a text that is checked.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/unreadable_fields.hpp>

#include <cstddef>
#include <string_view>

namespace dynabackup {

namespace detail {
class text_session;
} // namespace detail

/// Where a backup record is, counted from the start of the text at hand.
struct record_position {
    std::size_t document; ///< index of the document, from 0
    std::size_t record;   ///< index of the record, from 0
    std::size_t offset;   ///< bytes, from 0
    std::size_t line = 0; ///< from 1
};

/// What is known of a record or a document while it is handed out. Valid during that call only.
class visit_info {
public:
    /// For the reader.
    explicit visit_info(detail::text_session const& session, std::string_view text = {})
        : session_(session), text_(text) {}

    /// The name of the shape as which the document is read.
    DYNABACKUP_INLINE std::string_view document_shape() const;
    /// The bytes of the record; empty for a document.
    std::string_view text() const { return text_; }
    /// The members of the record or document that could not be read, or are absent though required.
    DYNABACKUP_INLINE unreadable_fields const& unreadable() const;
    /// The JSON string of that name among the members after the document's list of records, with its quotes; empty if
    /// there is none.
    DYNABACKUP_INLINE std::string_view string_after_records(std::string_view member) const;

private:
    detail::text_session const& session_;
    std::string_view text_;
};

/// Takes records one by one, after each was checked, and documents.
class record_visitor {
public:
    virtual ~record_visitor() = default;
    /// Where the next record of a list, which is of that shape, is to be read; null: anywhere. The place may be that of a
    /// record whose memory is reused.
    virtual void* place(shape_table const& /*shape*/) { return nullptr; }
    /// Gets a record of that shape. It may take what the record holds, and leave something else.
    virtual void visit(shape_table const& shape, void* record, record_position const& at,
                       visit_info const& info) = 0;
    /// Makes a record of that shape, which was visited last, what it was. False if it no longer knows.
    virtual bool restore(shape_table const& shape, void* record) = 0;
    /// A document begins, or goes on after a part of the text that was read before.
    virtual void begin_document(bool /*goes_on*/) {}
    /// A document has been read; of a list of records it has the last one only.
    virtual void end_document(shape_table const& /*shape*/, void* /*model*/, visit_info const& /*info*/) {}
};

} // namespace dynabackup
