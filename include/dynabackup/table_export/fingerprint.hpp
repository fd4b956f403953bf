#pragma once
/// \file
/// The fingerprint of a table's items, which shows whether a restored table has the items that were saved. Link with
/// OpenSSL's libcrypto. dynabackup.hpp does not include this header.
///
/// \code
/// auto const saved = table_export::fingerprint_of({from_directory("export/")});
/// auto const restored = table_export::fingerprint_of({from_directory("second-export/")});
/// if (saved != restored) …
/// \endcode

#include <dynabackup/aws/canonical_bytes.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/table_export/digest.hpp>
#include <dynabackup/table_export/items.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::table_export {

/// Hashes items. A hash is the first 128 bits of the SHA-256 of the canonical bytes of an item, or of the time, the key
/// and the images of a change.
class item_hasher {
public:
    /// A hash, as a number of 128 bits.
    struct number {
        std::uint64_t high; ///< its first 64 bits
        std::uint64_t low;  ///< its last 64 bits
    };
    using result = std::optional<number>; ///< nothing if libcrypto fails for lack of memory

    /// Returns the hash of an item.
    result hash(aws::AttributeMap const& item) {
        bytes_.assign(1, 'i');
        aws::append_canonical(bytes_, item);
        return hash_bytes();
    }
    /// Returns the hash of an item of a full export.
    result hash(ExportedItem const& line) { return hash(line.item); }
    /// Returns the hash of a change of an incremental export.
    result hash(ExportedChange const& change) {
        bytes_.assign(1, 'c');
        aws::append_canonical(bytes_, change.metadata.write_timestamp_micros);
        aws::append_canonical(bytes_, change.keys);
        for (auto const* image : {&change.old_image, &change.new_image}) {
            bytes_ += *image ? '1' : '0';
            if (*image) aws::append_canonical(bytes_, **image);
        }
        return hash_bytes();
    }

private:
    result hash_bytes() {
        sum_.update(bytes_);
        auto const sum = sum_.finish();
        if (!sum) return std::nullopt;
        auto const half = [&](std::size_t begin) {
            std::uint64_t value = 0;
            for (std::size_t i = begin; i < begin + 8; ++i)
                value = value << 8 | std::to_integer<std::uint64_t>((*sum)[i]);
            return value;
        };
        return number{half(0), half(8)};
    }

    digest<32, ::EVP_sha256> sum_;
    std::string bytes_; ///< of the current item
};

/// A number of 128 bits that depends only on the items that were added: not on their order, nor on the spelling of
/// their JSON or their numbers. A change of an incremental export is not an item: it counts with its time, its key and
/// its images. An item that is added twice counts twice.
///
/// The fingerprint is the sum, modulo 2^128, of the hashes of the items. Two sets of items that differ by accident have
/// the same fingerprint with a probability of 2^-128. It does not resist an attacker, who can construct two such sets.
class fingerprint {
public:
    /// Adds an item, or a change.
    template <class Item>
    void add(Item const& item) {
        add(hasher_.hash(item));
    }
    /// Adds the hash of an item, or of a change.
    void add(item_hasher::result const& hash) {
        failed_ |= !hash;
        if (!hash) return;
        add(hash->high, hash->low);
        ++items_;
    }
    /// Adds all items of another fingerprint.
    void merge(fingerprint const& part) {
        add(part.high_, part.low_);
        items_ += part.items_;
        failed_ |= part.failed_;
    }

    std::size_t items() const { return items_; } ///< the number of items and changes that were added
    /// Whether libcrypto has hashed all items and changes. It fails for lack of memory.
    bool is_complete() const { return !failed_; }

    /// Returns the fingerprint as 32 hexadecimal digits.
    std::string to_text() const {
        std::string text;
        for (auto const half : {high_, low_})
            for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(half >> shift) & 15];
        return text;
    }

    /// Whether both have the same items, each equally often.
    friend bool operator==(fingerprint const& a, fingerprint const& b) {
        return a.high_ == b.high_ && a.low_ == b.low_ && a.items_ == b.items_ && a.failed_ == b.failed_;
    }

private:
    void add(std::uint64_t high, std::uint64_t low) {
        low_ += low;
        high_ += high + (low_ < low);
    }

    item_hasher hasher_;
    std::uint64_t high_ = 0, low_ = 0;
    std::size_t items_ = 0;
    bool failed_ = false;
};

namespace detail {

/// Hashes each item of a chunk after it has been read, and keeps no item.
class hashed_items final : public record_collector, record_visitor {
public:
    record_visitor* visitor() override { return this; }
    std::size_t size() const override { return hashes_.size(); }
    void truncate(std::size_t size) override { hashes_.resize(size); }
    void clear() override { hashes_.clear(); }
    void move(record_position const&, std::size_t) override {}
    void finish() override {}
    std::unique_ptr<record_collector> another() const override { return std::make_unique<hashed_items>(); }

    std::vector<item_hasher::result> const& hashes() const { return hashes_; }

private:
    void visit(shape_table const& shape, void* record, record_position const&, visit_info const&) override {
        if (auto const* const item = object_as<ExportedItem>(shape, record))
            hashes_.push_back(hasher_.hash(*item));
        else if (auto const* const change = object_as<ExportedChange>(shape, record))
            hashes_.push_back(hasher_.hash(*change));
    }
    bool restore(shape_table const&, void*) override { return true; } // `visit` does not change it

    item_hasher hasher_;
    std::vector<item_hasher::result> hashes_;
};

} // namespace detail

/// Returns the fingerprint of all items and changes of the inputs. `sink` receives findings and unreadable inputs, if
/// it is not null. Sets `counts` to what was read, if it is not null. An attribute that cannot be read counts as NULL,
/// and a line that is not an item does not count: check the counts, or the findings.
/// Memory: as check_dump, and 24 bytes for each item of a chunk.
inline fingerprint fingerprint_of(std::span<dump_input const> inputs, dump_options const& chosen = {},
                                  dump_sink* sink = nullptr, summary* counts = nullptr) {
    fingerprint total;
    auto const read = read_chunks(
        inputs, detail::hashed_items(),
        [&](record_collector& collected, std::string_view) {
            for (auto const& hash : static_cast<detail::hashed_items&>(collected).hashes()) total.add(hash);
        },
        chosen, sink);
    if (counts) *counts = read;
    return total;
}

} // namespace dynabackup::table_export
