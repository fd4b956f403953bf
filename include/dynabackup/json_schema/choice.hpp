#pragma once
/// \file
/// Which rules a schema states.

#include <dynabackup/selection.hpp>

#include <algorithm>

namespace dynabackup::schema {

/// A schema states the rules that the options apply and whose breach is at least so bad: the language knows valid and
/// invalid documents, and no warnings.
struct choice {
    dynabackup::options const& options;
    severity least;

    edition day() const { return options.edition; }

    bool states(rule const& r) const { return is_active(r, options) && severity_of(r, options) >= least; }

    /// `null` where a value may be absent. The reader warns of it and goes on; a type that has it would mislead all
    /// who write documents or programs by the schema. So it is refused unless the options make it a note, or nothing.
    bool refuses_null() const {
        return is_active(reading::null_member, options) &&
               severity_of(reading::null_member, options) >= std::min(least, severity::warning);
    }
};

} // namespace dynabackup::schema
