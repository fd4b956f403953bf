#pragma once
/// \file
/// Exports of tables, as the operations that begin and show them describe them: their type, their window, their times.

#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/arn.hpp>
#include <dynabackup/rules/recovery.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::export_call {

/// How long the window of an incremental export is.
inline constexpr std::chrono::minutes least_window{15};
/// The longest window of an incremental export.
inline constexpr std::chrono::hours most_window{24};

namespace cite {
inline constexpr std::string_view
    /// What is asked.
    request =
        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportTableToPointInTime.html",
    /// What is answered.
    description = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportDescription.html",
    /// How long a window is.
    window = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html";
} // namespace cite

inline constexpr rule incremental{
    "table-export.incremental",
    severity::error,
    edition::v2023_09_26,
    "An export of type INCREMENTAL_EXPORT has a window and no ExportTime; any other has no window.",
    cite::request,
    {R"({"TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","S3Bucket":"exports","ExportType":"INCREMENTAL_EXPORT"})",
     R"({"TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","S3Bucket":"exports","ExportType":"INCREMENTAL_EXPORT","IncrementalExportSpecification":{"ExportFromTime":1717200000}})",
     "ExportTableToPointInTimeInput"}};
inline constexpr rule window_order{"table-export.window-order",
                                   severity::error,
                                   edition::v2023_09_26,
                                   "The window of an incremental export ends after it begins.",
                                   cite::request,
                                   {R"({"ExportFromTime":1717200000,"ExportToTime":1717200000})",
                                    R"({"ExportFromTime":1717200000,"ExportToTime":1717203600})",
                                    "IncrementalExportSpecification"}};
inline constexpr rule window{"table-export.window",
                             severity::warning,
                             edition::v2023_09_26,
                             "The window of an incremental export lasts 15 minutes to 24 hours.",
                             cite::window,
                             {R"({"ExportFromTime":1717200000,"ExportToTime":1717200899})",
                              R"({"ExportFromTime":1717200000,"ExportToTime":1717200900})",
                              "IncrementalExportSpecification"}};
inline constexpr rule arn_format{
    "table-export.arn",
    severity::warning,
    edition::v2020_11_09,
    "An ExportArn is the TableArn, then /export/, fourteen digits, a hyphen and eight hexadecimal digits.",
    dynabackup::cite::arns,
    {R"({"ExportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/latest","ExportStatus":"COMPLETED"})",
     R"({"ExportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01700000000000-1a2b3c4d","ExportStatus":"COMPLETED"})",
     "ExportSummary"}};
inline constexpr rule time_order{
    "table-export.time-order",
    severity::error,
    edition::v2020_11_09,
    "An export ends after it has begun, and has data of a time before that.",
    cite::description,
    {R"({"ExportStatus":"COMPLETED","StartTime":1717200000,"EndTime":1717199999})",
     R"({"ExportStatus":"COMPLETED","StartTime":1717200000,"EndTime":1717200000})", "ExportDescription"}};
inline constexpr rule failure{"table-export.failure",
                              severity::warning,
                              edition::v2020_11_09,
                              "An export that FAILED says why, and no other does.",
                              cite::description,
                              {R"({"ExportStatus":"FAILED"})",
                               R"({"ExportStatus":"FAILED","FailureCode":"S3NoSuchBucket"})",
                               "ExportDescription"}};

template <class T>
void check_type(T const& t, rule_context& in) {
    using types = enumeration<decltype(T::export_type)>;
    if (!in.knows(t.export_type, t.incremental_export_specification)) return;
    auto const type = t.export_type ? enumerator(*t.export_type) : std::optional(types::FULL_EXPORT);
    if (!type) return;
    constexpr path_step at_window = wire_name<&T::incremental_export_specification>;
    bool const is_incremental = *type == types::INCREMENTAL_EXPORT;
    if (is_incremental && !t.incremental_export_specification)
        in.fail({at_window}, "An incremental export without its window.");
    if (!is_incremental && t.incremental_export_specification)
        in.fail({at_window}, "A full export has no window; leave it out, or ask for INCREMENTAL_EXPORT.");
    if (is_incremental && known<&T::export_time>(t, in))
        in.fail({wire_name<&T::export_time>}, "An incremental export has a window, and no point in time.");
}

/// The rule of a shape T with `export_type`, `export_time` and `incremental_export_specification`.
template <class T>
constexpr auto type_rules() {
    return std::array{enforce<check_type<T>, incremental>()};
}

template <class T>
void check_window(T const& t, rule_context& in) {
    auto const* const from = known<&T::export_from_time>(t, in);
    auto const* const to = known<&T::export_to_time>(t, in);
    if (!from || !to) return;
    constexpr path_step at_end = wire_name<&T::export_to_time>;
    if (*to <= *from)
        return in.fail({at_end}, to_text(*to), ", not after ", wire_name<&T::export_from_time>, ' ',
                       to_text(*from), '.');
    if (!recovery::is_further(*from, *to,
                              std::chrono::nanoseconds(least_window) - std::chrono::nanoseconds(1)))
        in.fail(window, {at_end}, "The window lasts less than ", least_window.count(), " minutes.");
    if (recovery::is_further(*from, *to, most_window))
        in.fail(window, {at_end}, "The window lasts more than ", most_window.count(), " hours.");
}

/// The rules of a shape T with `export_from_time` and `export_to_time`.
template <class T>
constexpr auto window_rules() {
    return std::array{enforce<check_window<T>, window_order, window>()};
}

/// The ARN of the table in that of an export; empty if it has not that form.
inline std::string_view table_in_arn(std::string_view text) {
    constexpr std::string_view before = "/export/";
    constexpr std::size_t time_digits = 14, hex_digits = 8,
                          tail = before.size() + time_digits + 1 + hex_digits;
    if (text.size() <= tail) return {};
    auto const table = text.substr(0, text.size() - tail), rest = text.substr(table.size());
    auto const id = rest.substr(before.size());
    bool const fits = rest.starts_with(before) && id[time_digits] == '-' &&
                      id.substr(0, time_digits).find_first_not_of("0123456789") == id.npos &&
                      characters::consists_of<characters::any_hex>(id.substr(time_digits + 1));
    return fits && arn::read_table(table) ? table : std::string_view();
}

template <class T>
void check_arn(T const& t, rule_context& in) {
    auto const* const text = known<&T::export_arn>(t, in);
    if (!text) return;
    constexpr path_step at_arn = wire_name<&T::export_arn>;
    auto const table = table_in_arn(*text);
    if (table.empty())
        return in.fail({at_arn},
                       "Not arn:…:dynamodb:…:table/<table>/export/<14 digits>-<8 hexadecimal digits>.");
    if constexpr (requires { t.table_arn; }) {
        auto const* const beside = known<&T::table_arn>(t, in);
        if (beside && *beside != table)
            in.fail({at_arn}, "The export of another table than ", *beside, ", the TableArn beside it.");
    }
}

/// The rule of a shape T with `export_arn`.
template <class T>
constexpr auto arn_rule() {
    return std::array{enforce<check_arn<T>, arn_format>()};
}

template <class T>
void check_times(T const& t, rule_context& in) {
    auto const* const started = known<&T::start_time>(t, in);
    auto const* const ended = known<&T::end_time>(t, in);
    auto const* const exported = known<&T::export_time>(t, in);
    if (started && ended && *ended < *started)
        in.fail({wire_name<&T::end_time>}, "Ended ", to_text(*ended), ", before it began ", to_text(*started),
                '.');
    if (started && exported && *exported > *started)
        in.fail({wire_name<&T::export_time>}, "Data of ", to_text(*exported), ", after it began ",
                to_text(*started), '.');
}

template <class T>
void check_failure(T const& t, rule_context& in) {
    using states = enumeration<decltype(T::export_status)>;
    auto const state = enumerator(known<&T::export_status>(t, in));
    if (!state || !in.knows(t.failure_code)) return;
    if (*state == states::FAILED && !t.failure_code)
        in.fail({wire_name<&T::failure_code>}, "FAILED, without saying why.");
    if (*state != states::FAILED && t.failure_code)
        in.fail({wire_name<&T::failure_code>}, "The export is ", name_of(*state), ", and has not failed.");
}

/// The rules of a shape T that describes an export.
template <class T>
constexpr auto description_rules() {
    return join(arn_rule<T>(),
                std::array{enforce<check_times<T>, time_order>(), enforce<check_failure<T>, failure>()});
}

/// All of them, for the catalogue.
inline constexpr std::array all{&incremental, &window_order, &window, &arn_format, &time_order, &failure};

} // namespace dynabackup::export_call
