#pragma once
/// \file
/// The JSON Schema (2020-12) of a shape, made from its description: its members, limits, enumerators, and those of its
/// rules that the language can express.
///
/// \code
/// std::cout << json_schema<aws::ListBackupsOutput>();                      // as documented today
/// std::cout << json_schema<aws::ListBackupsOutput>(edition::v2018_08_06);  // as on that day
/// \endcode

#include <dynabackup/json_schema/definitions.hpp>
#include <dynabackup/json_schema/layout.hpp>
#include <dynabackup/shapes.hpp>

#include <string>
#include <string_view>

namespace dynabackup {

namespace schema {

/// The name of a schema: no two that differ have the same one.
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

/// The schema of T under some options: a document that is valid has no finding in `check<T>` that is at least as bad as
/// `least`, but for what the language cannot say (see docs/schema.md). Of the options count `edition`, `strict`
/// (unknown members are invalid, not passed over), `only`, `disable` and `severities`: with `enum.unknown-value`
/// disabled, say, enumerations are open.
///
/// The same call gives the same text, laid out for people; every definition is in `$defs`, sorted by name. Throws only
/// if memory ends.
template <described_struct T>
std::string json_schema(options const& chosen, severity least = severity::error) {
    schema::choice const choice{chosen, least};
    schema::definitions definitions(choice);
    auto const root = definitions.template structure<T>();
    schema::object document{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                            {"$id", schema::id_of(full_name<T>, choice)}};
    document.add("title", concat(full_name<T>, ", ", to_text(chosen.edition)));
    document.add(root).add("$defs", definitions.all());
    return schema::layout(schema::value(document).text()).text();
}

/// The schema of T as of an edition; findings of severity `error` make a document invalid, and unknown members do not.
template <described_struct T>
std::string json_schema(edition day = edition::latest) {
    options chosen;
    chosen.edition = day;
    return json_schema<T>(chosen);
}

} // namespace dynabackup
