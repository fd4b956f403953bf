#pragma once
/// \file
/// Checks items and changes: numbers, sets, names, depth and size of their attributes; keys; and whether changes agree
/// with the manifest of their export.

#include <dynabackup/aws/attribute_rules.hpp>
#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/export_facts.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/exports.hpp>
#include <dynabackup/rules/items.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::table_export {

/// Checks the attributes of an item at a place, and their size.
DYNABACKUP_INLINE void check_item(aws::AttributeMap const& item, path_node const& where,
                                  rule_context const& in);
/// Checks that the attributes at a place include the key of the options.
DYNABACKUP_INLINE void check_key(aws::AttributeMap const& item, path_node const& where,
                                 rule_context const& in);
/// Compares the key of an item with the keys of earlier items.
DYNABACKUP_INLINE void note_key(aws::AttributeMap const& item, path_node const& where,
                                rule_context const& in);
/// Checks the time at which a change was written.
DYNABACKUP_INLINE void check_write_time(aws::AttributeValue const& micros, path_node const& where,
                                        rule_context const& in);
/// Compares an image of a change with its keys.
DYNABACKUP_INLINE void compare_keys(aws::AttributeMap const& keys, aws::AttributeMap const& image,
                                    path_node const& where, rule_context const& in);

/// Reports invalid attributes of an item, an item larger than the options allow, and a missing or invalid key attribute
/// if the options name the key.
template <class T>
void check_exported_item(T const& t, rule_context& in) {
    auto const* const item = known<&T::item>(t, in);
    if (!item) return;
    path_node const below{&in.place(), wire_name<&T::item>};
    path_node const& where = in.place_of_member(below);
    check_item(*item, where, in);
    if (in.options().key) check_key(*item, where, in);
}

/// Records the key of an item, if the input has a history.
template <class T>
void note_exported_item(T const& t, rule_context& in) {
    auto const* const item = known<&T::item>(t, in);
    path_node const below{&in.place(), wire_name<&T::item>};
    if (item && in.history() && in.options().key) note_key(*item, in.place_of_member(below), in);
}

/// Reports invalid attributes, keys and times of a change, and images larger than the options allow. If there is a
/// manifest, reports times outside the window of the export, and images that do not fit its outputView or the Keys.
template <class T>
void check_exported_change(T const& t, rule_context& in) {
    using metadata = decltype(T::metadata);
    auto const* const keys = known<&T::keys>(t, in);
    auto const* const before = known<&T::old_image>(t, in);
    auto const* const after = known<&T::new_image>(t, in);
    path_node const at_keys{&in.place(), wire_name<&T::keys>};
    path_node const at_before{&in.place(), wire_name<&T::old_image>};
    path_node const at_after{&in.place(), wire_name<&T::new_image>};
    if (keys) {
        check_attributes(*keys, at_keys, in);
        if (in.options().key) check_key(*keys, at_keys, in);
    }
    if (before) check_item(*before, at_before, in);
    if (after) check_item(*after, at_after, in);
    auto const* const said = known<&T::metadata>(t, in);
    if (said && in.knows(said->write_timestamp_micros)) {
        path_node const at_metadata{&in.place(), wire_name<&T::metadata>};
        check_write_time(said->write_timestamp_micros,
                         path_node{&at_metadata, wire_name<&metadata::write_timestamp_micros>}, in);
    }
    auto const* const manifest = in.of_export();
    if (!manifest) return;
    using images = export_facts::images;
    if (!in.knows(t.old_image, t.new_image)) return;
    if (manifest->view == images::new_and_old_images && !before && !after)
        in.fail(exported::change_images, {},
                "The change has neither OldImage nor NewImage; the outputView of the export is "
                "NEW_AND_OLD_IMAGES.");
    if (manifest->view == images::new_image && before)
        in.fail(exported::change_images, {wire_name<&T::old_image>},
                "The outputView of the export is NEW_IMAGE, which has no old images.");
    if (keys && before) compare_keys(*keys, *before, at_before, in);
    if (keys && after) compare_keys(*keys, *after, at_after, in);
}

/// The rules of ExportedItem.
template <class T>
constexpr auto rules_of_items() {
    return std::array{aws::enforce_on_values<check_exported_item<T>, item::size, item::key>(),
                      enforce_in_order<note_exported_item<T>, item::key_twice>()};
}

/// The rules of ExportedChange.
template <class T>
constexpr auto rules_of_changes() {
    return std::array{
        aws::enforce_on_values<check_exported_change<T>, item::size, item::key, exported::change_time,
                               exported::change_images, exported::change_keys>()};
}

} // namespace dynabackup::table_export

#if DYNABACKUP_DEFINE
#include <dynabackup/table_export/detail/item_checker.hpp>
#endif
