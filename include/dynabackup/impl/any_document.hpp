#pragma once
/// \file
/// Recognises documents by their members: what any_document.hpp declares.

#include <dynabackup/any_document.hpp>
#include <dynabackup/aws/documents.hpp>
#include <dynabackup/clumio/documents.hpp>
#include <dynabackup/impl/check.hpp>

#include <boost/mp11/algorithm.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace dynabackup {

/// Reads each document as what its members make it. A system, such as aws::documents, has:
/// - `shapes`: the list of its shapes;
/// - `bits_of(name, value_has)`: what the name of a member says of its document, as bits; `value_has(other)` looks
///   whether its value is an object with a member of that name;
/// - `is_list(bits)`: whether this is a page of records, whatever other members there are;
/// - `is_wrapped(bits)`: whether one of these members is a record, and this a document around it unless a later member
///   makes it something else: so the record need not be walked over before it is read;
/// - `with_shape(bits, read)`: calls `read` with the shape that these bits mean; false if they mean none;
/// - `landmarks()`: the members with which a document or a record may begin.
/// If a document could be one of several systems, the first of them has it. A template, as the systems are, so
/// that only those who use it compile it.
template <class... Systems>
class any_document final : public detail::document_reader, detail::recognition {
public:
    /// Reads a document as what its members make it.
    detail::got read(context& c) override {
        auto const* const first = c.cursor.at;
        auto const kept = c.pending.size();
        seen_ = {};
        bool const whole = look(c.cursor, inside(c.cursor, first), true, seen_);
        c.recognition = whole ? nullptr : this;
        auto result = read_as(c, seen_);
        c.recognition = nullptr;
        if (result == detail::got::mistaken) {
            c.drop(kept);
            c.unread.clear();
            c.depth = 0;
            c.cursor.at = first;
            seen_ = {};
            look(c.cursor, inside(c.cursor, first), false, seen_);
            result = read_as(c, seen_);
        }
        return result;
    }

    /// Goes on with the document that was read last.
    detail::got resume(context& c) override {
        return boost::mp11::mp_with_index<boost::mp11::mp_size<models>::value>(
            last_, [&](auto i) { return detail::resume_document(c, std::get<i>(models_)); });
    }

    /// The index of its shape in those of the systems.
    std::size_t here() const override { return last_; }
    /// Makes that document the last one.
    void go_to(std::size_t there) override { last_ = there; }

    /// The model of the last document.
    void* last() override {
        return boost::mp11::mp_with_index<boost::mp11::mp_size<models>::value>(
            last_, [&](auto i) -> void* { return &std::get<i>(models_); });
    }

    /// Whether a document may begin with a member of that name.
    bool begins_with(std::string_view) const override { return true; }
    /// The members with which a document or a record of one of the systems may begin.
    std::span<std::string_view const> landmark_names() const override { return names; }
    /// Another one, for another thread.
    std::unique_ptr<detail::document_reader> another() const override {
        return std::make_unique<any_document>();
    }

private:
    using models = boost::mp11::mp_rename<boost::mp11::mp_append<typename Systems::shapes...>, std::tuple>;
    using bits = std::array<std::uint32_t, sizeof...(Systems)>;

    static constexpr name_set names = [] {
        name_set all;
        auto const add = [&](std::span<std::string_view const> more) {
            for (auto name : more) all.insert(name);
        };
        (add(Systems::landmarks()), ...);
        return all;
    }();

    /// Calls `f` with the shape that these bits mean. False if they mean none.
    template <class F>
    static bool with_shape(bits const& seen, F f) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return (Systems::with_shape(seen[I], f) || ...);
        }
        (std::index_sequence_for<Systems...>{});
    }

    detail::got read_as(context& c, bits const& seen) {
        auto result = detail::got::unread;
        bool const known = with_shape(seen, [&](auto shape) {
            using T = typename decltype(shape)::type;
            last_ = boost::mp11::mp_find<models, T>::value;
            result = detail::read_document(c, std::get<T>(models_));
            return true;
        });
        if (known) return result;
        c.shape = {};
        path_node const root{};
        return detail::refuse(c, reading::unrecognized, root,
                              "None of the documents that are known; --shape or check<T> says what it is.");
    }

    bool holds(context& c) override {
        if (c.cursor.peek() != ',') return true;
        bits seen = seen_;
        look(c.cursor, c.cursor.at + 1, false, seen);
        auto const shape_of = [](bits const& of) {
            std::size_t index = 0;
            with_shape(of, [&](auto shape) {
                index = boost::mp11::mp_find<models, typename decltype(shape)::type>::value;
                return true;
            });
            return index;
        };
        return shape_of(seen) == shape_of(seen_);
    }

    /// The first member of an object; if the token begins none, the end.
    static std::uint32_t const* inside(json::cursor const& cursor, std::uint32_t const* token) {
        return token != cursor.last && cursor.text()[*token] == '{' ? token + 1 : cursor.last;
    }

    /// What the members of an object say, as far as they can be told apart, from the token of a name on.
    /// \return Whether it has looked at all that may matter: `brief`, it stops at a record.
    bool look(json::cursor& cursor, std::uint32_t const* token, bool brief, bits& seen) {
        bool whole = true;
        for_each_member(cursor, token, scratch_, [&](std::string_view name, auto const* value) {
            auto const value_has = [&](std::string_view other) {
                bool found = false;
                for_each_member(cursor, inside(cursor, value), inner_scratch_,
                                [&](std::string_view inner, auto const*) { return found = inner == other; });
                return found;
            };
            std::size_t i = 0;
            bool is_list = false, is_wrapped = false;
            ((seen[i] |= Systems::bits_of(name, value_has), is_list |= Systems::is_list(seen[i]),
              is_wrapped |= Systems::is_wrapped(seen[i]), ++i),
             ...);
            whole = is_list || !(brief && is_wrapped && cursor.text()[*value] == '{');
            return is_list || !whole;
        });
        return whole;
    }

    /// Calls `f` with the name of each member of an object and the token of its value, from the token of a name on, until
    /// it returns true. If the object is damaged, there are no more.
    template <class F>
    static void for_each_member(json::cursor& cursor, std::uint32_t const* token, std::string& scratch, F f) {
        auto const text = cursor.text();
        auto const* const last = cursor.last;
        while (last - token > 2 && text[*token] == '"' && text[token[1]] == ':') {
            if (f(json::member_name(text, token, scratch), token + 2)) return;
            token = cursor.behind(token + 2);
            if (token == last || text[*token] != ',') return;
            ++token;
        }
    }

    models models_;
    std::size_t last_ = 0;
    bits seen_{}; ///< of the document at hand, perhaps before all of it has been looked at
    std::string scratch_;
    std::string inner_scratch_;
};

namespace detail {

/// See dynabackup::check.
template <class Documents>
struct any_checker {
    static summary check(std::string_view text, options const& chosen, finding_sink& sink) {
        Documents documents;
        return check_documents(text, chosen, sink, documents, layout::any);
    }

    static summary check(std::string_view text, options const& chosen, finding_sink& sink,
                         input_state& input) {
        Documents documents;
        return check_documents(text, chosen, sink, documents, layout::any, input);
    }
};

} // namespace detail

} // namespace dynabackup
