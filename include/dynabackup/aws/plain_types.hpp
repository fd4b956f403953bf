#pragma once
/// \file
/// The types of attributes that plain JSON does not show, by path; and the file that lists them.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/model/path.hpp>

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::aws {

namespace detail {

/// Whether anything follows the value that was read.
inline bool is_more(simdjson::ondemand::document& document) {
    char const* at = nullptr;
    return document.current_location().get(at) == simdjson::SUCCESS;
}

} // namespace detail

/// Why a text cannot be read as plain JSON.
struct [[nodiscard]] plain_problem {
    std::string path;    ///< JSON Pointer to the value that is wrong; empty: the whole text
    std::string message; ///< what is wrong, in words
};

/// The types that plain JSON does not show: whether a string is an S, a B, or an invalid N; whether an array is an L or
/// a set. Each type belongs to a path, a JSON Pointer in which `*` is any index of a list: `/photo`, `/lines/*/tags`.
class plain_types {
public:
    /// Adds a type at a path. A text that does not begin with `/` is the name of an attribute.
    void add(std::string_view path, AttributeType type) {
        std::string own;
        if (path.starts_with('/')) own = path;
        else dynabackup::detail::append_step(own, path);
        auto& to = at_path(own);
        to.add(type);
        to.is_untold = true;
    }

    /// Adds the types of all values of an item.
    void add(AttributeMap const& item) {
        std::string path;
        add_all(item, path);
    }

    /// Adds all types of another object.
    void merge(plain_types const& other) {
        for (auto const& [path, one] : other.paths_) {
            auto& to = at_path(path);
            for (auto const type : one.types) to.add(type);
            to.is_untold |= one.is_untold;
        }
    }

    /// The types at a path; empty: none were added.
    std::span<AttributeType const> at(std::string_view path) const {
        auto const found = paths_.find(path);
        if (found == paths_.end()) return {};
        return found->second.types;
    }

    /// Whether no types were added.
    [[nodiscard]] bool empty() const { return paths_.empty(); }

    /// The paths at which plain JSON can have several types, so that reading it back takes the first one.
    std::vector<std::string> ambiguous() const {
        std::vector<std::string> paths;
        for (auto const& [path, one] : paths_)
            for (auto const is : {is_text, is_array})
                if (std::ranges::count_if(one.types, is) > 1) {
                    paths.push_back(path);
                    break;
                }
        return paths;
    }

    /// Returns the paths whose types plain JSON does not show, as an object: `{"/photo":"B","/tags":"S|SS"}`.
    std::string to_json() const {
        std::string out = "{";
        for (auto const& [path, one] : paths_) {
            if (!one.is_untold) continue;
            out += out.size() > 1 ? ",\n \"" : "\"";
            auto quoted = to_json_string(path);
            out.append(quoted, 1, quoted.size() - 1) += ":\"";
            for (auto const type : one.types)
                ((out += type == one.types.front() ? "" : "|") += attribute_tag(type));
            out += '"';
        }
        return out += "}\n";
    }

    /// Reads the output of to_json. Returns nothing on success; else what is wrong with the text.
    std::optional<plain_problem> read(std::string_view json) {
        simdjson::ondemand::parser parser;
        simdjson::padded_string const text(json);
        simdjson::ondemand::document document;
        simdjson::ondemand::object object;
        if (parser.iterate(text).get(document) || document.get_object().get(object))
            return plain_problem{"", "Not a JSON object of paths and types, such as {\"/photo\":\"B\"}."};
        for (auto field : object) {
            std::string_view path, tags;
            if (field.unescaped_key().get(path)) return plain_problem{"", "Not JSON."};
            std::string const own(path);
            if (field.value().get_string().get(tags))
                return plain_problem{own, "Not a string such as \"B\"."};
            for (auto const& tag : parts_of(tags)) {
                auto const type = attribute_type_of(tag);
                if (!type)
                    return plain_problem{own,
                                         "There is no type " + tag +
                                             "; the types are S, N, B, BOOL, NULL, M, L, SS, NS and BS."};
                add(own, *type);
            }
        }
        if (detail::is_more(document)) return plain_problem{"", "Something follows the object."};
        return std::nullopt;
    }

private:
    /// The types at one path.
    struct types_of_path {
        std::vector<AttributeType> types; ///< sorted
        bool is_untold = false;           ///< plain JSON does not show one of them

        void add(AttributeType type) {
            auto const place = std::ranges::lower_bound(types, type);
            if (place == types.end() || *place != type) types.insert(place, type);
        }
    };

    static bool is_text(AttributeType type) {
        return type == AttributeType::string || type == AttributeType::binary;
    }
    static bool is_set(AttributeType type) { return type >= AttributeType::string_set; }
    static bool is_array(AttributeType type) { return type == AttributeType::list || is_set(type); }

    static std::string to_json_string(std::string const& text) {
        std::string out;
        append_plain_json(out, AttributeValue::S(text));
        return out;
    }

    static std::vector<std::string> parts_of(std::string_view text) {
        std::vector<std::string> parts;
        for (;;) {
            auto const bar = text.find('|');
            parts.emplace_back(text.substr(0, bar));
            if (bar == text.npos) return parts;
            text.remove_prefix(bar + 1);
        }
    }

    void add_all(AttributeMap const& attributes, std::string& path) {
        for (auto const& a : attributes) {
            auto const size = path.size();
            dynabackup::detail::append_step(path, std::string_view(a.name));
            add_all(a.value, path);
            path.resize(size);
        }
    }
    void add_all(AttributeValue const& value, std::string& path) {
        auto& to = at_path(path);
        to.add(value.type());
        bool const is_odd_number = value.type() == AttributeType::number && !read_decimal_text(*value.text());
        to.is_untold |= is_odd_number || value.type() == AttributeType::binary || is_set(value.type());
        if (auto const* const map = value.map()) add_all(*map, path);
        if (auto const* const list = value.list()) {
            auto const size = path.size();
            dynabackup::detail::append_step(path, std::string_view("*"));
            for (auto const& one : *list) add_all(one, path);
            path.resize(size);
        }
    }

    types_of_path& at_path(std::string_view path) {
        auto const found = paths_.find(path);
        return found != paths_.end() ? found->second : paths_[std::string(path)];
    }

    std::map<std::string, types_of_path, std::less<>> paths_;
};

} // namespace dynabackup::aws
