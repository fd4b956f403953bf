#pragma once
/// \file
/// Notes the pages of a listing, for the rule on the last one.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/rules/paging.hpp>

#include <cstddef>
#include <optional>

namespace dynabackup {

/// The pages of an input, in its order. A page that announces a further page is a defect unless another page follows.
/// Its finding is held until then, or until the input ends. Pages of different APIs count alike.
class listing {
public:
    /// A page follows. Drops the finding of the page before.
    void add_page();

    /// Holds the finding that the current page announces a further one. Replaces an earlier finding of this page.
    void hold(finding&& incomplete);

    /// The finding of the last page so far, if that page announces a further one.
    std::optional<finding> const& held() const { return held_; }

    /// The input has ended. Takes the finding of its last page, if there is one.
    std::optional<finding> end();

    /// The number of pages.
    std::size_t pages() const { return pages_; }

private:
    std::optional<finding> held_;
    std::size_t pages_ = 0;
};

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/model/rule_context.hpp>

#include <initializer_list>
#include <utility>

namespace dynabackup {

DYNABACKUP_INLINE void listing::add_page() {
    ++pages_;
    held_.reset();
}

DYNABACKUP_INLINE void listing::hold(finding&& incomplete) { held_ = std::move(incomplete); }

DYNABACKUP_INLINE std::optional<finding> listing::end() { return std::exchange(held_, std::nullopt); }

DYNABACKUP_INLINE void dump::end_page(rule_context& in, bool goes_on,
                                      std::initializer_list<path_step> token) {
    auto* const pages = in.listing();
    if (!pages) return;
    pages->add_page();
    if (goes_on) in.fail(token, incomplete_message);
}

} // namespace dynabackup

#endif
