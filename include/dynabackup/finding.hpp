#pragma once
/// \file
/// One defect of a document, with its exact place.

#include <dynabackup/rule.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup {

/// One defect. `line` is 0 when the value was built in C++, and so has no place in a text.
struct finding {
    dynabackup::rule const* rule = nullptr;          ///< never null in a finding that the library hands out
    dynabackup::severity severity = severity::error; ///< the rule's, unless the options say otherwise
    std::string path;                                ///< JSON Pointer (RFC 6901) from the document's root
    std::string message;               ///< what is wrong, what is allowed, what to do; no fixed wording
    std::optional<std::string> value;  ///< the raw JSON text at the path, at most 120 bytes; none if absent
    std::string_view shape;            ///< what the document was read as; empty if it was not recognised
    std::size_t document = 0;          ///< index of the document in its text
    std::optional<std::size_t> record; ///< index of the backup record in its text
    std::size_t offset = 0;            ///< bytes from the start of the text, from 0
    std::size_t line = 0;              ///< from 1
    std::size_t column = 0;            ///< bytes from the start of the line, from 1
    std::size_t character = 0;         ///< the same in Unicode code points; a byte order mark is none
    /// The part of the line around the place, if options::excerpt_bytes asks for it; with the line's end if that is
    /// in it.
    std::string source = {};
    std::size_t source_place = 0; ///< of the finding: bytes from the start of `source`, from 0
};

/// Takes findings one by one, in the order of the documents and records.
class finding_sink {
public:
    virtual ~finding_sink() = default;
    /// Gets the next one.
    virtual void take(finding&& found) = 0;
};

} // namespace dynabackup
