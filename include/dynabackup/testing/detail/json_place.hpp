#pragma once
/// \file
/// The places of a model's members in its JSON text, and edits of the text at these places.

#include <dynabackup/model/tables.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::testing::detail {

/// A member of a model.
struct json_place {
    std::string path;  ///< JSON Pointer; no name in it needs an escape
    std::size_t depth; ///< 1: a member of the document itself
    value_kind kind;
    bool required;              ///< in the edition
    simple_shape const* simple; ///< its simple shape; null if it has none
    dialect_facts dialect;      ///< how its system spells documents
};

/// Appends every member that an object has in an edition, and every member of the objects in it.
inline void collect_places(shape_table const& shape, void const* object, edition day,
                           std::vector<json_place>& out, std::string const& path = {},
                           std::size_t depth = 1) {
    for (auto const& m : shape.members) {
        auto const* const value = m.value_in(object);
        if (m.facts->entered > day || !value) continue;
        auto const here = path + '/' + std::string(m.name);
        out.push_back({here, depth, m.kind, m.presence == presence::required && day >= m.facts->obliged,
                       m.facts->at(day), shape.dialect});
        if (m.kind == value_kind::object) collect_places(*m.value->shape, value, day, out, here, depth + 1);
        if (m.kind != value_kind::list || !m.value->element->shape || m.value->element->shape->is_unwrapped)
            continue;
        auto const list = m.value->list->view(const_cast<void*>(value));
        auto const& element = *m.value->element;
        for (std::size_t i = 0; i < list.size; ++i)
            collect_places(*element.shape, list.data + i * element.size, day, out,
                           here + '/' + std::to_string(i), depth + 2);
    }
}

// ---- edits of compact, well-formed text ----

/// Returns the end of the value that begins at an offset of the text.
inline std::size_t end_of_value(std::string_view text, std::size_t at) {
    std::size_t open = 0;
    do {
        char const c = text[at++];
        if (c == '"') {
            while (text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
            ++at;
        } else if (c == '{' || c == '[') {
            ++open;
        } else if (c == '}' || c == ']') {
            --open;
        } else if (c != ',' && c != ':') {
            at = text.find_first_of(",]}", at);
            at = at == text.npos ? text.size() : at;
        }
    } while (open != 0);
    return at;
}

/// Offsets of a member in the text: of the quote before its name, of its value, and of the end of its value.
struct member_span {
    std::size_t name, value, end;
};

/// Finds the member at a path. \pre The member exists.
inline member_span find_member(std::string_view text, std::string_view path) {
    member_span found{0, 0, text.size()};
    while (!path.empty()) {
        auto const size = path.find('/', 1);
        auto const step = path.substr(1, size == path.npos ? size : size - 1);
        path.remove_prefix(step.size() + 1);
        bool const is_list = text[found.value] == '[';
        std::size_t at = found.value + 1;
        for (std::size_t i = 0;; ++i, ++at) { // skips the comma
            auto const name_end = is_list ? at : end_of_value(text, at);
            found = {at, is_list ? at : name_end + 1, end_of_value(text, is_list ? at : name_end + 1)};
            if (is_list ? std::to_string(i) == step : text.substr(at + 1, name_end - at - 2) == step) break;
            at = found.end;
        }
    }
    return found;
}

/// Replaces the value at a path.
inline void replace_value(std::string& text, std::string_view path, std::string_view value) {
    auto const [name, begin, end] = find_member(text, path);
    text.replace(begin, end - begin, value);
}

/// Removes the member at a path.
inline void remove_member(std::string& text, std::string_view path) {
    auto const [name, begin, end] = find_member(text, path);
    bool const last = text[end] == '}', first = text[name - 1] == '{';
    text.erase(last && !first ? name - 1 : name, end - name + (last && first ? 0 : 1));
}

/// Inserts a member after the one at a path.
inline void insert_member(std::string& text, std::string_view path, std::string_view member) {
    text.insert(find_member(text, path).end, "," + std::string(member));
}

} // namespace dynabackup::testing::detail
