#pragma once
/// \file
/// Exports of tables, as the operations that start and describe them show them: their type, their window, their times.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/arn.hpp>
#include <dynabackup/rules/export_limits.hpp>
#include <dynabackup/rules/recovery.hpp>
#include <dynabackup/timestamp.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::export_call {

namespace cite {
inline constexpr std::string_view
    /// The request.
    request =
        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportTableToPointInTime.html",
    /// The response.
    description = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportDescription.html",
    /// The length of a window.
    window = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html";
} // namespace cite

inline constexpr rule incremental{
    "table-export.incremental",
    severity::error,
    edition::v2023_09_26,
    "An export of type INCREMENTAL_EXPORT has a window and no ExportTime; any other export has no window.",
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
    "An export does not end before its start, and its data are not of a later time than its start.",
    cite::description,
    {R"({"ExportStatus":"COMPLETED","StartTime":1717200000,"EndTime":1717199999})",
     R"({"ExportStatus":"COMPLETED","StartTime":1717200000,"EndTime":1717200000})", "ExportDescription"}};
inline constexpr rule failure{"table-export.failure",
                              severity::warning,
                              edition::v2020_11_09,
                              "An export that FAILED has a FailureCode; no other export has one.",
                              cite::description,
                              {R"({"ExportStatus":"FAILED"})",
                               R"({"ExportStatus":"FAILED","FailureCode":"S3NoSuchBucket"})",
                               "ExportDescription"}};

/// Reports an incremental export without a window or with an ExportTime, and a full export with a window. An export
/// without an ExportType is full.
template <class T>
void check_type(T const& t, rule_context& in) {
    using types = enumeration<decltype(T::export_type)>;
    if (!in.knows(t.export_type, t.incremental_export_specification)) return;
    auto const type = t.export_type ? enumerator(*t.export_type) : std::optional(types::FULL_EXPORT);
    if (!type) return;
    constexpr path_step at_window = wire_name<&T::incremental_export_specification>;
    bool const is_incremental = *type == types::INCREMENTAL_EXPORT;
    if (is_incremental && !t.incremental_export_specification)
        in.fail({at_window}, "An incremental export needs a window.");
    if (!is_incremental && t.incremental_export_specification)
        in.fail({at_window}, "A full export has no window; leave it out, or use INCREMENTAL_EXPORT.");
    if (is_incremental && known<&T::export_time>(t, in))
        in.fail({wire_name<&T::export_time>}, "An incremental export has a window, not a point in time.");
}

/// The rule of a shape T with `export_type`, `export_time` and `incremental_export_specification`.
template <class T>
constexpr auto type_rules() {
    return std::array{enforce<check_type<T>, incremental>()};
}

/// Reports a window that does not end after it begins, or that lasts less than 15 minutes or more than 24 hours.
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
                              std::chrono::nanoseconds(table_export::shortest_window) -
                                  std::chrono::nanoseconds(1)))
        in.fail(window, {at_end}, "The window lasts less than ", table_export::shortest_window.count(),
                " minutes.");
    if (recovery::is_further(*from, *to, table_export::longest_window))
        in.fail(window, {at_end}, "The window lasts more than ", table_export::longest_window.count(),
                " hours.");
}

/// The rules of a shape T with `export_from_time` and `export_to_time`.
template <class T>
constexpr auto window_rules() {
    return std::array{enforce<check_window<T>, window_order, window>()};
}

/// The ARN of the table in the ARN of an export; empty if the text is not the ARN of an export.
inline std::string_view table_in_arn(std::string_view text) {
    auto const table = text.substr(0, std::min(text.rfind(table_export::export_word), text.size()));
    return table_export::read_export_id(text) && arn::read_table(table) ? table : std::string_view();
}

/// Reports an ExportArn of no documented form, or of another table than the TableArn beside it.
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
            in.fail({at_arn}, "This is an export of another table than the TableArn beside it, ", *beside,
                    '.');
    }
}

/// The rule of a shape T with `export_arn`.
template <class T>
constexpr auto arn_rule() {
    return std::array{enforce<check_arn<T>, arn_format>()};
}

/// Reports an EndTime before the StartTime, and an ExportTime after the StartTime.
template <class T>
void check_times(T const& t, rule_context& in) {
    auto const* const started = known<&T::start_time>(t, in);
    auto const* const ended = known<&T::end_time>(t, in);
    auto const* const exported = known<&T::export_time>(t, in);
    if (started && ended && *ended < *started)
        in.fail({wire_name<&T::end_time>}, "The export ended ", to_text(*ended), ", before its start ",
                to_text(*started), '.');
    if (started && exported && *exported > *started)
        in.fail({wire_name<&T::export_time>}, "The data are of ", to_text(*exported), ", after the start ",
                to_text(*started), '.');
}

/// Reports a FAILED export without a FailureCode, and any other export with one.
template <class T>
void check_failure(T const& t, rule_context& in) {
    using states = enumeration<decltype(T::export_status)>;
    auto const state = enumerator(known<&T::export_status>(t, in));
    if (!state || !in.knows(t.failure_code)) return;
    if (*state == states::FAILED && !t.failure_code)
        in.fail({wire_name<&T::failure_code>}, "The export is FAILED, but has no failure code.");
    if (*state != states::FAILED && t.failure_code)
        in.fail({wire_name<&T::failure_code>}, "The export is ", name_of(*state), "; it has not failed.");
}

/// The rules of a shape T that describes an export.
template <class T>
constexpr auto description_rules() {
    return join(arn_rule<T>(),
                std::array{enforce<check_times<T>, time_order>(), enforce<check_failure<T>, failure>()});
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&incremental, &window_order, &window, &arn_format, &time_order, &failure};

} // namespace dynabackup::export_call
