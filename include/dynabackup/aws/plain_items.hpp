#pragma once
/// \file
/// Reads items from plain JSON, `{"pk":"order#1","total":12.50}`, into attribute values. append_plain_json writes such
/// JSON.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/aws/detail/attribute_names.hpp>
#include <dynabackup/aws/plain_types.hpp>
#include <dynabackup/rules/items.hpp>

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::aws {

/// Reads items from plain JSON. Unless the types say otherwise, an object becomes an M, an array an L, a number an N
/// with all of its digits, a string an S, true and false a BOOL, and null NULL. Reuses memory from item to item.
class plain_item_reader {
public:
    /// `types`: the types that plain JSON does not show; must outlive the reader.
    explicit plain_item_reader(plain_types const& types) : types_(types) {}
    explicit plain_item_reader(plain_types const&& temporary) = delete;

    /// Reads an object into the attributes of an item. Returns nothing on success; else what is wrong with the text,
    /// and the contents of the item are unspecified.
    [[nodiscard]] std::optional<plain_problem> read(std::string_view json, AttributeMap& item) {
        images_ = false;
        return read_object(json, item);
    }

    /// Reads an object whose members are items, such as the Keys and NewImage of a change. The types are those of the
    /// attributes of these items. Returns what `read` returns.
    [[nodiscard]] std::optional<plain_problem> read_images(std::string_view json, AttributeMap& images) {
        images_ = true;
        return read_object(json, images);
    }

private:
    using json_value = simdjson::ondemand::value;

    std::optional<plain_problem> read_object(std::string_view json, AttributeMap& item) {
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
        if (read_map(object, item, images_ ? 0 : 1) && detail::is_more(document))
            refuse("Something follows the object.");
        return std::move(problem_);
    }

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
        detail::attribute_names names;
        for (auto field : object) {
            std::string_view key;
            if (auto const error = field.unescaped_key().get(key)) return refuse(message_of(error));
            auto const size = path_.size();
            dynabackup::detail::append_step(path_, key);
            if (images_ && level == 0) image_ = path_.size();
            if (names.find(out, out.size(), key)) return refuse("The name occurs twice in its object.");
            auto& attribute = out.append(std::string(key));
            json_value value;
            if (auto const error = field.value().get(value)) return refuse(message_of(error));
            if (!read_value(value, attribute.value, level)) return false;
            path_.resize(size);
        }
        return true;
    }

    bool read_value(json_value& from, AttributeValue& out, std::size_t level) {
        if (level > item::most_levels) return refuse(item::too_many_levels());
        simdjson::ondemand::json_type type;
        if (auto const error = from.type().get(type)) return refuse(message_of(error));
        if (!types_.empty()) known_ = types_.at(std::string_view(path_).substr(images_ ? image_ : 0));
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
        if (json::read_decimal(text.data(), text.data() + text.size(), ignored)) // it returned an error
            return refuse("Not a JSON number.");
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
        dynabackup::detail::append_step(path_, std::string_view("*"));
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
                return refuse(std::string("The element is not of type ") + std::string(attribute_tag(type)) +
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
    std::string path_;                     ///< of the current value
    bool images_ = false;                  ///< the members of the object are items
    std::size_t image_ = 0;                ///< the length of the path to the current one
    std::span<AttributeType const> known_; ///< its types, if they are known
    std::optional<plain_problem> problem_;
};

} // namespace dynabackup::aws
