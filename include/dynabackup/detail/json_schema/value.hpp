#pragma once
/// \file
/// JSON that is composed of parts. Each part is its compact text.

#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/detail/util/concat.hpp>

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::schema {

/// Any JSON value.
class value {
public:
    value(std::string_view text) { json::append_json_string(text_, text); }
    value(char const* text) : value(std::string_view(text)) {}
    value(std::string const& text) : value(std::string_view(text)) {}
    template <std::same_as<bool> B>
    value(B yes) : text_(yes ? "true" : "false") {}
    template <std::integral N>
    requires(!std::same_as<N, bool>) value(N number) : text_(concat(number)) {}

    /// Takes JSON text unchanged.
    static value raw(std::string text) {
        value v("");
        v.text_ = std::move(text);
        return v;
    }

    std::string const& text() const { return text_; }

private:
    std::string text_;
};

/// An object, member by member.
class object {
public:
    object() = default;
    object(std::initializer_list<std::pair<std::string_view, value>> members) {
        for (auto const& [name, v] : members) add(name, v);
    }
    /// Takes the JSON text of members unchanged.
    static object raw(std::string_view members) {
        object made;
        made.members_ = members;
        return made;
    }

    object& add(std::string_view name, value const& v) {
        if (!members_.empty()) members_ += ',';
        json::append_json_string(members_, name);
        members_ += ':';
        members_ += v.text();
        return *this;
    }
    /// Adds the members of another object.
    object& add(object const& other) {
        if (!members_.empty() && !other.empty()) members_ += ',';
        members_ += other.members_;
        return *this;
    }

    bool empty() const { return members_.empty(); }
    operator value() const { return value::raw('{' + members_ + '}'); }

private:
    std::string members_;
};

/// A list, element by element.
class list {
public:
    list() = default;
    list(std::initializer_list<value> elements) {
        for (auto const& v : elements) add(v);
    }

    list& add(value const& v) {
        if (!elements_.empty()) elements_ += ',';
        elements_ += v.text();
        return *this;
    }

    bool empty() const { return elements_.empty(); }
    operator value() const { return value::raw('[' + elements_ + ']'); }

private:
    std::string elements_;
};

} // namespace dynabackup::schema
