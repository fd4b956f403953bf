#pragma once
/// \file
/// Makes the definitions of a schema: one for each structure, enumeration and simple shape that a shape refers to.
/// Defines what json_schema.hpp declares.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws/tables.hpp>
#include <dynabackup/aws_backup/aws_backup.hpp>
#include <dynabackup/detail/json_schema/layout.hpp>
#include <dynabackup/detail/json_schema/rules.hpp>
#include <dynabackup/detail/json_schema/simple.hpp>
#include <dynabackup/json_schema.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

namespace schema {

/// The role of a shape in the operations of its system, in words.
struct role {
    std::string description;
    std::string_view cite; ///< empty: none
};

/// Looks up the role of a shape in operations. `target`: introduces the target of an operation. Returns whether the
/// shape is a request or a response.
template <class Operations>
bool find_role(role& result, shape_table const& shape, Operations const& operations,
               std::string_view target) {
    for (auto const& operation : operations) {
        if (shape.name == concat(operation.name, "Input")) {
            result = {concat("The request of ", operation.name, "; ", target, operation.target, '.'),
                      operation.cite};
            return true;
        }
        if (shape.name == concat(operation.name, "Output")) {
            result = {concat("The response of ", operation.name, '.'), operation.cite};
            return true;
        }
        for (auto const& error : operation.errors)
            if (error == shape.name)
                result.description +=
                    concat(result.description.empty() ? "An error of " : ", ", operation.name);
    }
    return false;
}

/// Returns the role of a shape, such as "The request of CreateBackup; …", by the names of the shape and the operations.
/// Empty for a part of a document.
inline role role_of(shape_table const& shape) {
    role result;
    bool found = false;
    constexpr std::string_view header = "X-Amz-Target is ";
    if (shape.dialect.system == "aws")
        found = find_role(result, shape, aws::operations, header) ||
                find_role(result, shape, aws::table_operations, header);
    if (shape.dialect.system == "aws_backup")
        found = find_role(result, shape, aws_backup::operations, "it is ");
    if (!found && !result.description.empty()) result.description += '.';
    return result;
}

class definitions {
public:
    explicit definitions(choice const& c) : choice_(c) {}

    /// Returns a reference to the definition of a shape. Makes the definition if there is none yet.
    object structure(shape_rules const& rules) {
        auto const name = rules.shape->name;
        if (begin(name)) {
            auto made = make_structure(rules);
            all_.insert_or_assign(name, std::move(made));
        }
        return reference(name);
    }

    /// Returns all definitions, by name.
    object all() const {
        object result;
        for (auto const& [name, made] : all_) result.add(name, made);
        return result;
    }

private:
    /// Reserves the place of a definition. \return Whether the definition is to be made.
    bool begin(std::string_view name) { return all_.try_emplace(name).second; }

    static object reference(std::string_view name) { return {{"$ref", concat("#/$defs/", name)}}; }

    object named(simple_shape const& shape, bool epoch_seconds) {
        if (begin(shape.name)) all_.insert_or_assign(shape.name, simple(shape, epoch_seconds, choice_));
        return reference(shape.name);
    }

    object enumeration(enum_table const& of) {
        if (!begin(of.name)) return reference(of.name);
        object made{{"type", "string"}};
        made.add(choice_.states(reading::unknown_value) ? "enum" : "examples",
                 enumerators(of, choice_.day()));
        std::string dates;
        for (std::size_t i = 0; i < of.names.size(); ++i)
            if (auto const day = of.since[i];
                !of.names[i].empty() && day > edition::v2017_11_29 && day <= choice_.day())
                dates += concat(dates.empty() ? "" : ", ", of.names[i], " since ", to_text(day));
        if (!dates.empty()) made.add("description", dates + '.');
        all_.insert_or_assign(of.name, std::move(made));
        return reference(of.name);
    }

    /// Returns the schema of a custom type. Makes the definition to which it refers if there is none yet.
    object custom(custom_functions const& of) {
        if (!of.definition_name.empty() && begin(of.definition_name))
            all_.insert_or_assign(of.definition_name, object::raw(of.definition));
        return object::raw(of.schema);
    }

    /// Returns the schema of a value. `inside`: the rules of the objects in it; null: it has none.
    object value_schema(value_table const& type, member_facts const& facts, shape_rules const* inside,
                        bool epoch_seconds, bool or_null) {
        auto const* const shape = facts.at(choice_.day());
        bool const limited = shape && !facts.limits_by_rule;
        switch (type.kind) {
        case value_kind::list: {
            member_facts of_element;
            of_element.simple = shape ? shape->element : nullptr;
            object says{{"type", type_of("array", or_null)}};
            says.add("items", value_schema(*type.element, of_element, inside, epoch_seconds, false));
            if (limited) says.add(list_limits(shape->at(choice_.day()), choice_));
            return says;
        }
        case value_kind::any_object: return {{"type", type_of("object", or_null)}};
        case value_kind::object:
            if (type.shape->is_unwrapped) return custom(*type.shape->members.front().value->custom);
            return perhaps_null(structure(*inside), or_null);
        case value_kind::enumeration: return perhaps_null(enumeration(*type.enumeration), or_null);
        case value_kind::custom: return perhaps_null(custom(*type.custom), or_null);
        default: break;
        }
        if (limited) return perhaps_null(named(*shape, epoch_seconds), or_null);
        switch (type.kind) {
        case value_kind::string: return {{"type", type_of("string", or_null)}};
        case value_kind::boolean: return {{"type", type_of("boolean", or_null)}};
        case value_kind::time: return time(epoch_seconds, choice_, or_null);
        default: return integer({}, choice_, or_null);
        }
    }

    static object perhaps_null(object const& says, bool or_null) {
        return or_null ? either(says, {{"type", "null"}}) : says;
    }

    void add_member(object& properties, list& required, member_table const& m, shape_rules const* inside,
                    edition of_shape) {
        auto const& facts = *m.facts;
        if (facts.entered > choice_.day()) return;
        bool const may_be_required = m.presence == presence::required;
        bool const is_required = may_be_required && facts.obliged <= choice_.day();
        bool const or_null = !is_required && (m.null_is_documented || !choice_.refuses_null());
        object says = value_schema(*m.value, facts, inside, m.epoch_seconds, or_null);
        if (facts.empty_is_absent) says = either(says, {{"const", ""}});
        std::string dates;
        if (facts.entered > of_shape) dates = concat("Since ", to_text(facts.entered), '.');
        if (may_be_required && facts.obliged > facts.entered)
            dates += concat(dates.empty() ? "" : " ", "Required since ", to_text(facts.obliged), '.');
        if (!dates.empty()) says.add("description", dates);
        properties.add(m.name, says);
        if (!facts.alias.empty()) properties.add(facts.alias, says);
        if (is_required && choice_.states(reading::missing_member)) required.add(m.name);
    }

    object make_structure(shape_rules const& rules) {
        auto const& shape = *rules.shape;
        edition entered;
        for (auto const& m : shape.members)
            if (m.facts->entered < entered) entered = m.facts->entered;
        object properties;
        list required;
        for (auto const& m : shape.members)
            add_member(properties, required, m, rules.members[m.index], entered);
        for (auto const name : shape.tolerated) properties.add(name, true);

        auto [description, cite] = role_of(shape);
        if (entered > edition::v2017_11_29)
            description += concat(description.empty() ? "" : " ", "Since ", to_text(entered), '.');
        object made{{"title", shape.name}};
        if (!description.empty()) made.add("description", description);
        if (!cite.empty()) made.add("$comment", cite);
        made.add("type", "object").add("properties", properties);
        if (!required.empty()) made.add("required", required);
        if (choice_.states(reading::unknown_member)) made.add("additionalProperties", false);
        if (auto const stated = rules_say({rules, choice_}); !stated.empty()) made.add("allOf", stated);
        return made;
    }

    choice const& choice_;
    std::map<std::string_view, object> all_;
};

/// Returns the name of a schema. Schemas that differ have different names.
inline std::string id_of(std::string_view shape, choice const& c) {
    std::string id = concat("urn:dynabackup:schema:", shape, ':', to_text(c.day()));
    if (c.least != severity::error) id += concat(':', to_text(c.least));
    if (c.options.strict) id += ":strict";
    for (auto const& rule : c.options.only) id += concat(":+", rule);
    for (auto const& rule : c.options.disable) id += concat(":-", rule);
    for (auto const& [rule, level] : c.options.severities) id += concat(':', rule, '=', to_text(level));
    return id;
}

} // namespace schema

DYNABACKUP_INLINE std::string json_schema_of(shape_rules const& shape, check_options const& chosen,
                                             severity least) {
    auto const full_name = concat(shape.shape->dialect.system, '.', shape.shape->name);
    schema::choice const choice{chosen, least};
    schema::definitions definitions(choice);
    auto const root = definitions.structure(shape);
    schema::object document{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                            {"$id", schema::id_of(full_name, choice)}};
    document.add("title", concat(full_name, ", ", to_text(chosen.edition)));
    document.add(root).add("$defs", definitions.all());
    return schema::layout(schema::value(document).text()).text();
}

} // namespace dynabackup
