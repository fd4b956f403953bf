#pragma once
/// \file
/// The changes of incremental exports, by key. Defines the functions that apply_changes.hpp declares.

#include <dynabackup/table_export/apply_changes.hpp>
#include <dynabackup/table_export/detail/described_exports.hpp>
#include <dynabackup/table_export/keyed_items.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace dynabackup::table_export {

namespace detail {

/// The changes of one item.
struct item_change {
    std::int64_t first = 0, last = 0;    ///< when it was changed, in microseconds
    bool was_there = false;              ///< before the first change; also false if that is not known
    std::optional<std::string> new_item; ///< the JSON of its attributes; none: it was deleted
    bool is_in_full_export = false;

    /// Adds another change of this item.
    void add(item_change&& other) {
        if (other.first < first) {
            first = other.first;
            was_there = other.was_there;
        }
        if (other.last >= last) {
            last = other.last;
            new_item = std::move(other.new_item);
        }
    }
};

/// The changes of one chunk, or of all incremental exports.
struct change_log {
    std::unordered_map<std::string, item_change> by_key;
    std::vector<std::string> key_names; ///< sorted; those of the first change
    std::size_t changes = 0;
    std::size_t unplaced = 0; ///< changes without a time, or with another key

    void add(ExportedChange const& line) {
        ++changes;
        std::vector<std::string> names;
        for (auto const& a : line.keys) names.push_back(a.name);
        std::sort(names.begin(), names.end());
        if (key_names.empty()) key_names = names;
        auto const time = line.metadata.write_timestamp_micros.as<std::int64_t>();
        std::string key;
        if (!time || names.empty() || names != key_names || !append_key(key, line.keys, names)) {
            ++unplaced;
            return;
        }
        item_change change{*time, *time, line.old_image.has_value(), std::nullopt};
        if (line.new_image) append_sorted_json(change.new_item.emplace(), *line.new_image);
        add(std::move(key), std::move(change));
    }

    void merge(change_log&& part) {
        changes += part.changes;
        unplaced += part.unplaced;
        if (key_names.empty()) key_names = part.key_names;
        if (key_names != part.key_names && !part.key_names.empty()) {
            unplaced += part.by_key.size();
            return;
        }
        for (auto& [key, change] : part.by_key) add(std::string(key), std::move(change));
    }

private:
    void add(std::string&& key, item_change&& change) {
        auto const [known, is_new] = by_key.try_emplace(std::move(key));
        if (is_new) known->second = std::move(change);
        else known->second.add(std::move(change));
    }
};

/// Unreadable inputs as problems, each once.
class problem_sink final : public dump_sink {
public:
    explicit problem_sink(problem_list& to) : to_(to) {}
    void take(finding&&) override {}
    void problem(std::string_view name, std::string_view reason) override {
        if (names_.emplace(name).second) to_.add(std::string(name) + ": " + std::string(reason));
    }

private:
    problem_list& to_;
    std::set<std::string, std::less<>> names_;
};

/// The inputs, sorted by their contents.
struct sorted_inputs {
    std::vector<dump_input> full, changes;
};

/// Reports an input without a manifest that can be read only once: it is read for changes, and again for items.
inline sorted_inputs sort_inputs(std::span<dump_input const> inputs, export_index const& index,
                                 dump_sink& sink, summary& counts) {
    sorted_inputs sorted;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        auto const role = index.role_of(i);
        if (role == input_role::summary || role == input_role::files || role == input_role::checksum ||
            role == input_role::started)
            continue;
        auto input = decompressed(inputs[i]);
        input.may_be_empty = true;
        auto const& of = index.export_of(i);
        bool const is_known = of && of->summary != no_input;
        if (!is_known && input.is_read_once) {
            sink.begin(input.name);
            ++counts.unreadable_inputs;
            sink.problem(input.name,
                         "it can be read only once, but is needed twice: write it to a file first");
            sink.end(input.name);
            continue;
        }
        if (!is_known || of->from) sorted.changes.push_back(input);
        if (!is_known || !of->from) sorted.full.push_back(std::move(input));
    }
    return sorted;
}

} // namespace detail

DYNABACKUP_INLINE applied_changes apply_changes(std::span<dump_input const> inputs,
                                                std::function<void(std::string_view line)> const& take,
                                                dump_options const& chosen, dump_sink* sink) {
    applied_changes result;
    detail::problem_list problems(result.problems);
    export_index const index(inputs);
    detail::problem_sink unread(problems);
    if (!sink) sink = &unread;
    auto const described = detail::describe_exports(inputs, index, problems);
    detail::check_windows(described, problems);
    auto const sorted = detail::sort_inputs(inputs, index, *sink, result.counts);

    summary counts;
    auto log = reduce_records<ExportedChange, detail::change_log>(
        sorted.changes, [](detail::change_log& to, ExportedChange const& line) { to.add(line); },
        [](detail::change_log& to, detail::change_log&& part) { to.merge(std::move(part)); }, chosen, sink,
        &counts);
    result.counts += counts;
    detail::check_counts(described, true, log.changes, problems);
    if (log.unplaced)
        problems.add(std::to_string(log.unplaced) +
                     " changes have no time, or a key with other attributes, and were not applied");

    bool const old_images = detail::have_old_images(described);
    std::string line;
    auto const hand_out = [&](std::string_view attributes) {
        ((line = "{\"Item\":") += attributes) += "}\n";
        take(line);
        ++result.items;
    };
    std::size_t read = 0, unexpected = 0;
    std::string wanted;
    auto const without_key = detail::for_each_keyed_item(
        sorted.full, log.key_names,
        [&](std::string_view key, std::string_view attributes) {
            ++read;
            auto const change = log.by_key.find(wanted.assign(key));
            if (change == log.by_key.end()) return hand_out(attributes);
            auto& found = change->second;
            found.is_in_full_export = true;
            if (old_images && !found.was_there)
                problems.add_one_of_many("a change creates an item that the full export has: " +
                                             std::string(attributes),
                                         unexpected);
            if (found.new_item) {
                ++result.replaced;
                hand_out(*found.new_item);
            } else {
                ++result.deleted;
            }
        },
        chosen, sink, &counts);
    result.counts += counts;
    detail::check_counts(described, false, read + without_key, problems);
    if (without_key)
        problems.add(std::to_string(without_key) +
                     " items of the full export lack the key of the changes, and were left out");

    std::vector<std::pair<std::string_view, detail::item_change const*>> added;
    for (auto const& [key, change] : log.by_key)
        if (!change.is_in_full_export) added.emplace_back(key, &change);
    std::sort(added.begin(), added.end());
    for (auto const& [key, change] : added) {
        if (change->was_there)
            problems.add_one_of_many("a change " + std::string(change->new_item ? "changes" : "deletes") +
                                         " an item that the full export does not have" +
                                         (change->new_item ? ": " + *change->new_item : std::string()),
                                     unexpected);
        if (!change->new_item) continue;
        ++result.added;
        hand_out(*change->new_item);
    }
    problems.end_many(unexpected, "changes that do not fit the full export");
    if (sink == &unread && result.counts.rejected != 0)
        problems.add("lines that could not be read are left out");
    return result;
}

} // namespace dynabackup::table_export
