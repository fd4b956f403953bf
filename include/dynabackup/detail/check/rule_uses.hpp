#pragma once
/// \file
/// Lists every rule of the library, with the shapes that it reads.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/rule.hpp>
#include <dynabackup/model/shape_table.hpp>

#include <vector>

namespace dynabackup::detail {

/// A rule and one of the shapes that it reads.
struct rule_use {
    rule const* which;
    shape_table const* shape; ///< null: every shape
    bool needs_request;
};

/// Returns every rule, once for each shape that it reads.
DYNABACKUP_INLINE std::vector<rule_use> rule_uses();

} // namespace dynabackup::detail

#if DYNABACKUP_DEFINE

#include <dynabackup/rules/reading.hpp>
#include <dynabackup/systems.hpp>

namespace dynabackup::detail {

DYNABACKUP_INLINE std::vector<rule_use> rule_uses() {
    std::vector<rule_use> uses;
    uses.reserve(reading::all.size());
    for (auto const* r : reading::all) uses.push_back({r, nullptr, false});
    for (auto const* system : known_systems()) {
        for (auto const* rules : system->shapes)
            for (auto const& applied : rules->rules)
                for (auto const* r : applied.rules) uses.push_back({r, rules->shape, false});
        for (auto const& compared : system->of_inputs)
            for (auto const* r : compared.rules) uses.push_back({r, compared.shape->shape, false});
        for (auto const& exchange : system->exchanges)
            for (auto const* r : exchange.rules) uses.push_back({r, exchange.response->shape, true});
    }
    return uses;
}

} // namespace dynabackup::detail

#endif
