#pragma once
/// \file
/// The number of repetitions of property tests.

#include <cstdlib>

/// Whether tests are about twenty times slower: with AddressSanitizer, or without the vectors of compilers.
#if defined(__SANITIZE_ADDRESS__) || defined(DYNABACKUP_STANDARD_ONLY)
inline constexpr bool is_slow_build = true;
#elif defined(__has_feature)
inline constexpr bool is_slow_build = __has_feature(address_sanitizer);
#else
inline constexpr bool is_slow_build = false;
#endif

/// Whether to repeat less: in a slow build, or if the environment has DYNABACKUP_SLOW_TESTS, as in an emulator.
inline bool const is_slow = is_slow_build || std::getenv("DYNABACKUP_SLOW_TESTS");

/// Returns how often a property is tried: `all` times, or a tenth of that if tests are slow.
inline unsigned rounds(unsigned all) { return is_slow ? (all + 9) / 10 : all; }

/// Selects which of many cases are tried: all of them, or every eleventh one if tests are slow. Eleven is prime, so
/// if cases come in tens, different ones of them are tried each time.
class chosen_cases {
public:
    /// Returns whether the next case is one of them.
    bool next() { return !is_slow || next_++ % 11 == 0; }

private:
    unsigned next_ = 0;
};

/// Returns the step from one case to the next of many: the given one, or about ten times it if tests are slow.
inline unsigned every(unsigned step) { return is_slow ? 10 * step - 1 : step; }
