#pragma once
/// \file
/// Options of reading and checking.

#include <dynabackup/custom_rule.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/edition.hpp>
#include <dynabackup/item_key.hpp>
#include <dynabackup/model/rule.hpp>
#include <dynabackup/timestamp.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup {

/// Which spellings of names, or of times, are read.
enum class spelling : unsigned char {
    exact, ///< those of the API
    any    ///< also those of programs that process the API's documents
};

/// What `parse` reads. It has no selection of rules: use check_options to choose what is reported.
struct parse_options {
    /// The API as of this day: members and enumerators that were added later are unknown.
    dynabackup::edition edition = dynabackup::edition::latest;
    /// An unknown member is an error. By default it is skipped.
    bool strict = false;
    /// The deepest nesting of objects and lists that is accepted.
    std::size_t max_depth = 1024;
    /// With `any`, the name of a member may differ from the API's in case, underscores and hyphens.
    spelling names = spelling::exact;
    /// With `any`, these times are read, too: a time without an offset, which means UTC; one with an offset without a
    /// colon, or with ` UTC` or ` +0000 UTC` at the end; `/Date(1717200000123)/`; a number of seconds in quotes; and a
    /// number of milliseconds, which has 13 digits before the point.
    spelling times = spelling::exact;
};

/// The default of check_options::max_record_bytes.
inline constexpr std::size_t default_max_record_bytes = std::size_t{2} << 20;

/// The default of check_options::max_item_bytes: DynamoDB's own limit.
inline constexpr std::size_t default_max_item_bytes = 409'600;

/// What is read, judged and reported by `check`, `validate`, `check_dump` and `check_exchange`. The defaults are what
/// most callers want: the API of today, and every rule that needs no clock and no history. A name in `only`, `disable`
/// or `severities` that matches no rule is reported as an error, `options.unknown-rule`.
struct check_options {
    /// The API as of this day: the members, enumerators and rules in force on it.
    dynabackup::edition edition = dynabackup::edition::latest;
    /// Unknown members are errors instead of notes.
    bool strict = false;
    /// The deepest nesting of objects and lists that is accepted.
    std::size_t max_depth = parse_options{}.max_depth;
    /// With `any`, the name of a member may differ from the API's in case, underscores and hyphens. Documents with such
    /// names have the finding `document.spelling`.
    spelling names = spelling::exact;
    /// With `any`, other spellings of times are read: see parse_options::times. Documents with such times have the
    /// finding `document.times`.
    spelling times = spelling::exact;
    /// The largest backup record that is read, in bytes; a larger one is reported and skipped. Memory: two to ten times
    /// the size of a record, and up to 25 times if it consists only of open brackets.
    std::size_t max_record_bytes = default_max_record_bytes;
    /// Apply these rules only: ids, or families written `key-schema.*`. Empty: all.
    std::vector<std::string> only = {};
    /// Do not apply these rules: ids or families.
    std::vector<std::string> disable = {};
    /// Other severities for these rules: ids or families, `{"backup.*", severity::note}`. The last entry that matches
    /// counts.
    std::vector<std::pair<std::string, severity>> severities = {};
    /// Stop checking a text after this number of findings, at the end of the record or document that has the last of
    /// them. Further findings are not reported, and the counts are those of the text up to there. 0: never.
    std::size_t stop_after = 0;
    /// Findings get a copy of their line, at most this number of bytes before and after their place (finding::source).
    /// Memory: up to twice this number for each finding. 0: no copy.
    std::size_t excerpt_bytes = 0;
    /// How much the expiry of a SYSTEM backup may differ from its creation plus 35 days.
    std::chrono::nanoseconds expiry_tolerance = std::chrono::seconds(1);
    /// The time of the check, for the rules that depend on it; without it, they do not apply. No clock is read.
    std::optional<timestamp> now = {};
    /// Compare the records of one backup with each other: the rules of the family `lifecycle`. Memory: about 100 bytes
    /// for each distinct backup.
    bool history = false;
    /// An empty input of a dump is not a problem, and an empty text is not a defect.
    bool allow_empty = false;
    /// The key of the table whose items are checked, for the rule `item.key` and, with `history`, for `item.key-twice`.
    /// Without it, these rules do not apply.
    std::optional<item_key> key = {};
    /// The largest item, in bytes as DynamoDB counts them.
    std::size_t max_item_bytes = default_max_item_bytes;
    /// The caller's own rules: see custom_rule.hpp.
    std::vector<user_rule> rules = {};
};

/// Whether a name matches a rule. A name is an id, or a family `prefix.*`.
constexpr bool selects(std::string_view chosen, std::string_view id) {
    if (chosen.ends_with('*')) return id.starts_with(chosen.substr(0, chosen.size() - 1));
    return chosen == id;
}

/// Whether the options apply a rule: it is in force in their edition, among `only`, and not among `disable`.
DYNABACKUP_INLINE bool is_active(rule const& r, check_options const& chosen);

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <algorithm>

namespace dynabackup {

DYNABACKUP_INLINE bool is_active(rule const& r, check_options const& chosen) {
    if (!r.in_force(chosen.edition)) return false;
    auto const means = [&](std::string const& name) { return selects(name, r.id); };
    if (!chosen.only.empty() && std::ranges::none_of(chosen.only, means)) return false;
    return std::ranges::none_of(chosen.disable, means);
}

} // namespace dynabackup

#endif
