#pragma once
/// \file
/// The place of a walk over documents, from which it, or another walk, can continue with more text.

#include <dynabackup/detail/check/containers_around.hpp>
#include <dynabackup/detail/json/skipper.hpp>
#include <dynabackup/detail/read/checkpoint.hpp>
#include <dynabackup/model/shape_rules.hpp>

#include <algorithm>
#include <optional>

namespace dynabackup::detail {

/// What comes next between documents.
enum class awaited : unsigned char { document, first_element, element, separator };

/// What a walk is doing.
enum class walk_phase : unsigned char {
    between_documents,
    in_records, ///< the window ended in the list of records of a document, which continues in the next window
    searching   ///< after damage, searching for a sync point
};

/// How far the text has been read. Each value includes the values before it.
enum class walk_progress : unsigned char { nothing, something, document, everything };

/// The state of a walk between two records, as far as earlier text affects later text.
struct walk_state {
    awaited next = awaited::document;
    walk_phase phase = walk_phase::between_documents;
    walk_progress progress = walk_progress::nothing;
    bool after_damage = false; ///< commas and brackets between documents may be remnants of a damaged one
    std::optional<json::skipper> passing_over = {}; ///< the first value is too large to be read
    std::size_t arrays = 0;                         ///< the number of arrays around the documents
    containers_around around = {};                  ///< other JSON around the documents

    void advance(walk_progress to) { progress = std::max(progress, to); }
};

/// The state of a walk, with everything that is needed to continue it in another text.
struct walk_place {
    walk_state state;
    checkpoint resume;
    shape_rules const* document = nullptr; ///< the current document: document_reader::last_shape
    bool found_spellings = false;          ///< reader::found_spellings
    bool found_times = false;              ///< reader::found_times

    /// Whether reading continues in the same way from both. Ignores the indices of list elements.
    bool operator==(walk_place const& other) const {
        auto const& a = state;
        auto const& b = other.state;
        bool const known = a.phase != walk_phase::searching && !a.passing_over && !b.passing_over;
        return known && a.phase == b.phase && a.next == b.next && a.progress == b.progress &&
               a.after_damage == b.after_damage && a.arrays == b.arrays && a.around.empty() &&
               b.around.empty() &&
               (a.phase != walk_phase::in_records ||
                (document == other.document && found_spellings == other.found_spellings &&
                 found_times == other.found_times && resume.continues_like(other.resume)));
    }
};

} // namespace dynabackup::detail
