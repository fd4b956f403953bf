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
    ndjson, ///< one document a line
    pretty, ///< as the AWS command line prints: the page, or one document after another
};

/// The options of the command.
struct generate_request {
    shape_table const* shape = find_shape("ListBackupsOutput")->shape;
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

    /// Returns whether the output still takes text.
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

    /// Says why no text is made that breaks a rule.
    std::string why_not(rule const& r) const {
        if (needs_export(r))
            return fmt::format("{} compares the files of an export; one text cannot break it", r.id);
        if (!r.example.key.empty())
            return fmt::format("{} needs the key of the table; no text alone breaks it", r.id);
        return fmt::format(
            "{} cannot be broken in the edition {} without breaking another rule; choose another day "
            "by --edition",
            r.id, to_text(request_.options.edition));
    }

    bool write_broken() {
        auto const& r = *request_.broken;
        for (std::size_t i = 0; i < request_.records && goes_on(); ++i) {
            auto const made =
                testing::generate_invalid(r.id, testing::seed_of_part(request_.seed, i), request_.options);
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

/// Writes an export, and says on standard error what it is and what key its table has.
int write_export(generate_request const& request) {
    testing::export_options chosen;
    chosen.items = request.items;
    chosen.is_incremental = request.is_incremental;
    if (request.broken) chosen.broken_rule = request.broken->id;
    chosen.documents = request.options;
    auto const made = testing::generate_export(*request.folder, request.seed, chosen);
    if (!made.problem.empty()) {
        complain(made.problem);
        return cannot_run;
    }
    complain(fmt::format("{}: {} {} in {} files; the key is {}", *request.folder, request.items,
                         made.summary.export_from_time ? "changes" : "items", made.files, to_text(made.key)));
    return all_is_well;
}

/// Checks what depends on several options. Complains if it is wrong.
bool is_possible(generate_request const& request) {
    auto const* const r = request.broken;
    if (r && !r->in_force(request.options.edition)) {
        complain(fmt::format("{} is in force from {} on; --edition is {}", r->id, to_text(r->since),
                             to_text(request.options.edition)));
        return false;
    }
    if (request.layout == document_layout::page && !is_page(*request.shape)) {
        complain(fmt::format("{} is no page of backups; --layout is ndjson or pretty",
                             short_name(*request.shape)));
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
  --request     list.type-filter and the other rules that judge a response by its request: two lines for each, the
                request and its response, to be given to 'check' as two files
list.last-evaluated has two lines for each, too. Of dump.incomplete-listing one is found: each line but the last has a
page behind it.

--export writes a whole export into a folder, which stands for its bucket: data files, manifests and checksum files. The
exports of one seed are of one table, and may lie in one folder: with --incremental, the changes of the hours after the
full export, which fit it if that has as many items. Of eight changes four replace an item, two delete one, two add one.
--invalid breaks any rule of the families export, change and item; what 'check' needs to see it besides the folder:
  --key               item.key; standard error says the key
  --key, --history    item.key-twice
The compressed bytes depend on the library that compresses; all else is the same on every machine.

Exit status: 0 all is written; 2 wrong usage, or output that cannot be written.

Examples:
  dynabackup generate --records 1000000 --seed 7 > page.json
  dynabackup generate --shape DescribeBackupOutput --layout ndjson --records 1000 | dynabackup check
  dynabackup generate --invalid backup.system-expiry --records 3 | dynabackup check
  dynabackup generate --export exports/ --items 1000000 --seed 7
  dynabackup generate --export exports/ --items 50000 --seed 7 --incremental
  dynabackup generate --export broken/ --invalid export.item-count
)";

} // namespace

command add_generate(CLI::App& app) {
    auto& generate = add_command(app, "generate", "Generate documents: valid ones, or ones that break a rule",
                                 explanation);
    auto const request = std::make_shared<generate_request>();

    auto* const shape = add_value(
        generate, "shape", "SHAPE", "What to generate; default: ListBackupsOutput",
        [request](std::string const& given) { request->shape = require_shape(given, "--shape").shape; });
    auto* const records =
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
    exclude(invalid, {shape, layout}); // the rule says where it can be broken
    auto* const folder =
        add_value(generate, "export", "FOLDER", "Write a table export into this folder, and print nothing",
                  [request](std::string const& given) { request->folder = given; });
    exclude(folder, {shape, layout, records});
    need(add_count(generate, "items", request->items, 0,
                   "How many items the export has, or how many changes; default: 10"),
         folder);
    need(add_flag(generate, "incremental", request->is_incremental, "Export changes, not items"), folder);
    add_edition(generate, request->options.edition,
                "With the members and enumerators that were documented on that day, and by its rules");
    add_time(generate, "now", request->options.now,
             "What is there at that time: nothing is younger, what is AVAILABLE has not expired; default: "
             "2030-01-01T00:00:00Z");

    return {&generate, [request] {
                if (request->folder) return write_export(*request);
                return is_possible(*request) ? generate_run(*request).run() : static_cast<int>(cannot_run);
            }};
}

} // namespace dynabackup::tool
