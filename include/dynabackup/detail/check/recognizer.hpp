#pragma once
/// \file
/// Recognises documents by their members: by the clues of the systems, see model/system.hpp.

#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/json/locator.hpp>
#include <dynabackup/detail/read/status.hpp>
#include <dynabackup/detail/util/spelling.hpp>
#include <dynabackup/model/system.hpp>
#include <dynabackup/options.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::detail {

/// The clues that the members of a document have given, for each system.
struct document_clues {
    static constexpr std::size_t most_systems = 8;

    std::array<std::uint32_t, most_systems> exact{}; ///< from names that are spelled as the API spells them
    std::array<std::uint32_t, most_systems> sure{};  ///< those that are not weak
    std::array<std::uint32_t, most_systems> any{};   ///< from names in any spelling, including exact ones
    bool cut = false; ///< the text ends before it is known whether a value makes its member a clue
};

/// The clues of systems, found by the name of a member in any spelling.
class clue_index {
public:
    explicit clue_index(std::span<system_table const* const> systems) {
        std::size_t size = 0;
        for (auto const* system : systems) size += system->clues.size();
        slots_.resize(std::bit_ceil(2 * size + 1));
        for (std::size_t i = 0; i < systems.size(); ++i)
            for (auto const& clue : systems[i]->clues) {
                if (clue.member.ends_with('*')) prefixes_.push_back({0, &clue, i});
                else add({hash_name(clue.member), &clue, i});
            }
    }

    struct entry {
        std::uint64_t hash = 0;
        document_clue const* clue = nullptr; ///< null: there is none
        std::size_t system = 0;
    };

    /// Calls `f(entry, is_exact)` for each clue of a name.
    template <class F>
    void for_each(std::string_view name, F f) const {
        auto const hash = hash_name(name);
        for (auto i = slot_of(hash); slots_[i].clue; i = (i + 1) & mask()) {
            auto const& found = slots_[i];
            if (found.hash != hash) continue;
            bool const exact = found.clue->member == name;
            if (exact || is_same_name(found.clue->member, name)) f(found, exact);
        }
        for (auto const& e : prefixes_) {
            auto const prefix = e.clue->member.substr(0, e.clue->member.size() - 1);
            if (name.size() < prefix.size()) continue;
            auto const beginning = name.substr(0, prefix.size());
            if (is_same_name(beginning, prefix)) f(e, beginning == prefix);
        }
    }

private:
    std::size_t mask() const { return slots_.size() - 1; }
    std::size_t slot_of(std::uint64_t hash) const { return static_cast<std::size_t>(hash) & mask(); }
    void add(entry const& e) {
        auto i = slot_of(e.hash);
        while (slots_[i].clue) i = (i + 1) & mask();
        slots_[i] = e;
    }

    std::vector<entry> slots_; ///< their number is a power of two
    std::vector<entry> prefixes_;
};

/// Calls `f` with the name of each member of an object and the token of its value, from the token of a name on, until
/// `f` returns true. Stops at damage. \return The token at which it stopped.
template <class F>
token for_each_member(json::cursor& cursor, token at, std::string& scratch, F f) {
    auto const text = cursor.text();
    auto const* const last = cursor.last;
    while (last - at > 2 && text[*at] == '"' && text[at[1]] == ':') {
        if (f(json::member_name(text, at, scratch), at + 2)) return at;
        at = cursor.behind(at + 2);
        if (at == last || text[*at] != ',') return at;
        ++at;
    }
    return at;
}

/// Which clues count.
struct clue_filter {
    bool any_names; ///< names may be spelled otherwise than the API spells them
    bool embedded;  ///< the document is inside other JSON

    bool admits(document_clue const& clue, bool exact) const {
        if (clue.strength == clue_strength::weak) return exact && !embedded;
        return exact || (any_names && clue.strength == clue_strength::strong);
    }
};

/// The types of documents of some systems, and their clues.
class recognizer {
public:
    explicit recognizer(std::span<system_table const* const> systems) : systems_(systems), index_(systems) {}

    std::span<system_table const* const> systems() const { return systems_; }

    /// Returns the type of a document with these clues; null if it is not known. A system whose clues are spelled
    /// exactly has precedence, unless all of them are weak.
    document_type const* type_of(document_clues const& clues) const {
        for (bool const weak : {false, true}) {
            for (std::size_t i = 0; i < systems_.size(); ++i)
                if (auto const* const type = type_of(i, clues.exact[i], weak);
                    type && (type->clues & clues.sure[i]) != 0) {
                    auto const* const any =
                        clues.any[i] == clues.exact[i] ? nullptr : type_of(i, clues.any[i], weak);
                    return any ? any : type;
                }
            for (std::size_t i = 0; i < systems_.size(); ++i)
                if (auto const* const type = type_of(i, clues.any[i], weak)) return type;
        }
        return nullptr;
    }

    /// Returns the first member of an object; the end if the token does not begin an object.
    static token inside(json::cursor const& cursor, token at) {
        return at != cursor.last && cursor.text()[*at] == '{' ? at + 1 : cursor.last;
    }

    /// Collects the clues of the members of an object, from the token of a name on.
    /// \return Whether all members that may matter were examined. `brief`: stops at a record.
    bool look(json::cursor& cursor, token at, bool brief, clue_filter allowed, document_clues& clues) {
        bool whole = true;
        for_each_member(cursor, at, scratch_, [&](std::string_view name, token value) {
            add_clues(cursor, name, value, allowed, clues);
            bool is_list = false, is_wrapper = false;
            for (std::size_t i = 0; i < systems_.size(); ++i) {
                if (clues.any[i] == 0) continue;
                for (auto const& type : systems_[i]->documents) {
                    if (!type.is_list && !type.is_wrapper) continue;
                    bool const fits = type.fits(clues.any[i]);
                    is_list |= fits && type.is_list;
                    is_wrapper |= fits && type.is_wrapper;
                }
            }
            whole = is_list || !brief || !is_wrapper || cursor.text()[*value] != '{';
            return is_list || !whole;
        });
        return whole;
    }

private:
    document_type const* type_of(std::size_t system, std::uint32_t clues, bool weak) const {
        if (clues == 0) return nullptr; // without clues, no type is recognised
        auto const& types = systems_[system]->documents;
        auto const found = std::ranges::find_if(
            types, [&](auto const& type) { return type.is_weak == weak && type.fits(clues); });
        return found != types.end() ? &*found : nullptr;
    }

    void add_clues(json::cursor& cursor, std::string_view name, token value, clue_filter allowed,
                   document_clues& clues) {
        index_.for_each(name, [&](clue_index::entry const& found, bool exact) {
            auto const& clue = *found.clue;
            if (!allowed.admits(clue, exact)) return;
            if (!clue.holding.empty() &&
                !holds_member(cursor, value, {clue.holding, clue.below}, allowed.any_names, clues.cut))
                return;
            if (clue.expects) {
                auto const answer = clue.expects(cursor, value);
                clues.cut |= answer == clue_answer::cut;
                if (answer != clue_answer::yes) return;
            }
            if (exact) clues.exact[found.system] |= clue.bits;
            if (exact && clue.strength != clue_strength::weak) clues.sure[found.system] |= clue.bits;
            clues.any[found.system] |= clue.bits;
        });
    }

    /// A member, and a member in its value; an empty name means none.
    using member_path = std::array<std::string_view, 2>;

    /// Whether a value is an object that has a member of that name, or a list whose first element is such an object.
    /// Sets `cut` if the text ends in that object before such a member.
    bool holds_member(json::cursor& cursor, token value, member_path path, bool any, bool& cut) {
        auto const text = cursor.text();
        auto const name = path[0], below = path[1]; // Clang 14 does not capture structured bindings
        if (value != cursor.last && text[*value] == '[') ++value;
        bool found = false;
        token member = cursor.last;
        auto const end = for_each_member(cursor, inside(cursor, value), inner_scratch_,
                                         [&](std::string_view inner, token at) {
                                             member = at;
                                             return found = is_read_as(inner, name, any);
                                         });
        cut |= !found && cursor.last - end <= 2 && (end == cursor.last || text[*end] == '"');
        return found && (below.empty() || holds_member(cursor, member, {below, {}}, any, cut));
    }

    std::span<system_table const* const> systems_;
    clue_index index_;
    std::string scratch_, inner_scratch_;
};

} // namespace dynabackup::detail
