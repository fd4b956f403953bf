#pragma once
/// \file
/// The validator: the documented limits, enumerators and rules, over a model that was read or built in C++.

#include <dynabackup/concat.hpp>
#include <dynabackup/context.hpp>
#include <dynabackup/enforce.hpp>
#include <dynabackup/glance.hpp>
#include <dynabackup/model/shape.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace dynabackup {

/// What a rule's function knows besides the object.
class subject {
public:
    /// For the validator.
    subject(context& c, path_node const& where, rule const& r) : context_(c), where_(where), rule_(r) {}

    /// The edition that is asked for.
    dynabackup::edition edition() const { return context_.options.edition; }
    /// All that is asked for.
    dynabackup::options const& options() const { return context_.options; }

    /// What the records before have said of each backup; null: not kept.
    dynabackup::history* history() const { return context_.history; }
    /// The pages of the input; null: no input that could be complete or not, but a model.
    dynabackup::listing* listing() const { return context_.listing; }

    /// Whether these members were read, or are rightly absent. A rule must not judge what it does not know:
    /// the reader has reported that already.
    template <class... Members>
    bool knows(Members const&... members) const {
        return (!context_.unread.contains(members) && ...);
    }

    /// How many elements a list has; none if damage hides that. The list of records of a text has the last one
    /// only, since they are read one by one.
    template <class V>
    std::optional<std::size_t> size_of(std::vector<V> const& list) const {
        return !list.empty() && context_.listed == &list ? context_.list_size : list.size();
    }

    /// Reports the rule as broken, at these steps below the object; `{}` is the object itself.
    template <class... Parts>
    void fail(std::initializer_list<step> below, Parts const&... message) const {
        context_.report_below(rule_, where_, below, concat(message...));
    }

    /// The same object, for another of the rules that its function enforces.
    subject under(rule const& other) const { return {context_, where_, other}; }

    /// Checks a member against the limits of its simple shape, under the rules of those.
    template <class T>
    void check_limits(std::string_view member, T const& value, simple_shape const& shape) const;

private:
    context& context_;
    path_node const& where_;
    rule const& rule_;
};

namespace detail {

template <described_struct T>
void validate_object(context& c, T const& object, path_node const& where);

// ---- limits of single values ----

/// "3 to 255", "at least 1", "at most 20".
inline std::string range_text(limits const& allowed) {
    if (!allowed.has_max()) return concat("at least ", allowed.min);
    if (!allowed.has_min()) return concat("at most ", allowed.max);
    return concat(allowed.min, " to ", allowed.max);
}

inline bool length_within(std::string_view text, limits const& allowed) {
    // A character has one to four bytes. Nearly always that tells, and none is counted.
    auto const most = static_cast<std::int64_t>(text.size());
    if (within(most, allowed) && within((most + 3) / 4, allowed)) return true;
    return within(static_cast<std::int64_t>(json::code_points(text)), allowed);
}

[[gnu::noinline]] inline void check_limits(context& c, std::string const& text, limits const& allowed,
                                           path_node const& parent, step last) {
    if (!length_within(text, allowed)) [[unlikely]]
        c.report_below(
            reading::string_length, parent, {last},
            concat(json::code_points(text), " characters; documented are ", range_text(allowed), '.'));
    if (allowed.pattern && !allowed.pattern->matches(text)) [[unlikely]]
        c.report_below(reading::string_pattern, parent, {last},
                       concat("Not of the form ", allowed.pattern->text, '.'));
}

inline void check_limits(context& c, std::int64_t value, limits const& allowed, path_node const& parent,
                         step last) {
    if (!within(value, allowed)) [[unlikely]]
        c.report_below(reading::out_of_range, parent, {last},
                       concat(value, " is not ", range_text(allowed), '.'));
}

template <class V>
void check_limits(context& c, std::vector<V> const& list, limits const& allowed, path_node const& parent,
                  step last) {
    if (!within(static_cast<std::int64_t>(list.size()), allowed)) [[unlikely]]
        c.report_below(reading::list_size, parent, {last},
                       concat(list.size(), " elements; documented are ", range_text(allowed), '.'));
}

template <class T>
void check_limits(context&, T const&, limits const&, path_node const&, step) {}

template <class E>
concept hinted = requires {
    hint(std::type_identity<E>{}, std::string_view{});
};

/// A value that is not an enumerator of the edition.
template <class E>
[[gnu::noinline]] void report_enumerator(context& c, open_enum<E> const& value, path_node const& parent,
                                         step last) {
    std::string message;
    if (value.known()) {
        message = concat(value.text(), " was introduced on ", to_text(since(*value.value())), '.');
    } else {
        message = concat("Not one of");
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
            if (since(d.value) <= c.options.edition)
                message += concat(message.size() > 10 ? ", " : " ", name_of(d.value));
        });
        message += '.';
        if constexpr (hinted<E>)
            if (auto const more = hint(std::type_identity<E>{}, value.text()); !more.empty())
                message += concat(' ', more);
    }
    c.report_below(reading::unknown_value, parent, {last}, std::move(message));
}

} // namespace detail

template <class T>
[[gnu::always_inline]] inline void subject::check_limits(std::string_view member, T const& value,
                                                         simple_shape const& shape) const {
    auto const& allowed = shape.at(edition());
    if (!detail::is_surely_within(value, allowed)) [[unlikely]]
        detail::check_limits(context_, value, allowed, where_, member);
}

namespace detail {

// ---- members ----

template <class T, std::size_t I>
[[gnu::always_inline]] inline void validate_member(context& c, T const& object, path_node const& where) {
    constexpr auto const& facts = facts_of<T>[I];
    auto const& member = object.*described_member<T, I>::pointer;
    if constexpr (!is_required<T, I>)
        if (!member) return;
    if (c.unread.contains(member)) [[unlikely]]
        return;
    auto const& value = [&]() -> auto const& {
        if constexpr (is_required<T, I>) return member;
        else return *member;
    }
    ();
    using value_type = std::remove_cvref_t<decltype(value)>;
    constexpr step last = wire_name<T, I>;
    if (!c.latest && facts.entered > c.options.edition)
        [[unlikely]] { // built in C++; the reader leaves it out
        if (!is_required<T, I>)
            c.report_below(
                reading::unknown_member, where, {last},
                concat(shape_name<T>(), " has no such member before ", to_text(facts.entered), '.'));
        return;
    }
    if constexpr (facts.empty_is_absent)
        if (value.empty()) return;
    if constexpr (facts.simple != nullptr && !facts.limits_by_rule) {
        static constexpr limits now = facts.simple->at(edition::latest);
        if (!c.latest || !is_surely_within(value, now)) [[unlikely]]
            check_limits(c, value, c.latest ? now : facts.at(c.options.edition)->at(c.options.edition), where,
                         last);
    }
    if constexpr (enum_member<value_type>) {
        bool const known = value.known() && (c.latest || since(*value.value()) <= c.options.edition);
        if (!known) [[unlikely]]
            report_enumerator(c, value, where, last);
    } else if constexpr (described_struct<value_type>) {
        if constexpr (record_shape<value_type>)
            if (c.records && !c.in_record()) return; // was validated when it was read
        validate_object(c, value, path_node{&where, last});
    } else if constexpr (list_member<value_type>) {
        using element = typename value_type::value_type;
        if constexpr (record_shape<element>)
            if (c.records && !c.in_record()) return;
        path_node const here{&where, last};
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (c.unread.contains(value[i])) continue;
            if constexpr (described_struct<element>) validate_object(c, value[i], path_node{&here, step{i}});
            else if constexpr (facts.simple && facts.simple->element)
                check_limits(c, value[i], facts.simple->element->at(c.options.edition), here, step{i});
        }
    }
}

/// Applies the rules of the user that read objects of that shape.
[[gnu::noinline]] inline void apply_user_rules(context& c, void const* object, char const* shape,
                                               path_node const& where) {
    for (auto const& own : c.options.rules)
        if (own.reads(shape) && own.rule().in_force(c.options.edition))
            own.apply(object, subject(c, where, own.rule()));
}

/// Checks an object, then what lies in it: limits and enumerators of its members, and its rules.
template <described_struct T>
void validate_object(context& c, T const& object, path_node const& where) {
    if constexpr (record_shape<T>) // those that come by the million
        if (c.can_glance() && is_surely_sound(object, c.options)) [[likely]]
            return;
    [&]<std::size_t... I>(std::index_sequence<I...>) { (validate_member<T, I>(c, object, where), ...); }
    (std::make_index_sequence<member_count<T>>{});
    if constexpr (has_rules<T>) {
        rules(std::type_identity<T>{},
              [&, day = c.options.edition](rule const& r, auto apply, auto const&...) {
                  if (r.in_force(day)) apply(object, subject(c, where, r));
              });
    }
    if (!c.options.rules.empty()) [[unlikely]]
        apply_user_rules(c, &object, &shape_identity<T>, where);
}

} // namespace detail

} // namespace dynabackup
