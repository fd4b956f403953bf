#pragma once
/// \file
/// DescribeBackup responses, one per line, 8 MB: all of them valid, or with two damaged lines in a hundred. Damaged
/// lines are skipped.

#include "data/describe_backup.hpp"

#include <string_view>

namespace describe_backup {

using bench::scenario, bench::tally;

template <bool Damaged>
scenario const& lines() {
    static scenario const made = bench::describe_backup(Damaged, 8'000'000);
    return made;
}

inline bool compete(std::string const& name, bench::contender run) {
    return bench::compete(
        name, {{"describe_backup/ndjson", lines<false>}, {"describe_backup/damaged", lines<true>}}, run);
}

/// Calls `f(line)` for each line of a text, without the line break.
template <class F>
void for_each_line(std::string_view text, F f) {
    while (!text.empty()) {
        auto const end = text.find('\n');
        f(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
}

} // namespace describe_backup
