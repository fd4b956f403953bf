#pragma once
/// \file
/// The items of a generated table, as text. An item depends only on the seed, its number and its version. So any part
/// of an export can be generated without the rest, and an incremental export fits the full export of the same seed.

#include <dynabackup/aws/base64.hpp>
#include <dynabackup/item_key.hpp>
#include <dynabackup/testing/detail/scene.hpp>
#include <dynabackup/write.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::testing::detail {

// ---- values: each appends one, with its type ----

inline void append_words(std::string& out, random_source& random, std::size_t least_bytes) {
    for (auto const end = out.size() + least_bytes;;) {
        out += random.pick(words::attributes);
        if (out.size() >= end) return;
        out += random.one_in(12) ? ", " : " ";
    }
}

inline void append_count(std::string& out, random_source& random) {
    append_number(out += R"({"N":")", static_cast<std::uint64_t>(random.log_between(0, 1'000'000)));
    out += R"("})";
}
inline void append_price(std::string& out, random_source& random) {
    append_number(out += R"({"N":")", static_cast<std::uint64_t>(random.log_between(1, 10'000)));
    append_number(out += '.', random.below(99) + 1, 2);
    if (out.back() == '0') out.pop_back(); // the service stores no zeros after a fraction
    out += R"("})";
}
inline void append_instant(std::string& out, random_source& random) {
    constexpr std::int64_t first = 1'500'000'000'000, last = 1'700'000'000'000; // in milliseconds
    append_number(out += R"({"N":")", static_cast<std::uint64_t>(random.between(first, last)));
    out += R"("})";
}
inline void append_stage(std::string& out, random_source& random) {
    ((out += R"({"S":")") += random.pick(words::stages)) += R"("})";
}
inline void append_id(std::string& out, random_source& random) {
    append_uuid(out += R"({"S":")", random);
    out += R"("})";
}
inline void append_text(std::string& out, random_source& random) {
    append_words(out += R"({"S":")", random, static_cast<std::size_t>(random.log_normal(4, 9)));
    out += R"("})";
}
inline void append_flag(std::string& out, random_source& random) {
    out += random.one_in(3) ? R"({"BOOL":true})" : R"({"BOOL":false})";
}
inline void append_blob(std::string& out, random_source& random) {
    std::array<std::byte, 48> bytes;
    for (auto& byte : bytes) byte = static_cast<std::byte>(random.next() & 0xFF);
    auto const size = 4 + random.below(bytes.size() - 3);
    ((out += R"({"B":")") += aws::to_base64(std::span(bytes).first(size))) += R"("})";
}
inline void append_tags(std::string& out, random_source& random) {
    out += R"({"SS":[)";
    auto const first = random.below(words::attributes.size());
    for (std::size_t i = 0, n = 1 + random.below(4); i < n; ++i) {
        if (i) out += ',';
        ((out += '"') += words::attributes[(first + i) % words::attributes.size()]) += '"';
    }
    out += "]}";
}
inline void append_scores(std::string& out, random_source& random) {
    out += R"({"NS":[)";
    auto number = random.below(1000);
    for (std::size_t i = 0, n = 1 + random.below(5); i < n; ++i, number += 1 + random.below(100)) {
        append_number(out += i ? R"(,")" : R"(")", number);
        out += '"';
    }
    out += "]}";
}
inline void append_address(std::string& out, random_source& random) {
    append_text(out += R"({"M":{"street":)", random);
    append_number(out += R"(,"zip":{"S":")", random.below(100'000), 5);
    append_stage(out += R"("},"kind":)", random);
    out += random.one_in(4) ? R"(,"company":{"NULL":true}}})" : "}}";
}
inline void append_lines(std::string& out, random_source& random) {
    out += R"({"L":[)";
    for (std::size_t i = 0, n = random.below(5); i < n; ++i) {
        append_id(out += i ? R"(,{"M":{"sku":)" : R"({"M":{"sku":)", random);
        append_count(out += R"(,"quantity":)", random);
        append_price(out += R"(,"price":)", random);
        out += "}}";
    }
    out += "]}";
}

using append_value = void (*)(std::string& out, random_source& random);
/// The values that columns may have; texts and numbers are the most frequent.
inline constexpr std::array<append_value, 16> column_values{
    append_count, append_count,  append_price,   append_price, append_instant, append_stage,
    append_stage, append_id,     append_text,    append_text,  append_flag,    append_blob,
    append_tags,  append_scores, append_address, append_lines};

// ---- items ----

/// A table: the attributes of its items.
class table_items {
public:
    /// Draws the attributes of the scene's table.
    explicit table_items(scene& s) : seed_(s.random().next()) {
        partition_ = scene::key(s.table().keys);
        if (s.table().sorted) sort_ = scene::key(s.table().keys + 1);
        std::vector<std::string> names;
        constexpr std::size_t least = 5, most = 14;
        s.name_attributes(names, least + s.random().below(most - least + 1));
        for (auto const& name : names) {
            auto& made = columns_.emplace_back();
            append_json_string(made.begin = ",", name);
            made.begin += ':';
            made.append = s.random().pick(column_values);
            made.lacks_one_in = s.random().one_in(3) ? 2 : 20;
        }
    }

    /// The key of the table.
    item_key key() const {
        item_key made{{partition_, 'S'}};
        if (!sort_.empty()) made.sort = key_attribute{sort_, 'N'};
        return made;
    }

    /// Appends the key of an item. Different items have different keys.
    void append_key(std::string& out, std::uint64_t item) const {
        auto const partition = sort_.empty() ? item : item / items_of_partition;
        ((out += "{\"") += partition_) += R"(":{"S":")";
        append_scrambled(out, partition);
        out += R"("})";
        if (!sort_.empty()) {
            ((out += ",\"") += sort_) += R"(":{"N":")";
            append_number(out, item % items_of_partition + 1);
            out += R"("})";
        }
        out += '}';
    }

    /// Appends the attributes of an item, with its key.
    void append_item(std::string& out, std::uint64_t item, std::uint64_t version) const {
        append_key(out, item);
        out.pop_back();
        random_source random(seed_of_part(seed_of_part(seed_, version), item));
        for (auto const& each : columns_) {
            if (random.one_in(each.lacks_one_in)) continue;
            out += each.begin;
            each.append(out, random);
        }
        out += '}';
    }

private:
    static constexpr std::uint64_t items_of_partition = 5;
    struct column {
        std::string begin; ///< `,"name":`
        append_value append = nullptr;
        std::size_t lacks_one_in = 20;
    };

    /// Appends sixteen digits that differ for each number, but do not show it.
    void append_scrambled(std::string& out, std::uint64_t number) const {
        constexpr int rounds = 2, half = 32;
        for (int i = 0; i < rounds; ++i) {
            number = (number ^ seed_) * 0x9E3779B97F4A7C15; // odd, so it can be undone
            number ^= number >> half;
        }
        char text[16];
        for (char& c : text) {
            c = "0123456789abcdef"[number >> 60];
            number <<= 4;
        }
        out.append(text, sizeof text);
    }

    std::uint64_t seed_;
    std::string partition_, sort_; ///< names; the name of the sort key may be empty
    std::vector<column> columns_;
};

} // namespace dynabackup::testing::detail
