#pragma once
/// \file
/// Whether the program compiles the library once, in the file that includes src.hpp, or wherever it is included.

namespace dynabackup::detail {

#ifdef DYNABACKUP_SEPARATE_COMPILATION
inline constexpr bool separate_compilation = true;
/// Before functions that src.hpp compiles: a header of impl/ defines them, which then no other file includes.
#define DYNABACKUP_INLINE
/// The same for functions that are also for constant expressions, header-only.
#define DYNABACKUP_CONSTEXPR
#else
inline constexpr bool separate_compilation = false;
#define DYNABACKUP_INLINE inline
#define DYNABACKUP_CONSTEXPR constexpr
#endif

} // namespace dynabackup::detail
