#pragma once
/// \file
/// The rules on the counts in the pages that Scan and Query return. For the items in a page, see rules/items.hpp.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/reading.hpp>

#include <array>

namespace dynabackup::item_page {

namespace cite {
inline constexpr std::string_view scan =
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html";
} // namespace cite

/// A warning, not an error: `aws dynamodb scan --max-items` removes items, but keeps the count.
inline constexpr rule count{
    "items.count",
    severity::warning,
    reading::always,
    "Count is the number of Items in the page.",
    cite::scan,
    {.invalid = R"({"Items":[{"pk":{"S":"a"}},{"pk":{"S":"b"}}],"Count":3,"ScannedCount":3})",
     .valid = R"({"Items":[{"pk":{"S":"a"}},{"pk":{"S":"b"}}],"Count":2,"ScannedCount":3})"}};
inline constexpr rule scanned_count{
    "items.scanned-count",
    severity::error,
    reading::always,
    "ScannedCount, the number of items before the filter, is not less than Count, the number after it.",
    cite::scan,
    {.invalid = R"({"Items":[{"pk":{"S":"a"}},{"pk":{"S":"b"}}],"Count":2,"ScannedCount":1})",
     .valid = R"({"Items":[{"pk":{"S":"a"}},{"pk":{"S":"b"}}],"Count":2,"ScannedCount":2})"}};

/// Compares the counts of a page with each other, and with its items.
template <class T>
void check_counts(T const& page, rule_context& in) {
    auto const* const stated = known<&T::count>(page, in);
    auto const* const scanned = known<&T::scanned_count>(page, in);
    auto const* const items = known<&T::items>(page, in);
    if (!stated) return;
    auto const size = items ? in.size_of(*items) : std::nullopt;
    if (size && *stated != static_cast<std::int64_t>(*size))
        in.fail(count, {wire_name<&T::count>}, "The page has ", *size, *size == 1 ? " item." : " items.");
    if (scanned && *scanned < *stated)
        in.fail(scanned_count, {wire_name<&T::scanned_count>}, "This is less than the Count of ", *stated,
                '.');
}

/// Both of them, for the catalogue.
inline constexpr std::array all{&count, &scanned_count};

} // namespace dynabackup::item_page
