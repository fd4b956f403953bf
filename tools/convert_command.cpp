#include <dynabackup/rules/reading.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "conversion.hpp"
#include "document_joiner.hpp"
#include "escaped_text.hpp"
#include "output_file.hpp"
#include "shape_option.hpp"

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

namespace dynabackup::tool {

namespace {

/// The options of the command. `output` is a file; `-` is standard output.
struct convert_request : conversion_request {
    convert_request() { output = "-"; }
    std::optional<target> to;
};

/// Is thrown when the output cannot be written any more.
struct output_lost {};

/// Returns whether the number of a finding fits a signed 64-bit number. Then it violates a limit only, and is
/// written.
bool fits_member(finding const& found) {
    if (!found.value) return false;
    auto const number = std::strtold(found.value->c_str(), nullptr);
    return number >= -0x1p63L && number < 0x1p63L;
}

class convert_run final : conversion {
public:
    explicit convert_run(convert_request const& request)
        : conversion(request), to_(*request.to), file_(request.output), out_(file_.fd()),
          visible_(is_terminal(file_.fd())),
          joiner_(to_ == target::cli ? format::aws_cli : format::aws_wire) {}

    int run() {
        if (!open_output()) return cannot_run;
        try {
            convert();
        } catch (output_lost) {}
        progress_.end();
        out_.flush();
        int const closed = file_.close();
        int const error = out_.error() ? out_.error() : closed;
        if (error && !out_.closed())
            complain(fmt::format("{}: {}; what is there is not complete", file_.name(), reason_of(error)));
        else if (!error) report_losses();
        return error || unreadable_ ? cannot_run : damaged_ ? has_findings : all_is_well;
    }

private:
    bool open_output() {
        if (!file_.error() && file_.is_one_of(inputs_.all)) {
            complain(fmt::format("{} is one of the inputs; write to another file", file_.name()));
            return false;
        }
        int const error = file_.error() ? file_.error() : file_.clear();
        if (error) complain(fmt::format("{}: {}", file_.name(), reason_of(error)));
        return error == 0;
    }

    void convert() {
        using namespace reading;
        if (to_ == target::csv) out_.buffer() += csv_header;
        read(to_, {&syntax, &depth, &wrong_type, &duplicate_member, &unknown_member, &misspelled_member,
                   &unrecognized, &record_too_large, &not_integer, &out_of_range, &time_format,
                   &time_out_of_range, &dump::incomplete_listing});
        joiner_.end(buffer());
        if (visible_ && to_ == target::wire && !buffer().empty()) buffer() += '\n';
        flush();
    }

    void write(converted_records const& records) override {
        records.for_each([this](piece what, std::string_view text) {
            if (what.kind == piece_kind::recordless) ++recordless_;
            else joiner_.take(buffer(), what, text);
            constexpr std::size_t large = 1 << 16;
            if (buffer().size() >= large) flush();
        });
        flush();
    }

    bool is_loss(finding const& found) override {
        if (found.rule == &reading::unknown_member) return ++unknown_, false;
        return found.rule != &reading::out_of_range || !fits_member(found);
    }

    /// Returns the text that is to be written. For a terminal it is escaped later.
    std::string& buffer() { return visible_ ? unseen_ : out_.buffer(); }

    void flush() {
        if (visible_) {
            progress_.hide();
            if (to_ == target::csv) append_visible_csv(out_.buffer(), unseen_);
            else append_visible_json(out_.buffer(), unseen_);
            unseen_.clear();
        }
        out_.flush();
        if (out_.error()) throw output_lost{};
    }

    /// Reports the losses that have no finding.
    void report_losses() const {
        if (unknown_)
            complain(
                fmt::format("{} that the model does not know {} left out; 'dynabackup check' shows where",
                            unknown_ == 1 ? "1 member" : fmt::format("{} members", unknown_),
                            unknown_ == 1 ? "was" : "were"));
        report_recordless();
    }

    target const to_;
    output_file file_;
    output out_;
    bool const visible_; ///< on a terminal
    std::string unseen_;
    document_joiner joiner_;
    std::size_t unknown_ = 0; ///< members
};

constexpr char const* explanation =
    R"(Formats:
  wire    The bytes that the service sends: no white space, members in the order of their names, times as
          1.70805524557E9 (Clumio: RFC 3339). Several documents stand one a line; no line break follows the last.
  cli     What 'aws dynamodb ... --output json' prints: four spaces a level, members in the documented order, times
          as 2024-02-16T03:45:45.570000+00:00, to the microsecond.
  ndjson  One backup a line, as it stands in 'wire': a summary, a description or details; of Clumio a resource.
  csv     One backup a line (RFC 4180), with the same columns for both systems; times as RFC 3339, in UTC. A cell
          that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line break) gets an
          apostrophe before it.

In wire and cli, pages that follow each other, and summaries that stand alone, become one list. It has
LastEvaluatedBackupArn (Clumio: a link to the next page) only if the last page has it: if backups are missing behind
it. Every other document is written as itself, one after another, and ends a list. In ndjson and csv documents without a
backup, such as requests and errors, are left out, and counted on standard error.

What cannot be read is reported on standard error and not written: a damaged record, or a member of another type.
Members that the model does not know are left out, and counted there. Rules of the API are not applied: 'dynabackup
check' does that.

Exit status: 0 everything was converted; 1 something was damaged, the rest is written; 2 wrong usage, a file that
cannot be read (the others are converted), or output that cannot be written.

Examples:
  dynabackup convert --to ndjson backups/ | jq -r .BackupName
  dynabackup convert --to csv --output backups.csv dump.json.gz
  aws dynamodb list-backups | dynabackup convert --to wire > fixture.json
)";

} // namespace

command add_convert(CLI::App& app) {
    auto& convert = *app.add_subcommand("convert", "Write documents in another format");
    auto const request = std::make_shared<convert_request>();
    convert.footer(explanation);

    add_files(convert, request->paths);
    add_choice<std::optional<target>>(
        convert, "to", request->to,
        {{"wire", target::wire}, {"cli", target::cli}, {"ndjson", target::ndjson}, {"csv", target::csv}},
        "The format to write")
        ->required();
    add_value(convert, "output", "FILE",
              "Write there, and not to standard output; it may be none of the inputs",
              [request](std::string const& given) { request->output = given; });
    add_edition(convert, request->options.edition,
                "The API as it was documented on that day: members that came later are left out");
    add_shape(convert, request->shape);
    add_jobs(convert, request->jobs);
    add_spellings(convert, request->options);
    add_allow_empty(convert, request->options);
    add_max_depth(convert, request->options);
    add_max_record_bytes(convert, request->options);
    add_progress(convert, request->progress);
    add_color(convert, request->color);

    return {&convert, [request] { return convert_run(*request).run(); }};
}

} // namespace dynabackup::tool
