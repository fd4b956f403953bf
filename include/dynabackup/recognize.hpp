#pragma once
/// \file
/// Recognises the shape of a document by its members.

#include <dynabackup/detail/check/recognizer.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/systems.hpp>

#include <span>
#include <string_view>

namespace dynabackup {

/// Recognises the shapes of documents. Reuses its memory from document to document.
class document_recognizer {
public:
    /// Recognises the documents of these systems.
    explicit document_recognizer(std::span<system_table const* const> systems = known_systems())
        : known_(systems) {}

    /// Returns the shape as which `check_documents` reads a text that is one document. Returns null if the document is
    /// not recognised, or is not a JSON object. `names`: the spellings of members that are accepted. Does not read
    /// members that do not identify the document.
    /// Complexity: linear in the size of the text.
    DYNABACKUP_INLINE shape_rules const* shape_of(std::string_view text, spelling names = spelling::exact);

private:
    detail::recognizer known_;
    json::structural_index index_;
};

} // namespace dynabackup

#if DYNABACKUP_DEFINE

namespace dynabackup {

DYNABACKUP_INLINE shape_rules const* document_recognizer::shape_of(std::string_view text, spelling names) {
    if (!index_.build(text)) return nullptr;
    json::cursor cursor(text, index_.begin(), index_.end(), true);
    detail::document_clues clues;
    auto const first = detail::recognizer::inside(cursor, cursor.at);
    known_.look(cursor, first, false, {names == spelling::any, false}, clues);
    auto const* const type = known_.type_of(clues);
    return type ? type->shape : nullptr;
}

} // namespace dynabackup

#endif
