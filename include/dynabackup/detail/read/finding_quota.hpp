#pragma once
/// \file
/// Limits the number of findings of one rule that wait for the end of their record. Others are only counted, so that
/// memory does not grow with the number of defects in a record.

#include <dynabackup/detail/check/selection.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/report.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace dynabackup::detail {

/// Counts the waiting findings of each rule, once there are many.
class finding_quota {
public:
    /// The largest number of findings of one rule that wait.
    static constexpr std::size_t most_of_rule = 10'000;

    /// Whether a finding of a rule is only counted, because enough of `pending` are of that rule.
    bool refuses(rule const& r, std::vector<finding> const& pending) {
        if (pending.size() < most_of_rule) [[likely]]
            return false;
        if (pending_of_.empty())
            for (auto const& f : pending) ++pending_of_[f.rule];
        auto& n = pending_of_[&r];
        if (n < most_of_rule) return ++n, false;
        ++refused_[&r];
        return true;
    }

    /// Adds the refused findings to the counts, and states their number in the last finding of their rule.
    void settle(std::span<finding* const> in_order, check_options const& chosen, summary& counts) {
        for (auto const& [r, n] : refused_) {
            auto const is_of_rule = [rule = r](finding const* f) { return f->rule == rule; };
            auto const last = std::find_if(in_order.rbegin(), in_order.rend(), is_of_rule);
            if (last != in_order.rend())
                (*last)->message +=
                    concat(' ', n, " more findings of this rule are counted, but not listed.");
            counts.findings[static_cast<std::size_t>(severity_of(*r, chosen))] += n;
            counts.rules[r->id] += n;
        }
        refused_.clear();
    }

    /// Begins anew.
    void clear() {
        pending_of_.clear();
        refused_.clear();
    }

private:
    std::map<rule const*, std::size_t> pending_of_; ///< the number of findings that wait, if there are many
    std::map<rule const*, std::size_t> refused_;
};

} // namespace dynabackup::detail
