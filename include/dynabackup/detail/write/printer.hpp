#pragma once
/// \file
/// Prints objects as JSON by the tables of their shapes.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/read/unreadable_fields.hpp>
#include <dynabackup/detail/write/buffer.hpp>
#include <dynabackup/detail/write/kept_members.hpp>
#include <dynabackup/detail/write/layout.hpp>
#include <dynabackup/detail/write/string.hpp>
#include <dynabackup/detail/write/time.hpp>
#include <dynabackup/model/path.hpp>
#include <dynabackup/write.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace dynabackup::detail {

/// Pretty: members in the documented order, four spaces per level. Otherwise in wire order, without white space.
class printer {
public:
    printer(std::string& out, format as, std::size_t depth, unreadable_fields const* unreadable,
            kept_members const* kept)
        : out_(out), as_(as), pretty_(as == format::aws_cli), depth_(depth), unreadable_(unreadable),
          kept_(kept) {}
    printer(printer const&) = delete;
    printer& operator=(printer const&) = delete;

    void print(shape_table const& shape, void const* object) {
        three_decimals_ = shape.dialect.three_decimals;
        put_object(shape, object);
        out_.flush();
    }

private:
    void put_object(shape_table const& shape, void const* object) {
        if (shape.is_unwrapped) {
            auto const& m = shape.members.front();
            return put_custom(*m.value->custom, m.in(object));
        }
        char before = '{'; // the first member
        ++depth_;
        auto kept = kept_here();
        for (std::size_t i = 0; i < shape.members.size(); ++i) {
            auto const& m = pretty_ ? shape.members[i] : *shape.wire_order[i];
            while (!kept.empty() && !pretty_ && kept.front().name < m.name) put_kept(kept, before);
            put_member(m, object, before);
        }
        while (!kept.empty()) put_kept(kept, before);
        --depth_;
        close(before, '{', '}');
    }

    void put_list(value_table const& type, void const* list, bool epoch_seconds) {
        auto const elements = type.list->view(const_cast<void*>(list));
        auto const& element = *type.element;
        char before = '[';
        ++depth_;
        for (std::size_t i = 0; i < elements.size; ++i) {
            char const* const at = elements.data + i * element.size;
            if (!is_known(at, element)) [[unlikely]]
                continue;
            if (kept_) [[unlikely]]
                put_below(path_step{i}, element, at, epoch_seconds, begin(before));
            else put_value(element, at, epoch_seconds, begin(before));
        }
        --depth_;
        close(before, '[', ']');
    }

    DYNABACKUP_ALWAYS_INLINE void put_member(member_table const& m, void const* object, char& before) {
        void const* const member = m.in(object);
        if (!is_known(member, *m.value)) [[unlikely]]
            return;
        void const* const value = m.value->value(member);
        if (!value) {
            if (m.presence == presence::nullable && m.value->is_null(member))
                out_.end(copy(key(m, before), "null"));
            return;
        }
        if (m.kind == value_kind::enumeration && m.presence == presence::required &&
            text_of(*m.value, value).empty())
            return;
        if (kept_) [[unlikely]]
            put_below(m.name, *m.value, value, m.epoch_seconds, key(m, before));
        else put_value(*m.value, value, m.epoch_seconds, key(m, before));
    }

    /// Writes a value at p, where there is room for any value except objects, lists and strings. \pre The value is not
    /// absent.
    DYNABACKUP_ALWAYS_INLINE void put_value(value_table const& type, void const* value, bool epoch_seconds,
                                            char* p) {
        switch (type.kind) {
        case value_kind::string: return put_string(*static_cast<std::string const*>(value), p);
        case value_kind::enumeration: return put_string(text_of(type, value), p);
        case value_kind::integer:
            p = std::to_chars(p, p + 20, *static_cast<std::int64_t const*>(value)).ptr;
            break;
        case value_kind::boolean: p = copy(p, *static_cast<bool const*>(value) ? "true" : "false"); break;
        case value_kind::time: p = write_time(p, *static_cast<timestamp const*>(value), epoch_seconds); break;
        case value_kind::any_object:
            out_.end(p);
            return write_layout(out_, static_cast<json_object const*>(value)->text(), depth_, pretty_);
        case value_kind::object: out_.end(p); return put_object(*type.shape, value);
        case value_kind::list: out_.end(p); return put_list(type, value, epoch_seconds);
        case value_kind::custom: out_.end(p); return put_custom(*type.custom, value);
        }
        out_.end(p);
    }

    void put_custom(custom_functions const& type, void const* value) {
        std::string text;
        type.append(text, value, unreadable_);
        if (pretty_) write_layout(out_, text, depth_, pretty_);
        else out_.put(text);
    }

    bool is_known(void const* member, value_table const& type) const {
        return !unreadable_ || !unreadable_->contains(member, type);
    }

    // ---- members that the shapes do not have ----

    /// Returns the kept members of the object at the current path.
    std::span<kept_member const> kept_here() const {
        if (!kept_) return {};
        auto const found = kept_->objects.find(path_);
        if (found == kept_->objects.end()) return {};
        return found->second;
    }

    /// Writes the first kept member, and removes it from the span.
    void put_kept(std::span<kept_member const>& kept, char& before) {
        put_string(kept.front().name, begin(before));
        out_.put(':');
        if (pretty_) out_.put(' ');
        write_layout(out_, kept.front().value, depth_, pretty_);
        kept = kept.subspan(1);
    }

    /// Writes a value with the kept members in it, which need the path.
    void put_below(path_step const& s, value_table const& type, void const* value, bool epoch_seconds,
                   char* p) {
        auto const size = path_.size();
        append_step(path_, s);
        put_value(type, value, epoch_seconds, p);
        path_.resize(size);
    }

    // ---- layout ----

    /// Room for a name, a number, a time, and a string that write_string copies as a whole.
    static constexpr std::size_t room = longest_key + 2 + write_at_once + 16;

    /// Begins a member or an element. `before` is the bracket before the first one, and then a comma. \return The place
    /// to write to, with `room` bytes.
    DYNABACKUP_ALWAYS_INLINE char* begin(char& before) {
        if (pretty_) {
            out_.put(before);
            write_line_break(out_, depth_);
        }
        char* p = out_.room(room);
        if (!pretty_) *p++ = before;
        before = ',';
        return p;
    }

    /// Begins a member, and writes its name.
    DYNABACKUP_ALWAYS_INLINE char* key(member_table const& m, char& before) {
        char* p = begin(before);
        if (m.key_size == 0) [[unlikely]] {
            out_.end(p);
            out_.put({m.key, m.name.size() + 3});
            p = out_.room(room);
        } else { // copies of a fixed size are faster than copies of the exact size
            std::memcpy(p, m.key, 32);
            if (m.key_size > 32) std::memcpy(p + 32, m.key + 32, longest_key - 32);
            p += m.key_size;
        }
        if (pretty_) *p++ = ' ';
        return p;
    }

    void close(char before, char opening, char closing) {
        if (before == opening) out_.put(opening);
        else if (pretty_) write_line_break(out_, depth_);
        out_.put(closing);
    }

    // ---- values without members ----

    static char* copy(char* p, std::string_view text) {
        std::memcpy(p, text.data(), text.size());
        return p + text.size();
    }

    void put_string(std::string_view text, char* p) { // with the hexadecimal digits of Python or of Jackson
        write_string(out_, p, text, pretty_ ? "0123456789abcdef" : "0123456789ABCDEF");
    }

    static std::string_view text_of(value_table const& type, void const* enumerator) {
        auto const& e = *static_cast<enum_value const*>(enumerator);
        if (!e.known) return e.other;
        auto const names = type.enumeration->names;
        return e.number < names.size() ? names[e.number] : std::string_view();
    }

    char* write_time(char* p, timestamp time, bool epoch_seconds) const {
        if (as_ == format::aws_wire && epoch_seconds) return write_epoch_seconds(p, time);
        *p++ = '"';
        p = pretty_ ? write_iso_format(p, time) : write_date_time(p, time, three_decimals_);
        *p++ = '"';
        return p;
    }

    write_buffer out_;
    format as_;
    bool pretty_;
    bool three_decimals_ = false; ///< see dialect_facts
    std::size_t depth_;
    unreadable_fields const* unreadable_;
    kept_members const* kept_;
    std::string path_; ///< the current path, if there are kept members
};

#if DYNABACKUP_DEFINE
DYNABACKUP_INLINE void append_object(std::string& out, shape_table const& shape, void const* object,
                                     format as, std::size_t depth, unreadable_fields const* unreadable,
                                     kept_members const* kept) {
    if (kept && kept->objects.empty()) kept = nullptr;
    if (unreadable && unreadable->empty()) unreadable = nullptr;
    printer(out, as, depth, unreadable, kept).print(shape, object);
}
#endif

} // namespace dynabackup::detail
