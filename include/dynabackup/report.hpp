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
    using const_iterator = std::vector<finding>::const_iterator;

    const_iterator begin() const { return findings_.begin(); }
    const_iterator end() const { return findings_.end(); }
    std::size_t size() const { return findings_.size(); }
    bool empty() const { return findings_.empty(); }
    finding const& operator[](std::size_t i) const { return findings_[i]; }

    /// Whether nothing contradicts the documentation: no finding is an error.
    bool ok() const { return counts_.count(severity::error) == 0; }

    dynabackup::summary const& summary() const { return counts_; }

    void take(finding&& found) override { findings_.push_back(std::move(found)); }
    void set_summary(dynabackup::summary counts) { counts_ = std::move(counts); }

private:
    std::vector<finding> findings_;
    dynabackup::summary counts_;
};

} // namespace dynabackup
