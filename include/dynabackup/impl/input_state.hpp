#pragma once
/// \file
/// Ends an input: what input_state.hpp declares.

#include <dynabackup/input_state.hpp>

#include <utility>

namespace dynabackup {

DYNABACKUP_INLINE void input_state::end(finding_sink& sink, summary& counts) {
    if (auto incomplete = listing.end()) {
        counts.count(*incomplete);
        sink.take(std::move(*incomplete));
    }
}

} // namespace dynabackup
