#pragma once
/// \file
/// The shapes of table exports, and how their documents are recognised.

#include <dynabackup/model/sync_names.hpp>
#include <dynabackup/model/system.hpp>
#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/table_export/manifests.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace dynabackup::table_export {

namespace detail {

/// What the members of a document show about its shape.
enum clue : std::uint32_t {
    item_clue = 1 << 0,
    metadata_clue = 1 << 1,
    keys_clue = 1 << 2,
    summary_clue = 1 << 3,
    file_clue = 1 << 4,
    items_clue = 1 << 5, ///< a list of items
    list_clue = 1 << 6,  ///< a list that may be empty
    count_clue = 1 << 7,
    scanned_clue = 1 << 8,
};

/// The tables of this system. A template, so that only their users compile all shapes.
template <class Lazy>
struct tables {
    using page = lazily<Lazy, ScanOutput>;
    static constexpr std::array clues{
        document_clue{wire_name<&lazily<Lazy, ExportedItem>::item>, item_clue, {}, clue_strength::weak},
        document_clue{
            wire_name<&lazily<Lazy, ExportedChange>::metadata>, metadata_clue, {}, clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, ExportedChange>::metadata>, keys_clue,
                      wire_name<&lazily<Lazy, ChangeMetadata>::write_timestamp_micros>},
        document_clue{wire_name<&lazily<Lazy, ExportedChange>::keys>, keys_clue, {}, clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, ManifestSummary>::manifest_files_s3_key>, summary_clue},
        document_clue{wire_name<&lazily<Lazy, ManifestFile>::data_file_s3_key>, file_clue},
        document_clue{wire_name<&page::items>, items_clue, {}, clue_strength::exact, {}, expect_items},
        document_clue{wire_name<&page::items>, list_clue, {}, clue_strength::exact},
        document_clue{wire_name<&page::count>, count_clue, {}, clue_strength::exact},
        document_clue{wire_name<&page::scanned_count>, scanned_clue, {}, clue_strength::exact},
    };

    /// Items and changes are recognised by their first members. The members after those are not examined beforehand.
    static constexpr std::array documents{
        document_type{
            .clues = item_clue, .shape = &shape_rules_of<lazily<Lazy, ExportedItem>>, .is_list = true},
        document_type{.clues = metadata_clue | keys_clue,
                      .shape = &shape_rules_of<lazily<Lazy, ExportedChange>>,
                      .is_list = true},
        document_type{.clues = items_clue, .shape = &shape_rules_of<page>, .is_list = true},
        document_type{.clues = list_clue | scanned_clue, .shape = &shape_rules_of<page>, .is_list = true},
        document_type{.clues = count_clue | scanned_clue, // without items
                      .shape = &shape_rules_of<page>,
                      .is_list = true},
        document_type{summary_clue, &shape_rules_of<lazily<Lazy, ManifestSummary>>},
        document_type{file_clue, &shape_rules_of<lazily<Lazy, ManifestFile>>},
    };

    static constexpr name_set sync_names = make_sync_names<Lazy>(
        shape_list<ExportedItem, ExportedChange, ManifestSummary, ManifestFile, ScanOutput>{},
        shape_list<>{});
    static constexpr std::array shapes =
        dynabackup::detail::list_shapes<Lazy>(shape_list<ChangeMetadata, ExportedChange, ExportedItem,
                                                         ManifestFile, ManifestSummary, ScanOutput>{});
    static constexpr std::array<input_rules, 2> of_inputs{
        input_rules{exported::of_files, &shape_rules_of<lazily<Lazy, ManifestFile>>},
        input_rules{exported::of_changes, &shape_rules_of<lazily<Lazy, ExportedChange>>}};
};

} // namespace detail

/// The shapes and documents of table exports.
template <class Lazy = void>
inline constexpr system_table system{
    .name = "table_export",
    .shapes = detail::tables<Lazy>::shapes,
    .clues = detail::tables<Lazy>::clues,
    .documents = detail::tables<Lazy>::documents,
    .sync_names = detail::tables<Lazy>::sync_names,
    .of_inputs = detail::tables<Lazy>::of_inputs,
};

} // namespace dynabackup::table_export
