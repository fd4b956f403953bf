#pragma once
/// \file
/// Tells what a document is by its members.

#include <dynabackup/detail/check/recognizer.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/systems.hpp>

#include <span>
#include <string_view>

namespace dynabackup {

/// Tells what documents are. Reuses its memory from document to document.
class document_recognizer {
public:
    /// For the documents of these systems.
    explicit document_recognizer(std::span<system_table const* const> systems = known_systems())
        : known_(systems) {}

    /// Returns the shape as which a text that is one document is read by `check_documents`; null if it is none, or no
    /// JSON object. `names`: the spellings of members that tell it. Does not read the members that do not tell.
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
