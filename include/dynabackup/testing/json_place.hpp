#pragma once
/// \file
/// Where the members of a model stand in its JSON text, and edits of that text there.

#include <dynabackup/model/shape.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::testing {

/// What kind of value a member has.
enum class value_kind : unsigned char { text, integer, boolean, time, enumerator, object, list };

/// One member of a model.
struct json_place {
    std::string path;  ///< JSON Pointer; no name needs an escape there
    std::size_t depth; ///< 1: a member of the document itself
    value_kind kind;
    bool required;              ///< of the edition
    simple_shape const* simple; ///< its simple shape; null if it has none
    std::string_view system;    ///< whose member it is: `aws`
    bool null_is_absent;        ///< null is documented there
};

namespace detail {

template <class V>
constexpr value_kind kind_of() {
    if constexpr (std::is_same_v<V, std::string>) return value_kind::text;
    else if constexpr (std::is_same_v<V, std::int64_t>) return value_kind::integer;
    else if constexpr (std::is_same_v<V, bool>) return value_kind::boolean;
    else if constexpr (std::is_same_v<V, timestamp>) return value_kind::time;
    else if constexpr (is_open_enum<V>) return value_kind::enumerator;
    else if constexpr (is_list<V>) return value_kind::list;
    else return value_kind::object;
}

template <described_struct T>
void collect_places(T const& object, std::string const& path, std::size_t depth, edition day,
                    std::vector<json_place>& out);

template <class T, std::size_t I>
void collect_member(T const& object, std::string const& path, std::size_t depth, edition day,
                    std::vector<json_place>& out) {
    constexpr auto const& facts = facts_of<T>[I];
    constexpr auto spelled = dialect(std::type_identity<T>{});
    auto const& member = object.*described_member<T, I>::pointer;
    using member_type = std::remove_cvref_t<decltype(member)>;
    auto const take = [&](auto const& value) {
        using V = std::remove_cvref_t<decltype(value)>;
        std::string const here = path + '/' + std::string(wire_name<T, I>);
        out.push_back({here, depth, kind_of<V>(), is_required<T, I> && day >= facts.obliged, facts.at(day),
                       spelled.system, spelled.null_is_absent});
        if constexpr (described_struct<V>) {
            collect_places(value, here, depth + 1, day, out);
        } else if constexpr (list_member<V>) {
            if constexpr (described_struct<typename V::value_type>)
                for (std::size_t i = 0; i < value.size(); ++i)
                    collect_places(value[i], here + '/' + std::to_string(i), depth + 2, day, out);
        }
    };
    if (facts.entered > day) return;
    if constexpr (optional_member<member_type>) {
        if (member) take(*member);
    } else {
        take(member);
    }
}

template <described_struct T>
void collect_places(T const& object, std::string const& path, std::size_t depth, edition day,
                    std::vector<json_place>& out) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (collect_member<T, I>(object, path, depth, day, out), ...);
    }
    (std::make_index_sequence<member_count<T>>{});
}

} // namespace detail

/// Every member that a model has in an edition, and those of what lies in it.
template <described_struct T>
std::vector<json_place> places_of(T const& model, edition day) {
    std::vector<json_place> places;
    detail::collect_places(model, {}, 1, day, places);
    return places;
}

// ---- edits of compact, well-formed text ----

/// Behind the value that begins at a place of the text.
inline std::size_t behind_value(std::string_view text, std::size_t at) {
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

/// A member of the text: where its name, with its quote, and its value begin, and where that ends.
struct member_span {
    std::size_t name, value, end;
};

/// The member at a path. \pre It is there.
inline member_span find_member(std::string_view text, std::string_view path) {
    member_span found{0, 0, text.size()};
    while (!path.empty()) {
        auto const size = path.find('/', 1);
        auto const step = path.substr(1, size == path.npos ? size : size - 1);
        path.remove_prefix(step.size() + 1);
        bool const is_list = text[found.value] == '[';
        std::size_t at = found.value + 1;
        for (std::size_t i = 0;; ++i, ++at) { // over the comma
            auto const name_end = is_list ? at : behind_value(text, at);
            found = {at, is_list ? at : name_end + 1, behind_value(text, is_list ? at : name_end + 1)};
            if (is_list ? std::to_string(i) == step : text.substr(at + 1, name_end - at - 2) == step) break;
            at = found.end;
        }
    }
    return found;
}

/// The text with another value at a path.
inline void replace_value(std::string& text, std::string_view path, std::string_view value) {
    auto const [name, begin, end] = find_member(text, path);
    text.replace(begin, end - begin, value);
}

/// The text without a member.
inline void remove_member(std::string& text, std::string_view path) {
    auto const [name, begin, end] = find_member(text, path);
    bool const last = text[end] == '}', first = text[name - 1] == '{';
    text.erase(last && !first ? name - 1 : name, end - name + (last && first ? 0 : 1));
}

/// The text with a further member behind the one at a path.
inline void insert_member(std::string& text, std::string_view path, std::string_view member) {
    text.insert(find_member(text, path).end, "," + std::string(member));
}

} // namespace dynabackup::testing
