#pragma once
/// \file
/// Configures the library: header-only or separately compiled. Has everything that is not standard C++20: no other
/// header uses an extension of a compiler (see tests/extensions.py).
///
/// Functions that are not templates are declared with DYNABACKUP_INLINE. Their definitions follow
/// `#if DYNABACKUP_DEFINE`, in the same header or in one that is included there. By default they are inline. With
/// DYNABACKUP_SEPARATE_COMPILATION only the file that includes src.hpp sees them. A function that only such definitions
/// use is plainly inline.

#include <version>

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

/// With DYNABACKUP_STANDARD_ONLY the library uses only those extensions of GCC and Clang that C++20 cannot replace: the
/// name of a function, and the offsets of members; and nothing that libc++ 19 lacks. So the tests can compile what other
/// compilers would compile.
#if defined(__GNUC__) && !defined(DYNABACKUP_STANDARD_ONLY) // Clang also defines it
/// Always inlined.
#define DYNABACKUP_ALWAYS_INLINE [[gnu::always_inline]]
/// Never inlined.
#define DYNABACKUP_NOINLINE [[gnu::noinline]]
/// Never inlined, and rarely called.
#define DYNABACKUP_COLD [[gnu::noinline, gnu::cold]]
/// In the alias of an integer type: makes it a vector of this size, in bytes.
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

/// Before a return: makes the call a tail call. Compilers without the attribute may do this as an optimisation.
#if defined(__clang__) && !defined(DYNABACKUP_STANDARD_ONLY)
#define DYNABACKUP_TAIL_CALL [[clang::musttail]]
#else
#define DYNABACKUP_TAIL_CALL
#endif

/// The name of the current function, with its template arguments.
#if defined(__GNUC__) || defined(__clang__)
#define DYNABACKUP_FUNCTION_NAME __PRETTY_FUNCTION__
#else
#define DYNABACKUP_FUNCTION_NAME __FUNCSIG__ // https://learn.microsoft.com/cpp/preprocessor/predefined-macros
#endif

/// The value of an expression that the compiler folds although it is not a constant expression; otherwise the
/// alternative.
#if defined(__clang__)
#define DYNABACKUP_FOLDED_OR(alternative, ...)                                                               \
    (__builtin_constant_p(__VA_ARGS__) ? __VA_ARGS__ : (alternative))
#else
#define DYNABACKUP_FOLDED_OR(alternative, ...) (alternative)
#endif

/// Whether the addresses of members of an object that is never made can be compared in a constant expression.
#if defined(__GNUC__) && !defined(__clang__)
#define DYNABACKUP_ORDERS_MEMBERS 1
#else
#define DYNABACKUP_ORDERS_MEMBERS 0
#endif

/// A declaration that refers to a static member of a template, which may be defined only in the file that includes
/// src.hpp. Without this macro, Clang warns that the definition is missing.
#if defined(__clang__)
#define DYNABACKUP_COMPILED_ELSEWHERE(...)                                                                   \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wundefined-var-template\"")        \
        __VA_ARGS__ _Pragma("clang diagnostic pop")
#else
#define DYNABACKUP_COMPILED_ELSEWHERE(...) __VA_ARGS__
#endif

/// Whether the processor has SSE2. If so, all compilers have <emmintrin.h>.
#if (defined(__SSE2__) || defined(_M_X64)) && !defined(DYNABACKUP_STANDARD_ONLY)
#define DYNABACKUP_SSE2 1
#else
#define DYNABACKUP_SSE2 0
#endif

/// Whether std::from_chars reads floating-point numbers. With libc++ it does so from version 20 on.
#if defined(__cpp_lib_to_chars) && !defined(DYNABACKUP_STANDARD_ONLY)
#define DYNABACKUP_FLOATING_FROM_CHARS 1
#else
#define DYNABACKUP_FLOATING_FROM_CHARS 0
#endif
