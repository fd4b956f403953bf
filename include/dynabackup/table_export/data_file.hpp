#pragma once
/// \file
/// Writes a data file of an export. Link with OpenSSL, and zlib or ISA-L. dynabackup.hpp does not include this header.

#include <dynabackup/aws/base64.hpp>
#include <dynabackup/dump/gzip.hpp>
#include <dynabackup/table_export/manifests.hpp>
#include <dynabackup/table_export/md5.hpp>

#ifdef DYNABACKUP_GZIP_BY_ZLIB
#include <dynabackup/detail/dump/zlib_deflater.hpp>
#else
#include <dynabackup/detail/dump/isal_deflater.hpp>
#endif

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace dynabackup::detail {

#ifdef DYNABACKUP_GZIP_BY_ZLIB
using gzip_deflater = zlib_deflater;
#else
using gzip_deflater = isal_deflater;
#endif

} // namespace dynabackup::detail

namespace dynabackup::table_export {

/// Creates a data file, and writes lines to it, compressed by gzip. Several writers may write at the same time.
/// Invariant: nothing is written after a problem.
class data_file_writer {
public:
    /// Creates the file. It is a problem if a file with that path exists.
    explicit data_file_writer(std::string path) : path_(std::move(path)) {
        file_.reset(std::fopen(path_.c_str(), "wbx"));
        if (!file_) fail();
        else if (!gzip_.ready()) problem_ = path_ + ": out of memory";
    }

    /// Writes whole lines, with their line feeds.
    void add(std::string_view lines) {
        lines_ += std::count(lines.begin(), lines.end(), '\n');
        text_bytes_ += static_cast<std::int64_t>(lines.size());
        constexpr std::size_t most = std::size_t{1} << 20; // so that compressed bytes do not accumulate
        for (; !lines.empty(); lines.remove_prefix(std::min(most, lines.size())))
            compress(lines.substr(0, most), false);
    }

    /// Writes the remaining bytes, and closes the file. Returns its line of manifest-files.json; `key`: its key there.
    /// The line is meaningless if there was a problem. \pre Called once, after all other functions.
    ManifestFile close(std::string key) {
        compress({}, true);
        write();
        if (file_ && std::fclose(file_.release()) != 0 && problem_.empty()) fail();
        ManifestFile made;
        made.item_count = lines_;
        made.data_file_s3_key = std::move(key);
        auto const digest = sum_.finish();
        if (!digest && problem_.empty()) problem_ = path_ + ": OpenSSL refuses MD5, which exports need";
        if (!digest) return made;
        made.md5_checksum = aws::to_base64(*digest);
        made.etag = etag_of(*digest);
        return made;
    }

    /// Returns why the file is missing or incomplete; empty on success.
    std::string const& problem() const { return problem_; }
    /// Returns the number of bytes in the lines so far, before compression.
    std::int64_t text_bytes() const { return text_bytes_; }

private:
    void compress(std::string_view text, bool is_last) {
        if (!problem_.empty()) return;
        gzip_.append(compressed_, text, is_last);
        constexpr std::size_t enough = 65'536;
        if (compressed_.size() >= enough) write();
    }

    void write() {
        if (!problem_.empty()) return;
        sum_.update(compressed_);
        if (std::fwrite(compressed_.data(), 1, compressed_.size(), file_.get()) != compressed_.size()) fail();
        compressed_.clear();
    }

    void fail() { problem_ = path_ + ": " + std::generic_category().message(errno); }

    struct close_file {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::string path_, problem_, compressed_;
    std::unique_ptr<std::FILE, close_file> file_;
    dynabackup::detail::gzip_deflater gzip_;
    md5 sum_;
    std::int64_t lines_ = 0, text_bytes_ = 0;
};

} // namespace dynabackup::table_export
