#include "schema_command.hpp"

#include <dynabackup/json_schema.hpp>

#include "check_options.hpp"
#include "print.hpp"
#include "wrap.hpp"

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <memory>

namespace dynabackup::tool {

namespace {

struct schema_of_shape {
    std::string_view name;      ///< `BackupSummary`, or `clumio.Projection` where AWS has one, too
    std::string_view full_name; ///< `aws.BackupSummary`: understood as well
    std::string (*write)(options const&, severity);
};

template <class... Shapes>
constexpr auto make_table(boost::mp11::mp_list<Shapes...>) {
    return std::array{schema_of_shape{short_name<Shapes>, full_name<Shapes>, json_schema<Shapes>}...};
}

constexpr auto table = make_table(all_shapes{});

struct schema_request {
    std::string (*write)(options const&, severity) = nullptr;
    dynabackup::options options;
    severity least = severity::error;
};

void take_shape(schema_request& request, std::string const& given) {
    std::vector<std::string_view> names;
    names.reserve(table.size());
    for (auto const& known : table) {
        if (known.name == given || known.full_name == given) request.write = known.write;
        names.push_back(known.name);
    }
    if (!request.write)
        throw CLI::ValidationError(fmt::format("no shape is called '{}'{}", given, suggestion(given, names)));
}

/// The last part of the help: every name.
std::string all_names() {
    std::vector<std::string_view> names;
    names.reserve(table.size());
    for (auto const& known : table) names.push_back(known.name);
    return fmt::format("{}", fmt::join(names, " "));
}

constexpr char const* examples = R"(Exit status: 0, or 2 if there is no such shape.

Examples:
  dynabackup schema ListBackupsOutput > list-backups.schema.json
  dynabackup schema CreateBackupInput --strict  unknown members are invalid
  dynabackup schema BackupSummary --edition 2018-08-06
                                                as the API was documented on that day
  dynabackup schema BackupDetails --disable enum.unknown-value
                                                values that a later API may add are valid

Shapes:
)";

} // namespace

command add_schema(CLI::App& app) {
    auto& schema = *app.add_subcommand("schema", "Print the JSON Schema (2020-12) of a shape");
    auto const request = std::make_shared<schema_request>();
    std::string footer = examples;
    append_wrapped(footer, all_names(), 2, 100);
    schema.footer(footer);
    schema
        .add_option_function<std::string>(
            "SHAPE", [request](std::string const& given) { take_shape(*request, given); },
            "What the documents are, e.g. DescribeBackupOutput; the names stand below")
        ->option_text(" ")
        ->required();
    add_edition(schema, request->options.edition, "The API as it was documented on that day");
    schema.add_flag("--strict", request->options.strict, "Unknown members are invalid");
    add_choice(schema, "level", request->least,
               {{"error", severity::error}, {"warning", severity::warning}, {"note", severity::note}},
               "What is invalid: what 'check' calls an error, or a warning as well; default: error");
    add_rule_choice(schema, "disable", request->options.disable,
                    "Do without a rule or a family, 'timestamp.*'; repeatable");
    return {&schema, [request] { return print(request->write(request->options, request->least)); }};
}

} // namespace dynabackup::tool
