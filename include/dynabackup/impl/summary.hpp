#pragma once
/// \file
/// Counts findings, and adds up: what summary.hpp declares.

#include <dynabackup/summary.hpp>

#include <cstddef>

namespace dynabackup {

DYNABACKUP_INLINE void summary::count(finding const& f) {
    ++findings[static_cast<std::size_t>(f.severity)];
    ++rules[f.rule->id];
}

DYNABACKUP_INLINE void summary::uncount(finding const& f) {
    --findings[static_cast<std::size_t>(f.severity)];
    if (auto const of_rule = rules.find(f.rule->id); --of_rule->second == 0) rules.erase(of_rule);
}

DYNABACKUP_INLINE summary& summary::operator+=(summary const& other) {
    documents += other.documents;
    records += other.records;
    rejected += other.rejected;
    for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += other.findings[i];
    for (auto const& [id, n] : other.rules) rules[id] += n;
    for (auto const& [name, n] : other.shapes) shapes[name] += n;
    return *this;
}

} // namespace dynabackup
