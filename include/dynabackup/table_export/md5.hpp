#pragma once
/// \file
/// MD5, by which exports state what is in a file. Needs OpenSSL's libcrypto: link with it. Not a part of the umbrella.

#include <openssl/evp.h>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::table_export {

/// The sum of some bytes.
using md5_digest = std::array<std::byte, 16>;

/// Sums bytes up as they come.
class md5 {
public:
    md5()
        : context_(::EVP_MD_CTX_new()),
          good_(context_ && ::EVP_DigestInit_ex(context_.get(), ::EVP_md5(), nullptr) == 1) {}

    /// More bytes.
    void update(std::string_view bytes) {
        good_ = good_ && ::EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1;
    }

    /// The sum of all bytes; call it once. Nothing if the library refuses MD5, as one in FIPS mode does.
    std::optional<md5_digest> finish() {
        md5_digest digest;
        unsigned size = 0;
        if (!good_ ||
            ::EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(digest.data()), &size) !=
                1 ||
            size != digest.size())
            return std::nullopt;
        return digest;
    }

private:
    struct free_context {
        void operator()(EVP_MD_CTX* context) const { ::EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, free_context> context_;
    bool good_;
};

/// The sum of some bytes.
inline std::optional<md5_digest> md5_of(std::string_view bytes) {
    md5 sum;
    sum.update(bytes);
    return sum.finish();
}

/// In hexadecimal digits.
inline std::string to_hex(md5_digest const& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (auto const byte : digest) {
        text += digits[std::to_integer<unsigned>(byte) >> 4];
        text += digits[std::to_integer<unsigned>(byte) & 15];
    }
    return text;
}

} // namespace dynabackup::table_export
