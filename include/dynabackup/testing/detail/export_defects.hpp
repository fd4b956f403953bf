#pragma once
/// \file
/// Breaks each rule of exports: in the plan, in one line of the data, in the list of files, in the summary, or in the
/// files themselves. A new rule of exports needs a defect here; the tests fail until it has one.

#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/export_writer.hpp>
#include <dynabackup/testing/detail/export_mutations.hpp>
#include <dynabackup/testing/detail/export_plan.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::testing::detail {

using data_files = std::vector<table_export::ManifestFile>;

/// A defect of an export. One of the functions is set; the others are null.
struct export_defect {
    dynabackup::rule const* rule;
    /// Changes one line of the data.
    void (*in_line)(std::string& line, export_plan& plan) = nullptr;
    /// Changes the contents of manifest-files.json.
    void (*in_list)(data_files& files, export_plan& plan) = nullptr;
    /// Changes the contents of manifest-summary.json, after its counts are known.
    void (*in_summary)(table_export::ManifestSummary& summary, export_plan& plan) = nullptr;
    /// Changes the files.
    void (*in_files)(table_export::export_writer const& to, data_files const& files,
                     export_plan& plan) = nullptr;
};

// ---- lines ----

/// Changes the model of a line: `change(model, plan)`.
template <class T, class Change>
void change_line(std::string& line, export_plan& plan, Change change) {
    auto model = *parse<T>(line);
    change(model, plan);
    line = to_json(model);
}
inline void write_outside(table_export::ExportedChange& t, export_plan& plan) {
    std::chrono::microseconds const from(plan.from), to(plan.to);
    auto const time = plan.s.random().one_in(2) ? from.count() - 1 : to.count();
    t.metadata.write_timestamp_micros = aws::AttributeValue::N(std::to_string(time));
}

inline void change_images(table_export::ExportedChange& t, export_plan& plan) {
    if (*plan.summary.output_view == table_export::OutputView::NEW_IMAGE) {
        t.old_image = t.new_image;
        return;
    }
    t.old_image.reset();
    t.new_image.reset();
}

inline void change_key(table_export::ExportedChange& t, export_plan& plan) {
    auto const key = t.keys.begin()->name;
    (*t.new_image)[key] =
        plan.s.random().one_in(2) ? aws::AttributeValue::S("another") : aws::AttributeValue::null();
}

inline void spoil_key(table_export::ExportedItem& t, export_plan& plan) {
    auto const key = plan.items.key();
    bool const of_sort = key.sort && plan.s.random().one_in(2);
    t.item[of_sort ? key.sort->name : key.partition.name] =
        of_sort ? aws::AttributeValue::S("1") : aws::AttributeValue::S("");
}

/// Breaks a rule in the attributes of a line: of an item, or of the new image of a change.
inline void mutate_item(std::string& line, model_mutation const& how, export_plan& plan) {
    table_export::ExportedItem item;
    auto const break_rule = [&](aws::AttributeMap& attributes) {
        item.item = std::move(attributes);
        how.apply(nullptr, &item, plan.s);
        attributes = std::move(item.item);
    };
    if (plan.is_incremental)
        change_line<table_export::ExportedChange>(
            line, plan, [&](auto& change, export_plan&) { break_rule(*change.new_image); });
    else
        change_line<table_export::ExportedItem>(line, plan,
                                                [&](auto& t, export_plan&) { break_rule(t.item); });
}

inline void mutate_item(std::string& line, item_text_mutation const& how, export_plan& plan) {
    std::string_view const begin = plan.is_incremental ? R"("NewImage":{)" : R"("Item":{)";
    how.apply(line, line.find(begin) + begin.size(), plan.s);
}

// ---- files ----

inline std::string_view pick_manifest(export_plan& plan) {
    return plan.s.random().one_in(2) ? table_export::summary_name : table_export::files_name;
}

inline void remove_file(table_export::export_writer const& to, std::string const& key) {
    std::error_code error;
    std::filesystem::remove(to.path_of(key), error);
}

inline table_export::md5_digest other_digest(export_plan& plan) {
    return *table_export::md5_of(std::to_string(plan.s.random().next()));
}

inline constexpr std::array export_defects{
    export_defect{.rule = &exported::checksum_file,
                  .in_files =
                      [](auto const& to, auto const&, export_plan& plan) {
                          auto const key = to.manifest_key(table_export::checksum_name(pick_manifest(plan)));
                          std::ofstream(to.path_of(key), std::ios::binary)
                              << aws::to_base64(other_digest(plan));
                      }},
    export_defect{.rule = &exported::checksum_missing,
                  .in_files =
                      [](auto const& to, auto const&, export_plan& plan) {
                          remove_file(to, to.manifest_key(table_export::checksum_name(pick_manifest(plan))));
                      }},
    export_defect{.rule = &exported::incomplete,
                  .in_files =
                      [](auto const& to, auto const&, export_plan&) {
                          constexpr auto name = table_export::files_name;
                          remove_file(to, to.manifest_key(name));
                          remove_file(to, to.manifest_key(table_export::checksum_name(name)));
                      }},
    export_defect{
        .rule = &exported::data_missing,
        .in_files = [](auto const& to, data_files const& files,
                       export_plan& plan) { remove_file(to, plan.s.random().pick(files).data_file_s3_key); }},
    export_defect{.rule = &exported::data_surplus,
                  .in_files =
                      [](auto const& to, data_files const& files, export_plan& plan) {
                          auto const key = to.data_key(files.size());
                          table_export::data_file_writer more(to.path_of(key));
                          std::string line;
                          plan.append_line(line, plan.lines);
                          more.add(line += '\n');
                          more.close(key);
                      }},
    export_defect{
        .rule = &exported::duplicate_file,
        .in_list = [](data_files& files,
                      export_plan& plan) { files.push_back(files[plan.s.random().below(files.size())]); }},
    export_defect{.rule = &exported::data_checksum,
                  .in_list =
                      [](data_files& files, export_plan& plan) {
                          auto& file = files[plan.s.random().below(files.size())];
                          file.md5_checksum = aws::to_base64(other_digest(plan));
                      }},
    export_defect{.rule = &exported::data_etag,
                  .in_list =
                      [](data_files& files, export_plan& plan) {
                          auto& file = files[plan.s.random().below(files.size())];
                          file.etag = table_export::to_hex(other_digest(plan)) + "-1";
                      }},
    export_defect{.rule = &exported::item_count,
                  .in_list =
                      [](data_files& files, export_plan& plan) {
                          files[plan.s.random().below(files.size())].item_count +=
                              plan.s.random().between(1, 9);
                      }},
    export_defect{
        .rule = &exported::total_count,
        .in_summary = [](table_export::ManifestSummary& summary,
                         export_plan& plan) { summary.item_count += plan.s.random().between(1, 9); }},
    export_defect{.rule = &exported::change_time,
                  .in_line =
                      [](std::string& line, export_plan& plan) {
                          change_line<table_export::ExportedChange>(line, plan, write_outside);
                      }},
    export_defect{.rule = &exported::change_images,
                  .in_line =
                      [](std::string& line, export_plan& plan) {
                          change_line<table_export::ExportedChange>(line, plan, change_images);
                      }},
    export_defect{.rule = &exported::change_keys,
                  .in_line =
                      [](std::string& line, export_plan& plan) {
                          change_line<table_export::ExportedChange>(line, plan, change_key);
                      }},
    export_defect{
        .rule = &item::key,
        .in_line = [](std::string& line,
                      export_plan& plan) { change_line<table_export::ExportedItem>(line, plan, spoil_key); }},
    export_defect{.rule = &item::key_twice,
                  .in_line =
                      [](std::string& line, export_plan& plan) {
                          // The changed line is line 1 or later.
                          plan.append_line(line = {}, 0);
                      }},
};

} // namespace dynabackup::testing::detail
