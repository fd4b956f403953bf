#pragma once
/// \file
/// What a walk over documents calls for each of them.

#include <dynabackup/read/outcome.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace dynabackup {

class context;

namespace detail {

/// Reads documents, one after the other, as one shape or as what their members make them. An interface, so that walks,
/// chunks and threads are compiled once, and not for each shape; it is called for documents, not for records.
class document_reader {
public:
    virtual ~document_reader() = default;

    /// Reads and validates one document, the cursor at its first token.
    virtual got read(context& c) = 0;
    /// Goes on with the document that was read last, and was left in its list of records.
    virtual got resume(context& c) = 0;

    /// The shape of that document, as a number that another reader of the same type understands.
    virtual std::size_t here() const { return 0; }
    /// As if such a document had been read last.
    virtual void go_to(std::size_t) {}
    /// The model of that document.
    virtual void* last() = 0;

    /// Whether a document may begin with that member.
    virtual bool begins_with(std::string_view name) const = 0;
    /// The members that may begin a document or a record: where reading goes on after damage.
    virtual std::span<std::string_view const> landmark_names() const = 0;

    /// A reader of the same type for another thread; it has read nothing.
    virtual std::unique_ptr<document_reader> another() const = 0;
};

} // namespace detail

} // namespace dynabackup
