#pragma once
/// \file
/// Where a walk over documents is, so that it can go on there with more text, or another one can.

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
    in_records, ///< the window ended in the list of records of a document, which goes on in the next one
    searching   ///< after damage, on the way to a sync point
};

/// How far the text has been read. Each includes those before it.
enum class walk_progress : unsigned char { nothing, something, document, everything };

/// Where a walk is between two records, as far as the text before matters for what comes.
struct walk_state {
    awaited next = awaited::document;
    walk_phase phase = walk_phase::between_documents;
    walk_progress progress = walk_progress::nothing;
    bool after_damage = false; ///< commas and brackets between documents may be what is left of one
    std::optional<json::skipper> passing_over = {}; ///< what comes first is too large to be read
    std::size_t arrays = 0;                         ///< so many arrays are around the documents
    containers_around around = {};                  ///< other JSON in which documents lie

    void advance(walk_progress to) { progress = std::max(progress, to); }
};

/// The same with all that a walk needs to go on there in another text.
struct walk_place {
    walk_state state;
    checkpoint resume;
    shape_rules const* document = nullptr; ///< which one it is in: document_reader::last_shape
    bool found_spellings = false;          ///< reader::found_spellings
    bool found_times = false;              ///< reader::found_times

    /// Whether reading goes on in the same way from both. Elements of a list are counted from wherever they are.
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
