#pragma once
/// \file
/// Sums over bytes by an algorithm of OpenSSL's libcrypto: link with it. Not a part of the umbrella.

#include <openssl/evp.h>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace dynabackup::table_export {

/// Sums bytes up as they come, by an algorithm whose sums have that many bytes. May be used again after `finish`.
template <std::size_t Size, EVP_MD const* (*Algorithm)()>
class digest {
public:
    using value = std::array<std::byte, Size>; ///< a sum

    digest()
        : context_(::EVP_MD_CTX_new()),
          good_(context_ && ::EVP_DigestInit_ex(context_.get(), Algorithm(), nullptr) == 1) {}

    /// More bytes.
    void update(std::string_view bytes) {
        good_ = good_ && ::EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1;
    }

    /// Returns the sum of all bytes since the last call. Nothing if the library refuses the algorithm, as one in FIPS mode
    /// does with MD5.
    std::optional<value> finish() {
        value sum;
        unsigned size = 0;
        if (!good_ ||
            ::EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(sum.data()), &size) != 1 ||
            size != sum.size())
            return std::nullopt;
        good_ = ::EVP_DigestInit_ex(context_.get(), nullptr, nullptr) == 1; // the same algorithm
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
