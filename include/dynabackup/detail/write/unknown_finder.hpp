#pragma once
/// \file
/// Finds the members of a text that its shape does not have. Defines what unknown_members.hpp declares.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/json/locator.hpp>
#include <dynabackup/detail/json/structural_index.hpp>
#include <dynabackup/detail/json/window.hpp>
#include <dynabackup/model/path.hpp>
#include <dynabackup/unknown_members.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup {

namespace detail {

/// Walks over the objects that shapes describe.
class unknown_finder {
public:
    unknown_finder(json::cursor& tokens, parse_options const& chosen, unknown_members& found)
        : tokens_(tokens), raw_(tokens.text()), chosen_(chosen), found_(found) {}

    void look(shape_table const& shape, std::uint32_t const* from, path_node const& where) {
        if (shape.is_unwrapped) return; // the names in it are data
        auto const text = tokens_.text();
        if (from == tokens_.last || text[*from] != '{' || text[from[1]] == '}') return;
        std::string scratch;
        for (;;) {
            auto const name = json::member_name(text, from + 1, scratch);
            auto const* const value = from + 3; // after a brace or a comma, the name and a colon
            auto const* known = shape.find(name);
            if (!known && chosen_.names == spelling::any) known = shape.find_spelled(name);
            if (!known || known->facts->entered > chosen_.edition)
                found_.add(to_pointer(where), {std::string(name), std::string(raw_.raw(value, text.npos))});
            else look_into(*known->value, value, {&where, known->name});
            from = tokens_.behind(value);
            if (from == tokens_.last || text[*from] != ',') return;
        }
    }

private:
    void look_into(value_table const& type, std::uint32_t const* from, path_node const& where) {
        if (type.kind == value_kind::object) return look(*type.shape, from, where);
        if (type.kind != value_kind::list || type.element->kind != value_kind::object) return;
        auto const text = tokens_.text();
        if (text[*from] != '[' || text[from[1]] == ']') return;
        for (std::size_t n = 0; from != tokens_.last && (n == 0 || text[*from] == ','); ++n) {
            look(*type.element->shape, from + 1, {&where, path_step{n}});
            from = tokens_.behind(from + 1);
        }
    }

    json::cursor& tokens_;
    json::locator raw_;
    parse_options const& chosen_;
    unknown_members& found_;
};

DYNABACKUP_INLINE void find_unknown_members(std::string_view text, shape_table const& shape,
                                            parse_options const& chosen, unknown_members& found) {
    if (text.starts_with(json::byte_order_mark)) text.remove_prefix(json::byte_order_mark.size());
    json::structural_index index;
    if (!index.build(text)) return; // it was built when the text was read
    json::cursor tokens(text, index.begin(), index.end(), true);
    unknown_finder(tokens, chosen, found).look(shape, tokens.at, path_node{});
}

} // namespace detail

DYNABACKUP_INLINE void unknown_members::add(std::string const& object, member added) {
    auto& there = all_.objects[object];
    auto at = there.end();
    while (at != there.begin() && added.name < (at - 1)->name) --at; // nearly always they come sorted
    there.insert(at, std::move(added));
    ++all_.size;
}

DYNABACKUP_INLINE std::vector<unknown_members::member> const*
unknown_members::in(std::string const& object) const {
    auto const found = all_.objects.find(object);
    return found == all_.objects.end() ? nullptr : &found->second;
}

} // namespace dynabackup
