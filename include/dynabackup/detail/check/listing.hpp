#pragma once
/// \file
/// Notes the pages of a listing, for the rule on the last one.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/rules/paging.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup {

/// The pages of an input, in its order. A page that announces a further page is a defect unless another page follows.
/// Its finding is held until then, or until the input ends. Pages of different APIs count alike.
class listing {
public:
    /// A page has ended. Drops the finding of the page before. `goes_on`: it says that another page follows; `cursor`: by
    /// which that one is asked for. Returns whether the page before had the same cursor.
    bool add_page(bool goes_on, std::string_view cursor = {});

    /// Adds the pages of a text that follows, as they were noted while that was read by itself.
    void add_pages(listing const& those);

    /// Whether the first page of a text that follows has the cursor of the last page so far.
    bool is_repeated_by(listing const& those) const {
        return !cursor_.empty() && cursor_ == those.first_cursor_;
    }

    /// Holds the finding that the current page announces a further one. Replaces an earlier finding of this page.
    void hold(finding&& incomplete);

    /// The finding of the last page so far, if that page announces a further one.
    std::optional<finding> const& held() const { return held_; }

    /// The input has ended. Takes the finding of its last page, if there is one.
    std::optional<finding> end();

    /// The number of pages.
    std::size_t pages() const { return pages_; }

    /// The number of the listing to which the page at hand belongs, from 0: a page that does not go on ends one.
    std::size_t number() const { return ended_; }

private:
    std::optional<finding> held_;
    std::size_t pages_ = 0;
    std::size_t ended_ = 0;             ///< listings
    bool goes_on_ = false;              ///< the last page
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
    if (!std::exchange(goes_on_, true)) --ended_; // by a token that a client adds
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
                "The page before has this value, too: whoever asks for the next page ",
                "with it gets this one again.");
    if (goes_on) in.fail(token, incomplete_message);
}

} // namespace dynabackup

#endif
