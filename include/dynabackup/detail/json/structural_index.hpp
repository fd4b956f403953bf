#pragma once
/// \file
/// The places of all tokens of a JSON text, found by simdjson's first stage. Only this header uses simdjson.
///
/// The first stage validates UTF-8, finds control characters in strings and a string without an end, and lists the
/// offset of each `{ } [ ] : ,`, of each opening quote, and of the first byte of anything else. It needs no padding
/// after the text: it copies the last, partial block.

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace dynabackup::json {

/// The largest text that one index covers: offsets have 32 bits.
inline constexpr std::size_t max_text_size = 0xFFFF'FFFFu - 64u;

/// A reusable index. Memory: four bytes for each byte of the longest text so far.
class structural_index {
public:
    /// Indexes a text of at most max_text_size bytes. Returns false if a string is not UTF-8, has a control character or
    /// has no end, and for some of the other texts that are not JSON. In that case the tolerant index shows what is
    /// wrong, and where.
    bool build(std::string_view text) {
        using simdjson::stage1_mode;
        if (text.empty()) {
            size_ = 0;
            return true;
        }
        if (!reserve(text.size())) return false;
        auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
        auto const error = parser_->stage1(bytes, text.size(), stage1_mode::regular);
        size_ = error == simdjson::SUCCESS ? parser_->n_structural_indexes : 0;
        if (overlooks_quotes_ && has_quote_in_word(text)) {
            size_ = 0; // the tolerant index finds the quote
            return false;
        }
        return error == simdjson::SUCCESS || error == simdjson::EMPTY;
    }

    /// Returns the offsets, in ascending order. After the last one there is at least one entry with the size of the
    /// text.
    std::uint32_t const* begin() const { return size_ ? parser_->structural_indexes.get() : nullptr; }
    std::uint32_t const* end() const { return begin() + size_; }

private:
    bool reserve(std::size_t size) {
        if (parser_ && parser_->capacity() >= size) return true;
        auto& simd = simdjson::get_active_implementation();
        overlooks_quotes_ = simd->name() == "fallback";
        return simd->create_dom_parser_implementation(size, 1, parser_) == simdjson::SUCCESS;
    }

    /// Whether a quote follows a letter or a digit. simdjson's first stage for processors without SIMD takes it for a
    /// part of the word. If it were the quote before a record, the record could not be found.
    bool has_quote_in_word(std::string_view text) const {
        for (auto const* at = begin(); at != end(); ++at) {
            auto const token = text.substr(*at, at[1] - *at);
            if (token[0] != '"' && token.find('"') != token.npos) return true;
        }
        return false;
    }

    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser_;
    std::size_t size_ = 0;
    bool overlooks_quotes_ = false; ///< whether the first stage does: see has_quote_in_word
};

} // namespace dynabackup::json
