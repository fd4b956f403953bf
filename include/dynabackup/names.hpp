#pragma once
/// \file
/// Lists of names that are sorted: for rules that compare many names with each other.

#include <dynabackup/inline.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dynabackup {

/// So many names are compared one by one; of more, sorting is faster.
inline constexpr std::size_t few_names = 8;

/// Sorts names.
DYNABACKUP_INLINE void sort_names(std::vector<std::string_view>& names);

/// Whether a name is one of those, which are sorted.
DYNABACKUP_INLINE bool holds_name(std::vector<std::string_view> const& sorted, std::string_view name);

/// For each name the place of the first one that is the same; a name that is not known is the same as another.
DYNABACKUP_INLINE std::vector<std::size_t>
first_places(std::vector<std::optional<std::string_view>> const& names);

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/names.hpp>
#endif
