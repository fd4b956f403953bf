#pragma once
/// \file
/// Reads one member of an object, whichever it is and however it is spelled: the complete path of read/object.hpp.

#include <dynabackup/read/key.hpp>
#include <dynabackup/read/leads_to_records.hpp>
#include <dynabackup/read/member.hpp>
#include <dynabackup/read/unknown_member.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace dynabackup::detail {

/// How far an object has been read.
struct object_progress {
    std::uint32_t const* at; ///< the token that is read next
    std::uint64_t seen;      ///< the members that are not expected: those before, and those of later editions
    bool over = false;       ///< the object has ended, or reading has stopped
    got result = got::value; ///< what stops it
    std::size_t member = 0;  ///< where it has stopped, if that is above a list of records
};

/// Functions that are not inlined get it by value: so an object that calls them stays in registers.
template <described_struct T>
class any_member_reader {
public:
    any_member_reader(context& c, T& object, path_node const& where, unknown_names& unknown)
        : c_(c), object_(object), where_(where), unknown_(unknown) {}

    /// Reads the next member; or the end of an empty object.
    [[gnu::noinline]] static object_progress step(any_member_reader self, object_progress p) {
        auto& cursor = self.c_.cursor;
        auto const* const key = cursor.at = p.at;
        if (cursor.peek() == '}' && cursor.text()[key[-1]] == '{') {
            ++p.at;
            p.over = true;
            return p;
        }
        if (!cursor.skip_key()) return self.give_up(p);
        auto const name = json::member_name(cursor.text(), key, self.c_.scratch);
        auto const member = find_member<T>(name);
        if (member == member_count<T>) return self.pass_unknown(p, name, edition{}, key);
        return boost::mp11::mp_with_index<member_count<T>>(
            member, [&](auto i) { return self.template read_known<i>(p, key); });
    }

    /// Behind the value of a member: a comma, or the end of the object; unless reading it has stopped.
    [[gnu::noinline]] static object_progress leave(any_member_reader self, object_progress p, got result,
                                                   std::size_t member = 0) {
        p.over = stops(result);
        p.result = result;
        p.member = member;
        if (p.over) return p;
        auto& cursor = self.c_.cursor;
        cursor.at = p.at;
        char const next = cursor.peek();
        if (next != ',' && next != '}') {
            cursor.fail_here(json::cursor::expect_comma_or_brace);
            return self.give_up(p);
        }
        ++p.at;
        p.over = next == '}';
        return p;
    }

protected:
    /// Reads the value of member I with the context's cursor, in any spelling.
    template <std::size_t I>
    [[gnu::always_inline]] got read_value_of(std::string_view name) {
        auto const result = read_member_value<T, I>(c_, object_, where_, name);
        drop_empty<T, I>(object_);
        note_records<I>(result);
        return result;
    }

    template <std::size_t I>
    void note_records(got result) {
        using M = std::remove_reference_t<decltype(object_.*described_member<T, I>::pointer)>;
        if constexpr (leads_to_records<M>)
            if (!stops(result) && !c_.in_record()) c_.behind_records = c_.cursor.at;
    }

    context& c_;
    T& object_;
    path_node const& where_;
    unknown_names& unknown_;

private:
    /// Reads member I; the cursor is behind its colon.
    template <std::size_t I>
    object_progress read_known(object_progress p, std::uint32_t const* key) {
        auto const name = name_of<I>(key);
        if (is_hidden(c_, facts_of<T>[I])) return pass_unknown(p, name, facts_of<T>[I].entered, key);
        bool const again = p.seen & bit_of<T, I>;
        if (again) forget_unread(c_, object_.*described_member<T, I>::pointer);
        p.seen |= bit_of<T, I>;
        auto const result = read_value_of<I>(name);
        p.at = c_.cursor.at;
        if (again && !stops(result)) report_duplicate(c_, where_, name, key);
        return leave(*this, p, result, I);
    }

    object_progress pass_unknown(object_progress p, std::string_view name, edition entered,
                                 std::uint32_t const* key) {
        auto const result = read_unknown<T>(c_, unknown_, where_, name, entered, key);
        p.at = c_.cursor.at;
        return leave(*this, p, result);
    }

    object_progress give_up(object_progress p) {
        c_.report_syntax(where_);
        p.result = got::broken;
        p.over = true;
        return p;
    }

    /// How member I is spelled here.
    template <std::size_t I>
    std::string_view name_of(std::uint32_t const* key) const {
        constexpr std::string_view alias = facts_of<T>[I].alias;
        if constexpr (alias.empty()) return wire_name<T, I>;
        else return c_.cursor.text().substr(*key + 1, alias.size()) == alias ? alias : wire_name<T, I>;
    }
};

} // namespace dynabackup::detail
