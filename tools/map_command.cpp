#include <dynabackup/backup_view.hpp>
#include <dynabackup/dump/file.hpp>
#include <dynabackup/dump/record_visitor.hpp>
#include <dynabackup/dump/utf16.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/text_checker.hpp>
#include <dynabackup/write.hpp>

#include "backup_json.hpp"
#include "check_options.hpp"
#include "commands.hpp"
#include "json_writer.hpp"
#include "line_reader.hpp"
#include "output.hpp"
#include "shape_option.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::tool {

namespace {

/// The options of the command.
struct map_request {
    dynabackup::check_options options;
    shape_rules const* shape = nullptr;                 ///< of every document; null: as their members say
    std::optional<std::string_view backup_view::*> key; ///< before each line, with a tab; none: no key
    bool line_buffered = false;                         ///< each line is written at once
    bool data_errors_exit_zero = false;
};

/// Checks each line as a separate text. Only memory is reused.
class map_run final : finding_sink, record_visitor {
public:
    explicit map_run(map_request const& request)
        : request_(request), checker_(request.options, *this, this, request.shape), out_(STDOUT_FILENO) {}

    int run() {
        auto input = as_utf8(from_standard_input());
        std::string problem;
        auto source = input.open(problem);
        if (!source) return fail("standard input: " + problem);
        line_reader lines(std::move(source), request_.options.max_record_bytes);
        // Writes the answers so far before it waits for more lines: the sender may be waiting for them.
        while (auto const line = lines.next([this] { out_.flush(); })) {
            answer(*line);
            if (request_.line_buffered) out_.flush();
            else out_.flush_if_large();
            if (out_.error()) break;
        }
        out_.flush();
        if (out_.error() && !out_.closed()) return fail("standard output: " + reason_of(out_.error()));
        if (!lines.problem().empty()) return fail("standard input: " + lines.problem());
        return damaged_ && !request_.data_errors_exit_zero ? has_findings : all_is_well;
    }

private:
    static int fail(std::string_view why) {
        complain(why);
        return cannot_run;
    }

    void answer(line_reader::line const& line) {
        backups_.clear();
        findings_.clear();
        key_.clear();
        errors_ = false;
        any_ = false;
        summary counts;
        if (line.too_long) counts = refuse();
        else if (line.text.find_first_not_of(" \t\r") != line.text.npos) counts = checker_.check(line.text);
        bool const ok = counts.rejected == 0 && !errors_;
        damaged_ |= !ok;
        write(line, counts, ok);
    }

    /// Counts a line that is too long as one record, as `check` counts a record that is too large.
    summary refuse() {
        summary counts;
        counts.documents = counts.records = counts.rejected = 1;
        auto const& rule = reading::record_too_large;
        if (is_active(rule, request_.options))
            append(
                rule, rule.severity, std::size_t{0}, {}, 0,
                fmt::format("The line has more than {} bytes, and was skipped. Raise --max-record-bytes to "
                            "read it.",
                            request_.options.max_record_bytes));
        return counts;
    }

    void write(line_reader::line const& line, summary const& counts, bool ok) {
        auto& out = out_.buffer();
        if (request_.key) {
            if (!key_.empty()) out.append(key_, 1, key_.size() - 2); // without the quotes
            out += '\t';
        }
        out += '{';
        json_writer json(out);
        json("ok", ok)("bytes", line.bytes)("documents", counts.documents);
        json("records", counts.records)("rejected", counts.rejected);
        if (counts.items != 0) json("items", counts.items);
        json.open("shapes", '{');
        for (auto const& [name, n] : counts.shapes) json(name, n);
        out += R"(},"backups":[)";
        out += backups_;
        out += R"(],"findings":[)";
        out += findings_;
        out += "]}\n";
    }

    // ---- while a line is read ----

    void take(finding&& f) override { append(*f.rule, f.severity, f.record, f.path, f.offset, f.message); }

    void append(rule const& r, severity level, std::optional<std::size_t> record, std::string_view path,
                std::size_t offset, std::string_view message) {
        errors_ |= level == severity::error;
        json_writer json(findings_);
        json.open('{').key("record");
        if (record) json.value(*record);
        else json.null();
        json("rule", r.id)("severity", to_text(level))("path", path)("offset", offset)("message", message);
        json.close("}");
    }

    void visit(shape_table const& shape, void* record, record_position const& at,
               visit_info const& info) override {
        auto const v = view(shape, record, info.unreadable());
        if (!v) return; // an item of a table
        if (request_.key) {
            std::string key;
            append_json_string(key, (*v).*(*request_.key));
            if (std::exchange(any_, true) && key != key_) key.clear();
            key_ = std::move(key);
        }
        if (!backups_.empty()) backups_ += ',';
        backups_ += fmt::format(R"({{"record":{})", at.record);
        append_backup(backups_, *v);
        backups_ += '}';
    }
    bool restore(shape_table const&, void*) override { return true; } // `visit` does not change it

    map_request const& request_;
    text_checker checker_;
    output out_;
    bool damaged_ = false; ///< a line was not ok

    // Of the current line.
    std::string backups_, findings_; ///< as elements of lists
    std::string key_;  ///< the key of its backups, in quotes; empty: there is none, or they differ
    bool any_ = false; ///< a backup was seen
    bool errors_ = false;
};

constexpr char const* map_explanation =
    R"(Writes one line for each line that it reads, in the same order, whatever the line contains: a step for engines
that distribute lines. It reads line by line and keeps no state: the same line always gives the same answer.

  {"ok":true,"bytes":393,"documents":1,"records":1,"rejected":0,"shapes":{"BackupSummary":1},
   "backups":[{"record":0,"system":"aws","id":...,"name":...,"table":...,"region":...,"account":...,
   "created":"2026-01-05T00:00:00Z","expires":null,"size":1024,"status":"AVAILABLE","type":"USER"}],
   "findings":[{"record":0,"rule":...,"severity":"error","path":...,"offset":0,"message":...}]}

ok: nothing was rejected, and no finding is an error. A blank line has no document, and is ok. If a line holds a page,
all of its backups are in the list. For a line with items of a table, the member "items", after "rejected", has their
number; their findings are in the list, and 'stats' gives their other counts. With --key, the key of the line's
backups and a tab precede the object. The key is empty if there is none, or if the backups have different keys. Rules
that compare lines ('dump.*', 'lifecycle.*') do not apply.

Exit status: 0 every line is ok; 1 a line is not; 2 wrong usage, or a stream that failed. If the reader closes the
output, map ends quietly.

Examples:
  parallel --pipepart --block 64M -a dump.ndjson dynabackup map | dynabackup merge
  dynabackup map < dump.ndjson | jq -c 'select(.ok | not) | .findings[]'
  dynabackup map --key table --data-errors-exit-zero
                                                as the mapper of a shuffle by table
)";

} // namespace

command add_map(CLI::App& app) {
    auto& map =
        add_command(app, "map", "Answer each line of backups or items with one line, as a step for engines",
                    map_explanation);
    auto const request = std::make_shared<map_request>();
    using key = std::optional<std::string_view backup_view::*>;
    add_choice<key>(map, "key", request->key,
                    {{"table", &backup_view::table},
                     {"account", &backup_view::account},
                     {"region", &backup_view::region},
                     {"arn", &backup_view::id},
                     {"status", &backup_view::status},
                     {"type", &backup_view::type},
                     {"system", &backup_view::system}},
                    "Put this field of the line's backups and a tab before each object");
    add_flag(map, "line-buffered", request->line_buffered,
             "Write each line at once; default: after 64 KiB, or when no input is waiting");
    add_flag(map, "data-errors-exit-zero", request->data_errors_exit_zero,
             "Lines that are not ok do not change the exit status");
    add_edition(map, request->options.edition, "Check by the API as it was documented on that day");
    add_flag(map, "strict", request->options.strict, "Unknown members are errors, not notes");
    add_shape(map, request->shape);
    add_rule_choice(map, "disable", request->options.disable,
                    "Leave out this rule or family, such as 'timestamp.*'; repeatable");
    add_rule_choice(map, "only", request->options.only, "Apply only this rule or family; repeatable");
    add_time(map, "now", request->options.now,
             "Check expiries against this time, such as 2026-01-31T12:00:00Z; default: do not check them");
    add_spellings(map, request->options);
    add_max_depth(map, request->options);
    add_max_record_bytes(map, request->options, "longer lines");
    return {&map, [request] { return map_run(*request).run(); }};
}

} // namespace dynabackup::tool
