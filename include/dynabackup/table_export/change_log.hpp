#pragma once
/// \file
/// The changes of incremental exports by their keys: defines what apply_changes.hpp declares.

#include <dynabackup/detail/util/checked_arithmetic.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/apply_changes.hpp>
#include <dynabackup/table_export/export_index.hpp>
#include <dynabackup/table_export/keyed_items.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace dynabackup::table_export {

namespace detail {

/// What became of one item.
struct item_change {
    std::int64_t first = 0, last = 0;    ///< when it was changed, in microseconds
    bool was_there = false;              ///< before the first change; false also if that does not say
    std::optional<std::string> new_item; ///< the JSON of its attributes; none: it was deleted
    bool is_in_full_export = false;

    /// Adds a change of the same item.
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

/// Lists problems, and counts those of a kind that are many.
class problem_list {
public:
    explicit problem_list(std::vector<std::string>& to) : to_(to) {}
    void add(std::string problem) { to_.push_back(std::move(problem)); }
    /// Adds one of many. `what`: how they are called together.
    void add_one_of_many(std::string problem, std::size_t& count) {
        if (++count <= most) add(std::move(problem));
    }
    void end_many(std::size_t count, std::string_view what) {
        if (count > most) add("and " + std::to_string(count - most) + " more " + std::string(what));
    }

private:
    static constexpr std::size_t most = 10; ///< problems of one kind that are listed

    std::vector<std::string>& to_;
};

/// An export as its summary describes it.
struct described_export {
    std::string name; ///< of the input that is its summary
    ManifestSummary summary;
    bool is_incremental = false;
};

inline std::optional<described_export> read_summary(dump_input const& input) {
    std::string problem, text;
    auto const source = decompressed(input).open(problem);
    constexpr std::size_t most = std::size_t{1} << 20;
    std::string some(4096, '\0');
    while (source && text.size() < most) {
        auto const n = source->read(some.data(), some.size(), problem);
        if (n == 0) break;
        text.append(some, 0, n);
    }
    auto read = parse<ManifestSummary>(text);
    if (!read) return std::nullopt;
    bool const is_incremental = read->export_from_time.has_value();
    return described_export{input.name, std::move(*read), is_incremental};
}

inline void check_windows(std::vector<described_export> const& all, problem_list& problems) {
    described_export const* full = nullptr;
    std::vector<described_export const*> windows;
    for (auto const& each : all) {
        if (each.summary.table_arn != all.front().summary.table_arn)
            problems.add(each.name + ": an export of " + each.summary.table_arn + "; " + all.front().name +
                         " is one of " + all.front().summary.table_arn);
        if (each.is_incremental) windows.push_back(&each);
        else if (!full) full = &each;
        else problems.add(each.name + ": a second full export; " + full->name + " is one, too");
    }
    std::sort(windows.begin(), windows.end(), [](auto const* a, auto const* b) {
        return std::tie(a->summary.export_from_time, a->name) <
               std::tie(b->summary.export_from_time, b->name);
    });
    std::optional<timestamp> until;
    if (full) until = full->summary.export_time;
    for (auto const* window : windows) {
        auto const from = *window->summary.export_from_time;
        if (until && from > *until)
            problems.add(window->name + ": its changes begin " + to_text(from) + "; those since " +
                         to_text(*until) + " are missing");
        if (until && from < *until)
            problems.add(window->name + ": its changes begin " + to_text(from) + "; those up to " +
                         to_text(*until) + " are in another export, too");
        auto const& to = window->summary.export_to_time;
        if (to) until = until ? std::max(*until, *to) : *to;
    }
}

/// Whether every change says what was there before it.
inline bool have_old_images(std::vector<described_export> const& all) {
    bool any = false;
    for (auto const& each : all) {
        if (!each.is_incremental) continue;
        auto const& view = each.summary.output_view;
        if (!view || view->value() != OutputView::NEW_AND_OLD_IMAGES) return false;
        any = true;
    }
    return any;
}

/// The inputs by what they have.
struct sorted_inputs {
    std::vector<dump_input> full, changes;
};

inline sorted_inputs sort_inputs(std::span<dump_input const> inputs, export_index const& index) {
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
        if (!is_known || of->from) sorted.changes.push_back(input);
        if (!is_known || !of->from) sorted.full.push_back(std::move(input));
    }
    return sorted;
}

inline void check_counts(std::vector<described_export> const& all, bool incremental, std::size_t read,
                         problem_list& problems) {
    std::int64_t stated = 0;
    bool any = false;
    for (auto const& each : all)
        if (each.is_incremental == incremental) {
            any = true;
            if (dynabackup::detail::add_overflows(stated, each.summary.item_count, stated)) return;
        }
    if (any && stated != static_cast<std::int64_t>(read))
        problems.add((incremental ? "the manifests of the incremental exports count "
                                  : "the manifest of the full export counts ") +
                     std::to_string(stated) + (incremental ? " changes; " : " items; ") +
                     std::to_string(read) + " were read");
}

} // namespace detail

DYNABACKUP_INLINE applied_changes apply_changes(std::span<dump_input const> inputs,
                                                std::function<void(std::string_view line)> const& take,
                                                dump_options const& chosen, dump_sink* sink) {
    applied_changes result;
    detail::problem_list problems(result.problems);
    export_index const index(inputs);
    std::vector<detail::described_export> described;
    for (auto const& each : index.exports())
        if (each->summary != no_input)
            if (auto summary = detail::read_summary(inputs[each->summary]))
                described.push_back(std::move(*summary));
    detail::check_windows(described, problems);
    auto const sorted = detail::sort_inputs(inputs, index);

    summary counts;
    auto log = reduce_records<ExportedChange, detail::change_log>(
        sorted.changes, [](detail::change_log& to, ExportedChange const& line) { to.add(line); },
        [](detail::change_log& to, detail::change_log&& part) { to.merge(std::move(part)); }, chosen, sink,
        &counts);
    result.counts += counts;
    detail::check_counts(described, true, log.changes, problems);
    if (log.unplaced)
        problems.add(std::to_string(log.unplaced) +
                     " changes have no time, or another key than the others, and were not applied");

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
                problems.add_one_of_many(
                    "an item is created that the full export has: " + std::string(attributes), unexpected);
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
                     " items of the full export lack the key of the changes, and are left out");

    std::vector<std::pair<std::string_view, detail::item_change const*>> added;
    for (auto const& [key, change] : log.by_key)
        if (!change.is_in_full_export) added.emplace_back(key, &change);
    std::sort(added.begin(), added.end());
    for (auto const& [key, change] : added) {
        if (change->was_there)
            problems.add_one_of_many("an item is " + std::string(change->new_item ? "changed" : "deleted") +
                                         " that the full export does not have" +
                                         (change->new_item ? ": " + *change->new_item : std::string()),
                                     unexpected);
        if (!change->new_item) continue;
        ++result.added;
        hand_out(*change->new_item);
    }
    problems.end_many(unexpected, "changes that do not fit the full export");
    return result;
}

} // namespace dynabackup::table_export
