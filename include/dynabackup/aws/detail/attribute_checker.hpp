#pragma once
/// \file
/// Walks over the values of attributes, and checks each. Defines the functions that attribute_rules.hpp declares.

#include <dynabackup/aws/attribute_rules.hpp>
#include <dynabackup/aws/detail/attribute_functions.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dynabackup::aws {

namespace detail {

/// Checks and measures values in one walk. The validator's quiet pass allocates memory for long sets only.
class value_checker {
public:
    explicit value_checker(rule_context const& in) : in_(in) {}

    std::size_t check(AttributeMap const& attributes, path_node const& where, std::size_t level) const {
        std::size_t size = 0;
        for (auto const& a : attributes) {
            if (a.name.empty() || a.name.size() > item::longest_name) [[unlikely]]
                in_.fail_at(item::attribute_name, {&where, std::string_view(a.name)}, "A name of ",
                            a.name.size(), " bytes; the name of an attribute has 1 to ", item::longest_name,
                            ".");
            size += a.name.size();
            if (in_.knows(a.value)) [[likely]]
                size += check(a.value, path_node{&where, std::string_view(a.name)}, level);
        }
        return size;
    }

    std::size_t check(AttributeValue const& value, path_node const& where, std::size_t level) const {
        if (level > item::most_levels) [[unlikely]] // built in C++: the reader stops at this depth
            return in_.fail_at(item::depth, where, item::too_many_levels()), 0;
        path_node const below{&where, value.tag()};
        if (auto const* const text = value.text()) return check_text(value.type(), *text, below);
        constexpr std::size_t container = 3;
        std::size_t size = 0;
        if (auto const* const set = value.set()) return check_set(value.type(), *set, below);
        if (auto const* const map = value.map())
            return container + map->size() + check(*map, below, level + 1);
        if (auto const* const list = value.list()) {
            for (std::size_t i = 0; i < list->size(); ++i)
                if (in_.knows((*list)[i])) [[likely]]
                    size += 1 + check((*list)[i], path_node{&below, path_step{i}}, level + 1);
            return container + size;
        }
        return 1; // BOOL, NULL
    }

private:
    static constexpr std::size_t few = 8; ///< sets of up to this many elements are compared in pairs

    std::size_t check_text(AttributeType type, std::string const& text, path_node const& where) const {
        if (type == AttributeType::number) return check_number(text, where);
        if (type != AttributeType::binary) return text.size();
        if (is_base64(text)) return base64_bytes(text);
        in_.fail_at(
            item::binary, where,
            "Not base64 of RFC 4648 section 4: groups of four of A-Z, a-z, 0-9, + and /, the last one padded "
            "with =.");
        return text.size();
    }

    std::size_t check_number(std::string const& text, path_node const& where) const {
        auto const n = read_decimal_text(text);
        if (!n) [[unlikely]] {
            in_.fail_at(item::number, where,
                        "Not a number; write digits, with a sign, a point and an exponent if "
                        "needed, such as -12.5 or 1E+3.");
            return text.size();
        }
        if (!n->is_precise()) [[unlikely]]
            in_.fail_at(item::number_precision, where, "It has ", n->significant,
                        " significant digits; the service keeps 38.");
        if (!n->is_in_range()) [[unlikely]]
            in_.fail_at(item::number_range, where,
                        "Neither 0 nor between 1E-130 and 9.9999999999999999999999999999999999999E+125 in "
                        "magnitude.");
        return n->stored_size();
    }

    std::size_t check_set(AttributeType type, AttributeValue::Set const& set, path_node const& where) const {
        if (set.empty()) [[unlikely]]
            in_.fail_at(item::set_empty, where, "A set is not empty; leave the attribute out instead.");
        auto const of = element_of(type);
        std::size_t size = 0;
        for (std::size_t i = 0; i < set.size(); ++i)
            size += check_text(of, set[i], path_node{&where, path_step{i}});
        if (set.size() <= few) compare_few(of, set, where);
        else compare_many(of, set, where);
        return size;
    }

    void compare_few(AttributeType of, AttributeValue::Set const& set, path_node const& where) const {
        if (of == AttributeType::number) return compare_few_numbers(set, where);
        find_pairs(set.size(), where,
                   [&](std::size_t a, std::size_t b) { return mean_the_same(of, set[a], set[b]); });
    }

    void compare_few_numbers(AttributeValue::Set const& set, path_node const& where) const {
        std::array<std::optional<decimal_text>, few> numbers; // each is read once
        for (std::size_t i = 0; i < set.size(); ++i) numbers[i] = read_decimal_text(set[i]);
        find_pairs(set.size(), where, [&](std::size_t a, std::size_t b) {
            return numbers[a] && numbers[b] ? compare(*numbers[a], *numbers[b]) == 0 : set[a] == set[b];
        });
    }

    /// Reports each element that equals an earlier one.
    template <class AreSame>
    void find_pairs(std::size_t size, path_node const& where, AreSame are_same) const {
        for (std::size_t later = 1; later < size; ++later)
            for (std::size_t first = 0; first < later; ++first)
                if (are_same(first, later)) {
                    report_twice(first, later, where);
                    break;
                }
    }

    void compare_many(AttributeType of, AttributeValue::Set const& set, path_node const& where) const {
        std::vector<std::pair<std::string, std::size_t>> all;
        all.reserve(set.size());
        for (std::size_t i = 0; i < set.size(); ++i) all.emplace_back(canonical_element(of, set[i]), i);
        std::sort(all.begin(), all.end());
        std::vector<std::pair<std::size_t, std::size_t>> twice; // the later element, the first one
        for (std::size_t i = 1, first = 0; i < all.size(); ++i) {
            if (all[i].first != all[first].first) first = i;
            else twice.emplace_back(all[i].second, all[first].second);
        }
        std::sort(twice.begin(), twice.end());
        for (auto const& [later, first] : twice) report_twice(first, later, where);
    }

    void report_twice(std::size_t first, std::size_t later, path_node const& where) const {
        in_.fail_at(item::set_duplicate, {&where, path_step{later}}, "Equal to element ", first,
                    " of the set; the elements of a set differ.");
    }

    rule_context const& in_;
};

} // namespace detail

DYNABACKUP_INLINE std::size_t check_attributes(AttributeMap const& attributes, path_node const& where,
                                               rule_context const& in) {
    return detail::value_checker(in).check(attributes, where, 1);
}

DYNABACKUP_INLINE void check_values(AttributeMap const& values, path_node const& where,
                                    rule_context const& in) {
    for (auto const& a : values)
        if (in.knows(a.value))
            detail::value_checker(in).check(a.value, path_node{&where, std::string_view(a.name)}, 1);
}

} // namespace dynabackup::aws
