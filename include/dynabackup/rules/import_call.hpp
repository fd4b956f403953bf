#pragma once
/// \file
/// Imports of tables, as the operations that start and describe them show them: their format, their times, their
/// counts.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <string_view>
#include <type_traits>

namespace dynabackup::import_call {

namespace cite {
inline constexpr std::string_view
    /// The request.
    request = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ImportTable.html",
    /// The response.
    description =
        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ImportTableDescription.html";
} // namespace cite

inline constexpr rule csv_options{"table-import.options",
                                  severity::error,
                                  edition::v2022_08_18,
                                  "Only an import of CSV has CSV options.",
                                  cite::request,
                                  {R"({"InputFormat":"ION","InputFormatOptions":{"Csv":{"Delimiter":";"}}})",
                                   R"({"InputFormat":"CSV","InputFormatOptions":{"Csv":{"Delimiter":";"}}})",
                                   "ImportTableDescription"}};
inline constexpr rule time_order{
    "table-import.time-order",
    severity::error,
    edition::v2022_08_18,
    "An import does not end before its start.",
    cite::description,
    {R"({"ImportStatus":"COMPLETED","StartTime":1717200000,"EndTime":1717199999})",
     R"({"ImportStatus":"COMPLETED","StartTime":1717200000,"EndTime":1717200000})",
     "ImportTableDescription"}};
inline constexpr rule counts{"table-import.counts",
                             severity::warning,
                             edition::v2022_08_18,
                             "An import writes no more items than it reads.",
                             cite::description,
                             {R"({"ProcessedItemCount":10,"ImportedItemCount":11})",
                              R"({"ProcessedItemCount":10,"ImportedItemCount":10})",
                              "ImportTableDescription"}};

/// Reports the CSV options of an import whose InputFormat is not CSV.
template <class T>
void check_options(T const& t, rule_context& in) {
    auto const* const options = known<&T::input_format_options>(t, in);
    auto const* const format = known<&T::input_format>(t, in);
    if (!options || !format) return;
    using options_type = std::remove_cvref_t<decltype(*options)>;
    using formats = enumeration<decltype(T::input_format)>;
    auto const found = enumerator(format);
    if (found && *found != formats::CSV && known<&options_type::csv>(*options, in))
        in.fail({wire_name<&T::input_format_options>, wire_name<&options_type::csv>}, "The format is ",
                name_of(*found), "; CSV options have no effect.");
}

/// The rule of a shape T with `input_format` and `input_format_options`.
template <class T>
constexpr auto option_rule() {
    return std::array{enforce<check_options<T>, csv_options>()};
}

/// Reports an EndTime before the StartTime.
template <class T>
void check_times(T const& t, rule_context& in) {
    auto const* const started = known<&T::start_time>(t, in);
    auto const* const ended = known<&T::end_time>(t, in);
    if (started && ended && *ended < *started)
        in.fail({wire_name<&T::end_time>}, "The import ended ", to_text(*ended), ", before its start ",
                to_text(*started), '.');
}

/// The rule of a shape T with `start_time` and `end_time`.
template <class T>
constexpr auto time_rule() {
    return std::array{enforce<check_times<T>, time_order>()};
}

/// Reports an ImportedItemCount that is greater than the ProcessedItemCount.
template <class T>
void check_counts(T const& t, rule_context& in) {
    auto const* const read = known<&T::processed_item_count>(t, in);
    auto const* const written = known<&T::imported_item_count>(t, in);
    if (read && written && *written > *read)
        in.fail({wire_name<&T::imported_item_count>}, *written, " items were written, but only ", *read,
                " were read.");
}

/// The rules of a shape T that describes an import.
template <class T>
constexpr auto description_rules() {
    return join(time_rule<T>(), std::array{enforce<check_counts<T>, counts>()});
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&csv_options, &time_order, &counts};

} // namespace dynabackup::import_call
