#pragma once
/// \file
/// When backups expire.

#include <dynabackup/enforce.hpp>
#include <dynabackup/rules/reading.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace dynabackup::expiry {

/// How long DynamoDB keeps a SYSTEM backup.
inline constexpr date::days system_retention{35};

/// What DynamoDB puts behind a table's name to name the SYSTEM backup of it.
inline constexpr std::string_view system_name = "$DeletedTableBackup";

inline constexpr rule system_expiry{"backup.system-expiry", severity::error, edition::v2018_08_06,
                                    "A SYSTEM backup expires 35 days after its creation.",
                                    cite::backup_details};
inline constexpr rule system_expiry_missing{"backup.system-expiry-missing", severity::warning,
                                            edition::v2018_08_06, "A SYSTEM backup has an expiry.",
                                            cite::backup_details};
inline constexpr rule user_expiry{
    "backup.user-expiry", severity::warning, edition::v2018_08_06,
    "Only the automatic SYSTEM backups are documented to expire; USER backups stay until deleted.",
    cite::backup_details};
inline constexpr rule expiry_before_creation{"backup.expiry-before-creation", severity::error,
                                             edition::v2018_08_06, "A backup expires after its creation.",
                                             cite::backup_details};

/// Whether a backup does not live as long as expected, give or take the tolerance. No time overflows.
constexpr bool misses(timestamp created, timestamp expires, std::chrono::nanoseconds expected,
                      std::chrono::nanoseconds tolerance) {
    std::int64_t const most = std::max<std::int64_t>(tolerance.count(), 0);
    std::int64_t lasting = 0, error = 0;
    if (__builtin_sub_overflow(expires.time_since_epoch().count(), created.time_since_epoch().count(),
                               &lasting))
        return true; // centuries
    if (__builtin_sub_overflow(lasting, expected.count(), &error)) return true;
    return error > most || error < -most;
}

/// Who made a backup, as far as the document says.
enum class maker : unsigned char { user, system, other, unclear };

/// What a shape T with `backup_type` says of that; `unclear` where its type cannot be read or is not known,
/// and `other` where it rightly has none.
template <class T, class Subject>
maker maker_of(T const& b, Subject const& in) {
    using type = enumeration<decltype(T::backup_type)>;
    auto const found = enumerator(known<&T::backup_type>(b, in));
    if (found == type::USER) return maker::user;
    if (found == type::SYSTEM) return maker::system;
    bool const said = found || in.edition() < entered_on<&T::backup_type> ||
                      (in.knows(b.backup_type) && !get(b.backup_type));
    return said ? maker::other : maker::unclear;
}

/// The rules of a shape T with `backup_type`, `backup_creation_date_time` and `backup_expiry_date_time`. Its
/// `backup_name` has the limits of `Name` unless the backup is of type SYSTEM: the service names those
/// itself. Where the type is unclear, a name that the service may have given is let pass.
template <class T, simple_shape const& Name>
constexpr void rules(auto const& enforce) {
    enforce(reading::string_length, [](T const& b, auto const& in) { // and string_pattern
        auto const* const name = known<&T::backup_name>(b, in);
        auto const made_by = maker_of(b, in);
        if (!name || made_by == maker::system) return;
        if (made_by == maker::unclear && name->ends_with(system_name)) return;
        in.check_limits(at<&T::backup_name>, *name, Name);
    });
    enforce(system_expiry, [](T const& b, auto const& in) {
        auto const* const created = known<&T::backup_creation_date_time>(b, in);
        auto const* const expires = known<&T::backup_expiry_date_time>(b, in);
        if (created && expires && maker_of(b, in) == maker::system &&
            misses(*created, *expires, system_retention, in.options().expiry_tolerance))
            in.fail({at<&T::backup_expiry_date_time>}, "A SYSTEM backup created ", to_text(*created),
                    " does not expire ", to_text(*expires), ", but ", system_retention.count(),
                    " days after its creation.");
    });
    enforce(system_expiry_missing, [](T const& b, auto const& in) {
        if (!b.backup_expiry_date_time && in.knows(b.backup_expiry_date_time) &&
            maker_of(b, in) == maker::system)
            in.fail({at<&T::backup_expiry_date_time>}, "A SYSTEM backup without its expiry, ",
                    system_retention.count(), " days after its creation.");
    });
    enforce(user_expiry, [](T const& b, auto const& in) {
        if (b.backup_expiry_date_time && maker_of(b, in) == maker::user)
            in.fail({at<&T::backup_expiry_date_time>},
                    "A USER backup does not expire; it stays until it is deleted.");
    });
    enforce(expiry_before_creation, [](T const& b, auto const& in) {
        auto const* const created = known<&T::backup_creation_date_time>(b, in);
        auto const* const expires = known<&T::backup_expiry_date_time>(b, in);
        if (created && expires && *expires <= *created && maker_of(b, in) != maker::system)
            in.fail({at<&T::backup_expiry_date_time>}, "Expires ", to_text(*expires),
                    ", not after its creation ", to_text(*created), '.');
    });
}

} // namespace dynabackup::expiry
