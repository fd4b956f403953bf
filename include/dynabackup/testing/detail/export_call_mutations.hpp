#pragma once
/// \file
/// Breaks the rules on the operations that export and import tables.

#include <dynabackup/aws/table_exchange.hpp>
#include <dynabackup/rules/export_call.hpp>
#include <dynabackup/rules/import_call.hpp>
#include <dynabackup/testing/detail/backup_mutations.hpp>
#include <dynabackup/testing/detail/mutation.hpp>
#include <dynabackup/testing/detail/tables.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

namespace dynabackup::testing::detail {

using export_answer = aws::DescribeExportOutput;
using import_answer = aws::DescribeImportOutput;

/// Breaks a rule in the window of an incremental export: `change(window, scene)`.
template <class Change>
constexpr model_mutation in_window(rule const& r, Change) {
    return breaks(r, [](aws::ExportTableToPointInTimeInput& request, scene& s) {
        request.export_type = aws::ExportType::INCREMENTAL_EXPORT;
        request.export_time.reset();
        auto& window = request.incremental_export_specification.emplace();
        window.export_from_time = s.backup().created;
        return Change{}(window, s);
    });
}

/// Breaks a rule in an export: `change(export, scene)`.
template <class Change>
constexpr model_mutation in_export(rule const& r, Change) {
    return breaks(r, [](export_answer& answer, scene& s) { return Change{}(*answer.export_description, s); });
}
/// Breaks a rule in an import: `change(import, scene)`.
template <class Change>
constexpr model_mutation in_import(rule const& r, Change) {
    return breaks(
        r, [](import_answer& answer, scene& s) { return Change{}(answer.import_table_description, s); });
}

inline constexpr std::array export_call_mutations{
    breaks(export_call::incremental,
           [](aws::ExportTableToPointInTimeInput& request, scene& s) {
               request.export_time.reset();
               request.incremental_export_specification.reset();
               request.export_type = aws::ExportType::INCREMENTAL_EXPORT;
               if (s.random().one_in(2)) return true;
               request.export_type = aws::ExportType::FULL_EXPORT;
               request.incremental_export_specification.emplace().export_from_time = s.backup().created;
               return true;
           }),
    in_window(export_call::window_order,
              [](aws::IncrementalExportSpecification& window, scene& s) {
                  window.export_to_time = *window.export_from_time - draw_span(s, date::days{1});
                  return true;
              }),
    in_window(export_call::window,
              [](aws::IncrementalExportSpecification& window, scene& s) {
                  window.export_to_time =
                      *window.export_from_time +
                      std::chrono::seconds{s.random().one_in(2) ? s.random().between(1, 15 * 60 - 1)
                                                                : s.random().between(86'401, 900'000)};
                  return true;
              }),
    in_export(export_call::arn_format,
              [](aws::ExportDescription& e, scene& s) {
                  (*e.export_arn += '-') += s.random().pick(words::stages);
                  return true;
              }),
    in_export(export_call::time_order,
              [](aws::ExportDescription& e, scene& s) {
                  e.start_time = s.backup().created;
                  e.end_time = s.backup().created - draw_span(s, date::days{1});
                  e.export_time.reset();
                  return true;
              }),
    in_export(export_call::failure,
              [](aws::ExportDescription& e, scene& s) {
                  e.export_status = aws::ExportStatus::FAILED;
                  e.failure_code.reset();
                  if (s.random().one_in(2)) return true;
                  e.export_status = aws::ExportStatus::COMPLETED;
                  e.failure_code = "S3NoSuchBucket";
                  return true;
              }),
    breaks(exchange::export_echo,
           [](aws::DescribeExportInput& request, export_answer& answer, scene&) {
               request.export_arn = *answer.export_description->export_arn;
               char& last = request.export_arn.back(); // a hexadecimal digit
               last = last == '0' ? '1' : '0';
               return true;
           }),
    breaks(exchange::export_limit,
           [](aws::ListExportsInput& request, aws::ListExportsOutput& page, scene& s) {
               auto const size = static_cast<std::int64_t>(page.export_summaries->size());
               if (size < 2) return false;
               request = {};
               request.max_results = s.random().between(1, size - 1);
               return true;
           }),
    in_import(import_call::csv_options,
              [](aws::ImportTableDescription& t, scene& s) {
                  t.input_format =
                      s.random().one_in(2) ? aws::InputFormat::ION : aws::InputFormat::DYNAMODB_JSON;
                  t.input_format_options.emplace().csv.emplace().delimiter = ";";
                  return true;
              }),
    in_import(import_call::time_order,
              [](aws::ImportTableDescription& t, scene& s) {
                  t.start_time = s.backup().created;
                  t.end_time = s.backup().created - draw_span(s, date::days{1});
                  return true;
              }),
    in_import(import_call::counts,
              [](aws::ImportTableDescription& t, scene& s) {
                  t.processed_item_count = s.random().between(0, 1000);
                  t.imported_item_count = *t.processed_item_count + s.random().between(1, 1000);
                  return true;
              }),
    breaks(exchange::import_echo,
           [](aws::DescribeImportInput& request, import_answer& answer, scene&) {
               request.import_arn = *answer.import_table_description.import_arn;
               char& last = request.import_arn.back(); // a hexadecimal digit
               last = last == '0' ? '1' : '0';
               return true;
           }),
    breaks(exchange::import_limit,
           [](aws::ListImportsInput& request, aws::ListImportsOutput& page, scene& s) {
               auto const size = static_cast<std::int64_t>(page.import_summary_list->size());
               if (size < 2) return false;
               request = {};
               request.page_size = s.random().between(1, size - 1);
               return true;
           }),
};

} // namespace dynabackup::testing::detail
