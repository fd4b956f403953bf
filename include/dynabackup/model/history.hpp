#pragma once
/// \file
/// Keeps what earlier records said about each backup, for the rules that compare the records of one backup.

#include <dynabackup/detail/config.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace dynabackup {

/// The backups of an input, by ARN. Memory: about 100 bytes for each distinct backup, however long its texts are: only
/// their hashes are kept. Two backups with equal hashes are taken for one. Among ten million backups, the probability
/// of this is 1 in 300,000.
class history {
public:
    /// A fact that never changes in the life of a backup.
    enum class fact : unsigned char { name, type, creation, table_name, table_id };

    /// One backup as its last record described it.
    class backup {
    public:
        /// Notes a fact. Returns whether an earlier record had another value for it.
        bool changes(fact which, std::uint64_t value) {
            auto const i = static_cast<std::size_t>(which);
            bool const known = known_ >> i & 1;
            known_ = static_cast<unsigned char>(known_ | 1U << i);
            return std::exchange(values_[i], value) != value && known;
        }
        /// Notes a fact that is a text: keeps a hash of it.
        bool changes(fact which, std::string_view value) { return changes(which, hash(value)); }

        /// Notes a time, in nanoseconds. Returns whether it differs from the time noted before by more than
        /// `tolerance`; only then does it replace that.
        bool moves(fact which, std::int64_t time, std::chrono::nanoseconds tolerance) {
            auto const i = static_cast<std::size_t>(which);
            auto const first = static_cast<std::int64_t>(values_[i]);
            if (known_ >> i & 1) {
                auto const apart = time > first ? static_cast<std::uint64_t>(time) - values_[i]
                                                : values_[i] - static_cast<std::uint64_t>(time);
                if (apart <= static_cast<std::uint64_t>(tolerance.count())) return false;
            }
            return changes(which, static_cast<std::uint64_t>(time));
        }

        /// Notes that the backup is in a listing. Returns whether it was in this listing before.
        bool is_listed_again(std::size_t listing) {
            return std::exchange(listing_, listing + 1) == listing + 1;
        }

        /// Notes the stage of the backup's life, counted from 1. Returns the previous stage, or 0 if there was none.
        unsigned advance(unsigned stage) { return std::exchange(stage_, static_cast<unsigned char>(stage)); }

    private:
        std::array<std::uint64_t, 5> values_{};
        unsigned char known_ = 0; ///< a bit for each fact
        unsigned char stage_ = 0;
        std::size_t listing_ = 0; ///< the number of the last listing that had it, counted from 1; 0: none
    };

    /// Returns the backup of an ARN.
    backup& of(std::string_view arn);

    /// Notes the key of an item. Returns whether an earlier item had the same key. `key`: the key in a normal form,
    /// with what distinguishes its table or export. Memory: about 48 bytes for each key. Two hashes of each key are
    /// kept: among a billion keys, the probability that two are taken for one is below 1 in 10^20.
    bool repeats_key(std::string_view key);

    /// Returns the number of known backups.
    std::size_t size() const { return backups_.size(); }

private:
    static std::uint64_t hash(std::string_view text) { return std::hash<std::string_view>{}(text); }

    /// Mixes keys with a secret number, so that no text can be written to make them collide.
    struct spread {
        std::uint64_t secret;

        std::size_t operator()(std::uint64_t key) const {
            key = (key ^ secret) * 0x9E3779B97F4A7C15;
            return static_cast<std::size_t>(key ^ key >> 32);
        }
    };

    struct key_hash {
        std::uint64_t first, second;
        bool operator==(key_hash const&) const = default;
    };
    struct spread_keys {
        std::uint64_t secret;
        std::size_t operator()(key_hash const& key) const { return spread{secret}(key.first); }
    };
    std::unordered_set<key_hash, spread_keys> keys_{
        0, spread_keys{static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(this))}};
    std::unordered_map<std::uint64_t, backup, spread> backups_{
        0, spread{static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(this))}};
};

} // namespace dynabackup

#if DYNABACKUP_DEFINE

namespace dynabackup {

DYNABACKUP_INLINE bool history::repeats_key(std::string_view key) {
    std::string other(1, '\1'); // for a second hash, of a text with another beginning
    other += key;
    return !keys_.insert({hash(key), hash(other)}).second;
}

DYNABACKUP_INLINE history::backup& history::of(std::string_view arn) { return backups_[hash(arn)]; }

} // namespace dynabackup

#endif
