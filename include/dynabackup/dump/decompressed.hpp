#pragma once
/// \file
/// Inputs that may be compressed. Needs zlib and libzstd: link with both. Not a part of the umbrella.

#include <dynabackup/dump/gzip.hpp>
#include <dynabackup/dump/zstd.hpp>

#include <memory>
#include <string>
#include <utility>

namespace dynabackup {

/// The same input; if gzip or zstd has compressed it, what it was before. Its first bytes tell, not its name, so it
/// may be a pipe. Memory: at most 33 MiB. Damaged or cut data is read as far as it goes, then it is a problem.
inline dump_input decompressed(dump_input input) {
    auto open = [from = std::move(input.open)](std::string& problem) -> std::unique_ptr<byte_source> {
        auto source = from(problem);
        if (!source) return nullptr;
        detail::inflow bytes(std::move(source));
        bytes.fill(4, problem);
        auto const text = bytes.rest();
        if (text.starts_with(gzip_magic)) return std::make_unique<detail::gzip_source>(std::move(bytes));
        if (is_zstd(text)) return std::make_unique<detail::zstd_source>(std::move(bytes));
        return std::make_unique<detail::plain_source>(std::move(bytes));
    };
    input.open = std::move(open);
    return input;
}

} // namespace dynabackup
