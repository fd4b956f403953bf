#pragma once
/// \file
/// Who takes part in the reading of documents: takers of records, and readers of what is not yet its turn.

#include <cstddef>

namespace dynabackup {

class context;

namespace detail {

/// Where a backup record was, counted from the start of the text at hand.
struct record_position {
    std::size_t document, record, offset;
    std::size_t line = 0; ///< from 1
};

/// Takes the records of documents that are checked, one by one. It may take what they hold, and leave something else.
class record_visitor {
public:
    virtual ~record_visitor() = default;
    /// `shape`: the address of the record's detail::shape_identity.
    virtual void visit(char const* shape, void* record, record_position const& at) = 0;
    /// Makes a record of that shape, which was visited last, what it was. False if nobody knows.
    virtual bool restore(char const* shape, void* record) = 0;
};

/// What a document was taken for by its first members, so that it is not walked over before it is read.
class recognition {
public:
    virtual ~recognition() = default;
    /// Whether the members behind the cursor, which is behind a record of the document, make it nothing else.
    virtual bool holds(context& c) = 0;
};

/// Reading a text before the one in front of it has been read: what turns out not to be known yet is taken back.
class speculation {
public:
    struct mark {
        std::size_t findings, records, rejected, visited;
    };
    virtual ~speculation() = default;
    virtual mark here(context const& c) const = 0;
    virtual void back_to(context& c, mark const& before) = 0;
    /// All of it is to be taken back.
    virtual void fail() = 0;
};

} // namespace detail

} // namespace dynabackup
