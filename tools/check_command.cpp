#include "check_command.hpp"

#include "check.hpp"
#include "check_options.hpp"
#include "rule_names.hpp"
#include "shape_option.hpp"

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace dynabackup::tool {

namespace {

void take_severity(std::vector<std::pair<std::string, severity>>& target, std::string const& given) {
    auto const equals = given.find('=');
    if (equals == given.npos)
        throw CLI::ValidationError("--severity", fmt::format("'{}' is not of the form RULE=error", given));
    auto const chosen = given.substr(0, equals), word = given.substr(equals + 1);
    require_rule("--severity", chosen);
    constexpr std::array levels{severity::error, severity::warning, severity::note};
    for (auto const level : levels)
        if (word == to_text(level)) return target.emplace_back(chosen, level), void();
    throw CLI::ValidationError("--severity", fmt::format("'{}' is none of error, warning, note{}", word,
                                                         suggestion(word, {"error", "warning", "note"})));
}

/// Seconds are read as times are: exactly, in any spelling of a JSON number.
void take_tolerance(std::chrono::nanoseconds& target, std::string const& given) {
    timestamp behind_epoch;
    auto const status = read_epoch_seconds(given.data(), given.data() + given.size(), behind_epoch);
    if (status != time_status::ok || behind_epoch < timestamp{})
        throw CLI::ValidationError("--expiry-tolerance",
                                   fmt::format("'{}' is no number of seconds from 0 on, such as 0.5", given));
    target = behind_epoch.time_since_epoch();
}

constexpr char const* examples =
    R"(Exit status: 0 nothing as bad as --fail-on was found; 1 something was; 2 wrong usage, or a file that cannot be
read (the other files are checked all the same).

Examples:
  dynabackup check dump.json                    one document, several, an array of them, or one a line
  aws dynamodb list-backups | dynabackup check  what the service or the AWS CLI prints
  dynabackup check --format ndjson backups/ | jq -r .rule | sort | uniq -c
                                                every .json, .ndjson and .jsonl file below a directory,
                                                also compressed by gzip or zstd (.gz, .zst)
  dynabackup check --edition 2018-08-06 old.json
                                                as the API was documented on that day
  dynabackup check --format sarif backups/ > findings.sarif
                                                for editors and for what shows findings in code reviews
  dynabackup check --fail-on warning --disable 'json.null-*' --summary counts.json dump.ndjson
  dynabackup check --shape CreateBackupInput request.json
)";

} // namespace

command add_check(CLI::App& app) {
    auto& check = *app.add_subcommand("check", "Check documents against what the API documents");
    auto const request = std::make_shared<check_request>();
    check.footer(examples);

    check
        .add_option("FILE", request->paths,
                    "Files, directories, or - for standard input; none: standard input")
        ->option_text("...");
    add_choice(check, "format", request->format,
               {{"text", finding_format::text},
                {"ndjson", finding_format::ndjson},
                {"sarif", finding_format::sarif}},
               "How findings are written: for people, as one JSON object a line, or as SARIF 2.1.0");
    add_edition(check, request->options.edition, "The API as it was documented on that day");
    add_choice<std::optional<severity>>(check, "fail-on", request->fail_on,
                                        {{"error", severity::error},
                                         {"warning", severity::warning},
                                         {"note", severity::note},
                                         {"never", std::nullopt}},
                                        "What makes the exit status 1; default: error");
    check.add_flag("--strict", request->options.strict, "Unknown members are errors, not notes");
    add_shape(check, request->kind);
    add_rule_choice(check, "disable", request->options.disable,
                    "Do without a rule or a family, 'timestamp.*'; repeatable");
    add_rule_choice(check, "only", request->options.only, "Apply this rule or family only; repeatable");
    add_repeatable(
        check, "--severity", "RULE=LEVEL",
        "Another severity for a rule or a family: error, warning or note; repeatable",
        [request](std::string const& given) { take_severity(request->options.severities, given); });
    add_time(check, "now", request->options.now,
             "Judge expiries at that time, 2026-01-31T12:00:00Z; default: not at all");
    add_value(
        check, "expiry-tolerance", "SECONDS", "How far off the expiry of a SYSTEM backup may be; default: 1",
        [request](std::string const& given) { take_tolerance(request->options.expiry_tolerance, given); });
    check.add_flag(
        "--history", request->options.history,
        "Compare the records of one backup over all files, with one thread; memory: about 100 bytes a "
        "backup");
    add_count(check, "jobs", request->jobs, 1, "How many threads read; default: as many as there are cores");
    add_count(check, "max-findings", request->max_findings, 0,
              "Print no more than N findings; all are counted");
    add_max_depth(check, request->options);
    add_max_record_bytes(
        check, request->options, "larger records",
        ". Memory for a large record: its size, two to ten times; 25 times if it is nothing but open "
        "brackets");
    add_value(check, "summary", "FILE", "Write the counts as JSON; -: on standard error",
              [request](std::string const& given) { request->summary = given; });
    add_choice(check, "progress", request->progress,
               {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
               "A bar on standard error");
    add_color(check, request->color);

    return {&check, [request] { return run(*request); }};
}

} // namespace dynabackup::tool
