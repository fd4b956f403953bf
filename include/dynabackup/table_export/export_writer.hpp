#pragma once
/// \file
/// Writes a whole export into a folder, as it is stored in its bucket. Link with OpenSSL, and zlib or ISA-L.
/// dynabackup.hpp does not include this header.
///
/// \code
/// // `summary`: the ARNs of the table and of the export, the times and the view
/// table_export::export_writer to("exports/", summary);
/// if (!to.create()) return fail(to.problem());
/// table_export::data_file_writer data(to.path_of(to.data_key(0)));
/// data.add("{\"Item\":{\"pk\":{\"S\":\"a\"}}}\n");
/// std::vector const files{data.close(to.data_key(0))};
/// if (!data.problem().empty()) return fail(data.problem());
/// if (!to.write_manifests(files)) return fail(to.problem());
/// \endcode

#include <dynabackup/table_export/data_file.hpp>
#include <dynabackup/table_export/export_names.hpp>
#include <dynabackup/write.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace dynabackup::table_export {

/// Writes the files of one export. The summary names the table, and shows whether the export is full or incremental.
/// Its exportArn ends with the id of the export.
class export_writer {
public:
    /// \param folder   Stands for the bucket. It may hold other exports, and need not exist.
    /// \param summary  The contents of manifest-summary.json; the counts may be set later. \pre
    /// read_export_id(exportArn)
    export_writer(std::string folder, ManifestSummary summary)
        : folder_(std::move(folder)), summary_(std::move(summary)) {
        if (summary_.s3_prefix && !summary_.s3_prefix->empty()) prefix_ = *summary_.s3_prefix + '/';
        if (auto const id = read_export_id(summary_.export_arn)) id_ = id->text;
        else fail("exportArn", "not the ARN of an export");
        is_incremental_ = summary_.export_from_time.has_value();
    }

    /// The contents of manifest-summary.json, which may be changed.
    ManifestSummary& summary() { return summary_; }

    /// Returns the key of data file `index`. Its name has 26 characters, and belongs only to this export. All
    /// incremental exports share one folder.
    std::string data_key(std::size_t index) const {
        auto const sum = md5_of(summary_.export_arn + '/' + std::to_string(index)).value_or(md5_digest{});
        return (is_incremental_ ? prefix_ + std::string(top_folder) + "data/" : manifest_key("data/")) +
               data_name(sum);
    }
    /// Returns the key of a manifest, or of a checksum file.
    std::string manifest_key(std::string_view name) const {
        return prefix_ + table_export::manifest_key(id_, name);
    }
    /// Returns the path of the file with that key.
    std::string path_of(std::string_view key) const {
        return (std::filesystem::path(folder_) / key).string();
    }

    /// Creates the folders, and `_started`. Returns false if that fails, or if this export already exists.
    [[nodiscard]] bool create() {
        if (!problem_.empty()) return false;
        std::error_code error;
        auto const own = path_of(manifest_key(""));
        if (std::filesystem::exists(own, error))
            return fail(own, "the export already exists; remove it, or write to another folder");
        auto const data = std::filesystem::path(path_of(data_key(0))).parent_path();
        for (auto const& folder : {std::filesystem::path(own), data}) {
            std::filesystem::create_directories(folder, error);
            if (error) return fail(folder.string(), error.message());
        }
        return write(manifest_key(started_name), {});
    }

    /// Writes both manifests and their checksum files. Sets the summary's counts to those of the files.
    [[nodiscard]] bool write_manifests(std::span<ManifestFile const> files) {
        summary_.item_count = 0;
        for (auto const& file : files) summary_.item_count += file.item_count;
        return write_files(files) && write_summary();
    }
    /// Writes manifest-files.json with that list, and its checksum file.
    [[nodiscard]] bool write_files(std::span<ManifestFile const> files) {
        std::string list;
        for (auto const& file : files) {
            append_json(list, file);
            list += '\n';
        }
        return write_manifest(files_name, list);
    }
    /// Writes manifest-summary.json from the summary, and its checksum file.
    [[nodiscard]] bool write_summary() { return write_manifest(summary_name, to_json(summary_)); }

    /// Returns why the export is missing or incomplete, with a path; empty on success.
    std::string const& problem() const { return problem_; }

private:
    bool write_manifest(std::string_view name, std::string const& text) {
        auto const sum = md5_of(text);
        if (!sum) return fail(path_of(manifest_key(name)), "OpenSSL refuses MD5, which exports need");
        return write(manifest_key(name), text) &&
               write(manifest_key(checksum_name(name)), aws::to_base64(*sum));
    }

    bool write(std::string const& key, std::string const& text) {
        auto const path = path_of(key);
        auto* const file = std::fopen(path.c_str(), "wb");
        if (!file) return fail(path, std::generic_category().message(errno));
        bool const is_whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
        int const error = errno;
        if (std::fclose(file) == 0 && is_whole) return true;
        return fail(path, std::generic_category().message(is_whole ? errno : error));
    }

    bool fail(std::string const& path, std::string const& reason) {
        problem_ = path + ": " + reason;
        return false;
    }

    std::string folder_, prefix_, id_, problem_;
    ManifestSummary summary_;
    bool is_incremental_ = false;
};

} // namespace dynabackup::table_export
