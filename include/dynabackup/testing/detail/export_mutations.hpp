#pragma once
/// \file
/// Breaks the rules of items and of the manifests of exports. Rules that compare several files, or that need the key of
/// a table, cannot be broken in one document.

#include <dynabackup/rules/exports.hpp>
#include <dynabackup/rules/item_pages.hpp>
#include <dynabackup/rules/items.hpp>
#include <dynabackup/testing/detail/exports.hpp>
#include <dynabackup/testing/detail/mutation.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::testing::detail {

/// Breaks a rule in the text of an item. `at`: the place of its first attribute, after the brace.
struct item_text_mutation {
    dynabackup::rule const* rule;
    void (*apply)(std::string& text, std::size_t at, scene& s);
};

/// Puts a value into an item, at the top or in a list or a map.
inline bool put_value(table_export::ExportedItem& t, aws::AttributeValue value, scene& s) {
    auto& place = t.item[s.random().pick(words::rare_attributes)];
    auto const how = s.random().below(3);
    if (how == 0) place = std::move(value);
    else if (how == 1) place = aws::AttributeValue::L({std::move(value)});
    else place = aws::AttributeValue::M({{"of", std::move(value)}});
    return true;
}

/// A value nested in `lists` lists.
inline aws::AttributeValue nest(std::size_t lists) {
    auto value = aws::AttributeValue::S("x");
    for (std::size_t i = 0; i < lists; ++i) value = aws::AttributeValue::L({std::move(value)});
    return value;
}

inline constexpr std::array export_mutations{
    breaks(item::number,
           [](table_export::ExportedItem& t, scene& s) {
               constexpr std::array<std::string_view, 6> texts{"", "NaN", "1,5", "0x10", "+-1", "1e"};
               return put_value(t, aws::AttributeValue::N(std::string(s.random().pick(texts))), s);
           }),
    breaks(item::number_precision,
           [](table_export::ExportedItem& t, scene& s) {
               std::string digits;
               for (int i = 0; i < 39; ++i) digits += static_cast<char>('1' + s.random().below(9));
               return put_value(t, aws::AttributeValue::N(std::move(digits)), s);
           }),
    breaks(item::number_range,
           [](table_export::ExportedItem& t, scene& s) {
               auto const power = std::to_string(s.random().between(126, 999));
               bool const small = s.random().one_in(2);
               return put_value(
                   t, aws::AttributeValue::N(small ? "1E-" + std::string("1") + power : "5E+" + power), s);
           }),
    breaks(item::binary,
           [](table_export::ExportedItem& t, scene& s) {
               auto& place = t.item[s.random().pick(words::rare_attributes)];
               place.hold<std::string>(aws::AttributeType::binary) =
                   s.random().one_in(2) ? "aGVsbG8" : "_-_-" + aws::to_base64(draw_bytes(s));
               return true;
           }),
    breaks(
        item::set_empty,
        [](table_export::ExportedItem& t, scene& s) {
            using value = aws::AttributeValue;
            auto const which = s.random().below(3);
            return put_value(t, which == 0 ? value::SS({}) : which == 1 ? value::NS({}) : value::BS({}), s);
        }),
    breaks(item::set_duplicate,
           [](table_export::ExportedItem& t, scene& s) {
               auto const number = draw_number_text(s);
               bool const plain = number.find_first_of(".E") == number.npos;
               return put_value(t, aws::AttributeValue::NS({number, plain ? number + ".0" : number}), s);
           }),
    breaks(item::depth,
           [](table_export::ExportedItem& t, scene& s) {
               t.item[s.random().pick(words::rare_attributes)] = nest(32 + s.random().below(20));
               return true;
           }),
    breaks(item::attribute_name,
           [](table_export::ExportedItem& t, scene& s) {
               t.item[""] = draw_attribute(s, 1);
               return true;
           }),
    breaks(item::size,
           [](table_export::ExportedItem& t, scene& s) {
               t.item[s.random().pick(words::rare_attributes)] =
                   aws::AttributeValue::S(std::string(default_max_item_bytes + s.random().below(999), 'x'));
               return true;
           }),
    breaks(item_page::count,
           [](table_export::ScanOutput& t, scene& s) {
               if (!t.items) return false;
               *t.count += s.random().between(1, 9);
               t.scanned_count = std::max(*t.scanned_count, *t.count);
               return true;
           }),
    breaks(item_page::scanned_count,
           [](table_export::ScanOutput& t, scene& s) {
               t.scanned_count = *t.count - s.random().between(1, 9);
               return true;
           }),
    breaks(exported::version,
           [](table_export::ManifestSummary& t, scene& s) {
               bool const full = t.version == table_export::full_version;
               t.version = s.random().one_in(2) ? "2019-01-01"
                           : full               ? table_export::incremental_version
                                                : table_export::full_version;
               return true;
           }),
    breaks(exported::arn,
           [](table_export::ManifestSummary& t, scene& s) {
               t.table_arn += static_cast<char>('a' + s.random().below(26));
               return true;
           }),
    breaks(exported::id_time,
           [](table_export::ManifestSummary& t, scene& s) {
               t.start_time += std::chrono::milliseconds{s.random().between(1, 59'000)};
               return true;
           }),
    breaks(exported::manifest_key,
           [](table_export::ManifestSummary& t, scene& s) {
               t.manifest_files_s3_key.insert(0, s.random().one_in(2) ? "elsewhere/" : "/");
               return true;
           }),
    breaks(exported::time_order,
           [](table_export::ManifestSummary& t, scene& s) {
               t.end_time = t.start_time - std::chrono::seconds{s.random().between(1, 100'000)};
               return true;
           }),
    breaks(exported::window,
           [](table_export::ManifestSummary& t, scene& s) {
               if (!t.export_from_time) return false;
               auto const minutes =
                   s.random().one_in(2) ? s.random().between(1, 14) : s.random().between(1441, 9999);
               *t.export_from_time = *t.export_to_time - std::chrono::minutes{minutes};
               return true;
           }),
};

/// Inserts an attribute with that JSON value before the others of an item.
inline void insert_attribute(std::string& text, std::size_t at, std::string_view value) {
    std::string attribute = "\"of\":";
    attribute += value;
    if (text[at] != '}') attribute += ',';
    text.insert(at, attribute);
}

inline constexpr std::array item_text_mutations{
    item_text_mutation{&item::null,
                       [](std::string& text, std::size_t at, scene& s) {
                           insert_attribute(text, at,
                                            s.random().one_in(2) ? R"({"NULL":false})" : R"({"NULL":""})");
                       }},
    item_text_mutation{&item::attribute_type,
                       [](std::string& text, std::size_t at, scene& s) {
                           constexpr std::array<std::string_view, 5> values{R"({})", R"({"S":"a","N":"1"})",
                                                                            R"("a")", "7", R"({"T":"a"})"};
                           insert_attribute(text, at, s.random().pick(values));
                       }},
};

} // namespace dynabackup::testing::detail
