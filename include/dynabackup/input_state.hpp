#pragma once
/// \file
/// What the rules across documents remember of an input, which may be several texts.

#include <dynabackup/history.hpp>
#include <dynabackup/listing.hpp>
#include <dynabackup/summary.hpp>

namespace dynabackup {

/// One for all texts that belong together, such as the files of a dump; they are checked one after the other.
struct input_state {
    dynabackup::history history; ///< filled only with `options::history`
    dynabackup::listing listing; ///< the pages so far

    /// The input has ended: hands out and counts what is known only now.
    void end(finding_sink& sink, summary& counts);
};

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/input_state.hpp>
#endif
