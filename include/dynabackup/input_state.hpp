#pragma once
/// \file
/// The state of an input that consists of several texts, for the rules that compare its documents.

#include <dynabackup/model/history.hpp>
#include <dynabackup/model/listing.hpp>
#include <dynabackup/report.hpp>

namespace dynabackup {

/// The state of one input. Use one object for all texts that belong together, such as the files of a dump, and check
/// the texts one after another.
struct input_state {
    dynabackup::history history; ///< filled only with `check_options::history`
    dynabackup::listing listing; ///< the pages so far
    bool has_begun = false;      ///< a text of the input has been checked, and so have the options

    /// Ends the input. Passes the findings that are certain only now to the sink, and adds them to the counts.
    void end(finding_sink& sink, summary& counts);
};

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <utility>

namespace dynabackup {

DYNABACKUP_INLINE void input_state::end(finding_sink& sink, summary& counts) {
    if (auto incomplete = listing.end()) {
        counts.count(*incomplete);
        sink.take(std::move(*incomplete));
    }
}

} // namespace dynabackup

#endif
