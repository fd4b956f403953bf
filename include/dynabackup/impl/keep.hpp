#pragma once
/// \file
/// Finds and writes the members that a model does not know: what keep.hpp declares.

#include <dynabackup/json/cursor.hpp>
#include <dynabackup/json/locator.hpp>
#include <dynabackup/json/piece.hpp>
#include <dynabackup/json/structural_index.hpp>
#include <dynabackup/keep.hpp>
#include <dynabackup/path.hpp>
#include <dynabackup/read/member.hpp>
#include <dynabackup/write/printer.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Hands out the unknown members while a model is printed.
class kept_members {
public:
    explicit kept_members(unknown_members const& all) : all_(&all) {}

    void begin_object() { objects_.push_back({all_->in(path_), 0}); }
    void end_object() { objects_.pop_back(); }
    void enter(step const& s) {
        ends_.push_back(path_.size());
        append_step(path_, s);
    }
    void leave() {
        path_.resize(ends_.back());
        ends_.pop_back();
    }

    /// Those that stand before a member in the order of names.
    template <class Put>
    void before(std::string_view name, Put const& put) {
        put_while(put, [name](auto const& m) { return m.name < name; });
    }
    template <class Put>
    void rest(Put const& put) {
        put_while(put, [](auto const&) { return true; });
    }

private:
    struct place {
        std::vector<unknown_members::member> const* members;
        std::size_t next;
    };

    template <class Put, class Condition>
    void put_while(Put const& put, Condition holds) {
        auto& [members, next] = objects_.back();
        for (; members && next < members->size() && holds((*members)[next]); ++next)
            put((*members)[next].name, (*members)[next].value);
    }

    unknown_members const* all_;
    std::string path_;
    std::vector<std::size_t> ends_;
    std::vector<place> objects_;
};

/// Walks over the objects that a shape describes.
class unknown_finder {
public:
    unknown_finder(json::cursor& tokens, dynabackup::edition day, unknown_members& found)
        : tokens_(tokens), raw_(tokens.text()), edition_(day), found_(found) {}

    template <described_struct T>
    void look(std::uint32_t const* token, path_node const& where) {
        auto const text = tokens_.text();
        if (token == tokens_.last || text[*token] != '{' || text[token[1]] == '}') return;
        std::string scratch;
        for (;;) {
            std::string const name(json::member_name(text, token + 1, scratch));
            auto const* const value = token + 3; // behind a brace or a comma, the name and a colon
            std::size_t const known = find_member<T>(name);
            if (known == member_count<T> || facts_of<T>[known].entered > edition_)
                found_.add(to_pointer(where), {name, std::string(raw_.raw(value, std::string_view::npos))});
            else
                boost::mp11::mp_with_index<member_count<T>>(known, [&](auto i) {
                    using M =
                        std::remove_cvref_t<decltype(std::declval<T&>().*described_member<T, i>::pointer)>;
                    look_into<member_value<M>>(value, {&where, wire_name<T, i>});
                });
            token = tokens_.behind(value);
            if (token == tokens_.last || text[*token] != ',') return;
        }
    }

private:
    template <class V>
    void look_into(std::uint32_t const* token, path_node const& where) {
        if constexpr (described_struct<V>) look<V>(token, where);
        else if constexpr (is_list<V>) look_into_elements<typename V::value_type>(token, where);
    }

    template <class V>
    void look_into_elements(std::uint32_t const* token, path_node const& where) {
        if constexpr (described_struct<V>) {
            auto const text = tokens_.text();
            if (text[*token] != '[' || text[token[1]] == ']') return;
            for (std::size_t n = 0; token != tokens_.last && (n == 0 || text[*token] == ','); ++n) {
                look<V>(token + 1, {&where, step{n}});
                token = tokens_.behind(token + 1);
            }
        }
    }

    json::cursor& tokens_;
    json::locator raw_;
    dynabackup::edition edition_;
    unknown_members& found_;
};

/// See keep.hpp.
template <described_struct T>
struct keeper {
    /// \pre The text was read as T.
    static void find_unknown(std::string_view text, edition day, unknown_members& found) {
        if (text.starts_with(json::byte_order_mark)) text.remove_prefix(json::byte_order_mark.size());
        json::structural_index index;
        if (!index.build(text)) return; // cannot be: it was read
        json::cursor tokens(text, index.begin(), index.end(), true);
        unknown_finder(tokens, day, found).look<T>(tokens.at, path_node{});
    }

    static void append(std::string& out, T const& model, unknown_members const& kept, format as) {
        kept_members const members(kept);
        if (as == format::aws_cli) printer<true, kept_members>(out, as, 0, nullptr, members).print(model);
        else printer<false, kept_members>(out, as, 0, nullptr, members).print(model);
    }
};

} // namespace dynabackup::detail
