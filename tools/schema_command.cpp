#include <dynabackup/json_schema.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "shape_option.hpp"
#include "terminal.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

struct schema_request {
    shape_rules const* shape = nullptr;
    dynabackup::check_options options;
    severity least = severity::error;
};

constexpr char const* schema_examples = R"(Exit status: 0, or 2 if there is no such shape.

Examples:
  dynabackup schema ListBackupsOutput > list-backups.schema.json
  dynabackup schema CreateBackupInput --strict  unknown members are invalid
  dynabackup schema BackupSummary --edition 2018-08-06
                                                by the API as it was documented on that day
  dynabackup schema BackupDetails --disable enum.unknown-value
                                                values that a later API may add are valid

Shapes:
)";

} // namespace

command add_schema(CLI::App& app) {
    auto const request = std::make_shared<schema_request>();
    std::string footer = schema_examples;
    append_wrapped(footer, fmt::format("{}", fmt::join(shape_names(), " ")), 2, 100);
    auto& schema = add_command(app, "schema", "Print the JSON Schema (2020-12) of a shape", footer);
    add_argument(schema, "SHAPE", " ",
                 "The shape of the documents, such as DescribeBackupOutput; see the names below",
                 [request](std::string const& given) { request->shape = &require_shape(given); });
    add_edition(schema, request->options.edition, "Describe the API as it was documented on that day");
    add_flag(schema, "strict", request->options.strict, "Unknown members are invalid");
    add_choice(schema, "level", request->least,
               {{"error", severity::error}, {"warning", severity::warning}, {"note", severity::note}},
               "The lowest severity of findings of 'check' that makes a document invalid; default: error");
    add_rule_choice(schema, "disable", request->options.disable,
                    "Leave out this rule or family, such as 'timestamp.*'; repeatable");
    return {&schema,
            [request] { return print(json_schema_of(*request->shape, request->options, request->least)); }};
}

} // namespace dynabackup::tool
