#pragma once
/// \file
/// The exports that the summaries among some inputs describe, and whether they fit together: one full export, and the
/// windows that follow it.

#include <dynabackup/detail/util/checked_arithmetic.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/export_index.hpp>
#include <dynabackup/table_export/items.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace dynabackup::table_export::detail {

/// Lists problems. Of problems that are many, lists the first ones, and counts the others.
class problem_list {
public:
    explicit problem_list(std::vector<std::string>& to) : to_(to) {}
    void add(std::string problem) { to_.push_back(std::move(problem)); }
    /// Adds one of many problems of a kind; `count` is the number of them so far.
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
    std::string name; ///< the name of the input that is its summary
    ManifestSummary summary;
    bool is_incremental = false;
};

/// Reads a summary; nothing if it is none, which is a problem.
inline std::optional<described_export> read_summary(dump_input const& input, problem_list& problems) {
    constexpr std::size_t most = std::size_t{1} << 20;
    std::string problem;
    auto read = parse<ManifestSummary>(read_input(decompressed(input), problem, most));
    if (!read) {
        problems.add(input.name + ": " + (problem.empty() ? read.error().message() : problem));
        return std::nullopt;
    }
    bool const is_incremental = read->export_from_time.has_value();
    return described_export{input.name, std::move(*read), is_incremental};
}

/// Reads the summaries among the inputs.
inline std::vector<described_export> describe_exports(std::span<dump_input const> inputs,
                                                      export_index const& index, problem_list& problems) {
    std::vector<described_export> all;
    for (auto const& each : index.exports())
        if (each->summary != no_input)
            if (auto summary = read_summary(inputs[each->summary], problems))
                all.push_back(std::move(*summary));
    return all;
}

/// Adds the problems of exports that do not fit together: several tables, a second full export, windows that overlap or
/// leave a gap.
inline void check_windows(std::vector<described_export> const& all, problem_list& problems) {
    described_export const* full = nullptr;
    std::vector<described_export const*> windows;
    for (auto const& each : all) {
        auto const& first = all.front();
        auto const& [arn, id] = std::tie(each.summary.table_arn, each.summary.table_id);
        if (arn != first.summary.table_arn)
            problems.add(each.name + ": an export of " + arn + "; " + first.name + " is an export of " +
                         first.summary.table_arn);
        else if (id != first.summary.table_id)
            problems.add(each.name + ": its table has the id " + id + "; that of " + first.name +
                         " has the id " + first.summary.table_id +
                         ": the table was deleted and created again");
        if (each.is_incremental) windows.push_back(&each);
        else if (!full) full = &each;
        else problems.add(each.name + ": a second full export; " + full->name + " is also a full export");
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
                         to_text(*until) + " are also in another export");
        auto const& to = window->summary.export_to_time;
        if (to) until = until ? std::max(*until, *to) : *to;
    }
}

/// Whether every change has the item before it.
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

/// Adds a problem if the number of items read differs from the counts in the summaries.
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

} // namespace dynabackup::table_export::detail
