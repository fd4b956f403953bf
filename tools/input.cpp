#include "input.hpp"

#include <dynabackup/dump/decompressed.hpp>
#include <dynabackup/dump/file.hpp>
#include <dynabackup/dump/utf16.hpp>
#include <dynabackup/table_export/check_export.hpp>

#include "output.hpp"
#include "part_files.hpp"
#include "terminal.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace dynabackup::tool {

namespace {

namespace fs = std::filesystem;

/// Counts the bytes that are read from a file.
class counted_source final : public byte_source {
public:
    counted_source(std::unique_ptr<byte_source> from, std::shared_ptr<std::atomic<std::size_t>> count)
        : from_(std::move(from)), count_(std::move(count)) {}

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        auto const n = from_->read(to, size, problem);
        *count_ += n;
        return n;
    }

private:
    std::unique_ptr<byte_source> from_;
    std::shared_ptr<std::atomic<std::size_t>> count_;
};

class input_search {
public:
    /// `of_exports`: the inputs are not decompressed, and the other files of exports are among them.
    input_search(on_problem const& problem, bool allow_empty, bool of_exports = false)
        : problem_(problem), allow_empty_(allow_empty), of_exports_(of_exports) {}

    void add(std::string const& path) {
        std::error_code unknown; // a failure is reported when the file is read
        if (path == "-") add_standard_input();
        else if (path.empty()) problem_("''", reason_of(ENOENT), false);
        else if (fs::is_directory(path, unknown)) add_directory(path);
        else add_named_file(path);
    }

    void add_standard_input() {
        if (std::exchange(standard_input_, true))
            return problem_("-", "standard input can be read only once", false);
        auto input = from_standard_input();
        input.open = [open = std::move(input.open)](std::string& problem) {
            if (is_terminal(STDIN_FILENO))
                complain("reading from the terminal; press Ctrl-D to end the input");
            return open(problem);
        };
        size_known_ = false;
        add(std::move(input));
    }

    input_files found() && {
        if (!size_known_) found_.size = 0;
        return std::move(found_);
    }

private:
    /// Returns whether the name of a file says that it is compressed. A partition of an export without items is such a
    /// file.
    static bool is_compressed_name(std::string_view path) {
        return path.ends_with(".gz") || path.ends_with(".zst");
    }

    /// Returns whether a file is the manifest that `split` writes beside its parts. It has no document.
    static bool is_manifest_of_parts(std::string const& path) {
        fs::path const file(path);
        std::error_code unknown;
        return file.filename() == part_files::manifest_name &&
               fs::exists(file.parent_path() / part_files::part_name(0), unknown);
    }

    void add_file(std::string const& path, bool may_be_empty = false) {
        std::error_code unknown;
        auto const size = fs::file_size(path, unknown);
        if (!unknown) found_.size += static_cast<std::size_t>(size);
        else if (fs::exists(path, unknown)) size_known_ = false; // a pipe, perhaps
        auto input = from_file(path);
        input.may_be_empty = may_be_empty;
        input.is_read_once = !fs::is_regular_file(path, unknown);
        add(std::move(input));
    }

    /// Adds a file that is named, and the checksum beside it.
    void add_named_file(std::string const& path) {
        add_file(path);
        auto const beside = fs::path(path).replace_extension(".md5").string();
        std::error_code unknown;
        if (of_exports_ && beside != path && fs::is_regular_file(beside, unknown)) add_file(beside);
    }

    void add_directory(std::string const& path) {
        std::vector<file_problem> problems;
        auto files =
            find_files(path, problems, of_exports_ ? table_export::has_export_name : has_dump_extension);
        std::erase_if(files, is_manifest_of_parts);
        bool failed = false;
        for (auto const& [name, reason, skipped] : problems) {
            failed |= !skipped;
            problem_(name, reason, skipped);
        }
        if (files.empty() && !failed)
            problem_(path, "there is no .json, .ndjson, .jsonl or .ion file below this directory",
                     allow_empty_);
        for (auto const& file : files) add_file(file, is_compressed_name(file));
    }

    void add(dump_input input) {
        auto const warn = [](std::string_view name) {
            complain_of(name, "it is UTF-16; it is read as UTF-8, and offsets are those of the UTF-8 text",
                        true);
        };
        if (of_exports_) return found_.all.push_back(as_utf8(std::move(input), warn));
        input.open = [open = std::move(input.open), count = found_.read](std::string& problem) {
            auto source = open(problem);
            if (source) source = std::make_unique<counted_source>(std::move(source), count);
            return source;
        };
        found_.all.push_back(as_utf8(decompressed(std::move(input)), warn));
    }

    on_problem const& problem_;
    bool allow_empty_;
    input_files found_;
    bool of_exports_;
    bool standard_input_ = false;
    bool size_known_ = true;
};

} // namespace

namespace {

input_files find(std::vector<std::string> const& paths, input_search&& search) {
    if (paths.empty()) search.add_standard_input();
    for (auto const& path : paths) search.add(path);
    return std::move(search).found();
}

} // namespace

input_files find_inputs(std::vector<std::string> const& paths, on_problem const& problem, bool allow_empty) {
    return find(paths, input_search(problem, allow_empty));
}

input_files find_export_inputs(std::vector<std::string> const& paths, on_problem const& problem,
                               bool allow_empty) {
    return find(paths, input_search(problem, allow_empty, true));
}

} // namespace dynabackup::tool
