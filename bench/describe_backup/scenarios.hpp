#pragma once
/// \file
/// DescribeBackup responses, one a line, 8 MB: sound, and with two damaged lines in a hundred. Damaged ones are passed
/// over.

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

/// Calls `f(line)`, without its end, for each line of a text.
template <class F>
void for_each_line(std::string_view text, F f) {
    while (!text.empty()) {
        auto const end = text.find('\n');
        f(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
}

} // namespace describe_backup
