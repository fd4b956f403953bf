#include "merge_command.hpp"

#include "merge.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

constexpr char const* explanation =
    R"(Adds what 'check --summary', 'stats --format json', 'map' and 'merge' itself have printed, one JSON object a line:
summaries become a summary; statistics and answers of 'map' become statistics. So it is what one run over everything
would have counted, in whatever order and grouping it is added.

The sum lists its parts, each with its records: a file is the part of its name, unless it lists parts itself. A part
that is there twice, or differs from the manifest of 'split', or is missing in it, is told on standard error.

Exit status: 0 all is well; 1 something is wrong with the parts; 2 wrong usage, or an input that cannot be read: then
no sum is printed.

Examples:
  dynabackup map < dump.ndjson | dynabackup merge
  dynabackup map < part-00000.ndjson | dynabackup merge --name part-00000.ndjson > sums/part-00000.json
  dynabackup merge --manifest parts/manifest.json sums/*.json
                                                whether each part was counted once, and whole
)";

} // namespace

command add_merge(CLI::App& app) {
    auto& merge = *app.add_subcommand("merge", "Add up counts and statistics of several runs");
    auto const request = std::make_shared<merge_request>();
    merge.footer(explanation);
    merge
        .add_option("FILE", request->paths,
                    "Files, directories, or - for standard input; none: standard input")
        ->option_text("...");
    add_value(merge, "name", "NAME", "The part that standard input is; default: it has no name",
              [request](std::string const& given) { request->name = given; });
    add_count(merge, "expect", request->expect, 1, "How many parts with different names there have to be");
    add_value(merge, "manifest", "FILE", "Compare the parts with those that 'split' has written",
              [request](std::string const& given) { request->manifest = given; });
    return {&merge, [request] { return run(*request); }};
}

} // namespace dynabackup::tool
