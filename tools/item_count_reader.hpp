#pragma once
/// \file
/// Reads the statistics of items that `stats --format json` has printed.

#include <dynabackup/table_export/item_statistics.hpp>

#include "json_members.hpp"

#include <bit>
#include <charconv>

namespace dynabackup::tool::counts {

/// The index of the group of sizes that ends with this number of bytes.
inline std::size_t size_index(std::string_view size) {
    std::uint64_t number = 0;
    auto const* const end = size.data() + size.size();
    auto const [behind, error] = std::from_chars(size.data(), end, number);
    auto const index = static_cast<std::size_t>(std::bit_width(number));
    if (error != std::errc{} || behind != end || (number & (number + 1)) != 0 ||
        index >= table_export::item_statistics{}.sizes.size())
        refuse_member("sizes", "an object with a name that is not a size");
    return index;
}

inline void read_attribute(dom::object from, table_export::item_statistics::attribute& to) {
    to.bytes = number_of(from, "bytes");
    for (auto const [tag, n] : object_of(from, "types")) {
        auto const type = aws::attribute_type_of(tag);
        if (!type) refuse_member("types", "an object with a name that is not a type");
        to.types[static_cast<std::size_t>(*type)] = number_of(n, tag);
    }
}

/// Returns the statistics of items. Does not read members that stats_json derives from others. Throws
/// unreadable_counts.
inline table_export::item_statistics read_items(dom::object from) {
    table_export::item_statistics all;
    all.items = number_of(from, "items");
    all.changes = number_of(from, "changes");
    all.bytes = number_of(from, "bytes");
    all.write_units = number_of(from, "write_units");
    for (auto const [size, n] : object_of(from, "sizes")) all.sizes[size_index(size)] = number_of(n, "sizes");
    for (auto const [name, what] : object_of(from, "attributes"))
        read_attribute(object_of(what, "attributes"), all.attributes[std::string(name)]);
    all.other_attributes = number_of(from, "other_attributes");
    for (auto const one : list_of(from, "largest")) {
        auto const item = object_of(one, "largest");
        all.largest.push_back({number_of(item, "bytes"), std::string(text_of(item, "text"))});
    }
    for (auto const [hour, counts] : object_of(from, "hours")) {
        auto const changes = object_of(counts, "hours");
        auto const time = time_of(std::string(hour.substr(0, hour.find('Z'))) + ":00:00Z", "hours");
        all.by_hour[std::chrono::floor<std::chrono::hours>(time)] = {
            number_of(changes, "created"), number_of(changes, "changed"), number_of(changes, "deleted")};
    }
    return all;
}

} // namespace dynabackup::tool::counts
