#pragma once
/// \file
/// Prints described structs as JSON, in one layout.

#include <dynabackup/model/shape.hpp>
#include <dynabackup/model/wire_order.hpp>
#include <dynabackup/path.hpp>
#include <dynabackup/unread.hpp>
#include <dynabackup/write/buffer.hpp>
#include <dynabackup/write/format.hpp>
#include <dynabackup/write/layout.hpp>
#include <dynabackup/write/string.hpp>
#include <dynabackup/write/time.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// How a member's name begins: with its quotes and colon, and a space behind in a pretty layout.
template <class T, std::size_t I, bool Pretty>
inline constexpr auto name_text = [] {
    constexpr std::string_view name = wire_name<T, I>;
    std::array<char, name.size() + (Pretty ? 4 : 3)> text{};
    auto* p = text.data();
    *p++ = '"';
    p = std::ranges::copy(name, p).out;
    *p++ = '"';
    *p++ = ':';
    if (Pretty) *p = ' ';
    return text;
}();

/// Where nothing is kept that the model does not know.
struct nothing_kept {
    void begin_object() {}
    void end_object() {}
    void enter(step const&) {}
    void leave() {}
    template <class Put>
    void before(std::string_view, Put const&) {}
    template <class Put>
    void rest(Put const&) {}
};

/// Pretty: members in the documented order, four spaces a level. Else in wire order, without white space. `Kept`: what
/// stands in the objects besides the members of the model; see unknown_members.
template <bool Pretty, class Kept = nothing_kept>
class printer {
public:
    /// `depth`: levels around what is printed. `unread`: members that are not known, and left out; null: all are.
    printer(std::string& out, format as, std::size_t depth = 0, unread_members const* unread = nullptr,
            Kept kept = {})
        : out_(out), as_(as), depth_(depth), unread_(unread), kept_(std::move(kept)) {}
    printer(printer const&) = delete;
    printer& operator=(printer const&) = delete;

    template <described_struct T>
    void print(T const& object) {
        value<T>(object);
        out_.flush();
    }

private:
    /// `In`: the struct whose dialect a value has.
    template <class In, described_struct T>
    [[gnu::noinline]] void value(T const& object) {
        char before = '{'; // the first member
        ++depth_;
        kept_.begin_object();
        [&]<std::size_t... K>(std::index_sequence<K...>) {
            (member < T, Pretty ? K : wire_order<T>[K] > (object, before), ...);
        }
        (std::make_index_sequence<member_count<T>>{});
        kept_.rest([&](auto const& name, auto const& text) { put(before, name, text); });
        kept_.end_object();
        --depth_;
        close(before, '{', '}');
    }

    template <class In, class V>
    [[gnu::noinline]] void value(std::vector<V> const& list) {
        char before = '[';
        ++depth_;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (!is_known(list[i])) continue;
            begin(before);
            kept_.enter(i);
            value<In>(list[i]);
            kept_.leave();
        }
        --depth_;
        close(before, '[', ']');
    }

    template <class T, std::size_t I>
    void member(T const& object, char& before) {
        auto const& m = object.*described_member<T, I>::pointer;
        using M = std::remove_cvref_t<decltype(m)>;
        if constexpr (!Pretty)
            kept_.before(wire_name<T, I>,
                         [&](auto const& name, auto const& text) { put(before, name, text); });
        if (!is_known(m)) [[unlikely]]
            return;
        if constexpr (is_optional<M>) {
            if (m) {
                name<T, I>(before);
                kept_.enter(wire_name<T, I>);
                value<T>(*m);
                kept_.leave();
                return;
            }
            if constexpr (is_nullable<M>)
                if (m.is_null()) {
                    name<T, I>(before);
                    out_.put(std::array{'n', 'u', 'l', 'l'});
                }
        } else {
            if constexpr (is_open_enum<M>)
                if (m.text().empty()) return;
            name<T, I>(before);
            kept_.enter(wire_name<T, I>);
            value<T>(m);
            kept_.leave();
        }
    }

    template <class T, std::size_t I>
    void name(char& before) {
        begin(before);
        out_.put(name_text<T, I, Pretty>);
    }

    /// A member that the model does not have; `text`: its value as JSON.
    void put(char& before, std::string_view name, std::string_view text) {
        begin(before);
        write_string(out_, name, hex());
        out_.put(':');
        if (Pretty) out_.put(' ');
        write_layout<Pretty>(out_, text, depth_);
    }

    template <class M>
    bool is_known(M const& m) const {
        return !unread_ || !unread_->contains(m);
    }

    /// Begins a member or an element; `before` is the bracket until there is one, then a comma.
    void begin(char& before) {
        out_.put(before);
        before = ',';
        if constexpr (Pretty) new_line();
    }

    void close(char before, char opening, char closing) {
        if (before == opening) out_.put(opening);
        else if constexpr (Pretty) new_line();
        out_.put(closing);
    }

    void new_line() {
        out_.put('\n');
        for (std::size_t i = 0; i < depth_; ++i) out_.put(std::array{' ', ' ', ' ', ' '});
    }

    // ---- values without members ----

    template <class In>
    void value(std::string const& text) {
        write_string(out_, text, hex());
    }
    template <class In, class E>
    void value(open_enum<E> const& e) {
        if (!e.known()) return write_string(out_, e.text(), hex());
        auto const name = e.text(); // has nothing to escape
        char* p = out_.room(name.size() + 2);
        *p++ = '"';
        p = std::copy_n(name.data(), name.size(), p);
        *p++ = '"';
        out_.end(p);
    }
    template <class In>
    void value(std::int64_t number) {
        char* const p = out_.room(20);
        out_.end(std::to_chars(p, p + 20, number).ptr);
    }
    template <class In>
    void value(bool yes) {
        if (yes) out_.put(std::array{'t', 'r', 'u', 'e'});
        else out_.put(std::array{'f', 'a', 'l', 's', 'e'});
    }
    template <class In>
    void value(timestamp time) {
        char* p = out_.room(34);
        if (!Pretty && as_ == format::aws_wire && dialect(std::type_identity<In>{}).epoch_seconds) {
            out_.end(write_epoch_seconds(p, time));
            return;
        }
        *p++ = '"';
        p = Pretty ? write_iso_format(p, time) : write_date_time(p, time);
        *p++ = '"';
        out_.end(p);
    }

    /// Jackson's digits, or Python's.
    static constexpr char const* hex() { return Pretty ? "0123456789abcdef" : "0123456789ABCDEF"; }

    write_buffer out_;
    format as_;
    std::size_t depth_;
    unread_members const* unread_;
    [[no_unique_address]] Kept kept_;
};

/// See dynabackup::append_json; for part of a document, and for a model of which not all is known.
template <described_struct T>
void append_json(std::string& out, T const& model, format as, std::size_t depth,
                 unread_members const* unread) {
    if (as == format::aws_cli) printer<true>(out, as, depth, unread).print(model);
    else printer<false>(out, as, depth, unread).print(model);
}

} // namespace dynabackup::detail
