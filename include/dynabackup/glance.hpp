#pragma once
/// \file
/// A glance at an object that tells of nearly every sound one that it is sound, at a fraction of the cost of validating it.
///
/// It asks the same limits and rules as the validator (validate.hpp), of whole objects in the latest edition, so that the
/// days on which things changed are constants; and it only notes that something is broken, without saying what. Where
/// it has a doubt, the validator looks.

#include <dynabackup/enforce.hpp>
#include <dynabackup/history.hpp>
#include <dynabackup/json/digits.hpp>
#include <dynabackup/listing.hpp>
#include <dynabackup/options.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

template <class T>
concept has_rules = requires {
    rules(std::type_identity<T>{}, [](rule const&, auto, auto const&...) {});
};

// ---- limits of single values ----

inline bool within(std::int64_t value, limits const& allowed) {
    return value >= allowed.min && value <= allowed.max;
}

/// Whether the first bytes of a text are ASCII. \pre It has so many.
[[gnu::always_inline]] inline bool begins_with_ascii(std::string_view text, std::size_t bytes) {
    if (bytes < 8) {
        for (std::size_t i = 0; i < bytes; ++i)
            if (text[i] & '\x80') return false;
        return true;
    }
    auto all = json::detail::load_little<std::uint64_t>(text.data() + bytes - 8);
    for (std::size_t i = 0; i + 8 < bytes; i += 8)
        all |= json::detail::load_little<std::uint64_t>(text.data() + i);
    return (all & 0x8080808080808080) == 0;
}

// Whether a value is surely within its limits: cheap, and true for nearly every value that is. Inlined, so that the
// limits of the latest edition are constants there.

[[gnu::always_inline]] inline bool is_surely_within(std::string const& text, limits const& allowed) {
    auto const bytes = static_cast<std::int64_t>(text.size());
    if (bytes > allowed.max || bytes < allowed.min) return false;
    if (allowed.pattern) return allowed.pattern->matches(text); // what matches is ASCII
    return allowed.min <= 1 || begins_with_ascii(text, static_cast<std::size_t>(allowed.min));
}

[[gnu::always_inline]] inline bool is_surely_within(std::int64_t value, limits const& allowed) {
    return within(value, allowed);
}

template <class V>
[[gnu::always_inline]] inline bool is_surely_within(std::vector<V> const& list, limits const& allowed) {
    return within(static_cast<std::int64_t>(list.size()), allowed);
}

template <class T>
[[gnu::always_inline]] inline bool is_surely_within(T const&, limits const&) { // a time, a truth value
    return true;
}

/// Stands in for a subject where nobody wants to hear more than whether a rule is broken.
class glance {
public:
    glance(dynabackup::options const& chosen, bool& broken) : options_(chosen), broken_(broken) {}

    static constexpr dynabackup::edition edition() { return edition::latest; }
    dynabackup::options const& options() const { return options_; }
    static constexpr dynabackup::history* history() { return nullptr; }
    static constexpr dynabackup::listing* listing() { return nullptr; }

    template <class... Members>
    static constexpr bool knows(Members const&...) {
        return true;
    }
    template <class V>
    static std::optional<std::size_t> size_of(std::vector<V> const& list) {
        return list.size();
    }
    template <class... Parts>
    void fail(std::initializer_list<step>, Parts const&...) const {
        broken_ = true;
    }
    glance under(rule const&) const { return *this; }
    template <class T>
    [[gnu::always_inline]] void check_limits(std::string_view, T const& value,
                                             simple_shape const& shape) const {
        if (!is_surely_within(value, shape.later)) broken_ = true;
    }

private:
    dynabackup::options const& options_;
    bool& broken_;
};

template <described_struct T>
bool is_surely_sound(T const& object, options const& chosen);

/// The same of a value: in the limits of its simple shape, if it has one.
template <auto const& Facts, class V>
[[gnu::always_inline]] inline bool is_sound_value(V const& value, options const& chosen) {
    if constexpr (Facts.empty_is_absent)
        if (value.empty()) return true;
    if constexpr (Facts.simple && !Facts.limits_by_rule) {
        static constexpr limits now = Facts.simple->later;
        if (!is_surely_within(value, now)) return false;
    }
    if constexpr (enum_member<V>) {
        return value.known();
    } else if constexpr (described_struct<V>) {
        return is_surely_sound(value, chosen);
    } else if constexpr (list_member<V>) {
        for (auto const& element : value) {
            if constexpr (described_struct<typename V::value_type>) {
                if (!is_surely_sound(element, chosen)) return false;
            } else if constexpr (Facts.simple && Facts.simple->element) {
                if (!is_surely_within(element, Facts.simple->element->later)) return false;
            }
        }
    }
    return true;
}

template <class T, std::size_t I>
[[gnu::always_inline]] inline bool is_sound_member(T const& object, options const& chosen) {
    static constexpr auto const& facts = facts_of<T>[I];
    auto const* const value = get(object.*described_member<T, I>::pointer);
    return !value || is_sound_value<facts>(*value, chosen);
}

/// Whether an object and what lies in it surely break no limit and no rule of the latest edition. \pre All of it could
/// be read; no history is kept, and the user has no rules.
template <described_struct T>
bool is_surely_sound(T const& object, options const& chosen) {
    bool const sound_members = [&]<std::size_t... I>(std::index_sequence<I...>) {
        return (is_sound_member<T, I>(object, chosen) && ...);
    }
    (std::make_index_sequence<member_count<T>>{});
    if (!sound_members) return false;
    bool broken = false;
    if constexpr (has_rules<T>)
        rules(std::type_identity<T>{}, [&](rule const& r, auto apply, auto const&...) {
            if (r.in_force(edition::latest) && !broken) apply(object, glance(chosen, broken));
        });
    return !broken;
}

} // namespace dynabackup::detail
