#pragma once
/// \file
/// MD5, with which exports identify the contents of a file. Link with OpenSSL's libcrypto. dynabackup.hpp does not
/// include this header.

#include <dynabackup/table_export/digest.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::table_export {

using md5 = digest<16, ::EVP_md5>; ///< computes an MD5 incrementally
using md5_digest = md5::value;     ///< the MD5 of some bytes

/// Returns the MD5 of some bytes; nothing if OpenSSL refuses MD5.
inline std::optional<md5_digest> md5_of(std::string_view bytes) {
    md5 sum;
    sum.update(bytes);
    return sum.finish();
}

/// Returns an MD5 in hexadecimal digits.
inline std::string to_hex(md5_digest const& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (auto const byte : digest) {
        text += digits[std::to_integer<unsigned>(byte) >> 4];
        text += digits[std::to_integer<unsigned>(byte) & 15];
    }
    return text;
}

/// Returns the etag that S3 gives a file that was uploaded in one part of a multipart upload: the MD5 of the MD5 of
/// that part, and the number of parts. Empty if OpenSSL refuses MD5.
inline std::string etag_of(md5_digest const& digest) {
    auto const sum = md5_of({reinterpret_cast<char const*>(digest.data()), digest.size()});
    return sum ? to_hex(*sum) + "-1" : std::string();
}

} // namespace dynabackup::table_export
