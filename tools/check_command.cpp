#include "check_command.hpp"

#include "check.hpp"
#include "rule_names.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

/// Takes `--only` or `--disable`: the id of a rule, or a family of them.
void add_rules(CLI::App& app, std::string const& name, std::vector<std::string>& target,
               std::string const& help) {
    auto const take = [&target, name](std::vector<std::string> const& given) {
        for (auto const& chosen : given) {
            if (find_rules(chosen).empty()) throw CLI::ValidationError("--" + name, no_such_rule(chosen));
            target.push_back(chosen);
        }
    };
    app.add_option_function<std::vector<std::string>>("--" + name, take, help)
        ->option_text("RULE")
        ->allow_extra_args(false); // one at a time: what follows is a file
}

void take_shape(checker& target, std::string const& given) {
    target = checker_of(given);
    if (!target)
        throw CLI::ValidationError(
            "--shape", fmt::format("no shape is called '{}'{}", given, suggestion(given, shape_names())));
}

constexpr char const* examples =
    R"(Exit status: 0 nothing as bad as --fail-on was found; 1 something was; 2 wrong usage, or a file that cannot be
read (the other files are checked all the same).

Examples:
  dynabackup check dump.json                    one document, several, an array of them, or one a line
  aws dynamodb list-backups | dynabackup check  what the service or the AWS CLI prints
  dynabackup check --format ndjson backups/ | jq -r .rule | sort | uniq -c
                                                every .json, .ndjson and .jsonl file below a directory
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
    add_value(check, "shape", "SHAPE", "Read every document as this, e.g. DescribeBackupOutput",
              [request](std::string const& given) { take_shape(request->check, given); });
    add_rules(check, "disable", request->options.disable,
              "Do without a rule or a family, 'timestamp.*'; repeatable");
    add_rules(check, "only", request->options.only, "Apply this rule or family only; repeatable");
    add_count(check, "max-findings", request->max_findings, 0,
              "Print no more than N findings; all are counted");
    add_count(check, "max-depth", request->options.max_depth, 1,
              "How deep values may be nested; default: 1024");
    add_value(check, "summary", "FILE", "Write the counts as JSON; -: on standard error",
              [request](std::string const& given) { request->summary = given; });
    add_choice(check, "progress", request->progress,
               {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
               "A bar on standard error");
    add_color(check, request->color);

    return {&check, [request] { return run(*request); }};
}

} // namespace dynabackup::tool
