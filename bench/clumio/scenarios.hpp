#pragma once
/// \file
/// One page of Clumio's backups, 8 MB. A backup has twice as many members as a summary of AWS, lists, times as text,
/// and nulls.

#include "data/clumio.hpp"

namespace clumio_list {

using bench::scenario, bench::tally;

inline scenario const& page() {
    static scenario const made = bench::clumio_page(8'000'000);
    return made;
}

inline bool compete(std::string const& name, bench::contender run) {
    return bench::compete(name, {{"clumio/page", page}}, run);
}

} // namespace clumio_list
