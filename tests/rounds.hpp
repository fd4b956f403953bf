#pragma once
/// \file
/// How often tests try a property.

/// Whether the tests run about twenty times as slow: with AddressSanitizer, or without the vectors of compilers.
#if defined(__SANITIZE_ADDRESS__) || defined(DYNABACKUP_STANDARD_ONLY)
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

/// How often a property is tried: `all` times, and a tenth of that where it is slow.
constexpr unsigned rounds(unsigned all) { return is_slow ? (all + 9) / 10 : all; }

/// Which cases of many are tried: all of them, or every eleventh one where it is slow. Eleven is prime: where cases come in
/// tens, others of them are tried each time.
class chosen_cases {
public:
    /// Whether the next case is one of them.
    constexpr bool next() { return !is_slow || next_++ % 11 == 0; }

private:
    unsigned next_ = 0;
};

/// The step from one case to the next of many: the given one, or about ten times it where it is slow.
constexpr unsigned every(unsigned step) { return is_slow ? 10 * step - 1 : step; }
