#pragma once
/// \file
/// Whether the program compiles the library once, in the file that includes src.hpp, or wherever it is included.

#ifdef DYNABACKUP_SEPARATE_COMPILATION
#define DYNABACKUP_INLINE
#define DYNABACKUP_CONSTEXPR
#else
/// Before functions that are no templates. With separate compilation it is nothing: a header of impl/ defines them, which
/// then only src.hpp includes.
#define DYNABACKUP_INLINE inline
/// The same before functions that are for constant expressions, too; with separate compilation they are not.
#define DYNABACKUP_CONSTEXPR constexpr
#endif
