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

/// Reads one object. The hot path goes over the members in the order that is expected, as long as they are spelled as
/// services write them; a step reads whatever else comes. What changes from member to member is in locals, and handed
/// on by value where a call is not inlined: so it stays in registers, which texts that are copied cannot change.
template <described_struct T>
class object_reader {
public:
    object_reader(context& c, T& object, path_node const& where, unknown_names& unknown)
        : c_(c), object_(object), where_(where), unknown_(unknown) {}

    [[gnu::always_inline]] got read() {
        auto const* const opening = c_.cursor.at;
        return read_members({opening + 1, hidden_members<T>(c_)}, opening);
    }

    /// Goes on in the list of records where the last piece of text ended.
    got resume() {
        auto before = std::move(c_.suspended_objects.back());
        c_.suspended_objects.pop_back();
        if (!before.names.empty())
            unknown_ = std::make_unique<unknown_names::element_type>(std::move(before.names));
        auto const p = boost::mp11::mp_with_index<member_count<T>>(before.member, [&](auto i) {
            auto const result = resume_member<T, i>(c_, object_, where_);
            note_records<i>(result);
            return leave_member(*this, {c_.cursor.at, before.seen}, result, i);
        });
        return read_members(p, nullptr);
    }

private:
    static constexpr std::size_t nobody = member_count<T>;

    /// How far the object has been read.
    struct progress {
        std::uint32_t const* at; ///< the token that is read next
        std::uint64_t seen; ///< the members that are not expected: those before, and those of later editions
        bool over = false;  ///< the object has ended, or reading has stopped
        got result = got::value;     ///< what stops it
        std::size_t member = nobody; ///< where it has stopped
    };

    /// Goes over the members in wire order, as long as there are some. The order of the documentation, in which the
    /// command line prints them, is another one that is expected.
    [[gnu::always_inline]] got read_members(progress p, std::uint32_t const* opening) {
        constexpr auto all = std::make_index_sequence<member_count<T>>{};
        json::token_cursor in = static_cast<json::token_cursor const&>(c_.cursor);
        in.at = p.at;
        if constexpr (wire_order<T>.front() != 0)
            if (in.is_plain() && in.is_key(key_of<T, 0>::text))
                read_in_order<documented_order<T>>(in, p, all);
        while (!p.over) {
            auto const* const before = in.at;
            if (in.is_plain()) [[likely]]
                read_in_order<wire_order<T>>(in, p, all);
            if (p.over) [[likely]]
                break;
            if (in.at == before) {
                p = step(*this, {in.at, p.seen});
                catch_up(in, p);
            }
        }
        c_.cursor.at = in.at;
        if (stops(p.result)) [[unlikely]]
            return stop(*this, p);
        if (!c_.latest) p.seen &= ~hidden_members<T>(c_);
        finish_members(c_, object_, p.seen, where_, opening);
        return got::value;
    }

    template <auto const& Order, std::size_t... K>
    [[gnu::always_inline]] void read_in_order(json::token_cursor& in, progress& p,
                                              std::index_sequence<K...>) {
        (void)(... && read_if_next<Order[K]>(in, p));
    }

    /// Reads member I if it is the next one. False if what follows must not be compared with other members.
    template <std::size_t I>
    [[gnu::always_inline]] bool read_if_next(json::token_cursor& in, progress& p) {
        if (!in.is_key(key_of<T, I>::text)) return true;
        if (p.seen & bit_of<T, I>) [[unlikely]]
            return false;
        auto const* const key = in.at;
        in.at += 2;
        if constexpr (has_plain_spelling<T, I>) {
            if (!read_documented_null<T, I>(c_, in, object_) && !read_plain_member<T, I>(in, object_))
                [[unlikely]] {
                in.at = key;
                return false;
            }
            drop_empty<T, I>(object_);
            p.seen |= bit_of<T, I>;
        } else {
            p.seen |= bit_of<T, I>;
            c_.cursor.at = in.at;
            auto const result = read_member_value<T, I>(c_, object_, where_, wire_name<T, I>);
            in.at = c_.cursor.at;
            in.plain_until = c_.cursor.plain_until;
            drop_empty<T, I>(object_);
            note_records<I>(result);
            if (!in.is_plain() || stops(result)) [[unlikely]] {
                p = leave_member(*this, {in.at, p.seen}, result, I);
                catch_up(in, p);
                return false;
            }
        }
        char const c = in.text_begin[*in.at];
        if (c == ',') [[likely]] {
            ++in.at;
            return in.is_plain();
        }
        if (c == '}') [[likely]] {
            ++in.at;
            p.over = true;
            return false;
        }
        p = leave_member(*this, {in.at, p.seen}, got::value, I);
        catch_up(in, p);
        return false;
    }

    /// What has been read with the context's cursor is behind this.
    void catch_up(json::token_cursor& in, progress const& p) const {
        in.at = p.at;
        in.plain_until = c_.cursor.plain_until;
    }

    /// Behind the value of a member: a comma, or the end of the object; unless reading it has stopped.
    [[gnu::noinline]] static progress leave_member(object_reader self, progress p, got result,
                                                   std::size_t member) {
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

    progress give_up(progress p) {
        c_.report_syntax(where_);
        p.result = got::broken;
        p.over = true;
        return p;
    }

    template <std::size_t I>
    void note_records(got result) {
        using M = std::remove_reference_t<decltype(object_.*described_member<T, I>::pointer)>;
        if constexpr (leads_to_records<M>)
            if (!stops(result) && !c_.in_record()) c_.behind_records = c_.cursor.at;
    }

    [[gnu::noinline]] static got stop(object_reader self, progress p) {
        if (p.result == got::suspended)
            self.c_.suspended_objects.push_back(
                {p.member, p.seen,
                 self.unknown_ ? std::move(*self.unknown_) : decltype(suspended_object::names){}});
        return p.result;
    }

    /// Reads whatever member is next, in any spelling; or the end of an empty object.
    [[gnu::noinline]] static progress step(object_reader self, progress p) {
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
        if (member == nobody) return self.pass_unknown(p, name, edition{}, key, nobody);
        return boost::mp11::mp_with_index<member_count<T>>(
            member, [&](auto i) { return self.template read_member<i>(p, key); });
    }

    /// Reads member I; the cursor is behind its colon.
    template <std::size_t I>
    progress read_member(progress p, std::uint32_t const* key) {
        auto const name = name_of<I>(key);
        bool const again = p.seen & bit_of<T, I>;
        if (again) {
            if (!c_.latest && c_.options.edition < facts_of<T>[I].entered)
                return pass_unknown(p, name, facts_of<T>[I].entered, key, I);
            forget_unread(c_, object_.*described_member<T, I>::pointer);
        }
        p.seen |= bit_of<T, I>;
        auto const result = read_member_value<T, I>(c_, object_, where_, name);
        p.at = c_.cursor.at;
        drop_empty<T, I>(object_);
        note_records<I>(result);
        if (again && !stops(result)) report_duplicate(c_, where_, name, key);
        return leave_member(*this, p, result, I);
    }

    progress pass_unknown(progress p, std::string_view name, edition entered, std::uint32_t const* key,
                          std::size_t member) {
        auto const result = read_unknown<T>(c_, unknown_, where_, name, entered, key);
        p.at = c_.cursor.at;
        return leave_member(*this, p, result, member);
    }

    /// How member I is spelled here.
    template <std::size_t I>
    std::string_view name_of(std::uint32_t const* key) const {
        constexpr std::string_view alias = facts_of<T>[I].alias;
        if constexpr (alias.empty()) return wire_name<T, I>;
        else return c_.cursor.text().substr(*key + 1, alias.size()) == alias ? alias : wire_name<T, I>;
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
