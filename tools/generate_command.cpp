#include "generate_command.hpp"

#include "exit_status.hpp"
#include "generate.hpp"
#include "output.hpp"
#include "rule_names.hpp"
#include "shapes.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

void take_shape(generate_request& request, std::string const& given) {
    request.shape = find_maker(given);
    if (!request.shape) refuse_shape(given);
}

void take_rule(generate_request& request, std::string const& given) {
    auto const found = find_rules(given);
    if (found.empty()) throw CLI::ValidationError("--invalid", no_such_rule(given));
    if (found.size() > 1 || found[0]->id != given)
        throw CLI::ValidationError("--invalid", fmt::format("'{}' is a family; name one rule", given));
    request.broken = found[0];
}

/// What only all options together show to be wrong.
bool is_possible(generate_request const& request) {
    auto const* const r = request.broken;
    if (r && !r->in_force(request.options.edition)) {
        complain(fmt::format("{} is in force from {} on; --edition is {}", r->id, to_text(r->since),
                             to_text(request.options.edition)));
        return false;
    }
    if (request.layout == document_layout::page && !request.shape->make_record) {
        complain(fmt::format("{} is no page of backups; --layout is ndjson or pretty", request.shape->name));
        return false;
    }
    return true;
}

constexpr char const* explanation =
    R"(Layouts:
  page    One page that holds all backups, without white space, as the service sends it: what ListBackupsOutput and
          Clumio's DynamoDBTableBackupList are by default. All backups are of one account. Memory does not grow with it.
  ndjson  One document a line; so every other shape is by default. Each document is of an account of its own.
  pretty  What 'aws dynamodb ... --output json' prints: the page, or one document after another.

What is generated depends on nothing but the options, and is the same on every machine. It has no finding at all with
'dynabackup check --now 2030-01-01T00:00:00Z --history' (or what --now says) in the same --edition, unless --invalid names
a rule: then each line breaks that rule once, and no other. What 'check' needs to see it:
  --now         backup.expired
  --history     lifecycle.*: two lines for each, both records of one backup
  the library   list.type-filter and the other rules that judge a response by its request: two lines for each, the
                request and its response
list.last-evaluated has two lines for each, too. Of dump.incomplete-listing one is found: each line but the last has a
page behind it.

Exit status: 0 all is written; 2 wrong usage, or output that cannot be written.

Examples:
  dynabackup generate --records 1000000 --seed 7 > page.json
  dynabackup generate --shape DescribeBackupOutput --layout ndjson --records 1000 | dynabackup check
  dynabackup generate --invalid backup.system-expiry --records 3 | dynabackup check
)";

} // namespace

command add_generate(CLI::App& app) {
    auto& generate = *app.add_subcommand("generate", "Make up documents, valid ones or such as break a rule");
    auto const request = std::make_shared<generate_request>();
    generate.footer(explanation);

    auto* const shape = add_value(generate, "shape", "SHAPE", "What to generate; default: ListBackupsOutput",
                                  [request](std::string const& given) { take_shape(*request, given); });
    add_count(generate, "records", request->records, 1,
              "How many backups the page holds, or how many documents there are; default: 10");
    add_count(generate, "seed", request->seed, 0, "What makes one dump differ from another; default: 0");
    auto* const invalid =
        add_value(generate, "invalid", "RULE", "Break this rule in each document, and no other",
                  [request](std::string const& given) { take_rule(*request, given); });
    auto* const layout = add_choice<std::optional<document_layout>>(generate, "layout", request->layout,
                                                                    {{"page", document_layout::page},
                                                                     {"ndjson", document_layout::ndjson},
                                                                     {"pretty", document_layout::pretty}},
                                                                    "How it is laid out");
    invalid->excludes(shape)->excludes(layout); // the rule says where it can be broken
    add_edition(generate, request->options.edition,
                "With the members and enumerators that were documented on that day, and by its rules");
    add_time(generate, "now", request->options.now,
             "What is there at that time: nothing is younger, what is AVAILABLE has not expired; default: "
             "2030-01-01T00:00:00Z");

    return {&generate,
            [request] { return is_possible(*request) ? run(*request) : static_cast<int>(cannot_run); }};
}

} // namespace dynabackup::tool
