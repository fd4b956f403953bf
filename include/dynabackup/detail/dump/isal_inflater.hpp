#pragma once
/// \file
/// Decompresses one gzip member after another by ISA-L.

#include <dynabackup/detail/dump/inflated.hpp>

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <string_view>

namespace dynabackup::detail {

/// Does the same as zlib_inflater. Memory: about 90 KiB, and briefly twice that if a member is truncated.
///
/// Before damage, both have the same output. After damage, some wrong bytes may be output, which may differ. If damage
/// makes the codes of a block incomplete, zlib refuses the block. ISA-L detects it when an undefined code is used, or
/// by the checksum.
class isal_inflater {
public:
    isal_inflater() : state_(new (std::nothrow)::inflate_state{}) {
        if (state_) ::isal_inflate_init(state_.get());
    }

    /// Whether memory was available.
    bool ready() const { return state_ != nullptr; }

    void begin_member() {
        ::isal_inflate_reset(state_.get());
        state_->crc_flag =
            ISAL_GZIP_NO_HDR_VER; // this class reads the header, ISA-L the checksum and the size
        ::isal_gzip_header_init(&header_);
        header_bytes_ = 0;
        in_header_ = true;
        damage_ = nullptr;
    }

    /// Either text may be empty: then it continues with the bytes that it has read.
    inflated inflate(std::string_view from, char* to, std::size_t size) {
        if (damage_) return drain(to, size);
        constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
        auto const in = static_cast<std::uint32_t>(std::min(from.size(), most));
        auto const out = static_cast<std::uint32_t>(std::min(size, most));
        // ISA-L does not change these bytes.
        state_->next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(from.data()));
        state_->avail_in = in;
        if (in_header_) read_header(from.substr(0, in));
        if (in_header_ || damage_) return {in - state_->avail_in, 0, outcome(), damage_};

        state_->next_out = reinterpret_cast<std::uint8_t*>(to);
        state_->avail_out = out;
        int const status = ::isal_inflate(state_.get());
        if (status < 0) damage_ = explain(status);
        inflated result{in - state_->avail_in, out - state_->avail_out};
        if (damage_ && pending() > 0) return result; // the bytes before the damage come first
        result.then = outcome();
        result.damage = damage_;
        return result;
    }

    /// Writes the last bytes of a truncated member. \pre `inflate` has no more output. ISA-L decodes up to three
    /// symbols at once, and outputs none of them before it has all of their bits. So at most two literals are missing.
    /// They are certain if they come out whatever bits follow, and whatever bytes a match copies. Otherwise they are
    /// left out.
    std::size_t finish(char* to, std::size_t size) const {
        if (in_header_ || damage_ || state_->block_state != ISAL_BLOCK_CODED) return 0;
        constexpr std::size_t most = 2;
        std::string certain;
        // A guess has three parts: the first missing bit, the other missing bits, and the bytes before.
        for (unsigned guess = 0; guess < 8; ++guess) {
            std::string bits(16, guess & 2 ? '\xFF' : '\0');
            bits[0] = static_cast<char>((bits[0] & ~1) | static_cast<char>(guess & 1));
            auto const got = guessed(bits, guess & 4 ? '\xFF' : '\0', most);
            if (guess == 0) certain = got;
            auto const differs = std::mismatch(certain.begin(), certain.end(), got.begin(), got.end()).first;
            certain.erase(differs, certain.end());
        }
        return certain.copy(to, size);
    }

private:
    /// Returns the output if these bits followed, and all earlier bytes were `before`.
    std::string guessed(std::string& bits, char before, std::size_t most) const {
        std::unique_ptr<::inflate_state> const state(new (std::nothrow)::inflate_state(*state_));
        if (!state) return {};
        std::memset(state->tmp_out_buffer, before, sizeof state->tmp_out_buffer);
        state->tmp_out_valid = state->tmp_out_processed =
            ISAL_DEF_HIST_SIZE; // so that every distance is possible
        std::string out(most, '\0');
        state->next_in = reinterpret_cast<std::uint8_t*>(bits.data());
        state->avail_in = static_cast<std::uint32_t>(bits.size());
        state->next_out = reinterpret_cast<std::uint8_t*>(out.data());
        state->avail_out = static_cast<std::uint32_t>(most);
        // Other errors are not errors of the first symbols. With this error, ISA-L may write literals that it has not
        // read.
        if (::isal_inflate(state.get()) == ISAL_INVALID_LOOKBACK) return {};
        out.resize(most - state->avail_out);
        return out;
    }

    void read_header(std::string_view from) {
        // ISA-L ignores the flags that RFC 1952 reserves: "must give an error indication if any reserved bit is
        // non-zero".
        constexpr std::size_t flags_at = 3;
        constexpr unsigned reserved = 0xE0;
        if (header_bytes_ <= flags_at && header_bytes_ + from.size() > flags_at &&
            (static_cast<unsigned char>(from[flags_at - header_bytes_]) & reserved) != 0)
            damage_ = "unknown header flags set";
        header_bytes_ += std::min(from.size(), flags_at + 1); // the rest need not be counted
        int const status = ::isal_read_gzip_header(state_.get(), &header_);
        if (status == ISAL_DECOMP_OK) in_header_ = false;
        else if (status < 0) damage_ = explain(status);
    }

    inflated::outcome outcome() const {
        if (damage_) return inflated::outcome::damaged;
        return state_->block_state == ISAL_BLOCK_FINISH ? inflated::outcome::member_ended
                                                        : inflated::outcome::more;
    }

    /// Returns the number of decompressed bytes for which there was no room.
    std::size_t pending() const {
        return static_cast<std::size_t>(state_->tmp_out_valid - state_->tmp_out_processed);
    }

    /// Copies pending bytes. ISA-L cannot be called again after an error.
    inflated drain(char* to, std::size_t size) {
        inflated result;
        result.written = std::min(size, pending());
        std::memcpy(to, state_->tmp_out_buffer + state_->tmp_out_processed, result.written);
        state_->tmp_out_processed += static_cast<std::int32_t>(result.written);
        if (pending() == 0) {
            result.then = inflated::outcome::damaged;
            result.damage = damage_;
        }
        return result;
    }

    static char const* explain(int status) {
        switch (status) {
        case ISAL_INVALID_BLOCK: return "invalid block";
        case ISAL_INVALID_SYMBOL: return "invalid code";
        case ISAL_INVALID_LOOKBACK: return "invalid distance too far back";
        case ISAL_INVALID_WRAPPER: return "incorrect header";
        case ISAL_UNSUPPORTED_METHOD: return "unknown compression method";
        case ISAL_INCORRECT_CHECKSUM: return "incorrect checksum or size";
        default: return "unknown error";
        }
    }

    std::unique_ptr<::inflate_state> state_;
    ::isal_gzip_header header_{};
    std::size_t header_bytes_ = 0;
    bool in_header_ = true;
    char const* damage_ = nullptr; ///< found, but perhaps not yet reported
};

} // namespace dynabackup::detail
