#pragma once
/// \file
/// Items as plain JSON, `{"pk":"order#1","total":12.50}`, read back into attribute values. append_plain_json writes them.

#include <dynabackup/aws/attribute_value.hpp>

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
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
struct plain_problem {
    std::string path;    ///< JSON Pointer to the value that is wrong; empty: the whole text
    std::string message; ///< what is wrong, for people
};

/// The types that plain JSON does not tell: whether a string is an S or a B, or an N that is no number; whether an array is
/// an L or a set. Each type
/// belongs to a path: a JSON Pointer in which `*` is any index of a list, `/photo`, `/lines/*/tags`.
class plain_types {
public:
    /// Adds a type at a path. A text that does not begin with `/` is the name of an attribute.
    void add(std::string_view path, AttributeType type) {
        std::string own;
        if (path.starts_with('/')) own = path;
        else append_step(own, path);
        auto& to = at_path(own);
        to.add(type);
        to.is_untold = true;
    }

    /// Adds the types of all values of an item.
    void add(AttributeMap const& item) {
        std::string path;
        add_all(item, path);
    }

    /// Adds what another one has.
    void merge(plain_types const& other) {
        for (auto const& [path, one] : other.paths_) {
            auto& to = at_path(path);
            for (auto const type : one.types) to.add(type);
            to.is_untold |= one.is_untold;
        }
    }

    /// The types at a path; empty: nobody has said.
    std::span<AttributeType const> at(std::string_view path) const {
        auto const found = paths_.find(path);
        if (found == paths_.end()) return {};
        return found->second.types;
    }

    /// Whether nothing is known.
    [[nodiscard]] bool empty() const { return paths_.empty(); }

    /// The paths at which plain JSON means one of several types, so that reading it back takes the first one.
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

    /// Returns the paths whose types plain JSON does not tell, as an object: `{"/photo":"B","/tags":"S|SS"}`.
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

    /// Reads what to_json writes. Returns what is wrong with the text, and nothing if it was read.
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

    /// Appends a step to a path.
    static void append_step(std::string& path, std::string_view name) {
        path += '/';
        for (char const c : name) {
            if (c == '~') path += "~0";
            else if (c == '/') path += "~1";
            else path += c;
        }
    }

private:
    /// What stands at a path.
    struct types_of_path {
        std::vector<AttributeType> types; ///< sorted
        bool is_untold = false;           ///< plain JSON does not tell one of them

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
            append_step(path, a.name);
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
            append_step(path, "*");
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

/// Reads items from plain JSON: an object becomes an M, an array an L, a number an N with all of its digits, a string an S,
/// true and false a BOOL, null NULL; unless the types say otherwise. Memory is used again for the next item.
class plain_item_reader {
public:
    /// `types`: what plain JSON does not tell; must outlive the reader.
    explicit plain_item_reader(plain_types const& types) : types_(types) {}

    /// Reads an object into the attributes of an item. Returns what is wrong with the text, and nothing if it was read.
    /// What the item has is unspecified then.
    std::optional<plain_problem> read(std::string_view json, AttributeMap& item) {
        text_.assign(json).resize(json.size() + simdjson::SIMDJSON_PADDING);
        item.clear();
        path_.clear();
        problem_.reset();
        simdjson::ondemand::document document;
        simdjson::ondemand::object object;
        if (auto const error = parser_.iterate(text_.data(), json.size(), text_.size()).get(document))
            return plain_problem{"", message_of(error)};
        if (auto const error = document.get_object().get(object))
            return plain_problem{"",
                                 error == simdjson::INCORRECT_TYPE ? "Not an object." : message_of(error)};
        if (read_map(object, item, 1) && detail::is_more(document)) refuse("Something follows the object.");
        return std::move(problem_);
    }

private:
    using json_value = simdjson::ondemand::value;
    static constexpr std::size_t most_levels = 32; // the service's

    static std::string message_of(simdjson::error_code error) {
        return std::string("Not JSON: ") + simdjson::error_message(error);
    }
    bool refuse(std::string message) {
        problem_ = {path_, std::move(message)};
        return false;
    }
    bool is(AttributeType type) const {
        return !known_.empty() && std::ranges::find(known_, type) != known_.end();
    }

    bool read_map(simdjson::ondemand::object& object, AttributeMap& out, std::size_t level) {
        for (auto field : object) {
            std::string_view key;
            if (auto const error = field.unescaped_key().get(key)) return refuse(message_of(error));
            auto const size = path_.size();
            plain_types::append_step(path_, key);
            if (out.find(key)) return refuse("The name stands twice in its object.");
            auto& attribute = out.append(std::string(key));
            json_value value;
            if (auto const error = field.value().get(value)) return refuse(message_of(error));
            if (!read_value(value, attribute.value, level)) return false;
            path_.resize(size);
        }
        return true;
    }

    bool read_value(json_value& from, AttributeValue& out, std::size_t level) {
        if (level > most_levels)
            return refuse("Nested deeper than 32 levels; the service refuses such an item.");
        simdjson::ondemand::json_type type;
        if (auto const error = from.type().get(type)) return refuse(message_of(error));
        if (!types_.empty()) known_ = types_.at(path_);
        switch (type) {
        case simdjson::ondemand::json_type::object: {
            simdjson::ondemand::object object;
            if (auto const error = from.get_object().get(object)) return refuse(message_of(error));
            AttributeMap map;
            if (!read_map(object, map, level + 1)) return false;
            out = AttributeValue::M(std::move(map));
            return true;
        }
        case simdjson::ondemand::json_type::array: return read_array(from, out, level);
        case simdjson::ondemand::json_type::string: {
            std::string_view text;
            if (auto const error = from.get_string().get(text)) return refuse(message_of(error));
            auto const held = is(AttributeType::string)   ? AttributeType::string
                              : is(AttributeType::binary) ? AttributeType::binary
                              : is(AttributeType::number) ? AttributeType::number
                                                          : AttributeType::string;
            out.hold<std::string>(held) = text;
            return true;
        }
        case simdjson::ondemand::json_type::number: {
            std::string_view text;
            if (!read_number(from, text)) return false;
            out.hold<std::string>(AttributeType::number) = text;
            return true;
        }
        case simdjson::ondemand::json_type::boolean: {
            bool truth = false;
            if (auto const error = from.get_bool().get(truth)) return refuse(message_of(error));
            out = AttributeValue::BOOL(truth);
            return true;
        }
        default:
            bool is_null = false;
            if (from.is_null().get(is_null) || !is_null) return refuse("Not JSON.");
            out.hold_null();
            return true;
        }
    }

    bool read_number(json_value& from, std::string_view& text) {
        text = from.raw_json_token();
        text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
        json::decimal ignored;
        if (json::read_decimal(text.data(), text.data() + text.size(), ignored)) // it has an error
            return refuse("Not a number of JSON.");
        return true;
    }

    bool read_array(json_value& from, AttributeValue& out, std::size_t level) {
        simdjson::ondemand::array array;
        if (auto const error = from.get_array().get(array)) return refuse(message_of(error));
        if (!is(AttributeType::list))
            for (auto const type :
                 {AttributeType::string_set, AttributeType::number_set, AttributeType::binary_set})
                if (is(type)) return read_set(array, out, type);
        AttributeValue::List list;
        auto const size = path_.size();
        plain_types::append_step(path_, "*");
        for (auto element : array) {
            json_value value;
            if (auto const error = element.get(value)) return refuse(message_of(error));
            if (!read_value(value, list.emplace_back(), level + 1)) return false;
        }
        path_.resize(size);
        out = AttributeValue::L(std::move(list));
        return true;
    }

    bool read_set(simdjson::ondemand::array& array, AttributeValue& out, AttributeType type) {
        AttributeValue::Set set;
        for (auto element : array) {
            json_value value;
            simdjson::ondemand::json_type kind;
            std::string_view text;
            if (auto const error = element.get(value)) return refuse(message_of(error));
            if (auto const error = value.type().get(kind)) return refuse(message_of(error));
            if (type == AttributeType::number_set && kind == simdjson::ondemand::json_type::number) {
                if (!read_number(value, text)) return false;
            } else if (value.get_string().get(text)) {
                return refuse(std::string("An element that is none of ") + std::string(attribute_tag(type)) +
                              '.');
            }
            set.emplace_back(text);
        }
        out.hold<AttributeValue::Set>(type) = std::move(set);
        return true;
    }

    plain_types const& types_;
    simdjson::ondemand::parser parser_;
    std::string text_;                     ///< padded
    std::string path_;                     ///< of the value at hand
    std::span<AttributeType const> known_; ///< its types, if somebody has said
    std::optional<plain_problem> problem_;
};

} // namespace dynabackup::aws
