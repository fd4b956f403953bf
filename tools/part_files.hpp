#pragma once
/// \file
/// Writes records to several files, and their manifest.

#include "output.hpp"
#include "part_list.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace dynabackup::tool {

/// The size of parts. Exactly one of these is not zero.
struct part_sizes {
    std::size_t bytes = 0;   ///< of a part at most, unless a single record is larger
    std::size_t records = 0; ///< of each part but the last one
    std::size_t parts = 0;   ///< number of parts; they take the records in turn
};

/// Is thrown when a file cannot be written.
struct part_error {
    std::string path, reason;
};

/// A folder with `part-00000.ndjson`, `part-00001.ndjson` and so on, and `manifest.json`. Its functions throw
/// part_error.
class part_files {
public:
    part_files(std::string const& folder, part_sizes const& sizes) : folder_(folder), sizes_(sizes) {}

    static constexpr std::string_view manifest_name = "manifest.json";

    static std::string part_name(std::size_t index) { return fmt::format("part-{:05}.ndjson", index); }

    /// Returns the parts and the manifest that are in the folder.
    std::vector<std::filesystem::path> present() const {
        namespace fs = std::filesystem;
        std::vector<fs::path> found;
        std::error_code error;
        for (fs::directory_iterator each(folder_, error), end; !error && each != end; each.increment(error)) {
            auto const name = each->path().filename().native();
            if (name == manifest_name || is_part_name(name)) found.push_back(each->path());
        }
        if (error && error != std::errc::no_such_file_or_directory)
            throw part_error{folder_, error.message()};
        return found;
    }

    /// Opens the first file, or all files if their number is given. \pre The folder has no parts.
    void open() {
        std::error_code error;
        std::filesystem::create_directories(folder_, error);
        if (error) throw part_error{folder_, error.message()};
        if (sizes_.parts != 0)
            while (files_.size() < sizes_.parts) open_next();
    }

    /// Adds a record, which is a line.
    void add(std::string_view line) {
        auto& to = sizes_.parts != 0 ? files_[records_ % files_.size()] : file_for(line.size());
        ++records_;
        ++to.written.records;
        to.written.bytes += line.size();
        to.out->buffer() += line;
        to.out->flush_if_large();
        if (to.out->error()) throw part_error{path(to.written.name), reason_of(to.out->error())};
    }

    /// Closes the parts. Nothing may be added after that.
    void close() {
        for (auto& file : files_) close(file);
        files_.clear();
    }

    /// Writes the manifest. It marks the parts as complete. \pre close() was called.
    void write_manifest() {
        std::string text;
        json_writer(text).open('{')("version", 1)("records", records_);
        append_parts(text, closed_);
        text += "}\n";
        auto manifest = create(std::string(manifest_name));
        manifest.out->buffer() = std::move(text);
        close(manifest);
    }

private:
    struct part_file {
        part written;
        int fd = -1;
        std::unique_ptr<output> out;
    };

    static bool is_part_name(std::string_view name) {
        constexpr std::string_view before = "part-", behind = ".ndjson";
        if (!name.starts_with(before) || !name.ends_with(behind)) return false;
        name.remove_prefix(before.size());
        name.remove_suffix(std::min(behind.size(), name.size()));
        return name.size() >= 5 && name.find_first_not_of("0123456789") == name.npos;
    }
    std::string path(std::string const& name) const {
        return (std::filesystem::path(folder_) / name).native();
    }

    part_file& file_for(std::size_t bytes) {
        if (!files_.empty()) {
            auto const& has = files_.back().written;
            bool const full =
                sizes_.records != 0 ? has.records == sizes_.records : has.bytes + bytes > sizes_.bytes;
            if (!full) return files_.back();
            close(files_.back());
            files_.clear();
        }
        return open_next();
    }

    part_file& open_next() { return files_.emplace_back(create(part_name(next_++))); }

    part_file create(std::string name) {
        int const fd = ::open(path(name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0666);
        if (fd < 0) throw part_error{path(name), reason_of(errno)};
        return {{std::move(name)}, fd, std::make_unique<output>(fd)};
    }

    void close(part_file& file) {
        file.out->flush();
        int error = file.out->error();
        if (::close(std::exchange(file.fd, -1)) != 0 && error == 0) error = errno;
        if (error) throw part_error{path(file.written.name), reason_of(error)};
        closed_.push_back(std::move(file.written));
    }

    std::string folder_;
    part_sizes sizes_;
    std::vector<part_file> files_; ///< the open ones
    std::vector<part> closed_;
    std::size_t next_ = 0; ///< the index of the next part
    std::size_t records_ = 0;
};

} // namespace dynabackup::tool
