#pragma once
/// \file
/// The definitions of a schema: one for each structure, enumeration and simple shape that a shape reaches.

#include <dynabackup/json_schema/operations.hpp>
#include <dynabackup/json_schema/rules.hpp>
#include <dynabackup/json_schema/simple.hpp>
#include <dynabackup/model/shape.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dynabackup::schema {

template <class T>
concept tolerant = requires {
    tolerated(std::type_identity<T>{});
};

class definitions {
public:
    explicit definitions(choice const& c) : choice_(c) {}

    /// A reference to the definition of T, which is made if there is none yet.
    template <described_struct T>
    object structure() {
        constexpr std::string_view name = shape_name<T>();
        if (begin(name)) {
            auto made = make_structure<T>();
            all_.insert_or_assign(name, std::move(made));
        }
        return reference(name);
    }

    /// All of them, by name.
    object all() const {
        object result;
        for (auto const& [name, made] : all_) result.add(name, made);
        return result;
    }

private:
    /// Whether it is to be made; a place is taken for it.
    bool begin(std::string_view name) { return all_.try_emplace(name).second; }

    static object reference(std::string_view name) { return {{"$ref", concat("#/$defs/", name)}}; }

    object named(simple_shape const& shape, bool epoch_seconds) {
        if (begin(shape.name)) all_.insert_or_assign(shape.name, simple(shape, epoch_seconds, choice_));
        return reference(shape.name);
    }

    template <class E>
    object enumeration_of() {
        constexpr std::string_view name = shape_name<E>();
        if (!begin(name)) return reference(name);
        object made{{"type", "string"}};
        made.add(choice_.states(reading::unknown_value) ? "enum" : "examples", enumerators<E>(choice_.day()));
        std::string dates;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
            if (edition const day = since(d.value); day > edition::v2017_11_29 && day <= choice_.day())
                dates += concat(dates.empty() ? "" : ", ", name_of(d.value), " since ", to_text(day));
        });
        if (!dates.empty()) made.add("description", dates + '.');
        all_.insert_or_assign(name, std::move(made));
        return reference(name);
    }

    /// The schema of a value of type V.
    template <class V>
    object value_schema(member_facts const& facts, bool epoch_seconds, bool or_null) {
        auto const* const shape = facts.at(choice_.day());
        if constexpr (list_member<V>) {
            using element = typename V::value_type;
            member_facts of_element;
            of_element.simple = shape ? shape->element : nullptr;
            object says{{"type", type_of("array", or_null)}};
            says.add("items", value_schema<element>(of_element, epoch_seconds, false));
            if (shape && !facts.limits_by_rule) says.add(list_limits(shape->at(choice_.day()), choice_));
            return says;
        } else if constexpr (described_struct<V>) {
            return perhaps_null(structure<V>(), or_null);
        } else if constexpr (enum_member<V>) {
            return perhaps_null(enumeration_of<enumeration<V>>(), or_null);
        } else if (shape && !facts.limits_by_rule) {
            return perhaps_null(named(*shape, epoch_seconds), or_null);
        } else if constexpr (std::is_same_v<V, std::string>) {
            return {{"type", type_of("string", or_null)}};
        } else if constexpr (std::is_same_v<V, bool>) {
            return {{"type", type_of("boolean", or_null)}};
        } else if constexpr (std::is_same_v<V, timestamp>) {
            return time(epoch_seconds, choice_, or_null);
        } else {
            return integer({}, choice_, or_null);
        }
    }

    static object perhaps_null(object const& says, bool or_null) {
        return or_null ? either(says, {{"type", "null"}}) : says;
    }

    template <class T, std::size_t I>
    void add_member(object& properties, list& required, edition of_shape) {
        constexpr auto const& facts = facts_of<T>[I];
        if (facts.entered > choice_.day()) return;
        using member = std::remove_cvref_t<decltype(std::declval<T&>().*described_member<T, I>::pointer)>;
        constexpr auto spelling = dialect(std::type_identity<T>{});
        bool const or_null =
            !is_required<T, I> && (spelling.null_is_absent || is_nullable<member> || !choice_.refuses_null());
        object says = value_schema<value_of<member>>(facts, spelling.epoch_seconds, or_null);
        if (facts.empty_is_absent) says = either(says, {{"const", ""}});
        std::string dates;
        if (facts.entered > of_shape) dates = concat("Since ", to_text(facts.entered), '.');
        if (is_required<T, I> && facts.obliged > facts.entered)
            dates += concat(dates.empty() ? "" : " ", "Required since ", to_text(facts.obliged), '.');
        if (!dates.empty()) says.add("description", dates);
        properties.add(wire_name<T, I>, says);
        if (!facts.alias.empty()) properties.add(facts.alias, says);
        if (is_required<T, I> && facts.obliged <= choice_.day() && choice_.states(reading::missing_member))
            required.add(wire_name<T, I>);
    }

    template <described_struct T>
    object make_structure() {
        constexpr edition entered =
            std::ranges::min_element(facts_of<T>, {}, &member_facts::entered)->entered;
        object properties;
        list required;
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (add_member<T, I>(properties, required, entered), ...);
        }
        (std::make_index_sequence<member_count<T>>{});
        if constexpr (tolerant<T>)
            for (std::string_view const name : tolerated(std::type_identity<T>{})) properties.add(name, true);

        auto [description, cite] = role_of<T>();
        if (entered > edition::v2017_11_29)
            description += concat(description.empty() ? "" : " ", "Since ", to_text(entered), '.');
        object made{{"title", shape_name<T>()}};
        if (!description.empty()) made.add("description", description);
        if (!cite.empty()) made.add("$comment", cite);
        made.add("type", "object").add("properties", properties);
        if (!required.empty()) made.add("required", required);
        if (choice_.states(reading::unknown_member)) made.add("additionalProperties", false);
        if (auto const rules = rules_say<T>(choice_); !rules.empty()) made.add("allOf", rules);
        return made;
    }

    choice const& choice_;
    std::map<std::string_view, object> all_;
};

} // namespace dynabackup::schema
