#pragma once
/// \file
/// How often tests try a property.

/// Whether the tests run with AddressSanitizer, which makes them about twenty times as slow.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif
#else
inline constexpr bool is_sanitized = false;
#endif

/// How often a property is tried: `all` times, and a tenth of that with sanitizers, which look for other defects.
constexpr unsigned rounds(unsigned all) { return is_sanitized ? (all + 9) / 10 : all; }

/// Which cases of many are tried that start a process each: all of them, or every tenth one with sanitizers.
class chosen_cases {
public:
    /// Whether the next case is one of them.
    constexpr bool next() { return !is_sanitized || next_++ % 10 == 0; }

private:
    unsigned next_ = 0;
};

/// The step from one case to the next of many: the given one, or about ten times it with sanitizers.
constexpr unsigned every(unsigned step) { return is_sanitized ? 10 * step - 1 : step; }
