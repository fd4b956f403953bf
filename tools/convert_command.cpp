#include <dynabackup/aws/plain_items.hpp>
#include <dynabackup/dump/file.hpp>
#include <dynabackup/rules/items.hpp>
#include <dynabackup/rules/reading.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "conversion.hpp"
#include "document_joiner.hpp"
#include "escaped_text.hpp"
#include "item_columns.hpp"
#include "output_file.hpp"
#include "plain_lines.hpp"
#include "shape_option.hpp"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dynabackup::tool {

namespace {

/// What the command writes.
enum class written : unsigned char { wire, cli, ndjson, csv, plain, dynamodb, types };

/// The options of the command. `output` is a file; `-` is standard output.
struct convert_request : conversion_request {
    convert_request() { output = "-"; }
    std::optional<written> to;
    std::vector<std::string> columns; ///< of CSV; empty: all attributes
    std::string types;                ///< a file with the types that plain JSON does not show
};

/// Returns the names between commas.
std::vector<std::string> names_in(std::string_view given) {
    std::vector<std::string> names;
    for (;;) {
        auto const comma = given.find(',');
        if (comma != 0 && !given.empty()) names.emplace_back(given.substr(0, comma));
        if (comma == given.npos) return names;
        given.remove_prefix(comma + 1);
    }
}

/// Is thrown when nothing more can be written, for a reason that has been or will be reported.
struct cannot_write {};

/// Returns whether the number of a finding fits a signed 64-bit number. Such a number only violates a limit, and is
/// written.
bool fits_member(finding const& found) {
    if (!found.value) return false;
    auto const number = std::strtold(found.value->c_str(), nullptr);
    return number >= -0x1p63L && number < 0x1p63L;
}

class convert_run final : conversion {
public:
    explicit convert_run(convert_request const& request)
        : conversion(request), asked_(request), file_(request.output), out_(file_.fd()),
          visible_(is_terminal(file_.fd())),
          joiner_(request.to == written::cli ? format::aws_cli : format::aws_wire) {}

    int run() {
        if (!read_types() || !open_output()) return cannot_run;
        try {
            convert();
        } catch (cannot_write) {}
        progress_.end();
        out_.flush();
        int const closed = file_.close();
        int const error = out_.error() ? out_.error() : closed;
        if (error && !out_.closed())
            complain(fmt::format("{}: {}; the output is incomplete", file_.name(), reason_of(error)));
        else if (!error) report_losses();
        return error || unreadable_ ? cannot_run : damaged_ ? has_findings : all_is_well;
    }

private:
    bool open_output() {
        if (!file_.error() && file_.is_one_of(inputs_.all)) {
            complain(fmt::format("{} is one of the inputs; write to another file", file_.name()));
            return false;
        }
        int const error = file_.error() ? file_.error() : file_.clear();
        if (error) complain(fmt::format("{}: {}", file_.name(), reason_of(error)));
        return error == 0;
    }

    /// Reads the key and the file of types. If the file is invalid, reports that and returns false.
    bool read_types() {
        if (auto const& key = request_.options.key) {
            path_node const whole_item;
            auto const add = [&](key_attribute const& part) {
                auto const path = to_pointer({&whole_item, std::string_view(part.name)});
                types_.add(path, *aws::attribute_type_of({&part.type, 1}));
            };
            add(key->partition);
            if (key->sort) add(*key->sort);
        }
        if (asked_.types.empty()) return true;
        std::string problem;
        auto const text = read_input(from_file(asked_.types), problem);
        if (problem.empty())
            if (auto const wrong = types_.read(text))
                problem = wrong->path.empty() ? wrong->message : wrong->path + ": " + wrong->message;
        if (!problem.empty()) complain_of(asked_.types, problem, false);
        return problem.empty();
    }

    void convert() {
        switch (*asked_.to) {
        case written::plain: return convert_records(target::plain);
        case written::dynamodb: return convert_plain_items();
        case written::types: return write_types();
        case written::csv: return convert_to_csv();
        case written::ndjson: return convert_records(target::ndjson);
        case written::cli: return convert_records(target::cli);
        case written::wire: return convert_records(target::wire);
        }
    }

    void convert_records(target to) {
        read(converted_records(to, &columns_), losses);
        joiner_.end(buffer());
        if (visible_ && to == target::wire && !buffer().empty()) buffer() += '\n';
        flush();
    }

    void convert_to_csv() {
        is_table_of_items_ =
            !asked_.columns.empty() || find_first_record(inputs_.all, request_.options) == first_record::item;
        if (!is_table_of_items_) {
            buffer() += csv_header;
            return convert_records(target::csv);
        }
        columns_ = asked_.columns.empty() ? find_columns(inputs_.all, options_for(losses)) : asked_.columns;
        inputs_.read->store(0);
        append_item_header(buffer(), columns_);
        convert_records(target::item_csv);
    }

    static void add_images(aws::plain_types& to, table_export::ExportedItem const& line) {
        to.add(line.item);
    }
    static void add_images(aws::plain_types& to, table_export::ExportedChange const& line) {
        to.add(line.keys);
        if (line.old_image) to.add(*line.old_image);
        if (line.new_image) to.add(*line.new_image);
    }

    void write_types() {
        using line = std::variant<table_export::ExportedItem, table_export::ExportedChange>;
        auto const all = reduce_records<line, aws::plain_types>(
            inputs_.all,
            [](aws::plain_types& to, line const& item) {
                std::visit([&](auto const& one) { add_images(to, one); }, item);
            },
            [](aws::plain_types& to, aws::plain_types const& part) { to.merge(part); }, options_for(losses),
            this);
        buffer() += all.to_json();
        flush();
        for (auto const& path : all.ambiguous())
            complain(fmt::format(
                "warning: {}: has values of several types that plain JSON does not distinguish", path));
    }

    /// Converts each line of plain JSON to a line of an export.
    void convert_plain_items() {
        plain_lines lines(types_, request_.options);
        for (auto const& input : inputs_.all) {
            begin(input.name);
            std::string failure;
            auto const wait = [this] { progress_.advance(inputs_.read->load()); };
            lines.read(
                input, wait, failure,
                [this](std::string_view item) {
                    buffer() += item;
                    if (buffer().size() >= large) flush();
                },
                [this](finding&& found) { take(std::move(found)); });
            if (!failure.empty()) problem(input.name, failure);
        }
        flush();
    }

    void write(converted_records const& records) override {
        records.for_each([this](piece what, std::string_view text) {
            untold_ += what.untold;
            if (what.kind == piece_kind::item) {
                leave_item_out();
            } else if (what.kind == piece_kind::recordless) {
                ++recordless_;
            } else {
                has_line_ = true;
                joiner_.take(buffer(), what, text);
            }
            if (buffer().size() >= large) flush();
        });
        flush();
    }

    /// Counts an item in a table of backups. If it comes before all backups, the input can be read only once, and
    /// find_first_record has not looked at it.
    void leave_item_out() {
        if (has_line_) {
            ++recordless_;
            return;
        }
        complain("the input has items, whose columns must be known before it is read; name them with "
                 "--columns, or "
                 "convert a file");
        unreadable_ = true;
        buffer().clear();
        throw cannot_write{};
    }

    bool is_loss(finding const& found) override {
        if (found.rule == &reading::unknown_member) return ++unknown_, false;
        return found.rule != &reading::out_of_range || !fits_member(found);
    }

    /// Returns the buffer of the output. Text for a terminal is escaped later.
    std::string& buffer() { return visible_ ? unseen_ : out_.buffer(); }

    void flush() {
        if (visible_) {
            progress_.hide();
            if (asked_.to == written::csv) append_visible_csv(out_.buffer(), unseen_);
            else append_visible_json(out_.buffer(), unseen_);
            unseen_.clear();
        }
        out_.flush();
        if (out_.error()) throw cannot_write{};
    }

    /// Reports the losses that have no finding.
    void report_losses() const {
        if (unknown_)
            complain(
                fmt::format("{} that the model does not know {} left out; 'dynabackup check' shows where",
                            unknown_ == 1 ? "1 member" : fmt::format("{} members", unknown_),
                            unknown_ == 1 ? "was" : "were"));
        bool const plain = asked_.to == written::plain;
        if (untold_)
            complain(fmt::format(
                "{} written without {}: {}",
                untold_ == 1 ? "1 value is" : fmt::format("{} values are", untold_),
                untold_ == 1 ? "its type" : "their types",
                plain ? "sets as arrays, binary values and invalid numbers as strings; 'convert --to types' "
                        "writes a file with which they can be read back"
                      : "maps, lists and sets as JSON, binary values as base64, invalid numbers as they are, "
                        "NULL as nothing"));
        report_recordless(plain || is_table_of_items_ ? "item" : "backup");
    }

    static constexpr std::size_t large = 1 << 16;
    /// The rules about data that cannot be read and is not written.
    static constexpr std::array losses{&reading::syntax,
                                       &reading::depth,
                                       &reading::wrong_type,
                                       &reading::duplicate_member,
                                       &reading::unknown_member,
                                       &reading::misspelled_member,
                                       &reading::unrecognized,
                                       &reading::record_too_large,
                                       &reading::not_integer,
                                       &reading::out_of_range,
                                       &reading::time_format,
                                       &reading::time_out_of_range,
                                       &item::attribute_type,
                                       &item::null,
                                       &item::depth,
                                       &dump::incomplete_listing};

    convert_request const& asked_;
    output_file file_;
    output out_;
    bool const visible_; ///< on a terminal
    std::string unseen_;
    document_joiner joiner_;
    std::vector<std::string> columns_; ///< of a table of items
    aws::plain_types types_;
    bool is_table_of_items_ = false;
    std::size_t unknown_ = 0; ///< members
    std::size_t untold_ = 0;  ///< values whose types are not shown
    bool has_line_ = false;   ///< something has been written
};

constexpr char const* convert_explanation =
    R"(Formats:
  wire    The bytes that the service sends: no white space, members in the order of their names, times as
          1.70805524557E9 (Clumio: RFC 3339). Several documents are written one per line, without a line break
          after the last one.
  cli     The output of 'aws dynamodb ... --output json': four spaces per level, members in the documented order,
          times as 2024-02-16T03:45:45.570000+00:00, to the microsecond.
  ndjson  One backup per line, as in 'wire': a summary, a description, details, or a resource of Clumio.
  csv     One backup per line (RFC 4180), with the same columns for all systems and times as RFC 3339, in UTC. A
          cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line break) gets an
          apostrophe before it.

Formats for items and changes of table exports:
  plain   One item per line, as JSON without types: {"pk":"order#1","total":12.50}. Numbers keep every digit. Sets
          become arrays, and binary values become strings of base64. Changes keep their members.
  dynamodb
          The reverse of plain: each line of plain JSON becomes a line of an export, {"Item":{...}}, or a change if it
          has the members of one. --types and --key define which values are binary or sets; all others become S, N,
          BOOL, NULL, L and M.
  types   The types that plain JSON does not show: the file for --types, as {"/photo":"B","/lines/*/tags":"SS"}.
  csv     One item per line, with its attributes as columns: those of --columns, or all of them, sorted by name.
          Without --columns, the inputs are read twice, and cannot be standard input or a pipe. Maps, lists and sets
          are written as JSON. A change has the attributes of the new item, or of the key of a deleted item. The
          columns $written and $change have its time, in microseconds, and put or delete.
  ndjson  The lines as they are; those in Amazon Ion as DynamoDB JSON.

In wire and cli, consecutive pages and separate summaries become one list. The list has LastEvaluatedBackupArn
(Clumio: a link to the next page) only if the last page has it, because more backups follow. Any other document ends
the list, and is written on its own. In ndjson and csv, documents without a backup, such as requests and errors, are
left out; their number is reported on standard error.

Data that cannot be read is reported on standard error and not written: a damaged record, or a member of another type.
Members that the model does not know are left out, and their number is reported. The rules of the API are not applied;
'dynabackup check' applies them.

Exit status: 0 everything was converted; 1 something was damaged, and the rest was written; 2 wrong usage, a file that
cannot be read (the others are converted), or output that cannot be written.

Examples:
  dynabackup convert --to ndjson backups/ | jq -r .BackupName
  dynabackup convert --to csv --output backups.csv dump.json.gz
  aws dynamodb list-backups | dynabackup convert --to wire > fixture.json
  dynabackup convert --to plain export/ | jq .total
  dynabackup convert --to csv --columns pk,total export/ > orders.csv
  dynabackup convert --to types export/ > types.json
  dynabackup convert --to dynamodb --types types.json orders.ndjson
)";

} // namespace

command add_convert(CLI::App& app) {
    auto& convert = add_command(app, "convert", "Write documents in another format", convert_explanation);
    auto const request = std::make_shared<convert_request>();

    add_files(convert, request->paths);
    require(add_choice<std::optional<written>>(convert, "to", request->to,
                                               {{"wire", written::wire},
                                                {"cli", written::cli},
                                                {"ndjson", written::ndjson},
                                                {"csv", written::csv},
                                                {"plain", written::plain},
                                                {"dynamodb", written::dynamodb},
                                                {"types", written::types}},
                                               "The format to write"));
    add_value(convert, "output", "FILE",
              "Write to this file, not to standard output; it must not be one of the inputs",
              [request](std::string const& given) { request->output = given; });
    add_value(convert, "columns", "A,B,C", "The attributes of items that are the columns of CSV",
              [request](std::string const& given) { request->columns = names_in(given); });
    add_value(convert, "types", "FILE", "The types that plain JSON does not show, as --to types writes them",
              [request](std::string const& given) { request->types = given; });
    add_key(convert, request->options.key,
            "The key of the table, with the types: pk:S or pk:S,sk:B; for --to dynamodb");
    add_edition(convert, request->options.edition,
                "Write the API as it was documented on that day, without members that were added later");
    add_shape(convert, request->shape);
    add_jobs(convert, request->jobs);
    add_spellings(convert, request->options);
    add_allow_empty(convert, request->options);
    add_max_depth(convert, request->options);
    add_max_record_bytes(convert, request->options);
    add_progress(convert, request->progress);
    add_color(convert, request->color);

    return {&convert, [request] { return convert_run(*request).run(); }};
}

} // namespace dynabackup::tool
