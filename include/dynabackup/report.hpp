#pragma once
/// \file
/// All findings of one text or model.

#include <dynabackup/finding.hpp>
#include <dynabackup/summary.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace dynabackup {

/// The findings, in the order of the records and documents, and the counts.
class report final : public finding_sink {
public:
    /// Over findings.
    using const_iterator = std::vector<finding>::const_iterator;

    const_iterator begin() const { return findings_.begin(); } ///< the first finding
    const_iterator end() const { return findings_.end(); }     ///< behind the last one
    std::size_t size() const { return findings_.size(); }      ///< how many there are, of any severity
    bool empty() const { return findings_.empty(); }           ///< whether nothing was found, not even a note
    finding const& operator[](std::size_t i) const { return findings_[i]; } ///< the finding of that index

    /// Whether nothing contradicts the documentation: no finding is an error.
    bool ok() const { return counts_.count(severity::error) == 0; }

    /// What was read, and found.
    dynabackup::summary const& summary() const { return counts_; }

    /// Adds a finding; for those who fill it.
    void take(finding&& found) override { findings_.push_back(std::move(found)); }
    /// Sets the counts; for those who fill it.
    void set_summary(dynabackup::summary counts) { counts_ = std::move(counts); }

private:
    std::vector<finding> findings_;
    dynabackup::summary counts_;
};

} // namespace dynabackup
