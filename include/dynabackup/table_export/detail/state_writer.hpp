#pragma once
/// \file
/// Writes a state as an export. Defines the functions that write_state.hpp declares.

#include <dynabackup/table_export/detail/change_log.hpp>
#include <dynabackup/table_export/export_writer.hpp>
#include <dynabackup/table_export/write_state.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::table_export {

namespace detail {

/// The summary of an export of the state after these exports; nothing if none of them names a table and a time.
inline std::optional<ManifestSummary> summary_of_state(std::vector<described_export> const& exports) {
    std::optional<timestamp> as_of;
    described_export const* last = nullptr;
    for (auto const& each : exports) {
        auto const& end = each.is_incremental ? each.summary.export_to_time : each.summary.export_time;
        if (!end || (as_of && *end <= *as_of)) continue;
        as_of = *end;
        last = &each;
    }
    if (!last) return std::nullopt;
    auto const sum = md5_of(last->summary.table_arn + to_text(*as_of)).value_or(md5_digest{});
    ManifestSummary made;
    made.version = full_version;
    auto const id = make_export_id(*as_of, std::string_view(to_hex(sum)).substr(0, 8));
    made.export_arn = last->summary.table_arn + std::string(export_word) + id;
    made.start_time = made.end_time = *as_of;
    made.table_arn = last->summary.table_arn;
    made.table_id = last->summary.table_id;
    made.export_time = *as_of;
    made.s3_bucket = last->summary.s3_bucket;
    made.s3_prefix = nullptr;
    made.s3_sse_algorithm = nullptr;
    made.s3_sse_kms_key_id = nullptr;
    made.manifest_files_s3_key = manifest_key(id, files_name);
    made.output_format = OutputFormat::DYNAMODB_JSON;
    return made;
}

/// Writes items to data files of an export, one after another.
class state_files {
public:
    explicit state_files(export_writer& to) : to_(to) {}

    /// Writes a line. Does nothing after a failure.
    void add(std::string_view line) {
        constexpr std::int64_t bytes_of_file =
            256 * 1024 * 1024; // of text, so that several threads can read it later
        if (!failure.empty()) return;
        if (!file_) file_.emplace(to_.path_of(to_.data_key(files.size())));
        constexpr std::size_t enough = 65'536;
        text_ += line;
        if (text_.size() < enough) return;
        flush();
        if (file_->text_bytes() >= bytes_of_file) close();
    }

    /// Writes the remaining lines. Writes at least one file.
    void end() {
        if (!file_ && files.empty()) file_.emplace(to_.path_of(to_.data_key(0)));
        if (!file_) return;
        flush();
        close();
    }

    std::vector<ManifestFile> files;
    std::int64_t text_bytes = 0;
    std::string failure;

private:
    void flush() {
        file_->add(text_);
        text_.clear();
        failure = file_->problem();
    }
    void close() {
        text_bytes += file_->text_bytes();
        files.push_back(file_->close(to_.data_key(files.size())));
        failure = file_->problem();
        file_.reset();
    }

    export_writer& to_;
    std::optional<data_file_writer> file_;
    std::string text_;
};

} // namespace detail

DYNABACKUP_INLINE written_state write_state(std::span<dump_input const> inputs, std::string const& folder,
                                            dump_options const& chosen, dump_sink* sink) {
    written_state done;
    if (!md5_of({})) {
        done.failure = "OpenSSL refuses MD5, which exports need";
        return done;
    }
    std::vector<std::string> ignored; // apply_changes reports these problems
    detail::problem_list problems(ignored);
    auto const summary =
        detail::summary_of_state(detail::describe_exports(inputs, export_index(inputs), problems));
    if (!summary) {
        done.failure = "no manifest-summary.json among the inputs names their table and a time";
        return done;
    }
    export_writer to(folder, *summary);
    if (!to.create()) {
        done.failure = to.problem();
        return done;
    }
    detail::state_files files(to);
    static_cast<applied_changes&>(done) = apply_changes(
        inputs, [&](std::string_view line) { files.add(line); }, chosen, sink);
    files.end();
    done.failure = files.failure;
    to.summary().billed_size_bytes = files.text_bytes;
    if (done.failure.empty() && !to.write_manifests(files.files)) done.failure = to.problem();
    done.summary = to.summary();
    done.files = files.files.size();
    return done;
}

} // namespace dynabackup::table_export
