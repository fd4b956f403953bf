#include "stats_command.hpp"

#include "check_options.hpp"
#include "stats.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

constexpr char const* examples = R"(Exit status: 0, or 2 for wrong usage or a file that cannot be read.

Examples:
  dynabackup stats backups/                     bars and counts on the terminal
  dynabackup stats --now 2026-06-01T00:00:00Z backups/
                                                ages, and what is overdue then
  dynabackup stats --format html dump.ndjson.gz > report.html
                                                a page that needs nothing else
  dynabackup stats --format json day-*.ndjson | jq '.backups.tables[:3]'
                                                every number, exact; of several runs they add up
)";

} // namespace

command add_stats(CLI::App& app) {
    auto& stats = *app.add_subcommand("stats", "Count backups: by state, table, size, age and expiry");
    auto const request = std::make_shared<stats_request>();
    stats.footer(examples);
    stats
        .add_option("FILE", request->paths,
                    "Files, directories, or - for standard input; none: standard input")
        ->option_text("...");
    add_choice(stats, "format", request->format,
               {{"text", stats_format::text}, {"json", stats_format::json}, {"html", stats_format::html}},
               "For people, as one JSON object, or as a page with charts");
    add_time(stats, "now", request->options.now,
             "Tell ages and what is overdue at that time, 2026-01-31T12:00:00Z");
    add_edition(stats, request->options.edition, "The API by which findings are counted");
    add_count(stats, "top", request->top, 1,
              "How many tables people are shown, the largest ones; default: 10");
    add_count(stats, "jobs", request->jobs, 1, "How many threads read; default: as many as there are cores");
    add_choice(stats, "progress", request->progress,
               {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
               "A bar on standard error");
    add_color(stats, request->color);
    return {&stats, [request] { return run(*request); }};
}

} // namespace dynabackup::tool
