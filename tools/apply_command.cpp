#include <dynabackup/table_export/apply_changes.hpp>
#include <dynabackup/table_export/write_state.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "escaped_text.hpp"
#include "item_losses.hpp"
#include "output.hpp"
#include "output_file.hpp"
#include "reading_run.hpp"

#include <memory>
#include <optional>
#include <string>

namespace dynabackup::tool {

namespace {

/// The options of the command.
struct apply_request : reading_request {
    std::string output = "-";
    std::optional<std::string> folder; ///< where to write an export; none: lines are written to the output
};

/// Reports how many items were added, replaced and deleted.
void tell(table_export::applied_changes const& done) {
    for (auto const& problem : done.problems) complain(problem);
    complain(fmt::format("{} item{}: {} added, {} replaced; {} deleted", done.items,
                         done.items == 1 ? "" : "s", done.added, done.replaced, done.deleted));
}

/// Writes the state as an export.
class export_run final : reading_run {
public:
    explicit export_run(apply_request const& request)
        : reading_run(request, input_kind::exports), folder_(*request.folder) {}

    int run() {
        auto const done = table_export::write_state(inputs_.all, folder_, options_for(item_losses), this);
        progress_.end();
        if (!done.failure.empty()) {
            complain(done.failure);
            return cannot_run;
        }
        tell(done);
        return unreadable_ ? cannot_run : damaged_ || !done.problems.empty() ? has_findings : all_is_well;
    }

private:
    std::string const& folder_;
};

class apply_run final : reading_run {
public:
    explicit apply_run(apply_request const& request)
        : reading_run(request, input_kind::exports), file_(request.output), out_(file_.fd()),
          visible_(is_terminal(file_.fd())) {}

    int run() {
        if (!file_.error() && file_.is_one_of(inputs_.all)) {
            complain(fmt::format("{} is one of the inputs; write to another file", file_.name()));
            return cannot_run;
        }
        int error = file_.error() ? file_.error() : file_.clear();
        if (error) {
            complain(fmt::format("{}: {}", file_.name(), reason_of(error)));
            return cannot_run;
        }
        auto const done = table_export::apply_changes(
            inputs_.all, [this](std::string_view line) { write(line); }, options_for(item_losses), this);
        progress_.end();
        out_.flush();
        int const closed = file_.close();
        error = out_.error() ? out_.error() : closed;
        if (error && !out_.closed())
            complain(fmt::format("{}: {}; the output is incomplete", file_.name(), reason_of(error)));
        tell(done);
        return error || unreadable_                 ? cannot_run
               : damaged_ || !done.problems.empty() ? has_findings
                                                    : all_is_well;
    }

private:
    void write(std::string_view line) {
        if (visible_) {
            progress_.hide();
            append_visible_json(out_.buffer(), line);
        } else {
            out_.buffer() += line;
        }
        out_.flush_if_large();
    }

    output_file file_;
    output out_;
    bool const visible_; ///< on a terminal
};

constexpr char const* apply_explanation =
    R"(Prints the state of a table at the end of the last incremental export, as lines of an export: {"Item":{...}}. The
inputs are a full export and the incremental exports that follow it, in any order. The manifests show which one is
which; files without a manifest are recognised by their contents, and cannot be standard input or a pipe. Items that no
change replaces keep their order, and items that were added follow them. Memory grows with the changes, not with the
full export.

The state is printed even if something does not fit; the problem is then reported on standard error, and the exit status
is 1. The problems are: exports of several tables; windows that overlap or leave a gap; counts that differ from those in
the manifests; changes that do not fit the full export; damaged data. 'dynabackup check' reports more about each export.

--export writes a full export instead: data files, manifests and checksum files, as of the end of the last incremental
export. Its table is the one that the manifests of the inputs name.

Exit status: 0 everything fits; 1 something does not fit or was damaged; 2 wrong usage, a file that cannot be read, or
output that cannot be written.

Examples:
  dynabackup apply full/ hour-1/ hour-2/ > state.ndjson
  dynabackup apply exports/ | dynabackup fingerprint
  dynabackup apply exports/ | gzip > state.json.gz
  dynabackup apply exports/ --export state/
)";

} // namespace

command add_apply(CLI::App& app) {
    auto& apply = add_command(app, "apply", "Apply incremental exports to a full one", apply_explanation);
    auto const request = std::make_shared<apply_request>();
    add_files(apply, request->paths);
    auto* const output =
        add_value(apply, "output", "FILE",
                  "Write to this file, not to standard output; it must not be one of the inputs",
                  [request](std::string const& given) { request->output = given; });
    auto* const folder = add_value(apply, "export", "FOLDER",
                                   "Write an export with manifests into this folder, and print nothing",
                                   [request](std::string const& given) { request->folder = given; });
    exclude(folder, {output});
    add_jobs(apply, request->jobs);
    add_allow_empty(apply, request->options);
    add_max_record_bytes(apply, request->options);
    add_progress(apply, request->progress);
    add_color(apply, request->color);
    return {&apply,
            [request] { return request->folder ? export_run(*request).run() : apply_run(*request).run(); }};
}

} // namespace dynabackup::tool
