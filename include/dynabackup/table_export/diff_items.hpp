#pragma once
/// \file
/// Compares the items of two exports by their keys, in bounded memory. This shows whether a restored table has the
/// items that were saved, and what changed between two days.
///
/// \code
/// table_export::diff_items({from_directory("monday/")}, {from_directory("tuesday/")}, *parse_item_key("pk:S"), {},
///                          [](table_export::item_difference const& d) { … });
/// \endcode

#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/keyed_items.hpp>
#include <dynabackup/table_export/sorted_pairs.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::table_export {

/// An item that differs between two exports: added if there is none before, removed if there is none after, changed
/// otherwise. Valid during the call that receives it.
struct item_difference {
    std::optional<std::string_view> before; ///< the JSON of its attributes in the first export
    std::optional<std::string_view> after;  ///< the JSON of its attributes in the second export
};

/// Options for comparing exports.
struct diff_options {
    dump_options dump = {};                      ///< how they are read
    std::size_t memory = std::size_t{256} << 20; ///< bytes of items to keep before they are written to disk
    open_run open = std::tmpfile;                ///< opens a file for them
};

/// The result of a comparison.
struct diff_result {
    std::size_t same = 0;        ///< items that are equal in both exports
    std::size_t added = 0;       ///< items that only the second one has
    std::size_t removed = 0;     ///< items that only the first one has
    std::size_t changed = 0;     ///< items that both have, with other attributes
    std::size_t without_key = 0; ///< items that lack the key, and were not compared
    summary before;              ///< what was read of the first export
    summary after;               ///< what was read of the second export
    std::string problem;         ///< why the disk failed; empty on success

    /// Whether all items of both were read and compared, and are equal.
    [[nodiscard]] bool is_same() const { return is_complete() && added + removed + changed == 0; }
    /// Whether all items of both were read and compared: no input, no line and no key was missing or damaged, and the
    /// disk did not fail.
    [[nodiscard]] bool is_complete() const {
        auto const is_whole = [](summary const& s) { return s.unreadable_inputs + s.rejected == 0; };
        return problem.empty() && without_key == 0 && is_whole(before) && is_whole(after);
    }
};

/// Compares the items of two exports. Calls `take(item_difference)` for each item that differs, in an order that
/// depends only on the keys. The spelling of numbers and sets does not matter. Skips the changes of incremental
/// exports. `sink` receives findings and unreadable inputs, if it is not null: first those of `before`.
/// If the disk fails, the remaining items are not compared. Memory: `options.memory`, the buffer of a FILE for each run
/// on disk, and as check_dump. Cost: n log n.
template <class Take>
[[nodiscard]] diff_result diff_items(std::span<dump_input const> before, std::span<dump_input const> after,
                                     item_key const& key, diff_options const& options, Take take,
                                     dump_sink* sink = nullptr) {
    diff_result result;
    auto const names = names_of(key);
    sorted_pairs first(options.memory / 2, options.open), second(options.memory / 2, options.open);
    auto const read = [&](sorted_pairs& to, std::span<dump_input const> inputs, summary& counts) {
        result.without_key += detail::for_each_keyed_item(
            inputs, names,
            [&](std::string_view item, std::string_view json) {
                static_cast<void>(to.add(item, json)); // a disk that fails is the problem of the result
            },
            options.dump, sink, &counts);
    };
    read(first, before, result.before);
    read(second, after, result.after);

    auto const equal = [](std::string_view a, std::string_view b) {
        if (a == b) return true;
        auto const item = [](std::string_view attributes) {
            return parse<ExportedItem>("{\"Item\":" + std::string(attributes) + '}');
        };
        auto const x = item(a), y = item(b);
        return x && y && x->item == y->item;
    };
    auto a = first.next(), b = second.next();
    auto const has_failed = [&] { return !first.problem().empty() || !second.problem().empty(); };
    while ((a || b) && !has_failed()) { // after a failure, a missing item may be one that was not read
        if (!b || (a && a->key < b->key)) {
            ++result.removed;
            take(item_difference{a->value, std::nullopt});
            a = first.next();
        } else if (!a || b->key < a->key) {
            ++result.added;
            take(item_difference{std::nullopt, b->value});
            b = second.next();
        } else {
            if (equal(a->value, b->value)) {
                ++result.same;
            } else {
                ++result.changed;
                take(item_difference{a->value, b->value});
            }
            a = first.next();
            b = second.next();
        }
    }
    result.problem = first.problem().empty() ? second.problem() : first.problem();
    return result;
}

} // namespace dynabackup::table_export
