#pragma once
/// \file
/// The number of repetitions of property tests.

/// Whether the tests are about twenty times slower: with AddressSanitizer, without the vectors of compilers, or in an
/// emulator of another processor.
#if defined(__SANITIZE_ADDRESS__) || defined(DYNABACKUP_STANDARD_ONLY) || defined(DYNABACKUP_SLOW_TESTS)
inline constexpr bool is_slow = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool is_slow = true;
#else
inline constexpr bool is_slow = false;
#endif
#else
inline constexpr bool is_slow = false;
#endif

/// Returns how often a property is tried: `all` times, or a tenth of that if tests are slow.
constexpr unsigned rounds(unsigned all) { return is_slow ? (all + 9) / 10 : all; }

/// Selects which of many cases are tried: all of them, or every eleventh one if tests are slow. Eleven is prime, so
/// if cases come in tens, different ones of them are tried each time.
class chosen_cases {
public:
    /// Returns whether the next case is one of them.
    constexpr bool next() { return !is_slow || next_++ % 11 == 0; }

private:
    unsigned next_ = 0;
};

/// Returns the step from one case to the next of many: the given one, or about ten times it if tests are slow.
constexpr unsigned every(unsigned step) { return is_slow ? 10 * step - 1 : step; }
