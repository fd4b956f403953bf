#pragma once
/// \file
/// What the rules of a shape say in JSON Schema. The rules themselves tell which of them a shape has; beside each
/// header of rules/ that has some which the language can express stands one of that name here.

#include <dynabackup/json_schema/expiry.hpp>
#include <dynabackup/json_schema/indexes.hpp>
#include <dynabackup/json_schema/key_schema.hpp>
#include <dynabackup/json_schema/projection.hpp>
#include <dynabackup/json_schema/table_settings.hpp>
#include <dynabackup/json_schema/throughput.hpp>
#include <dynabackup/validate.hpp>

#include <algorithm>
#include <vector>

namespace dynabackup::schema {

/// What a rule says of objects of shape T; empty: nothing that the language has words for.
template <class T>
object rule_says(rule const& r, choice const& c) {
    for (auto const say : {key_schema_says<T>, projection_says<T>, throughput_says<T>, indexes_say<T>,
                           expiry_says<T>, table_settings_say<T>})
        if (auto const says = say(r, c); !says.empty()) return says;
    return {};
}

/// The rules of T that the choice has, each with its id, its meaning and its source.
template <class T>
list rules_say(choice const& c) {
    list all;
    if constexpr (dynabackup::detail::has_rules<T>) {
        std::vector<rule const*> seen; // some shapes enforce a rule in two functions
        auto const add = [&](rule const& r) {
            bool const states_parts = &r == &reading::string_length; // the pattern as well
            if ((!c.states(r) && !states_parts) || std::ranges::count(seen, &r)) return;
            seen.push_back(&r);
            if (auto const says = rule_says<T>(r, c); !says.empty())
                all.add(object{{"title", r.id}, {"description", r.meaning}, {"$comment", r.cite}}.add(says));
        };
        rules(std::type_identity<T>{}, [&](rule const& r, auto, auto const&... more) {
            add(r);
            (add(more), ...);
        });
    }
    return all;
}

} // namespace dynabackup::schema
