#pragma once
/// \file
/// How the library is compiled: where it is included, or once; and whatever is not standard C++20. No other header has
/// a compiler's extension: tests/extensions.py.
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

// ---- compilers ----

/// With DYNABACKUP_STANDARD_ONLY the library takes nothing from GCC and Clang but what C++20 cannot tell: the name of a
/// function, and the places of members. So the tests compile what other compilers would.
#if defined(__GNUC__) && !defined(DYNABACKUP_STANDARD_ONLY) // Clang defines it, too
/// Inlined in any case.
#define DYNABACKUP_ALWAYS_INLINE [[gnu::always_inline]]
/// Never inlined.
#define DYNABACKUP_NOINLINE [[gnu::noinline]]
/// Never inlined, and rarely called.
#define DYNABACKUP_COLD [[gnu::noinline, gnu::cold]]
/// In the declaration of an alias of a type of integers: a vector of so many bytes of them.
#define DYNABACKUP_VECTOR(bytes) [[gnu::vector_size(bytes)]]
#elif defined(_MSC_VER) && !defined(__clang__)
// https://learn.microsoft.com/cpp/cpp/attributes
#define DYNABACKUP_ALWAYS_INLINE [[msvc::forceinline]]
#define DYNABACKUP_NOINLINE [[msvc::noinline]]
#define DYNABACKUP_COLD [[msvc::noinline]]
#else
#define DYNABACKUP_ALWAYS_INLINE
#define DYNABACKUP_NOINLINE
#define DYNABACKUP_COLD
#endif

/// Before a return: the called function takes the place of the calling one. Compilers without the attribute do it when
/// they optimise.
#if defined(__clang__) && !defined(DYNABACKUP_STANDARD_ONLY)
#define DYNABACKUP_TAIL_CALL [[clang::musttail]]
#else
#define DYNABACKUP_TAIL_CALL
#endif

/// The name of the function with its template arguments.
#if defined(__GNUC__) || defined(__clang__)
#define DYNABACKUP_FUNCTION_NAME __PRETTY_FUNCTION__
#else
#define DYNABACKUP_FUNCTION_NAME __FUNCSIG__ // https://learn.microsoft.com/cpp/preprocessor/predefined-macros
#endif

/// The value of an expression, which the compiler folds though it is no constant expression; or else the alternative.
#if defined(__clang__)
#define DYNABACKUP_FOLDED_OR(alternative, ...)                                                               \
    (__builtin_constant_p(__VA_ARGS__) ? __VA_ARGS__ : (alternative))
#else
#define DYNABACKUP_FOLDED_OR(alternative, ...) (alternative)
#endif

/// Whether addresses of members of an object that is not made compare in a constant expression.
#if defined(__GNUC__) && !defined(__clang__)
#define DYNABACKUP_ORDERS_MEMBERS 1
#else
#define DYNABACKUP_ORDERS_MEMBERS 0
#endif

/// Whether the processor has SSE2, with the functions of <emmintrin.h>, which all compilers have for it.
#if (defined(__SSE2__) || defined(_M_X64)) && !defined(DYNABACKUP_STANDARD_ONLY)
#define DYNABACKUP_SSE2 1
#else
#define DYNABACKUP_SSE2 0
#endif
