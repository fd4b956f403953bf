#pragma once
/// \file
/// Every shape of the known systems as a table, for tests that need no types. Unlike the tests with all_shapes.hpp,
/// these are compiled once and not for each shape.

#include <dynabackup/detail/check/chosen_documents.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/systems.hpp>
#include <dynabackup/testing/detail/object.hpp>
#include <dynabackup/testing/generate.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace every_shape {

using dynabackup::testing::detail::object;

/// Returns the rules of all shapes, system by system.
inline std::vector<dynabackup::shape_rules const*> rules() {
    std::vector<dynabackup::shape_rules const*> all;
    for (auto const* system : dynabackup::known_systems())
        all.insert(all.end(), system->shapes.begin(), system->shapes.end());
    return all;
}

/// Returns the JSON of `generate<T>(seed)`.
inline object generated(dynabackup::shape_table const& shape, std::uint64_t seed) {
    object made(shape);
    dynabackup::testing::generator(seed).fill(shape, made.get());
    return made;
}

/// Returns the result of `to_json`.
inline std::string to_json(object const& o, dynabackup::format as) {
    std::string out;
    o.append_to(out, as);
    return out;
}
inline std::string to_json(object const& o) {
    std::string out;
    o.append_to(out);
    return out;
}

/// Reads a text as `parse_into` does. Returns the first error.
inline std::optional<dynabackup::finding> parse_into(object& o, std::string_view text,
                                                     dynabackup::parse_options const& chosen = {}) {
    dynabackup::parse_memory memory;
    return dynabackup::detail::parse_text(*o.shape(), o.get(), text, chosen, memory);
}

} // namespace every_shape
