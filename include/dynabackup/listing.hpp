#pragma once
/// \file
/// Whether the pages of a listing are all there: for the rule on the last one.

#include <dynabackup/finding.hpp>
#include <dynabackup/inline.hpp>
#include <dynabackup/path.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace dynabackup {

namespace dump {

inline constexpr rule incomplete_listing{
    "dump.incomplete-listing",
    severity::warning,
    edition::v2017_11_29,
    "The last page of a listing has no token and no link for a further one.",
    cite::list_backups,
    {.broken = R"({"BackupSummaries":[],"NextToken":"eyJFeGNsdXNpdmVTdGFydEJhY2t1cEFybiI6IG51bGx9"})",
     .sound = R"({"BackupSummaries":[]})"}};

/// What people are told.
inline constexpr std::string_view incomplete_message =
    "The listing goes on behind this page, and no further page is here: backups may be missing. Ask for the "
    "next page with this value.";

/// What the rule does for a shape that is a page, whatever its API: `in` is the rule's subject, `token` the steps to
/// what tells of a further page, if something does. A model is no input, and has no listing.
template <class Subject>
void end_page(Subject const& in, bool goes_on, std::initializer_list<step> token) {
    auto* const pages = in.listing();
    if (!pages) return;
    pages->add_page();
    if (goes_on) in.fail(token, incomplete_message);
}

} // namespace dump

/// The pages of an input, in its order. A page that says that there is more is a defect unless another page
/// follows: its finding is held until then, or until the input ends. Of any API: a page is what says that it is one.
class listing {
public:
    /// A page follows whatever came before.
    void add_page();

    /// The page at hand says that there is more. Of two findings of one page the last one counts.
    void hold(finding&& incomplete);

    /// The finding of the last page so far, if that says that there is more.
    std::optional<finding> const& held() const { return held_; }

    /// The input has ended: the finding of its last page, if there is one.
    std::optional<finding> end();

    /// How many pages there were.
    std::size_t pages() const { return pages_; }

private:
    std::optional<finding> held_;
    std::size_t pages_ = 0;
};

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/listing.hpp>
#endif
