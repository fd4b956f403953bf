#pragma once
/// \file
/// Adjusts generated exports and imports of tables: members that depend on each other.

#include <dynabackup/rules/export_limits.hpp>
#include <dynabackup/testing/detail/table_values.hpp>

#include <chrono>
#include <string>
#include <string_view>

namespace dynabackup::testing::detail {

inline void adjust(aws::IncrementalExportSpecification& window, scene& s) {
    if (!window.export_from_time || !window.export_to_time) return;
    window.export_to_time =
        *window.export_from_time +
        std::chrono::minutes{s.random().between(table_export::shortest_window.count(),
                                                std::chrono::minutes(table_export::longest_window).count())};
}

/// Gives an export a window if its type has one.
template <class T>
void adjust_type(T& t, scene& s) {
    bool const incremental = t.export_type && *t.export_type == aws::ExportType::INCREMENTAL_EXPORT;
    if (!incremental) t.incremental_export_specification.reset();
    else t.export_time.reset();
    if (incremental && !t.incremental_export_specification) {
        auto& window = t.incremental_export_specification.emplace();
        window.export_from_time = s.backup().created;
    }
}
inline void adjust(aws::ExportTableToPointInTimeInput& t, scene& s) { adjust_type(t, s); }

inline void adjust(aws::ExportDescription& e, scene& s) {
    using T = aws::ExportDescription;
    if (s.edition() < entered_on<&T::export_arn>) return;
    adjust_type(e, s);
    auto const began = s.backup().created;
    append_made(e.export_arn.emplace(s.table().arn), "/export/", began, s);
    e.table_arn = s.table().arn;
    if (e.start_time) e.start_time = began;
    if (e.end_time) e.end_time = began + std::chrono::minutes{s.random().between(1, 500)};
    if (e.export_time) e.export_time = began - std::chrono::minutes{s.random().between(0, 500)};
    bool const failed = e.export_status && *e.export_status == aws::ExportStatus::FAILED;
    if (!failed) {
        e.failure_code.reset();
        e.failure_message.reset();
    } else if (!e.failure_code) {
        e.failure_code = "S3NoSuchBucket";
    }
}

inline void adjust(aws::ExportSummary& e, scene& s) {
    if (s.edition() < entered_on<&aws::ExportSummary::export_arn>) return;
    append_made(e.export_arn.emplace(s.table().arn), "/export/", s.backup().created, s);
}
inline void adjust(aws::ListExportsOutput& page, scene&) { page.next_token.reset(); }

/// Gives an import its ARN, and times that agree.
template <class T>
void adjust_times(T& t, scene& s) {
    if (s.edition() < entered_on<&T::import_arn>) return;
    append_made(t.import_arn.emplace(s.table().arn), "/import/", s.backup().created, s);
    if (t.start_time) t.start_time = s.backup().created;
    if (t.end_time) t.end_time = s.backup().created + std::chrono::minutes{s.random().between(1, 500)};
}
inline void adjust(aws::ImportSummary& t, scene& s) { adjust_times(t, s); }
inline void adjust(aws::ImportTableDescription& t, scene& s) {
    adjust_times(t, s);
    if (t.processed_item_count && t.imported_item_count && *t.imported_item_count > *t.processed_item_count)
        std::swap(*t.imported_item_count, *t.processed_item_count);
    if (t.input_format && *t.input_format != aws::InputFormat::CSV) t.input_format_options.reset();
}
inline void adjust(aws::ImportTableInput& t, scene&) {
    if (t.input_format != aws::InputFormat::CSV) t.input_format_options.reset();
}
inline void adjust(aws::ListImportsOutput& page, scene&) { page.next_token.reset(); }

} // namespace dynabackup::testing::detail
