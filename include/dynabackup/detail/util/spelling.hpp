#pragma once
/// \file
/// Compares names regardless of their spelling: `BackupArn`, `backupArn`, `backup_arn` and `backup-arn` are one name.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dynabackup::detail {

/// Whether a byte of a name, other than the first, only separates words.
constexpr bool separates_words(char c) { return c == '_' || c == '-'; }

constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// Iterates over the significant bytes of a name: letters in lower case, without separators of words. Underscores at
/// the start are significant: `__type` is not `type`.
class folded_name {
public:
    explicit constexpr folded_name(std::string_view name) : name_(name) {}

    /// The next byte; NUL after the last one.
    constexpr char next() {
        bool const inside = at_ != 0 && name_[at_ - 1] != '_';
        began_ |= inside;
        while (began_ && at_ < name_.size() && separates_words(name_[at_])) ++at_;
        return at_ < name_.size() ? to_lower(name_[at_++]) : '\0';
    }

private:
    std::string_view name_;
    std::size_t at_ = 0;
    bool began_ = false; ///< the underscores at the start are over
};

/// Whether two names differ only in case, underscores and hyphens.
constexpr bool is_same_name(std::string_view a, std::string_view b) {
    folded_name left(a), right(b);
    for (;;) {
        char const c = left.next();
        if (c != right.next()) return false;
        if (c == '\0') return true;
    }
}

/// Whether a name is read where another one is asked for: in any spelling, or only in the same one.
constexpr bool is_read_as(std::string_view given, std::string_view asked, bool any_spelling) {
    return given == asked || (any_spelling && is_same_name(given, asked));
}

/// Returns a hash that is equal for all spellings of a name.
constexpr std::uint64_t hash_name(std::string_view name) {
    std::uint64_t hash = 14695981039346656037ULL;
    folded_name folded(name);
    for (char c = folded.next(); c != '\0'; c = folded.next())
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash ^ hash >> 32;
}

static_assert(is_same_name("BackupArn", "backup_arn") && is_same_name("backup-ARN", "backupArn"));
static_assert(!is_same_name("__type", "type") && is_same_name("__type", "__TYPE"));
static_assert(!is_same_name("BackupArn", "BackupArns") && !is_same_name("", "a"));

} // namespace dynabackup::detail
