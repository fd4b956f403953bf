#pragma once
/// \file
/// What a caller may choose about reading and checking.

#include <dynabackup/edition.hpp>
#include <dynabackup/rule.hpp>
#include <dynabackup/timestamp.hpp>
#include <dynabackup/user_rules.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup {

/// The defaults are what most callers want: the API of today, every rule that needs no clock and no history.
struct options {
    /// The API as of this day.
    dynabackup::edition edition = dynabackup::edition::latest;
    /// Unknown members are errors instead of notes.
    bool strict = false;
    /// The deepest nesting of objects and lists that is accepted.
    std::size_t max_depth = 1024;
    /// The largest backup record that is read, in bytes; a larger one is reported and passed over. Memory for
    /// reading grows to some times this size if a text has such records, and else does not depend on it.
    std::size_t max_record_bytes = std::size_t{64} << 20;
    /// Apply these rules only: ids, or families written `key-schema.*`. Empty: all.
    std::vector<std::string> only = {};
    /// Do not apply these rules: ids or families.
    std::vector<std::string> disable = {};
    /// Other severities for these rules: ids or families, `{"backup.*", severity::note}`. Of several the last counts.
    std::vector<std::pair<std::string, severity>> severities = {};
    /// Stop checking a text behind the record or document that has the finding of this number: no more than so
    /// many are handed out, and the counts are those of what was read. 0: never.
    std::size_t stop_after = 0;
    /// Findings get a copy of their line, as far as it is no more than so many bytes before or behind their place
    /// (finding::source). Memory: that much for each finding. 0: none.
    std::size_t excerpt_bytes = 0;
    /// How far the expiry of a SYSTEM backup may lie from its creation plus 35 days.
    std::chrono::nanoseconds expiry_tolerance = std::chrono::seconds(1);
    /// The time of the check, for the rules that depend on it; none: they do not apply. No clock is read.
    std::optional<timestamp> now = {};
    /// Compare the records of one backup with each other: the rules of the family `lifecycle`. Memory: about 100 bytes for each distinct
    /// backup.
    bool history = false;
    /// Rules of the caller's own, see user_rules.hpp.
    std::vector<user_rule> rules = {};
};

/// Whether a name chosen by a user means a rule: its id, or a family `prefix.*`.
constexpr bool selects(std::string_view chosen, std::string_view id) {
    if (chosen.ends_with('*')) return id.starts_with(chosen.substr(0, chosen.size() - 1));
    return chosen == id;
}

} // namespace dynabackup
