#pragma once
/// \file
/// One page of ListBackups. It has 8 MB, several times the second-level cache. The pretty page has the same number of
/// backups in more bytes.

#include "data/list_backups.hpp"

namespace list_backups {

using bench::scenario, bench::tally;

template <bench::spelling How>
scenario const& page() {
    static scenario const made =
        bench::list_backups(How, How == bench::spelling::cli ? 12'000'000 : 8'000'000);
    return made;
}

inline bool compete(std::string const& name, bench::contender run) {
    return bench::compete(name,
                          {{"list_backups/wire", page<bench::spelling::wire>},
                           {"list_backups/cli", page<bench::spelling::cli>},
                           {"list_backups/reordered", page<bench::spelling::reordered>},
                           {"list_backups/shuffled", page<bench::spelling::shuffled>}},
                          run);
}

} // namespace list_backups
