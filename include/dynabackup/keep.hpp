#pragma once
/// \file
/// What a document has besides the members of its model, kept to be written again.

#include <dynabackup/json/locator.hpp>
#include <dynabackup/json/structural_index.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/write.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup {

/// The members of a document that the model does not know, by the objects in which they stand.
class unknown_members {
public:
    /// One of them.
    struct member {
        std::string name;  ///< without escapes
        std::string value; ///< its JSON, as it stood there
    };

    /// Adds a member to the object at that place, a JSON Pointer (RFC 6901).
    void add(std::string const& object, member added) {
        auto& there = objects_[object];
        there.insert(std::ranges::upper_bound(there, added.name, {}, &member::name), std::move(added));
        ++size_;
    }

    /// Those of an object, sorted by name; null: none.
    std::vector<member> const* in(std::string const& object) const {
        auto const found = objects_.find(object);
        return found == objects_.end() ? nullptr : &found->second;
    }

    std::size_t size() const { return size_; } ///< members, over all objects
    bool empty() const { return size_ == 0; }  ///< whether there are none

private:
    std::map<std::string, std::vector<member>> objects_;
    std::size_t size_ = 0;
};

namespace detail {

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

} // namespace detail

/// Reads a text as parse<T> does, and keeps what T does not have, or not yet in the edition of the options: the members
/// of which a check says `json.unknown-member`, and those that it tolerates. Cost: half as much again as parse, and
/// memory for each of these members.
template <described_struct T>
result<T> parse(std::string_view text, unknown_members& kept, options const& chosen = {}) {
    kept = {};
    auto model = parse<T>(text, chosen);
    if (!model) return model;
    if (text.starts_with(json::byte_order_mark)) text.remove_prefix(json::byte_order_mark.size());
    json::structural_index index;
    if (!index.build(text)) return model; // cannot be: it was read
    json::cursor tokens(text, index.begin(), index.end(), true);
    detail::unknown_finder(tokens, chosen.edition, kept).look<T>(tokens.at, path_node{});
    return model;
}

/// Appends a model with the unknown members of the text that it was read from, as append_json does: in `aws_cli` behind
/// the others, else in the order of their names. Those of an object that the model does not have, or no longer has at
/// that place, are left out.
template <described_struct T>
void append_json(std::string& out, T const& model, unknown_members const& kept, format as = own_format<T>) {
    detail::kept_members const members(kept);
    if (as == format::aws_cli)
        detail::printer<true, detail::kept_members>(out, as, 0, nullptr, members).print(model);
    else detail::printer<false, detail::kept_members>(out, as, 0, nullptr, members).print(model);
}

/// The same as a new text.
template <described_struct T>
std::string to_json(T const& model, unknown_members const& kept, format as = own_format<T>) {
    std::string out;
    append_json(out, model, kept, as);
    return out;
}

} // namespace dynabackup
