#pragma once
/// \file
/// Where a walk over documents is, so that it can go on there with more text, or another one can.

#include <dynabackup/json/skipper.hpp>
#include <dynabackup/read/outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace dynabackup::detail {

/// What comes next between documents.
enum class awaited : unsigned char { document, first_element, element, separator };

/// Where a walk is between two records, as far as the text before matters for what comes.
struct walk_state {
    awaited next = awaited::document;
    bool any = false;       ///< something was in the text
    bool closed = false;    ///< the end of the text has been read
    bool ended = false;     ///< a document has ended
    bool damaged = false;   ///< commas and brackets between documents may be what is left of one
    bool lost = false;      ///< behind damage, on the way to a landmark
    bool suspended = false; ///< in the records of a document
    std::optional<json::skipper> skipper = {};
};

/// The same with all that a walk needs to go on there in another text.
struct walk_place {
    walk_state state;
    std::vector<suspended_object> objects;
    suspended_list list{};
    std::size_t document = 0; ///< which one it is in: document_reader::here

    /// Whether reading goes on in the same way from both. Elements of a list are counted from wherever they are.
    bool operator==(walk_place const& other) const {
        auto const& a = state;
        auto const& b = other.state;
        auto const same_member = [](auto const& x, auto const& y) { return x.member == y.member; };
        return a.next == b.next && a.ended == b.ended && a.damaged == b.damaged && !a.lost && !b.lost &&
               !a.skipper && !b.skipper && a.suspended == b.suspended &&
               (!a.suspended ||
                (list.behind_element == other.list.behind_element && document == other.document &&
                 std::ranges::equal(objects, other.objects, same_member)));
    }
};

} // namespace dynabackup::detail
