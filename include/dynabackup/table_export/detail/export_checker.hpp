#pragma once
/// \file
/// Checks exports as a whole. Defines the functions that check_export.hpp declares.

#include <dynabackup/detail/check/unknown_rules.hpp>
#include <dynabackup/detail/dump/file_threads.hpp>
#include <dynabackup/table_export/check_export.hpp>
#include <dynabackup/table_export/detail/manifest_judge.hpp>
#include <dynabackup/table_export/export_index.hpp>
#include <dynabackup/table_export/measured_input.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace dynabackup::table_export {

namespace detail {

using dynabackup::detail::chosen_documents;
using dynabackup::detail::dump_engine;
using dynabackup::detail::dump_tuning;
using dynabackup::detail::no_records;

/// An input whose bytes are counted while they are read.
inline dump_input counted(dump_input input, std::atomic<std::size_t>* bytes_read) {
    class counted_source final : public byte_source {
    public:
        counted_source(std::unique_ptr<byte_source> from, std::atomic<std::size_t>& count)
            : from_(std::move(from)), count_(count) {}
        std::size_t read(char* to, std::size_t size, std::string& problem) override {
            auto const n = from_->read(to, size, problem);
            count_ += n;
            return n;
        }
        std::string_view all() const override { return from_->all(); }

    private:
        std::unique_ptr<byte_source> from_;
        std::atomic<std::size_t>& count_;
    };
    if (!bytes_read) return input;
    input.open = [open = std::move(input.open),
                  bytes_read](std::string& problem) -> std::unique_ptr<byte_source> {
        auto source = open(problem);
        if (!source) return nullptr;
        return std::make_unique<counted_source>(std::move(source), *bytes_read);
    };
    return input;
}

/// One run over some inputs.
class export_check {
public:
    export_check(std::span<dump_input const> inputs, dump_sink& sink, dump_options const& chosen,
                 std::atomic<std::size_t>* bytes_read)
        : inputs_(inputs), sink_(sink), chosen_(chosen), bytes_read_(bytes_read), index_(inputs),
          measured_(inputs.size()),
          documents_(chosen.shape, chosen.systems.empty() ? known_systems() : chosen.systems) {}

    summary run() {
        dynabackup::detail::report_unknown_rules(chosen_.check, dynabackup::detail::own_shapes(chosen_),
                                                 sink_, counts_);
        read_others();
        read_data();
        if (index_.exports().empty()) {
            judge_starts();
            return std::move(counts_);
        }
        judge_files();
        read_manifests();
        return std::move(counts_);
    }

private:
    bool is_data(std::size_t i) const {
        auto const role = index_.role_of(i);
        return role == input_role::data || role == input_role::nothing;
    }

    summary read(std::span<dump_input const> inputs, check_options const& rules, dump_sink& sink,
                 unsigned jobs) {
        dump_engine engine(inputs, rules, sink, documents_.reader(), {jobs, chosen_.chunk_size},
                           no_records{});
        struct nobody final : chunk_taker {
            void take(record_collector&, std::string_view) override {}
        } taker;
        while (engine.step(taker)) {}
        return engine.counts();
    }

    /// Reads the inputs that are not part of an export. An empty text is one of them only if there are no data files,
    /// since a data file may be empty.
    void read_others() {
        bool has_data = !index_.exports().empty();
        for (std::size_t i = 0; i < inputs_.size(); ++i) has_data |= index_.role_of(i) == input_role::data;
        std::vector<dump_input> others;
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            auto const role = index_.role_of(i);
            if (role == input_role::other || (role == input_role::nothing && !has_data))
                others.push_back(decompressed(counted(inputs_[i], bytes_read_)));
        }
        has_data_ = has_data;
        if (!others.empty()) counts_ += read(others, chosen_.check, sink_, chosen_.jobs);
    }

    void read_data() {
        std::vector<dump_input> data;
        bool const compares = !index_.exports().empty();
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            if (!is_data(i) || (index_.role_of(i) == input_role::nothing && !has_data_)) continue;
            measured_[i] = std::make_shared<measured_file>();
            auto input = compares && index_.export_of(i) ? measured(inputs_[i], measured_[i], bytes_read_)
                                                         : decompressed(counted(inputs_[i], bytes_read_));
            input.may_be_empty = true;
            input.of_export = index_.export_of(i);
            data.push_back(std::move(input));
        }
        if (data.empty()) return;
        bool const one_by_one = chosen_.check.history || chosen_.check.stop_after != 0;
        auto const jobs = one_by_one ? 1U : std::max(chosen_.jobs, 1U);
        if (data.size() == 1 || one_by_one) { // keys and counts continue from file to file
            counts_ += read(data, chosen_.check, sink_, jobs);
            return;
        }
        auto const read_one = [&](std::size_t, dump_input const& input, dump_sink& sink) {
            return read(std::span(&input, 1), chosen_.check, sink, 1);
        };
        dynabackup::detail::file_threads threads(data, jobs, read_one);
        counts_ += threads.run(sink_);
    }

    // ---- findings about whole files ----

    void report(std::size_t input, rule const& which, std::string message) {
        if (!is_active(which, chosen_.check)) return;
        finding f;
        f.rule = &which;
        f.severity = severity_of(which, chosen_.check);
        f.message = std::move(message);
        counts_.count(f);
        sink_.return_to(inputs_[input].name);
        sink_.take(std::move(f));
    }

    void judge_starts() {
        for (std::size_t i = 0; i < inputs_.size(); ++i)
            if (index_.role_of(i) == input_role::started && index_.stands_alone(i))
                report(i, exported::incomplete,
                       "The export has no manifests: it has not ended, or has failed, or was copied "
                       "incompletely.");
    }

    void judge_files() {
        judge_starts();
        for (std::size_t i = 0; i < inputs_.size(); ++i)
            if (index_.is_surplus(i))
                report(i, exported::data_surplus,
                       "The file is among the data files of an export, but no manifest lists it.");
    }

    // ---- manifests ----

    void read_manifests() {
        auto rules = chosen_.check;
        judge_manifests(rules, measured_);
        for (auto const& each : index_.exports()) {
            std::vector<std::size_t> parts;
            for (auto const input : {each->summary, each->files})
                if (input != no_input && std::ranges::find(parts, input) == parts.end())
                    parts.push_back(input);
            for (auto const input : parts) read_manifest(input, *each, rules);
        }
    }

    void read_manifest(std::size_t input, found_export const& of, check_options const& rules) {
        measured_[input] = std::make_shared<measured_file>();
        auto text = measured(inputs_[input], measured_[input], bytes_read_);
        text.of_export = index_.export_of(input);
        counts_ += read(std::span(&text, 1), rules, sink_, 1);
        if (of.summary == no_input)
            report(input, exported::incomplete, "The manifest-summary.json of the export is missing.");
        judge_checksum(input);
    }

    void judge_checksum(std::size_t manifest) {
        auto const beside = index_.checksum_of(manifest);
        if (beside == no_input)
            return report(
                manifest, exported::checksum_missing,
                "The manifest has no .md5 beside it, which would show that it was copied completely.");
        constexpr std::size_t enough = 64; // an MD5 in base64 has 24 bytes
        std::string problem, text = read_input(inputs_[beside], problem, enough);
        if (bytes_read_) *bytes_read_ += text.size();
        if (!problem.empty()) {
            sink_.begin(inputs_[beside].name);
            ++counts_.unreadable_inputs;
            sink_.problem(inputs_[beside].name, problem);
            sink_.end(inputs_[beside].name);
            return;
        }
        auto const& digest = measured_[manifest]->digest;
        if (!digest) return; // it could not be read
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
        if (auto const right = aws::to_base64(*digest); text != right)
            report(beside, exported::checksum_file,
                   concat("Not the MD5 of the manifest beside it, which is ", right,
                          "; one of the two was changed, or copied incompletely."));
    }

    std::span<dump_input const> inputs_;
    dump_sink& sink_;
    dump_options const& chosen_;
    std::atomic<std::size_t>* bytes_read_;
    export_index index_;
    std::vector<std::shared_ptr<measured_file>> measured_; ///< of the inputs that were read
    chosen_documents documents_;
    summary counts_;
    bool has_data_ = false;
};

} // namespace detail

DYNABACKUP_INLINE std::vector<dump_input> files_of_export(std::string const& directory,
                                                          std::vector<file_problem>* problems) {
    std::vector<file_problem> own;
    std::vector<dump_input> inputs;
    for (auto& path : find_files(directory, problems ? *problems : own, has_export_name))
        inputs.push_back(from_file(std::move(path)));
    dynabackup::detail::append_unreadable(inputs, own);
    return inputs;
}

DYNABACKUP_INLINE summary check_export(std::span<dump_input const> inputs, dump_sink& sink,
                                       dump_options const& chosen, std::atomic<std::size_t>* bytes_read) {
    return detail::export_check(inputs, sink, chosen, bytes_read).run();
}

DYNABACKUP_INLINE dump_report check_export_example(rule const& r, std::string_view text,
                                                   std::size_t excerpt_bytes) {
    std::map<std::string, std::string> files;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = text.substr(0, end);
        auto const space = std::min(line.find(' '), line.size());
        auto const [file, is_new] = files.try_emplace("export/" + std::string(line.substr(0, space)));
        if (!is_new) file->second += '\n';
        file->second += line.substr(std::min(space + 1, line.size()));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::vector<dump_input> inputs;
    inputs.reserve(files.size());
    for (auto const& [name, content] : files) inputs.push_back(from_memory(content, name));
    dump_options chosen;
    chosen.check.only = {std::string(r.id)};
    chosen.check.excerpt_bytes = excerpt_bytes;
    dump_report found;
    check_export(inputs, found, chosen);
    return found;
}

} // namespace dynabackup::table_export
