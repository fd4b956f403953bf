#pragma once
/// \file
/// What was read and found, in numbers that add up.

#include <dynabackup/finding.hpp>
#include <dynabackup/inline.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <string_view>

namespace dynabackup {

/// Counts over one text, or added up over many.
struct summary {
    std::size_t documents = 0; ///< top-level JSON documents; the elements of an array of documents
    std::size_t records = 0;   ///< backup records seen; a damaged stretch counts as one
    std::size_t rejected =
        0; ///< those of them that are damaged or not objects; the others were read and checked
    std::array<std::size_t, 3> findings{};          ///< by severity
    std::map<std::string_view, std::size_t> rules;  ///< findings by rule id
    std::map<std::string_view, std::size_t> shapes; ///< documents by what they were read as

    /// Findings of that severity.
    std::size_t count(severity level) const { return findings[static_cast<std::size_t>(level)]; }

    /// Adds a finding.
    void count(finding const& f);

    /// Takes back what `count` did.
    void uncount(finding const& f);

    /// Adds the counts of another text.
    summary& operator+=(summary const& other);
};

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/summary.hpp>
#endif
