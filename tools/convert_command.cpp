#include "convert_command.hpp"

#include "check_options.hpp"
#include "convert.hpp"
#include "shape_option.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

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

    convert
        .add_option("FILE", request->paths,
                    "Files, directories, or - for standard input; none: standard input")
        ->option_text("...");
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
    add_shape(convert, request->kind);
    add_count(convert, "jobs", request->jobs, 1,
              "How many threads read; default: as many as there are cores");
    add_max_depth(convert, request->options);
    add_max_record_bytes(convert, request->options);
    add_choice(convert, "progress", request->progress,
               {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
               "A bar on standard error");
    add_color(convert, request->color);

    return {&convert, [request] { return run(*request); }};
}

} // namespace dynabackup::tool
