#pragma once
/// \file
/// Reads an object into a described struct.
///
/// Members are expected in wire order (AWS sorts them by name) or in the documented one, then looked up: any order is
/// read.

#include <dynabackup/model/wire_order.hpp>
#include <dynabackup/read/leads_to_records.hpp>
#include <dynabackup/read/member.hpp>
#include <dynabackup/read/unknown_member.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// The wire name of a member with its quotes and a colon, to compare with the text.
template <class T, std::size_t I>
struct key_of {
    static constexpr auto text = [] {
        std::array<char, wire_name<T, I>.size() + 3> out{};
        out[0] = out[out.size() - 2] = '"';
        out.back() = ':';
        std::ranges::copy(wire_name<T, I>, out.begin() + 1);
        return out;
    }();
};

/// The member with that wire name or alias; member_count<T> if there is none.
template <class T>
constexpr std::size_t find_member(std::string_view name) {
    for (std::size_t i = 0; i < member_count<T>; ++i)
        if (wire_names<T>[i] == name || (!facts_of<T>[i].alias.empty() && facts_of<T>[i].alias == name))
            return i;
    return member_count<T>;
}

template <class T, std::size_t I>
got resume_member(context& c, T& object, path_node const& parent);

/// Reads one object. What changes from member to member is handed on by value where a call is not inlined: so it stays
/// in registers, which texts that are copied cannot change.
template <described_struct T>
class object_reader {
public:
    object_reader(context& c, T& object, path_node const& where, unknown_names& unknown)
        : c_(c), object_(object), where_(where), unknown_(unknown) {}

    [[gnu::always_inline]] got read() {
        auto const* const opening = c_.cursor.at;
        state s{tokens()};
        ++s.cursor.at;
        return read_members(s, opening);
    }

    /// Goes on in the list of records where the last piece of text ended.
    got resume() {
        auto before = std::move(c_.suspended_objects.back());
        c_.suspended_objects.pop_back();
        if (!before.names.empty())
            unknown_ = std::make_unique<unknown_names::element_type>(std::move(before.names));
        state s{tokens()};
        s.seen.bits = before.seen;
        boost::mp11::mp_with_index<member_count<T>>(before.member, [&](auto i) {
            auto const result = resume_member<T, i>(c_, object_, where_);
            note_records<i>(result);
            go_on(s, result, i);
        });
        return read_members(s, nullptr);
    }

private:
    static constexpr std::size_t nobody = member_count<T>;

    /// How far the object has been read.
    struct state {
        json::token_cursor cursor;
        seen_members<T> seen{};
        std::size_t member = nobody; ///< the one that a look-up has found; or in which reading has stopped
        got result = got::value;
        bool over = false; ///< the object has ended, or reading has stopped
    };

    /// The part of the cursor that the hot path needs.
    json::token_cursor const& tokens() const { return c_.cursor; }

    /// Goes over the members in wire order, as long as there are some; what stands elsewhere is looked up. The order of
    /// the documentation, in which the command line prints them, is another one that is expected.
    [[gnu::always_inline]] got read_members(state s, std::uint32_t const* opening) {
        constexpr auto all = std::make_index_sequence<member_count<T>>{};
        if constexpr (wire_order<T>.front() != 0)
            if (s.cursor.is_key(key_of<T, 0>::text)) read_in_order<documented_order<T>>(s, all);
        while (!s.over) {
            auto const* const before = s.cursor.at;
            read_in_order<wire_order<T>>(s, all);
            if (s.cursor.at == before && !s.over) s = look_up(*this, s);
        }
        c_.cursor.at = s.cursor.at;
        if (stops(s.result)) [[unlikely]]
            return stop(*this, s);
        finish_members(c_, object_, s.seen.bits, where_, opening);
        return got::value;
    }

    template <auto const& Order, std::size_t... K>
    [[gnu::always_inline]] void read_in_order(state& s, std::index_sequence<K...>) {
        (void)(... || read_if_next<Order[K]>(s));
    }

    /// Whether reading is over.
    template <std::size_t I>
    [[gnu::always_inline]] bool read_if_next(state& s) {
        if (s.member != I && (s.member != nobody || !s.cursor.is_key(key_of<T, I>::text))) return false;
        s.member = nobody;
        auto const* const key = s.cursor.at;
        s.cursor.at += 2;
        bool const known = c_.latest || facts_of<T>[I].entered <= c_.options.edition;
        if (!known || s.seen.has(I)) [[unlikely]] {
            c_.cursor.at = s.cursor.at;
            auto const result = known ? read_again<I>(*this, key)
                                      : read_unknown(name_of<I>(key), facts_of<T>[I].entered, key);
            return go_on(s, result, I);
        }
        s.seen.add(I);
        if (read_plain_member<T, I>(s.cursor, object_)) [[likely]] {
            drop_empty<T, I>(object_);
            return go_on(s);
        }
        c_.cursor.at = s.cursor.at;
        auto const result = read_any_member<T, I>(c_, object_, where_, name_of<I>(key));
        drop_empty<T, I>(object_);
        note_records<I>(result);
        return go_on(s, result, I);
    }

    /// Behind the value of a member: a comma, or the end of the object.
    [[gnu::always_inline]] bool go_on(state& s) {
        char const c = s.cursor.peek();
        if (c == ',') [[likely]] {
            ++s.cursor.at;
            return false;
        }
        if (c == '}') [[likely]] {
            ++s.cursor.at;
            return s.over = true;
        }
        c_.cursor.at = s.cursor.at;
        c_.cursor.fail_here(json::cursor::expect_comma_or_brace);
        return give_up(s);
    }

    /// Behind the value of a member that was read with the context's cursor.
    [[gnu::always_inline]] bool go_on(state& s, got result, std::size_t member) {
        s.cursor.at = c_.cursor.at; // the text is the same
        s.cursor.plain_until = c_.cursor.plain_until;
        if (!stops(result)) [[likely]]
            return go_on(s);
        s.result = result;
        s.member = member;
        return s.over = true;
    }

    bool give_up(state& s) {
        c_.report_syntax(where_);
        s.result = got::broken;
        return s.over = true;
    }

    template <std::size_t I>
    void note_records(got result) {
        using M = std::remove_reference_t<decltype(object_.*described_member<T, I>::pointer)>;
        if constexpr (leads_to_records<M>)
            if (!stops(result) && !c_.in_record()) c_.behind_records = c_.cursor.at;
    }

    [[gnu::noinline]] static got stop(object_reader self, state s) {
        if (s.result == got::suspended)
            self.c_.suspended_objects.push_back(
                {s.member, s.seen.bits,
                 self.unknown_ ? std::move(*self.unknown_) : decltype(suspended_object::names){}});
        return s.result;
    }

    /// The next member is not the expected one: finds which it is, or walks over it; or the object is empty.
    [[gnu::noinline]] static state look_up(object_reader self, state s) {
        auto& cursor = self.c_.cursor;
        auto const* const key = cursor.at = s.cursor.at;
        if (cursor.peek() == '}' && cursor.text()[key[-1]] == '{') {
            ++s.cursor.at;
            s.over = true;
        } else if (!cursor.skip_key()) {
            self.give_up(s);
        } else {
            auto const name = json::member_name(cursor.text(), key, self.c_.scratch);
            s.member = find_member<T>(name);
            if (s.member == nobody) self.go_on(s, self.read_unknown(name, edition{}, key), nobody);
        }
        return s;
    }

    /// How member I is spelled here.
    template <std::size_t I>
    [[gnu::always_inline]] std::string_view name_of(std::uint32_t const* key) const {
        constexpr std::string_view alias = facts_of<T>[I].alias;
        if constexpr (alias.empty()) return wire_name<T, I>;
        else return c_.cursor.text().substr(*key + 1, alias.size()) == alias ? alias : wire_name<T, I>;
    }

    got read_unknown(std::string_view name, edition entered, std::uint32_t const* key) {
        return detail::read_unknown<T>(c_, unknown_, where_, name, entered, key);
    }

    /// Reads the value of member I once more; the cursor is behind its colon.
    template <std::size_t I>
    [[gnu::noinline]] static got read_again(object_reader self, std::uint32_t const* key) {
        forget_unread(self.c_, self.object_.*described_member<T, I>::pointer);
        auto const name = self.name_of<I>(key);
        auto const result = read_any_member<T, I>(self.c_, self.object_, self.where_, name);
        drop_empty<T, I>(self.object_);
        self.note_records<I>(result);
        if (!stops(result)) report_duplicate(self.c_, self.where_, name, key);
        return result;
    }

    context& c_;
    T& object_;
    path_node const& where_;
    unknown_names& unknown_;
};

template <described_struct T>
got read_object(context& c, T& out, path_node const& where, allowed may) {
    if (c.cursor.peek() != '{') [[unlikely]]
        return wrong_type(c, where, "an object", may);
    if (c.depth == c.options.max_depth) return skip(c, where, got::unread);
    ++c.depth;
    unknown_names unknown;
    auto const result = object_reader<T>(c, out, where, unknown).read();
    --c.depth;
    return result;
}

/// Goes on in an object that was left in its list of records, where the last piece of text ended.
template <described_struct T>
got resume_object(context& c, T& out, path_node const& where) {
    ++c.depth;
    unknown_names unknown;
    auto const result = object_reader<T>(c, out, where, unknown).resume();
    --c.depth;
    return result;
}

template <described_struct T>
got read_value(context& c, T& out, path_node const& where, allowed may) {
    if constexpr (record_shape<T>) {
        bool const absent = c.cursor.at == c.cursor.last || (may.null && c.cursor.peek() == 'n');
        if (c.records && !c.in_record() && !absent) {
            if (c.cursor.peek() == '{') return c.records->one(c, &out, where, may);
            c.refuse_record();
        }
    }
    return read_object(c, out, where, may);
}

} // namespace dynabackup::detail
