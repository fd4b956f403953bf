#pragma once
/// \file
/// Inputs that may be compressed, or in Amazon Ion. Needs ISA-L (or zlib, see gzip.hpp) and libzstd: link with both.
/// dynabackup.hpp does not include this header.

#include <dynabackup/detail/dump/ion_source.hpp>
#include <dynabackup/dump/gzip.hpp>
#include <dynabackup/dump/zstd.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

namespace detail {

/// Returns the kind of a file that is recognised by its first bytes, but cannot be read; empty if it may be text.
inline std::string_view archive_name(std::string_view beginning) {
    constexpr std::size_t tar_magic_at = 257;
    if (beginning.starts_with("PK\x03\x04")) return "a zip archive";
    if (beginning.starts_with("BZh")) return "compressed by bzip2";
    if (beginning.starts_with(std::string_view("\xFD"
                                               "7zXZ\0",
                                               6)))
        return "compressed by xz";
    if (beginning.size() > tar_magic_at && beginning.substr(tar_magic_at).starts_with("ustar"))
        return "a tar archive";
    return {};
}

} // namespace detail

/// Returns the input, decompressed if it is compressed by gzip or zstd. Compression is recognised by the first bytes,
/// not by the name, so the input may be a pipe. Memory: at most 33 MiB. Damaged or truncated data is decompressed as
/// far as possible, and is then reported as a problem. An archive, and data compressed by another program, is a
/// problem, too.
///
/// Amazon Ion, which is recognised by `$ion_1_0` at the beginning or by the name `.ion`, is read as an export: each line
/// as one of DynamoDB JSON. Lines of findings are those of the file; offsets and columns are those of the JSON. A line
/// with a type that DynamoDB does not have is a damaged item.
inline dump_input decompressed(dump_input input) {
    bool const is_ion = detail::without_compression(input.name).ends_with(".ion");
    auto open = [from = std::move(input.open), is_ion](std::string& problem) -> std::unique_ptr<byte_source> {
        auto source = from(problem);
        if (!source) return nullptr;
        detail::inflow bytes(std::move(source));
        bytes.fill(512, problem); // the head of a tar archive
        auto const text = bytes.rest();
        if (auto const what = detail::archive_name(text); !what.empty()) {
            problem = "it is " + std::string(what) + "; unpack it first";
            return nullptr;
        }
        std::unique_ptr<byte_source> unpacked;
        if (text.starts_with(gzip_magic)) unpacked = std::make_unique<detail::gzip_source>(std::move(bytes));
        else if (is_zstd(text)) unpacked = std::make_unique<detail::zstd_source>(std::move(bytes));
        else if (is_ion || detail::ion_source::is_ion(text))
            unpacked = std::make_unique<detail::plain_source>(std::move(bytes));
        else return std::make_unique<detail::plain_source>(std::move(bytes));
        return std::make_unique<detail::ion_source>(std::move(unpacked), is_ion);
    };
    input.open = std::move(open);
    return input;
}

} // namespace dynabackup
