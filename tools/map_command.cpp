#include "map_command.hpp"

#include "check_options.hpp"
#include "map.hpp"
#include "shape_option.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

constexpr char const* explanation =
    R"(One line out for each line in, in their order, whatever is in it: a step for engines that deal out lines.
Lines are read one by one, and nothing is remembered of them: the same line always gives the same answer.

  {"ok":true,"bytes":393,"documents":1,"records":1,"rejected":0,"shapes":{"BackupSummary":1},
   "backups":[{"record":0,"system":"aws","id":...,"name":...,"table":...,"region":...,"account":...,
   "created":"2026-01-05T00:00:00Z","expires":null,"size":1024,"status":"AVAILABLE","type":"USER"}],
   "findings":[{"record":0,"rule":...,"severity":"error","path":...,"offset":0,"message":...}]}

ok: nothing was rejected, and no finding is an error. A blank line has no document, and is ok. A line may hold a page:
its backups are all in the list. With --key, the key and a tab stand before the object: that of the line's backups;
empty if there is none, or they differ. Rules that compare lines ('dump.*', 'lifecycle.*') do not apply.

Exit status: 0 every line is ok; 1 one was not; 2 wrong usage, or a stream that failed. A reader that has gone ends it
without a word.

Examples:
  parallel --pipepart --block 64M -a dump.ndjson dynabackup map | dynabackup merge
  dynabackup map < dump.ndjson | jq -c 'select(.ok | not) | .findings[]'
  dynabackup map --key table --data-errors-exit-zero
                                                as the mapper of a shuffle by table
)";

} // namespace

command add_map(CLI::App& app) {
    auto& map = *app.add_subcommand("map", "Answer each line of backups by one: a step for engines");
    auto const request = std::make_shared<map_request>();
    map.footer(explanation);
    using key = std::optional<std::string_view backup_view::*>;
    add_choice<key>(map, "key", request->key,
                    {{"table", &backup_view::table},
                     {"account", &backup_view::account},
                     {"region", &backup_view::region},
                     {"arn", &backup_view::id},
                     {"status", &backup_view::status},
                     {"type", &backup_view::type},
                     {"system", &backup_view::system}},
                    "Put this of the line's backups and a tab before each object");
    map.add_flag("--line-buffered", request->line_buffered,
                 "Write each line when it is made; default: when there is nothing more to read, or 64 KiB");
    map.add_flag("--data-errors-exit-zero", request->data_errors_exit_zero,
                 "Lines that are not ok do not change the exit status");
    add_edition(map, request->options.edition, "The API as it was documented on that day");
    map.add_flag("--strict", request->options.strict, "Unknown members are errors, not notes");
    add_shape(map, request->kind);
    add_rule_choice(map, "disable", request->options.disable,
                    "Do without a rule or a family, 'timestamp.*'; repeatable");
    add_rule_choice(map, "only", request->options.only, "Apply this rule or family only; repeatable");
    add_time(map, "now", request->options.now,
             "Judge expiries at that time, 2026-01-31T12:00:00Z; default: not at all");
    add_max_depth(map, request->options);
    add_max_record_bytes(map, request->options, "longer lines");
    return {&map, [request] { return run(*request); }};
}

} // namespace dynabackup::tool
