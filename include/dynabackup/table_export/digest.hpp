#pragma once
/// \file
/// Digests of bytes, by an algorithm of OpenSSL's libcrypto. Link with it. dynabackup.hpp does not include this header.

#include <openssl/evp.h>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace dynabackup::table_export {

/// Computes a digest incrementally, by an algorithm whose digests have `Size` bytes. May be reused after `finish`.
template <std::size_t Size, EVP_MD const* (*Algorithm)()>
class digest {
public:
    using value = std::array<std::byte, Size>; ///< a digest

    digest()
        : context_(::EVP_MD_CTX_new()),
          good_(context_ && ::EVP_DigestInit_ex(context_.get(), Algorithm(), nullptr) == 1) {}

    /// Adds bytes.
    void update(std::string_view bytes) {
        good_ = good_ && ::EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1;
    }

    /// Returns the digest of all bytes since the last call. Returns nothing if the library refuses the algorithm, as a
    /// library in FIPS mode refuses MD5.
    [[nodiscard]] std::optional<value> finish() {
        value sum;
        unsigned size = 0;
        if (!good_ ||
            ::EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(sum.data()), &size) != 1 ||
            size != sum.size())
            return std::nullopt;
        good_ = ::EVP_DigestInit_ex(context_.get(), nullptr, nullptr) == 1; // keeps the algorithm
        return sum;
    }

private:
    struct free_context {
        void operator()(EVP_MD_CTX* context) const { ::EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, free_context> context_;
    bool good_;
};

} // namespace dynabackup::table_export
