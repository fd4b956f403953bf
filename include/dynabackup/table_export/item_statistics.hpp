#pragma once
/// \file
/// Statistics of the items of a table: their number and sizes, their attributes and types, and the capacity that
/// writing and scanning them takes; for incremental exports, also the changes by hour.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/table_export/items.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::table_export {

/// Counts items and changes. Counts of several exports can be merged, in any order. The item after a change counts as
/// an item. Memory does not depend on the number of items.
struct item_statistics {
    using number = std::uint64_t; ///< a count, or bytes
    using hour = std::chrono::time_point<std::chrono::system_clock, std::chrono::hours>; ///< in UTC

    /// An attribute, over all items that have it.
    struct attribute {
        std::array<number, aws::attribute_types> types{}; ///< the number of values of each type
        number bytes = 0;                                 ///< of its names and values

        number count() const { ///< items that have it
            number all = 0;
            for (auto const n : types) all += n;
            return all;
        }
    };
    /// The changes within an hour.
    struct changes_of_hour {
        number created = 0; ///< without an old image: created, or the export has only new images
        number changed = 0; ///< with both images
        number deleted = 0; ///< without a new image
    };
    /// A large item.
    struct large_item {
        number bytes;     ///< as the service counts
        std::string text; ///< the first bytes of its plain JSON

        friend bool operator<(large_item const& a, large_item const& b) { ///< orders the larger item first
            return a.bytes != b.bytes ? a.bytes > b.bytes : a.text < b.text;
        }
    };

    static constexpr std::size_t most_attributes =
        2000; ///< names that are counted separately: the first in alphabetical order
    static constexpr std::size_t most_large_items = 100; ///< the number of largest items to keep
    static constexpr std::size_t longest_text = 200;     ///< bytes of a large item's text

    number items = 0;               ///< full exports' items, and new images of changes
    number changes = 0;             ///< changes of incremental exports
    number bytes = 0;               ///< of the items, as the service counts
    number write_units = 0;         ///< to write all items: one for each KiB of an item, rounded up
    std::array<number, 32> sizes{}; ///< items by size: [i] counts those of 2^(i-1) to 2^i - 1 bytes
    std::map<std::string, attribute, std::less<>> attributes; ///< by name, at the top of the items
    number other_attributes = 0;             ///< values of attributes that are not counted separately
    std::vector<large_item> largest;         ///< the largest first
    std::map<hour, changes_of_hour> by_hour; ///< changes whose time can be read

    /// Returns the read units that an eventually consistent scan of all items takes: half a unit for each 4 KiB.
    double scan_units() const {
        auto const parts = (bytes + 4095) / 4096;
        return static_cast<double>(parts) / 2;
    }

    /// Counts an item.
    void add(ExportedItem const& line) { add(line.item); }
    /// Counts a change, and the item after it.
    void add(ExportedChange const& line) {
        ++changes;
        constexpr auto most = std::int64_t{9'223'372'036'854'775}; // the most that a timestamp holds
        auto const micros = line.metadata.write_timestamp_micros.as<std::int64_t>();
        if (micros && *micros <= most && *micros >= -most) {
            auto& of_hour =
                by_hour[hour(std::chrono::floor<std::chrono::hours>(std::chrono::microseconds(*micros)))];
            ++(!line.new_image ? of_hour.deleted : line.old_image ? of_hour.changed : of_hour.created);
        }
        if (line.new_image) add(*line.new_image);
    }
    /// Counts an item.
    void add(aws::AttributeMap const& item) {
        number size = 0;
        for (auto const& a : item) {
            number const own = a.name.size() + aws::stored_size(a.value);
            size += own;
            add_attribute(a.name, a.value.type(), own);
        }
        ++items;
        bytes += size;
        write_units += std::max<number>((size + 1023) / 1024, 1);
        ++sizes[std::min(static_cast<std::size_t>(std::bit_width(size)), sizes.size() - 1)];
        if (largest.size() < most_large_items || size >= largest.back().bytes) {
            std::string text;
            aws::append_plain_json(text, item);
            cut(text);
            keep({size, std::move(text)});
        }
    }

    /// Adds the counts of another object.
    void merge(item_statistics&& other) {
        items += other.items;
        changes += other.changes;
        bytes += other.bytes;
        write_units += other.write_units;
        other_attributes += other.other_attributes;
        for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] += other.sizes[i];
        for (auto const& [name, counts] : other.attributes) {
            auto& own = attributes[name];
            own.bytes += counts.bytes;
            for (std::size_t i = 0; i < own.types.size(); ++i) own.types[i] += counts.types[i];
        }
        drop_attributes();
        for (auto const& [time, counts] : other.by_hour) {
            auto& own = by_hour[time];
            own.created += counts.created;
            own.changed += counts.changed;
            own.deleted += counts.deleted;
        }
        for (auto& one : other.largest) keep(std::move(one));
    }

private:
    void add_attribute(std::string_view name, aws::AttributeType type, number size) {
        auto found = attributes.find(name);
        if (found == attributes.end()) found = attributes.try_emplace(std::string(name)).first;
        ++found->second.types[static_cast<std::size_t>(type)];
        found->second.bytes += size;
        drop_attributes();
    }

    /// Keeps the first names in alphabetical order, which do not depend on the order of the items.
    void drop_attributes() {
        while (attributes.size() > most_attributes) {
            auto const last = std::prev(attributes.end());
            other_attributes += last->second.count();
            attributes.erase(last);
        }
    }

    void keep(large_item one) {
        largest.insert(std::lower_bound(largest.begin(), largest.end(), one), std::move(one));
        if (largest.size() > most_large_items) largest.pop_back();
    }

    /// Cuts a text between two characters.
    static void cut(std::string& text) {
        if (text.size() <= longest_text) return;
        auto size = longest_text;
        while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
        text.resize(size);
        text.shrink_to_fit();
    }
};

} // namespace dynabackup::table_export
