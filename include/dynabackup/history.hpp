#pragma once
/// \file
/// What the records before have said of each backup: for the rules that compare records of one backup.

#include <dynabackup/inline.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace dynabackup {

/// The backups of an input, by ARN. Memory: about 100 bytes for each distinct backup, whatever its texts: of those
/// only hashes are kept. Among ten million backups two share a hash with a probability of 1 in 300,000; they would
/// be taken for one.
class history {
public:
    /// What never changes in the life of a backup.
    enum class fact : unsigned char { name, type, creation, table_name, table_id };

    /// What is known of one backup: what its last record said.
    class backup {
    public:
        /// Notes a fact; whether it was another one before.
        bool changes(fact which, std::uint64_t value) {
            auto const i = static_cast<std::size_t>(which);
            bool const known = known_ >> i & 1;
            known_ = static_cast<unsigned char>(known_ | 1U << i);
            return std::exchange(values_[i], value) != value && known;
        }
        /// The same of a text, of which a hash is kept.
        bool changes(fact which, std::string_view value) { return changes(which, hash(value)); }

        /// Notes how far the backup is in its life, counted from 1; returns how far it was before, or 0.
        unsigned advance(unsigned stage) { return std::exchange(stage_, static_cast<unsigned char>(stage)); }

    private:
        std::array<std::uint64_t, 5> values_{};
        unsigned char known_ = 0; ///< a bit for each fact
        unsigned char stage_ = 0;
    };

    /// The backup of that ARN.
    backup& of(std::string_view arn);

    /// How many backups are known.
    std::size_t size() const { return backups_.size(); }

private:
    static std::uint64_t hash(std::string_view text) { return std::hash<std::string_view>{}(text); }

    /// Spreads keys by a number that a text cannot know, so that none makes them meet in one place.
    struct spread {
        std::uint64_t secret;

        std::size_t operator()(std::uint64_t key) const {
            key = (key ^ secret) * 0x9E3779B97F4A7C15;
            return static_cast<std::size_t>(key ^ key >> 32);
        }
    };

    std::unordered_map<std::uint64_t, backup, spread> backups_{
        0, spread{static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(this))}};
};

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/history.hpp>
#endif
