#pragma once
/// \file
/// What generating values of the shapes of table exports needs beyond their descriptions.

#include <dynabackup/aws/export_description.hpp>
#include <dynabackup/table_export/export_names.hpp>
#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/table_export/manifests.hpp>
#include <dynabackup/testing/detail/shape_values.hpp>

#include <date/date.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::testing::detail {

/// A number as the service prints it: whole, with a fraction, or with many digits.
inline std::string draw_number_text(scene& s) {
    std::string text = s.random().one_in(4) ? "-" : "";
    append_number(text, static_cast<std::uint64_t>(s.random().log_between(1, 1'000'000'000'000)));
    if (s.random().one_in(2)) {
        text += '.';
        auto const hundredths = s.random().below(100);
        append_number(text, hundredths * 10 + 1 + s.random().below(9), 3);
    }
    if (s.is_rare()) text = "3.1415926535897932384626433832795028842E+100";
    return text;
}

inline std::vector<std::byte> draw_bytes(scene& s) {
    std::vector<std::byte> bytes(s.random().below(24));
    for (auto& byte : bytes) byte = static_cast<std::byte>(s.random().below(256));
    return bytes;
}

inline aws::AttributeValue draw_attribute(scene& s, std::size_t level);

inline void draw_attributes(aws::AttributeMap& map, scene& s, std::size_t level, std::size_t most) {
    std::vector<std::string> names;
    s.name_attributes(names, 1 + s.random().below(most));
    for (auto& name : names) map[name] = draw_attribute(s, level);
}

/// A set of one to three different elements.
template <class Draw>
aws::AttributeValue::Set draw_set(scene& s, Draw draw) {
    aws::AttributeValue::Set set;
    for (std::size_t i = 0, n = 1 + s.random().below(3); i < n; ++i) set.push_back(draw(i));
    return set;
}

/// A value of any type. The values in lists and maps are smaller.
inline aws::AttributeValue draw_attribute(scene& s, std::size_t level) {
    using value = aws::AttributeValue;
    constexpr std::size_t deepest = 3;
    switch (s.random().below(level < deepest ? 12 : 9)) {
    case 0: return value::N(draw_number_text(s));
    case 1: return value::B(draw_bytes(s));
    case 2: return value::BOOL(s.random().one_in(2));
    case 3: return value::null();
    case 4: return value::SS(draw_set(s, [&](std::size_t i) { return std::string(words::attributes[i]); }));
    case 5: return value::NS(draw_set(s, [&](std::size_t i) { return std::to_string(i) + ".5"; }));
    case 6:
        return value::BS(draw_set(s, [](std::size_t i) {
            std::array const byte{static_cast<std::byte>(i)};
            return aws::to_base64(byte);
        }));
    case 9: {
        value::List list(s.random().below(4));
        for (auto& element : list) element = draw_attribute(s, level + 1);
        return value::L(std::move(list));
    }
    case 10:
    case 11: {
        aws::AttributeMap map;
        draw_attributes(map, s, level + 1, 3);
        return value::M(std::move(map));
    }
    default: return value::S(std::string(s.random().pick(words::stages)));
    }
}

/// Creates values with their placeholders in the expressions.
inline void adjust(aws::FilterSpecification& filter, scene& s) {
    if (!filter.expression_attribute_values) return;
    auto& values = *filter.expression_attribute_values;
    values.clear();
    for (std::size_t i = 0, n = 1 + s.random().below(3); i < n; ++i)
        values[":v" + std::to_string(i)] = draw_attribute(s, 1);
}

/// The key of an item of the scene's table.
inline void draw_key(aws::AttributeMap& map, scene& s) {
    map[scene::key(s.table().keys)] =
        aws::AttributeValue::S("#" + std::to_string(s.random().log_between(0, 1'000'000'000)));
    if (s.table().sorted) map[scene::key(s.table().keys + 1)] = aws::AttributeValue::N(draw_number_text(s));
}

inline void draw_image(aws::AttributeMap& image, aws::AttributeMap const& keys, scene& s) {
    image = keys;
    draw_attributes(image, s, 1, 8);
}

inline void adjust(table_export::ExportedItem& t, scene& s) {
    t.item.clear();
    draw_key(t.item, s);
    draw_attributes(t.item, s, 1, 8);
}

inline void adjust(table_export::ScanOutput& t, scene& s) {
    t.count = static_cast<std::int64_t>(t.items ? t.items->size() : s.random().below(100));
    t.scanned_count = *t.count + s.random().log_between(0, 100);
    t.last_evaluated_key.reset(); // otherwise a page would be missing
}

/// Sets the time at which a change was written, in microseconds.
inline void adjust(table_export::ChangeMetadata& t, scene& s) {
    auto const time = std::chrono::floor<std::chrono::microseconds>(s.backup().created.time_since_epoch());
    t.write_timestamp_micros =
        aws::AttributeValue::N(std::to_string(time.count() + s.random().between(0, 999'999)));
}

inline void adjust(table_export::ExportedChange& t, scene& s) {
    t.keys.clear();
    draw_key(t.keys, s);
    auto const kind = s.random().below(3); // put, changed, deleted
    t.old_image.reset();
    t.new_image.reset();
    if (kind != 0) draw_image(t.old_image.emplace(), t.keys, s);
    if (kind != 2) draw_image(t.new_image.emplace(), t.keys, s);
}

/// The id of an export that was requested at that time.
inline std::string draw_export_id(std::chrono::milliseconds start, scene& s) {
    std::string hex;
    append_hex(hex, s.random(), table_export::id_hex_size);
    return table_export::make_export_id(timestamp{start}, hex);
}

/// Describes an export of the scene's table that was requested at that time, except for its kind and its other times.
inline void describe_export(table_export::ManifestSummary& t, std::chrono::milliseconds start, scene& s) {
    using namespace std::chrono;
    auto const id = draw_export_id(start, s);
    t.table_arn = s.table().arn;
    t.table_id = s.table().id;
    t.export_arn = s.table().arn + std::string(table_export::export_word) + id;
    t.start_time = timestamp{start};
    t.end_time = timestamp{start + seconds{s.random().between(60, 3600)}};
    t.s3_bucket = "exports-of-" + std::string(s.account());
    t.s3_prefix = nullptr;
    std::string prefix;
    if (s.random().one_in(2)) {
        t.s3_prefix = "backups";
        prefix = "backups/";
    }
    t.s3_sse_algorithm = "AES256";
    t.s3_sse_kms_key_id = nullptr;
    t.manifest_files_s3_key = prefix + table_export::manifest_key(id, table_export::files_name);
    t.output_format = table_export::OutputFormat::DYNAMODB_JSON;
}

/// Makes it a full export as of that time.
inline void make_full(table_export::ManifestSummary& t, std::chrono::milliseconds as_of) {
    t.version = table_export::full_version;
    t.export_time = timestamp{as_of};
    t.export_from_time.reset();
    t.export_to_time.reset();
    t.output_view.reset();
    t.export_type.reset();
}

/// Makes it an incremental export of the changes between two times.
inline void make_incremental(table_export::ManifestSummary& t, std::chrono::milliseconds from,
                             std::chrono::milliseconds to, scene& s) {
    t.version = table_export::incremental_version;
    t.export_time.reset();
    t.export_from_time = timestamp{from};
    t.export_to_time = timestamp{to};
    draw_enumerator(t.output_view.emplace(), s);
    t.export_type = table_export::ExportType::INCREMENTAL_EXPORT;
}

inline void adjust(table_export::ManifestSummary& t, scene& s) {
    using namespace std::chrono;
    auto const start = floor<milliseconds>(s.backup().created.time_since_epoch());
    describe_export(t, start, s);
    if (s.edition() >= exported::incremental_exports && s.random().one_in(2))
        make_incremental(t, start - minutes{s.random().between(15, 24 * 60)}, start, s);
    else make_full(t, start - seconds{s.random().between(0, 3600)});
    t.billed_size_bytes = s.random().log_between(0, 1'000'000'000'000);
    t.item_count = s.random().log_between(0, 1'000'000'000);
}

inline void adjust(table_export::ManifestFile& t, scene& s) {
    std::array<std::byte, 16> digest;
    for (auto& byte : digest) byte = static_cast<std::byte>(s.random().below(256));
    t.item_count = s.random().log_between(0, 1'000'000);
    t.md5_checksum = aws::to_base64(digest);
    t.etag.clear();
    append_hex(t.etag, s.random(), 16);
    append_hex(t.etag, s.random(), 16);
    t.etag += "-1";
    t.data_file_s3_key = table_export::manifest_key(
        draw_export_id(std::chrono::floor<std::chrono::milliseconds>(s.backup().created.time_since_epoch()),
                       s),
        "data/");
    for (int i = 0; i < 26; ++i) t.data_file_s3_key += s.random().pick(table_export::data_name_digits);
    t.data_file_s3_key += ".json.gz";
}

/// The shapes. Kept are the members by which a document is recognised.
inline constexpr std::array export_shapes{
    values_of<aws::FilterSpecification>(),      values_of<table_export::ExportedItem>(),
    values_of<table_export::ChangeMetadata>(),  values_of<table_export::ExportedChange>(),
    values_of<table_export::ManifestSummary>(), values_of<table_export::ManifestFile>(),
    values_of<table_export::ScanOutput>(),
};

} // namespace dynabackup::testing::detail
