#pragma once
/// \file
/// How the library is compiled: where it is included, or once.
///
/// Functions that are no templates are declared with DYNABACKUP_INLINE. Their definitions stand behind
/// `#if DYNABACKUP_DEFINE`, in the same header or in one that is included there. Header-only they are inline. With
/// DYNABACKUP_SEPARATE_COMPILATION only the file that includes src.hpp sees them.

#if !defined(DYNABACKUP_SEPARATE_COMPILATION)
#define DYNABACKUP_DEFINE 1
#define DYNABACKUP_INLINE inline
#elif defined(DYNABACKUP_SOURCE)
#define DYNABACKUP_DEFINE 1
#define DYNABACKUP_INLINE
#else
#define DYNABACKUP_DEFINE 0
#define DYNABACKUP_INLINE
#endif

/// Before a return: the called function takes the place of the calling one. Compilers without the attribute do it when
/// they optimise.
#if defined(__clang__)
#define DYNABACKUP_TAIL_CALL [[clang::musttail]]
#else
#define DYNABACKUP_TAIL_CALL
#endif
