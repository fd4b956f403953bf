#pragma once
/// \file
/// Holds the finding of the last page: what listing.hpp declares.

#include <dynabackup/listing.hpp>

#include <optional>
#include <utility>

namespace dynabackup {

DYNABACKUP_INLINE void listing::add_page() {
    ++pages_;
    held_.reset();
}

DYNABACKUP_INLINE void listing::hold(finding&& incomplete) { held_ = std::move(incomplete); }

DYNABACKUP_INLINE std::optional<finding> listing::end() { return std::exchange(held_, std::nullopt); }

} // namespace dynabackup
