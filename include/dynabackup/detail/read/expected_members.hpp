#pragma once
/// \file
/// The order in which plain members are expected: wire order (AWS sorts them by name), the documented order (in which the
/// command line prints them) or, in a record, the order of the previous record. An unexpected member is looked up by
/// hash.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/read/object_frame.hpp>
#include <dynabackup/detail/read/plain_scalars.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace dynabackup::detail {

/// The expected members from one on. After the last one there are two more whose keys match no text.
using expected_members = expected_member const*;

/// Returns the member whose key is at a token; null if there is none. \pre The place is plain.
DYNABACKUP_ALWAYS_INLINE inline expected_member const* find_key(char const* text, token at,
                                                                shape_table const& shape) {
    std::size_t const size = at[1] - at[0]; // up to the colon
    char const* const key = text + *at;
    if (size < 3) return nullptr;
    for (auto h = hash_of(key + 1, size - 2);; ++h) {
        auto const slot = shape.slots[h & (shape.slots.size() - 1)];
        if (slot == 0) [[unlikely]]
            return nullptr;
        auto const& m = shape.expected_documented[slot - 1U];
        if (is_key(text, at, m)) [[likely]]
            return &m;
    }
}

/// Returns the place of a member in one of the two orders.
inline expected_members place_of(shape_table const& shape, bool documented, member_table const& m) {
    return documented ? shape.expected_documented + m.index : shape.expected_wire + m.wire_place;
}

/// Continues with `found` where `next` was expected. In later records `found` is expected there, as long as there were
/// few unexpected members.
DYNABACKUP_NOINLINE inline expected_members expect(object_frame& f, expected_members next,
                                                   member_table const& found) {
    shape_table const& shape = f.shape;
    auto const count = static_cast<std::ptrdiff_t>(shape.members.size());
    auto const is_in = [&](expected_members order) { return next >= order && next <= order + count; };
    bool const documented = is_in(shape.expected_documented);
    auto& learned = f.in.learned;
    if (learned.spelled) learned.forget(); // the keys are spelled as the API spells them again
    if (!shape.is_record || learned.patience == 0) return place_of(shape, documented, found);
    --learned.patience;
    auto const place = next - (documented                   ? shape.expected_documented
                               : is_in(shape.expected_wire) ? shape.expected_wire
                                                            : learned.members);
    if (learned.shape != &shape) {
        learned.shape = &shape;
        std::copy_n(documented ? shape.expected_documented : shape.expected_wire, count + 2, learned.members);
    }
    auto* const now = learned.find(found);
    auto* const here = learned.members + std::min(place, count);
    if (now >= here) { // it comes earlier than before
        std::rotate(here, now, now + 1);
        return here;
    }
    std::rotate(now, now + 1, here); // it was skipped
    return here - 1;
}

/// In later records, expects the member that was just read at its place, with its key as it is spelled here.
inline void learn_spelling(object_frame& f, token key, member_table const& m) {
    char const* const text = f.in.cursor.text_begin;
    shape_table const& shape = f.shape;
    auto& learned = f.in.learned;
    std::size_t const size = key[1] - key[0] + std::size_t{1}; // with quotes and colon
    if (!shape.is_record || size > expected_member::key_bytes || text[key[1] - 1] != '"') return;
    auto const count = static_cast<std::ptrdiff_t>(shape.members.size());
    if (learned.shape != &shape) {
        learned.shape = &shape;
        std::copy_n(shape.expected_documented, count + 2, learned.members);
    }
    learned.spelled = true;
    auto* now = learned.find(m);
    std::fill_n(std::copy_n(text + key[0], size, now->key), expected_member::key_bytes - size, '\0');
    now->key_mask = static_cast<std::uint32_t>((std::uint64_t{1} << size) - 1);
    now->key_size = static_cast<std::uint8_t>(size);
    now->is_spelled = true;
    auto* const here =
        learned.members + std::min<std::ptrdiff_t>(std::popcount(f.seen & shape.all) - 1, count - 1);
    if (now > here) std::rotate(here, now, now + 1);
    else std::rotate(now, now + 1, here + 1);
}

/// Returns the expected members after the member at a token; null if that member is unknown. The member is the first
/// one, or follows one that was not plain, and is not the `expected` one.
DYNABACKUP_NOINLINE inline expected_members find_first_member(object_frame& f, token at, char const* text,
                                                              expected_members expected) {
    shape_table const& shape = f.shape;
    auto& learned = f.in.learned;
    bool const first = text[at[-1]] == '{', in_learned = learned.shape == &shape;
    if (in_learned && learned.spelled) {
        std::span const known(learned.members, shape.members.size());
        auto const place = std::ranges::find_if(known, [&](auto const& m) { return is_key(text, at, m); });
        if (place != known.end()) return learned.members + (place - known.begin()) + 1;
    }
    if (!in_learned)
        for (auto const* order : {shape.expected_documented, shape.expected_wire})
            if (is_key(text, at, *order)) return order + 1;
    auto const* const found = find_key(text, at, shape);
    if (!found) return nullptr;
    if (first || learned.spelled) return expect(f, expected, *found->table) + 1;
    return (in_learned ? learned.find(*found->table) : place_of(shape, false, *found->table)) + 1;
}

/// Does as find_first_member for any member, also the expected one.
DYNABACKUP_ALWAYS_INLINE inline expected_members first_member(object_frame& f, token at, char const* text) {
    bool const learned = f.in.learned.shape == &f.shape;
    expected_members const expected = learned ? f.in.learned.members : f.shape.expected_wire;
    if (is_key(text, at, *expected)) [[likely]]
        return expected + 1;
    return find_first_member(f, at, text, expected);
}

} // namespace dynabackup::detail
