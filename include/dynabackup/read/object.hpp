#pragma once
/// \file
/// Reads an object into a described struct.
///
/// Members are expected in wire order (AWS sorts them by name) or in the documented one, then looked up: any order is
/// read.

#include <dynabackup/model/wire_order.hpp>
#include <dynabackup/read/any_member.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace dynabackup::detail {

template <class T, std::size_t I>
got resume_member(context& c, T& object, path_node const& parent);

/// Reads one object. The hot path goes over the members in the order that is expected, as long as they are spelled as
/// services write them; a step reads whatever else comes. What changes from member to member is in locals, and handed
/// on by value where a call is not inlined: so it stays in registers, which texts that are copied cannot change.
template <described_struct T>
class object_reader : any_member_reader<T> {
    using base = any_member_reader<T>;
    using base::c_, base::object_, base::where_, base::unknown_;

public:
    using base::base;

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
            this->template note_records<i>(result);
            return base::leave(*this, {c_.cursor.at, before.seen}, result, i);
        });
        return read_members(p, nullptr);
    }

private:
    /// Goes over the members in wire order, as long as there are some. The order of the documentation, in which the
    /// command line prints them, is another one that is expected.
    [[gnu::always_inline]] got read_members(object_progress p, std::uint32_t const* opening) {
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
                p = base::step(*this, {in.at, p.seen});
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
    [[gnu::always_inline]] void read_in_order(json::token_cursor& in, object_progress& p,
                                              std::index_sequence<K...>) {
        (void)(... && read_if_next<Order[K]>(in, p));
    }

    /// Reads member I if it is the next one. False if what follows must not be compared with other members.
    template <std::size_t I>
    [[gnu::always_inline]] bool read_if_next(json::token_cursor& in, object_progress& p) {
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
            auto const result = this->template read_value_of<I>(wire_name<T, I>);
            in.at = c_.cursor.at;
            in.plain_until = c_.cursor.plain_until;
            if (!in.is_plain() || stops(result)) [[unlikely]] {
                p = base::leave(*this, {in.at, p.seen}, result, I);
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
        p = base::leave(*this, {in.at, p.seen}, got::value);
        catch_up(in, p);
        return false;
    }

    /// What has been read with the context's cursor is behind this.
    void catch_up(json::token_cursor& in, object_progress const& p) const {
        in.at = p.at;
        in.plain_until = c_.cursor.plain_until;
    }

    [[gnu::noinline]] static got stop(object_reader self, object_progress p) {
        if (p.result == got::suspended)
            self.c_.suspended_objects.push_back(
                {p.member, p.seen,
                 self.unknown_ ? std::move(*self.unknown_) : decltype(suspended_object::names){}});
        return p.result;
    }
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
