#pragma once
/// \file
/// Notes the pages of a listing, for the rule about the last page.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/rules/paging.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup {

/// The pages of an input, in order. It is a defect if a page says that another page follows, and none does. The finding
/// is held until another page follows, or the input ends. Pages of different APIs are not distinguished.
class listing {
public:
    /// Adds a page that has ended. Drops the finding of the previous page. `goes_on`: the page says that another page
    /// follows; `cursor`: the value with which that page is requested. Returns whether the previous page had the same
    /// cursor.
    bool add_page(bool goes_on, std::string_view cursor = {});

    /// Adds the pages of the next text, which were noted while that text was read by itself.
    void add_pages(listing const& those);

    /// Whether the first page of the next text has the cursor of the last page so far.
    bool is_repeated_by(listing const& those) const {
        return !cursor_.empty() && cursor_ == those.first_cursor_;
    }

    /// Holds the finding that the current page says that another page follows. Replaces an earlier finding of this
    /// page.
    void hold(finding&& incomplete);

    /// Returns the finding of the last page so far, if that page says that another page follows.
    std::optional<finding> const& held() const { return held_; }

    /// Ends the input. Returns the finding of its last page, if there is one.
    std::optional<finding> end();

    /// Returns the number of pages.
    std::size_t pages() const { return pages_; }

    /// Returns the number of the listing to which the current page belongs, from 0: a listing ends with a page after
    /// which no other follows.
    std::size_t number() const { return ended_; }

private:
    std::optional<finding> held_;
    std::size_t pages_ = 0;
    std::size_t ended_ = 0;             ///< listings that have ended
    bool goes_on_ = false;              ///< the last page says that another page follows
    std::string first_cursor_, cursor_; ///< of the first and of the last page
};

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/model/rule_context.hpp>

#include <initializer_list>
#include <utility>

namespace dynabackup {

DYNABACKUP_INLINE bool listing::add_page(bool goes_on, std::string_view cursor) {
    bool const repeated = !cursor.empty() && cursor == cursor_;
    cursor_ = cursor;
    if (pages_ == 0) first_cursor_ = cursor;
    ++pages_;
    held_.reset();
    ended_ += !goes_on;
    goes_on_ = goes_on;
    return repeated;
}

DYNABACKUP_INLINE void listing::add_pages(listing const& those) {
    if (those.pages_ == 0) return;
    if (pages_ == 0) first_cursor_ = those.first_cursor_;
    cursor_ = those.cursor_;
    pages_ += those.pages_;
    ended_ += those.ended_;
    goes_on_ = those.goes_on_;
    held_.reset();
}

DYNABACKUP_INLINE void listing::hold(finding&& incomplete) {
    held_ = std::move(incomplete);
    if (!std::exchange(goes_on_, true)) --ended_; // the token that a client added says so
}

DYNABACKUP_INLINE std::optional<finding> listing::end() { return std::exchange(held_, std::nullopt); }

DYNABACKUP_INLINE std::optional<std::size_t> dump::listing_at_hand(rule_context const& in) {
    if (auto const* const pages = in.listing()) return pages->number();
    return {};
}

DYNABACKUP_INLINE void dump::end_page(rule_context& in, bool goes_on, std::initializer_list<path_step> token,
                                      std::string_view cursor) {
    auto* const pages = in.listing();
    if (!pages) return;
    bool const repeated = pages->add_page(goes_on, cursor);
    if (repeated)
        in.fail(paging::cursor_repeated, token,
                "The previous page has this value, too: a request for the next page ",
                "with it returns this page again.");
    if (goes_on) in.fail(token, incomplete_message);
}

} // namespace dynabackup

#endif
