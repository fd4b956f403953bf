#pragma once
/// \file
/// The lines of the data files of table exports: an item of a full export, a change of an incremental export. Scan,
/// Query and GetItem return items in this form, and ImportTable accepts it.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/aws/errors.hpp>
#include <dynabackup/table_export/dialect.hpp>
#include <dynabackup/table_export/item_rules.hpp>

#include <boost/describe/class.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>

namespace dynabackup::table_export {

/// `{"Item":{…}}`: an item, as a line of an export and as the response of GetItem.
struct ExportedItem {
    aws::AttributeMap item{}; ///< its attributes
};
BOOST_DESCRIBE_STRUCT(ExportedItem, (), (item))
constexpr bool is_record(std::type_identity<ExportedItem>) { return true; }
/// It counts as an item.
constexpr bool is_item(std::type_identity<ExportedItem>) { return true; }

template <std::same_as<ExportedItem> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::item>()};
}
/// The members that GetItem and clients add to an item.
inline constexpr auto tolerated_in_item = [] {
    std::array<std::string_view, client_members.size() + 1> names{"ConsumedCapacity"};
    std::ranges::copy(client_members, names.begin() + 1);
    return names;
}();
constexpr auto tolerated(std::type_identity<ExportedItem>) { return tolerated_in_item; }

template <std::same_as<ExportedItem> T>
constexpr auto rules(std::type_identity<T>) {
    return rules_of_items<T>();
}

/// What an incremental export adds to a change.
struct ChangeMetadata {
    aws::AttributeValue write_timestamp_micros{}; ///< N: when it was written, in microseconds since the epoch
};
BOOST_DESCRIBE_STRUCT(ChangeMetadata, (), (write_timestamp_micros))

template <std::same_as<ChangeMetadata> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::write_timestamp_micros>()};
}

/// A change of an incremental export: an item at the beginning of the window, and at its end.
struct ExportedChange {
    ChangeMetadata metadata{}; ///< when it was written last
    aws::AttributeMap keys{};  ///< the key of the item
    std::optional<aws::AttributeMap>
        old_image{}; ///< absent: there was no such item, or the view has only new images
    std::optional<aws::AttributeMap> new_image{}; ///< absent: the item was deleted
};
BOOST_DESCRIBE_STRUCT(ExportedChange, (), (metadata, keys, old_image, new_image))
constexpr bool is_record(std::type_identity<ExportedChange>) { return true; }
/// It counts as an item.
constexpr bool is_item(std::type_identity<ExportedChange>) { return true; }

template <std::same_as<ExportedChange> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::metadata>(), describe<&T::keys>(), describe<&T::old_image>(),
                      describe<&T::new_image>()};
}
template <std::same_as<ExportedChange> T>
constexpr auto rules(std::type_identity<T>) {
    return rules_of_changes<T>();
}

} // namespace dynabackup::table_export
