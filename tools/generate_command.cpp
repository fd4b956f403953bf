#include <dynabackup/model/rule.hpp>
#include <dynabackup/systems.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/testing/generate_export.hpp>
#include <dynabackup/testing/generate_invalid.hpp>
#include <dynabackup/testing/generate_options.hpp>

#include "commands.hpp"
#include "document_joiner.hpp"
#include "output.hpp"
#include "pages.hpp"
#include "rule_names.hpp"
#include "shape_option.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace dynabackup::tool {

namespace {

enum class document_layout : unsigned char {
    page,   ///< one page with all records
    ndjson, ///< one document per line
    pretty, ///< as the AWS command line prints: the page, or one document after another
};

/// The options of the command.
struct generate_request {
    shape_table const* shape = find_shape("ListBackupsOutput")->shape;
    bool names_shape = false;     ///< --shape was given
    rule const* broken = nullptr; ///< the rule that each document violates; null: the documents are valid
    std::size_t records = 10;
    std::uint64_t seed = 0;
    std::optional<document_layout> layout; ///< none: page for a page, else ndjson
    testing::generate_options options;
    std::optional<std::string> folder; ///< where to write an export; none: documents are printed
    std::uint64_t items = 10;          ///< of the export
    bool is_incremental = false;
};

class generate_run {
public:
    explicit generate_run(generate_request const& request)
        : request_(request), generator_(request.seed, request.options), out_(STDOUT_FILENO) {}

    int run() {
        if (request_.broken) {
            if (!write_broken()) return cannot_run;
        } else if (layout() != document_layout::ndjson && is_page_) {
            write_page();
        } else {
            write_documents();
        }
        out_.flush();
        if (!out_.error() || out_.closed()) return all_is_well;
        complain("standard output: " + reason_of(out_.error()));
        return cannot_run;
    }

private:
    document_layout layout() const {
        return request_.layout.value_or(is_page_ ? document_layout::page : document_layout::ndjson);
    }

    /// In the pretty layout, Clumio's documents are indented like those of the AWS command line.
    format spelling() const {
        return layout() == document_layout::pretty ? format::aws_cli : format::aws_wire;
    }

    /// Returns whether the output can still be written.
    bool goes_on() {
        out_.flush_if_large();
        return !out_.error();
    }

    void write_page() {
        piece const element{piece_kind::element, request_.shape};
        auto const depth = depth_of_records(*request_.shape);
        document_joiner joiner(spelling());
        std::string record;
        for (std::size_t i = 0; i < request_.records && goes_on(); ++i) {
            record.clear();
            generator_.append(record, *request_.shape->record, spelling(), depth);
            joiner.take(out_.buffer(), element, record);
        }
        joiner.end(out_.buffer());
        if (layout() == document_layout::page) out_.buffer() += '\n';
    }

    void write_documents() {
        for (std::size_t i = 0; i < request_.records && goes_on(); ++i) {
            generator_.restart(testing::seed_of_part(request_.seed, i));
            generator_.append(out_.buffer(), *request_.shape, spelling());
            out_.buffer() += '\n';
        }
    }

    /// Returns the reason why no text is generated that violates a rule.
    std::string why_not(rule const& r) const {
        if (request_.names_shape)
            if (auto const other = invalid(r, 0, {}))
                return fmt::format(
                    "documents that violate {} are not generated for {}, but for {} and others; "
                    "leave out --shape",
                    r.id, short_name(*request_.shape), other->shape);
        if (needs_export(r))
            return fmt::format("{} compares the files of an export; a single text cannot violate it", r.id);
        if (!r.example.key.empty())
            return fmt::format("{} needs the key of the table; a text alone cannot violate it", r.id);
        return fmt::format(
            "{} cannot be violated in the edition {} without violating another rule; choose another day "
            "with --edition",
            r.id, to_text(request_.options.edition));
    }

    /// Generates document `i`, which violates a rule. An empty shape: any that can violate it.
    std::optional<testing::invalid_text> invalid(rule const& r, std::size_t i,
                                                 std::string const& shape) const {
        auto chosen = request_.options;
        chosen.shape = shape;
        return testing::generate_invalid(r.id, testing::seed_of_part(request_.seed, i), chosen);
    }

    bool write_broken() {
        auto const& r = *request_.broken;
        for (std::size_t i = 0; i < request_.records && goes_on(); ++i) {
            auto const made =
                invalid(r, i, request_.names_shape ? short_name(*request_.shape) : std::string());
            if (!made) {
                complain(why_not(r));
                return false;
            }
            (out_.buffer() += made->text) += '\n';
        }
        return true;
    }

    generate_request const& request_;
    bool const is_page_ = is_page(*request_.shape);
    testing::generator generator_;
    output out_;
};

void take_rule(generate_request& request, std::string const& given) {
    auto const found = find_rules(given);
    if (found.empty()) refuse("--invalid", no_such_rule(given));
    if (found.size() > 1 || found[0]->id != given)
        refuse("--invalid", fmt::format("'{}' is a family; name one rule", given));
    request.broken = found[0];
}

/// Writes an export. Reports on standard error what it contains and the key of its table.
int write_export(generate_request const& request) {
    testing::export_options chosen;
    chosen.items = request.items;
    chosen.is_incremental = request.is_incremental;
    if (request.broken) chosen.violated_rule = request.broken->id;
    chosen.documents = request.options;
    auto const made = testing::generate_export(*request.folder, request.seed, chosen);
    if (!made.problem.empty()) {
        complain(made.problem);
        return cannot_run;
    }
    complain(fmt::format("{}: {} {}{} in {} file{}; the key is {}", *request.folder, request.items,
                         made.summary.export_from_time ? "change" : "item", request.items == 1 ? "" : "s",
                         made.files, made.files == 1 ? "" : "s", to_text(made.key)));
    return all_is_well;
}

/// Checks the options against each other. Complains if they contradict.
bool is_possible(generate_request const& request) {
    auto const* const r = request.broken;
    if (r && !r->in_force(request.options.edition)) {
        complain(fmt::format("{} is in force from {} on, but --edition is {}", r->id, to_text(r->since),
                             to_text(request.options.edition)));
        return false;
    }
    if (request.layout == document_layout::page && !is_page(*request.shape)) {
        complain(fmt::format("{} is not a page of backups; use --layout ndjson or pretty",
                             short_name(*request.shape)));
        return false;
    }
    return true;
}

constexpr char const* generate_explanation =
    R"(Layouts:
  page    One page that holds all backups, without white space, as the service sends it. This is the default for
          ListBackupsOutput and Clumio's DynamoDBTableBackupList. All backups are of one account. Memory does not
          grow with the page.
  ndjson  One document per line. This is the default for every other shape. Each document is of a different account.
  pretty  The output of 'aws dynamodb ... --output json': the page, or one document after another.

The output depends only on the options, and is the same on every machine. 'dynabackup check --history --now
2030-01-01T00:00:00Z' (or the time given to --now), with the same --edition, has no finding in it, unless --invalid
names a rule: then each line violates that rule once, and no other rule. The documents are of shapes that can violate
the rule, or of the one that --shape names. For some rules, 'check' needs options to find the violation.
  --now           backup.expired
  --history       lifecycle.*: two lines per violation, both of them records of one backup
  --names exact   json.misspelled-member
  --times any     document.times
  --request       list.type-filter and the other rules that check a response against its request: two lines per
                  violation, the request and its response, which 'check' takes as two files
list.last-evaluated also has two lines per violation. dump.incomplete-listing is found only once: a page follows each
line except the last.

--export writes a whole export into a folder, which represents its bucket: data files, manifests and checksum files.
The exports of one seed are of one table, and may be in one folder. With --incremental, the changes are those of the
hours after the full export; they fit it if both have the same number of --items. Of every eight changes, four replace
an item, two delete an item, and two add an item. --invalid can violate any rule of the families export, change and
item. In addition to the folder, 'check' needs these options to find the violation.
  --key               item.key; the key is printed on standard error
  --key, --history    item.key-twice
The compressed bytes depend on the compression library; everything else is the same on every machine.

Exit status: 0 everything was written; 2 wrong usage, or output that cannot be written.

Examples:
  dynabackup generate --records 1000000 --seed 7 > page.json
  dynabackup generate --shape DescribeBackupOutput --layout ndjson --records 1000 | dynabackup check
  dynabackup generate --invalid backup.system-expiry --records 3 | dynabackup check
  dynabackup generate --shape DescribeBackupOutput --invalid json.wrong-type --records 3 | dynabackup check
  dynabackup generate --export exports/ --items 1000000 --seed 7
  dynabackup generate --export exports/ --items 50000 --seed 7 --incremental
  dynabackup generate --export broken/ --invalid export.item-count
)";

} // namespace

command add_generate(CLI::App& app) {
    auto& generate = add_command(app, "generate", "Generate documents that are valid or violate a rule",
                                 generate_explanation);
    auto const request = std::make_shared<generate_request>();

    auto* const shape = add_value(
        generate, "shape", "SHAPE",
        "The shape to generate; default: ListBackupsOutput, or with --invalid one that can violate the rule",
        [request](std::string const& given) {
            request->shape = require_shape(given, "--shape").shape;
            request->names_shape = true;
        });
    auto* const records = add_count(generate, "records", request->records, 1,
                                    "Number of backups in the page, or of documents; default: 10");
    add_count(generate, "seed", request->seed, 0, "Different seeds generate different dumps; default: 0");
    auto* const invalid =
        add_value(generate, "invalid", "RULE", "Violate this rule, and no other, in each document",
                  [request](std::string const& given) { take_rule(*request, given); });
    auto* const layout = add_choice<std::optional<document_layout>>(generate, "layout", request->layout,
                                                                    {{"page", document_layout::page},
                                                                     {"ndjson", document_layout::ndjson},
                                                                     {"pretty", document_layout::pretty}},
                                                                    "The layout of the output");
    exclude(invalid, {layout}); // a violation may be one of white space, or take two lines
    auto* const folder =
        add_value(generate, "export", "FOLDER", "Write a table export into this folder, and print nothing",
                  [request](std::string const& given) { request->folder = given; });
    exclude(folder, {shape, layout, records});
    need(add_count(generate, "items", request->items, 0,
                   "Number of items or changes in the export; default: 10"),
         folder);
    need(add_flag(generate, "incremental", request->is_incremental, "Export changes, not items"), folder);
    add_edition(generate, request->options.edition,
                "Generate the members and enumerators that were documented on that day, by its rules");
    add_time(generate, "now", request->options.now,
             "Generate the state at this time: nothing is younger, and no AVAILABLE backup has expired; "
             "default: 2030-01-01T00:00:00Z");

    return {&generate, [request] {
                if (request->folder) return write_export(*request);
                return is_possible(*request) ? generate_run(*request).run() : static_cast<int>(cannot_run);
            }};
}

} // namespace dynabackup::tool
