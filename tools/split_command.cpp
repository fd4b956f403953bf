#include <dynabackup/rules/reading.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "conversion.hpp"
#include "part_files.hpp"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

namespace dynabackup::tool {

namespace {

/// The options of the command. `output` is a folder.
struct split_request : conversion_request {
    part_sizes sizes;
    bool force = false; ///< replaces existing parts
};

class split_run final : conversion {
public:
    explicit split_run(split_request const& request)
        : conversion(request), force_(request.force), files_(request.output, request.sizes) {}

    int run() {
        using namespace reading;
        constexpr std::array losses{&syntax, &depth, &wrong_type, &unrecognized, &record_too_large};
        try {
            if (!make_room()) return cannot_run;
            files_.open();
            auto const counts = read(converted_records(target::original), losses);
            progress_.end();
            files_.close();
            if (unreadable_) {
                complain("no manifest was written, since an input could not be read");
                return cannot_run;
            }
            files_.write_manifest();
            report_losses(counts);
            return counts.rejected != 0 || damaged_ ? has_findings : all_is_well;
        } catch (part_error const& error) {
            progress_.end();
            complain(fmt::format("{}: {}; the parts are incomplete", error.path, error.reason));
            return cannot_run;
        }
    }

private:
    /// Removes the parts of another run from the folder, so that they are not read with those of this run.
    /// Returns whether that is allowed.
    bool make_room() {
        namespace fs = std::filesystem;
        auto const present = files_.present();
        if (!present.empty() && !force_) {
            complain(fmt::format("{}: it already exists; --force replaces all parts in this folder",
                                 present.front().native()));
            return false;
        }
        for (auto const& path : present) {
            std::error_code error;
            for (auto const& input : inputs_.all)
                if (fs::equivalent(path, input.name, error)) {
                    complain(fmt::format("{}: it is one of the inputs; write to another folder", input.name));
                    return false;
                }
        }
        for (auto const& path : present) {
            std::error_code error;
            if (!fs::remove(path, error)) throw part_error{path.native(), error.message()};
        }
        return true;
    }

    void write(converted_records const& records) override {
        records.for_each([this](piece what, std::string_view text) {
            if (what.kind == piece_kind::recordless) ++recordless_;
            else files_.add(text);
        });
    }

    /// A defect within a record is not a loss: the record is written as it is.
    bool is_loss(finding const& found) override {
        bool const is_written = found.rule == &reading::wrong_type || found.rule == &reading::depth;
        return !(is_written && found.record);
    }

    /// Reports the losses that have no finding.
    void report_losses(summary const& counts) const {
        if (counts.rejected)
            complain(fmt::format(
                "{} damaged, too large or not an object, and left out; 'dynabackup check' shows where",
                counts.rejected == 1 ? "1 record is" : fmt::format("{} records are", counts.rejected)));
        report_recordless("backup");
    }

    bool const force_;
    part_files files_;
};

constexpr char const* split_explanation =
    R"(Writes each backup of the inputs, and each item or change of a table export, on one line, whatever their layout.
The lines go to part-00000.ndjson and so on. manifest.json lists the parts, with their records and bytes, for
'dynabackup merge'. A record keeps its bytes, but if it has line breaks, it loses its white space. A record that would
be taken for something else on its own is written in its document, as {"BackupSummaries":[...]}.

--bytes and --records keep the order of the records; --parts distributes them one by one. Memory does not depend on the
size of the inputs.

Damaged records are reported and left out. The manifest is written last: without it, the parts are incomplete.

Exit status: 0 all records are in the parts; 1 something was damaged, and the rest was written; 2 wrong usage, an input
that cannot be read, or output that cannot be written: then there is no manifest.

Examples:
  dynabackup split --bytes 256M --output parts/ dump.json.gz
  aws dynamodb list-backups | dynabackup split --parts 16 --output parts/
  dynabackup split --bytes 1G --output parts/ export/
                                                the items of an export, for several machines
)";

} // namespace

command add_split(CLI::App& app) {
    auto& split = add_command(app, "split", "Cut dumps and exports into parts with one record per line",
                              split_explanation);
    auto const request = std::make_shared<split_request>();
    add_files(split, request->paths);
    require(add_value(split, "output", "FOLDER",
                      "Write the parts to this folder; it is created if it does not exist",
                      [request](std::string const& given) { request->output = given; }));
    add_bytes(split, "bytes", request->sizes.bytes,
              "Parts of at most this many bytes, such as 1000000, 512K, 64M, 1G");
    add_count(split, "records", request->sizes.records, 1, "Parts of this many records");
    add_count(split, "parts", request->sizes.parts, 1, "This many parts, all open at once");
    add_flag(split, "force", request->force, "Replace all parts that are in the folder");
    add_jobs(split, request->jobs);
    add_spellings(split, request->options);
    add_allow_empty(split, request->options);
    add_max_depth(split, request->options);
    add_max_record_bytes(split, request->options);
    add_progress(split, request->progress);
    add_color(split, request->color);
    return {&split, [request] {
                auto const& s = request->sizes;
                if ((s.bytes != 0) + (s.records != 0) + (s.parts != 0) == 1) return split_run(*request).run();
                complain("split needs exactly one of --bytes, --records and --parts");
                return int{cannot_run};
            }};
}

} // namespace dynabackup::tool
