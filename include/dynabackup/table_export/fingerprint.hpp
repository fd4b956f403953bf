#pragma once
/// \file
/// The fingerprint of a table's items: whether what was restored is what was saved. Needs OpenSSL's libcrypto: link with it.
/// Not a part of the umbrella.
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
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace dynabackup::table_export {

/// A number of 128 bits that depends on which items were added, and on nothing else: not on their order, nor on how their
/// JSON or their numbers are spelled. A change of an incremental export is no item: it counts with its time, its key and its
/// images. An item that is added twice counts twice.
///
/// It is the sum, modulo 2^128, of the first 128 bits of the SHA-256 of each item's canonical bytes. Two sets of items that
/// differ by accident have one fingerprint once in 2^128; somebody who chooses items on purpose can make two such sets.
class fingerprint {
public:
    /// Adds an item.
    void add(aws::AttributeMap const& item) {
        bytes_.assign(1, 'i');
        aws::append_canonical(bytes_, item);
        add_bytes();
    }
    /// Adds an item of a full export.
    void add(ExportedItem const& line) { add(line.item); }
    /// Adds a change of an incremental export: its time, its key and its images.
    void add(ExportedChange const& change) {
        bytes_.assign(1, 'c');
        aws::append_canonical(bytes_, change.metadata.write_timestamp_micros);
        aws::append_canonical(bytes_, change.keys);
        for (auto const* image : {&change.old_image, &change.new_image}) {
            bytes_ += *image ? '1' : '0';
            if (*image) aws::append_canonical(bytes_, **image);
        }
        add_bytes();
    }
    /// Adds all that was added to another one.
    void merge(fingerprint const& part) {
        add(part.high_, part.low_);
        items_ += part.items_;
        failed_ |= part.failed_;
    }

    std::size_t items() const { return items_; } ///< how many items and changes were added
    /// Whether libcrypto has summed all of them up. It refuses where there is no memory.
    bool is_complete() const { return !failed_; }

    /// Returns the fingerprint as 32 hexadecimal digits.
    std::string to_text() const {
        std::string text;
        for (auto const half : {high_, low_})
            for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(half >> shift) & 15];
        return text;
    }

    /// Whether both have the same items, and as many of them.
    friend bool operator==(fingerprint const& a, fingerprint const& b) {
        return a.high_ == b.high_ && a.low_ == b.low_ && a.items_ == b.items_ && a.failed_ == b.failed_;
    }

private:
    void add_bytes() {
        sum_.update(bytes_);
        auto const sum = sum_.finish();
        failed_ |= !sum;
        if (!sum) return;
        auto const half = [&](std::size_t begin) {
            std::uint64_t value = 0;
            for (std::size_t i = begin; i < begin + 8; ++i)
                value = value << 8 | std::to_integer<std::uint64_t>((*sum)[i]);
            return value;
        };
        add(half(0), half(8));
        ++items_;
    }
    void add(std::uint64_t high, std::uint64_t low) {
        low_ += low;
        high_ += high + (low_ < low);
    }

    digest<32, ::EVP_sha256> sum_;
    std::string bytes_; ///< of the item at hand
    std::uint64_t high_ = 0, low_ = 0;
    std::size_t items_ = 0;
    bool failed_ = false;
};

/// Returns the fingerprint of all items and changes of the inputs. Findings and unreadable inputs go to `sink`, if there is
/// one; `counts`, if it is not null, is set to what was read. An item of which an attribute cannot be read counts without
/// it, and a line that is none does not count: look at the counts, or the findings.
/// Memory: as check_dump.
inline fingerprint fingerprint_of(std::span<dump_input const> inputs, dump_options const& chosen = {},
                                  dump_sink* sink = nullptr, summary* counts = nullptr) {
    return reduce_records<std::variant<ExportedItem, ExportedChange>, fingerprint>(
        inputs,
        [](fingerprint& to, auto const& line) { std::visit([&](auto const& one) { to.add(one); }, line); },
        [](fingerprint& to, fingerprint const& part) { to.merge(part); }, chosen, sink, counts);
}

} // namespace dynabackup::table_export
