#pragma once
/// \file
/// The rules of a ManifestSummary by itself: its version, its ARN, its times and its key agree.

#include <dynabackup/detail/util/checked_arithmetic.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/arn.hpp>
#include <dynabackup/rules/export_limits.hpp>
#include <dynabackup/rules/exports.hpp>
#include <dynabackup/table_export/export_names.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::table_export {

/// The version of the manifests of full exports, and of incremental ones.
inline constexpr std::string_view full_version = "2020-06-30",
                                  incremental_version = "2023-08-01"; ///< of an incremental export

/// Reports a version that is not documented, or does not fit the times, the outputView and the exportType.
template <class T>
void check_version(T const& t, rule_context& in) {
    auto const* const version = known<&T::version>(t, in);
    if (!version ||
        !in.knows(t.export_time, t.export_from_time, t.export_to_time, t.output_view, t.export_type))
        return;
    using type = enumeration<decltype(T::export_type)>;
    bool const says_incremental = t.export_type && enumerator(t.export_type) == type::INCREMENTAL_EXPORT;
    bool const is_full = t.export_time && !t.export_from_time && !t.export_to_time && !says_incremental;
    bool const is_incremental = !t.export_time && t.export_from_time && t.export_to_time && t.output_view &&
                                t.export_type && enumerator(t.export_type) != type::FULL_EXPORT;
    if (*version == full_version ? is_full : *version == incremental_version && is_incremental) return;
    if (*version == full_version)
        in.fail({wire_name<&T::version>}, "Version ", full_version,
                " is a full export: it has exportTime, but no exportFromTime or exportToTime.");
    else if (*version == incremental_version)
        in.fail({wire_name<&T::version>}, "Version ", incremental_version,
                " is an incremental export: it has exportFromTime, exportToTime, outputView and exportType, "
                "but no exportTime.");
    else
        in.fail({wire_name<&T::version>}, "Neither ", full_version, " (full exports) nor ",
                incremental_version, " (incremental exports).");
}

/// Reports an exportArn that is not the tableArn, then the id of an export, or whose id has another time than
/// startTime.
template <class T>
void check_identity(T const& t, rule_context& in) {
    auto const* const arn = known<&T::export_arn>(t, in);
    auto const* const table = known<&T::table_arn>(t, in);
    auto const* const start = known<&T::start_time>(t, in);
    if (!arn) return;
    auto const id = read_export_id(*arn);
    constexpr std::size_t tail = export_word.size() + id_size;
    bool const is_of_table = !table || (arn->size() == table->size() + tail && arn->starts_with(*table));
    if (!id || !is_of_table)
        in.fail({wire_name<&T::export_arn>},
                "Not the tableArn, then /export/<14 digits>-<8 hexadecimal digits>.");
    if (!id || !start) return;
    constexpr std::uint64_t each = 1'000'000; // nanoseconds
    auto const since = start->time_since_epoch().count();
    if (since < 0 || static_cast<std::uint64_t>(since) / each != id->milliseconds)
        in.fail(exported::id_time, {wire_name<&T::export_arn>},
                "The 14 digits are not the startTime in milliseconds; the startTime is ", to_text(*start),
                '.');
}

/// Reports a manifestFilesS3Key that does not follow from the s3Prefix and the id in the exportArn.
template <class T>
void check_manifest_key(T const& t, rule_context& in) {
    auto const* const key = known<&T::manifest_files_s3_key>(t, in);
    auto const* const arn = known<&T::export_arn>(t, in);
    if (!key || !arn || !in.knows(t.s3_prefix)) return;
    auto const id = read_export_id(*arn);
    if (!id) return; // export.arn
    auto const* const given = get(t.s3_prefix);
    std::string_view prefix = given ? std::string_view(*given) : std::string_view();
    while (prefix.ends_with('/')) prefix.remove_suffix(1);
    std::string_view rest = *key;
    auto const take = [&](std::string_view part) {
        bool const begins = rest.starts_with(part);
        if (begins) rest.remove_prefix(part.size());
        return begins;
    };
    bool const fits = (prefix.empty() || (take(prefix) && take("/"))) && take(top_folder) && take(id->text) &&
                      take("/") && rest == files_name;
    if (!fits)
        in.fail({wire_name<&T::manifest_files_s3_key>}, "Not ", prefix, prefix.empty() ? "" : "/", top_folder,
                id->text, "/", files_name, ".");
}

/// Reports an endTime before the startTime, an exportTime after the startTime, and a window that does not end after it
/// begins, or that lasts less than 15 minutes or more than 24 hours.
template <class T>
void check_times(T const& t, rule_context& in) {
    auto const* const start = known<&T::start_time>(t, in);
    auto const* const end = known<&T::end_time>(t, in);
    auto const* const as_of = known<&T::export_time>(t, in);
    auto const* const from = known<&T::export_from_time>(t, in);
    auto const* const to = known<&T::export_to_time>(t, in);
    if (start && end && *end < *start)
        in.fail({wire_name<&T::end_time>}, "Before the startTime, ", to_text(*start), '.');
    if (start && as_of && *as_of > *start)
        in.fail({wire_name<&T::export_time>}, "After the startTime, ", to_text(*start),
                "; an export has the data of a time in the past.");
    if (!from || !to) return;
    if (*to <= *from)
        return in.fail({wire_name<&T::export_to_time>}, "Not after the exportFromTime, ", to_text(*from),
                       '.');
    std::int64_t lasting = 0;
    bool const endless = dynabackup::detail::subtract_overflows(to->time_since_epoch().count(),
                                                                from->time_since_epoch().count(), lasting);
    std::chrono::nanoseconds const window(lasting);
    if (endless || window < shortest_window || window > longest_window)
        in.fail(exported::window, {wire_name<&T::export_to_time>},
                "The window of an incremental export lasts 15 minutes to 24 hours; this one begins at ",
                to_text(*from), '.');
}

/// The rules of ManifestSummary.
template <class T>
constexpr auto summary_rules() {
    return std::array{enforce<check_version<T>, exported::version>(),
                      enforce<check_identity<T>, exported::arn, exported::id_time>(),
                      enforce<check_manifest_key<T>, exported::manifest_key>(),
                      enforce<check_times<T>, exported::time_order, exported::window>()};
}

} // namespace dynabackup::table_export
