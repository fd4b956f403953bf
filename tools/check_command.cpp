#include <dynabackup/dump.hpp>
#include <dynabackup/dump/decompressed.hpp>
#include <dynabackup/dump/file.hpp>
#include <dynabackup/dump/utf16.hpp>
#include <dynabackup/exchange_documents.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/table_export/check_export.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "finding_output.hpp"
#include "input.hpp"
#include "ndjson_output.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "rule_names.hpp"
#include "sarif_output.hpp"
#include "shape_option.hpp"
#include "summary_output.hpp"
#include "terminal.hpp"
#include "text_output.hpp"

#include <fcntl.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dynabackup::tool {

namespace {

enum class finding_format : unsigned char { text, ndjson, sarif };

/// The options of the command.
struct check_request {
    std::vector<std::string> paths;
    dynabackup::check_options options;
    shape_rules const* shape = nullptr; ///< of every document; null: as their members say
    finding_format format = finding_format::text;
    std::optional<severity> fail_on = severity::error; ///< none: never
    std::size_t max_findings = std::numeric_limits<std::size_t>::max();
    std::size_t jobs = 0; ///< threads; 0: one for each core
    std::string request;  ///< the file with the request of the responses; empty: there is none
    std::string summary;  ///< a file; `-` is standard error; empty: none
    when progress = when::automatic;
    when color = when::automatic;
};

/// Is thrown when the output can no longer be written.
struct output_lost {};

std::unique_ptr<finding_output> make_output(check_request const& request) {
    if (request.format == finding_format::ndjson) return std::make_unique<ndjson_output>();
    if (request.format == finding_format::sarif) return std::make_unique<sarif_output>();
    return std::make_unique<text_output>(wants_color(request.color, STDOUT_FILENO),
                                         screen_width(STDOUT_FILENO));
}

class check_run final : dump_sink {
public:
    explicit check_run(check_request const& request)
        : request_(request), out_(STDOUT_FILENO), findings_(make_output(request)),
          inputs_(find_export_inputs(
              request.paths, [this](auto name, auto reason, bool warning) { report(name, reason, warning); },
              request.options.allow_empty)),
          progress_(request.progress, inputs_.size, start_) {}

    int run() {
        auto chosen = request_.options;
        chosen.excerpt_bytes = findings_->excerpt_bytes();
        try {
            if (!request_.request.empty()) check_exchanges(chosen);
            else
                all_.counts = table_export::check_export(inputs_.all, *this,
                                                         {.check = std::move(chosen),
                                                          .jobs = thread_count(request_.jobs),
                                                          .shape = request_.shape},
                                                         inputs_.read.get());
        } catch (output_lost) {}
        progress_.end();
        out_.flush();
        bool const written = write_summary();
        all_.status = all_.unreadable || !written ? cannot_run : worst_ ? has_findings : all_is_well;
        findings_->end(out_.buffer(), finished());
        out_.flush();
        if (!out_.error() || out_.closed()) return all_.status;
        complain("standard output: " + reason_of(out_.error()));
        return cannot_run;
    }

private:
    using clock = progress::clock;

    // ---- responses and their requests ----

    /// Checks each input against the request or, without inputs, the pairs in the file of the request.
    void check_exchanges(dynabackup::check_options const& chosen) {
        std::string request;
        auto const file = request_file();
        if (!read_text(file, request)) return;
        if (request_.paths.empty()) {
            std::size_t compared = 0;
            all_.counts = check_exchange_lines(request, chosen, *this, compared);
            if (compared == 0)
                report(name_,
                       "no line has a request and a response of the same operation; nothing was compared",
                       true);
            end(name_);
            return;
        }
        for (auto const& input : inputs_.all) {
            std::string response;
            if (!read_text(input, response)) continue;
            auto const both = check_exchange_documents(request, response, chosen);
            bool const first = &input == &inputs_.all.front();
            name_ = file.name;
            if (first)
                for (finding f : both.request) take(std::move(f));
            name_ = input.name;
            for (finding f : both.response) take(std::move(f));
            if (first) all_.counts += both.request.summary();
            all_.counts += both.response.summary();
            if (!both.is_compared)
                report(name_,
                       "the request and the response are not of the same operation; they were not compared",
                       true);
            end(input.name);
        }
    }

    dump_input request_file() const {
        return request_.request == "-" ? from_standard_input() : from_file(request_.request);
    }

    /// Reads a file. If it cannot be read, reports that and returns false.
    bool read_text(dump_input const& input, std::string& text) {
        begin(input.name);
        std::string reason;
        text = read_input(as_utf8(decompressed(input)), reason);
        if (!reason.empty()) problem(input.name, reason);
        else if (text.empty() && !request_.options.allow_empty) problem(input.name, "it is empty");
        advance(text.size());
        return readable_;
    }

    // ---- findings and problems ----

    void report(std::string_view name, std::string_view reason, bool warning) {
        out_.flush(); // in the order of events where both streams go to one place
        if (!warning) ++all_.unreadable;
        findings_->problem(name, reason, warning);
        complain_of(name, reason, warning);
    }

    void begin(std::string_view name) override {
        name_ = name;
        readable_ = true;
    }

    void problem(std::string_view name, std::string_view reason) override {
        progress_.hide();
        report(name, reason, false);
        readable_ = false;
    }

    void advance(std::size_t bytes) override {
        all_.bytes += bytes;
        if (!out_.buffer().empty()) {
            progress_.hide();
            flush();
        }
        progress_.advance(inputs_.read->load());
    }

    void end(std::string_view) override { all_.files += readable_; }

    void return_to(std::string_view name) override { name_ = name; }

    void take(finding&& found) override {
        if (request_.fail_on && found.severity >= *request_.fail_on) worst_ = true;
        if (shown_ == request_.max_findings) {
            ++all_.hidden;
            return;
        }
        ++shown_;
        findings_->show(out_.buffer(), name_, found);
        constexpr std::size_t large = 1 << 16;
        if (out_.buffer().size() < large) return;
        progress_.hide();
        flush();
    }

    /// If nothing reads the output, goes on only for the summary.
    void flush() {
        out_.flush();
        if (out_.error() && request_.summary.empty()) throw output_lost{};
    }

    totals const& finished() {
        all_.seconds = std::chrono::duration<double>(clock::now() - start_).count();
        return all_;
    }

    bool write_summary() {
        if (request_.summary.empty()) return true;
        auto const text = summary_json(finished());
        int error = 0;
        if (request_.summary == "-") {
            error = write_all(STDERR_FILENO, text);
        } else {
            int const fd =
                ::open(request_.summary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
            error = fd < 0 ? errno : write_all(fd, text);
            if (fd >= 0 && ::close(fd) != 0 && !error) error = errno;
        }
        if (error)
            complain(
                fmt::format("{}: the summary cannot be written: {}", request_.summary, reason_of(error)));
        return error == 0;
    }

    check_request const& request_;
    clock::time_point start_ = clock::now();
    totals all_;
    output out_;
    std::unique_ptr<finding_output> findings_;
    input_files inputs_;
    progress progress_;
    std::string_view name_; ///< of the current input
    bool readable_ = true;  ///< it has been readable so far
    std::size_t shown_ = 0;
    bool worst_ = false; ///< a finding is as severe as --fail-on
};

void take_severity(std::vector<std::pair<std::string, severity>>& target, std::string const& given) {
    auto const equals = given.find('=');
    if (equals == given.npos) refuse("--severity", fmt::format("'{}' is not of the form RULE=error", given));
    auto const chosen = given.substr(0, equals), word = given.substr(equals + 1);
    require_rule("--severity", chosen);
    choices<severity> const levels{{to_text(severity::error), severity::error},
                                   {to_text(severity::warning), severity::warning},
                                   {to_text(severity::note), severity::note}};
    target.emplace_back(chosen, levels.find("--severity", word));
}

/// Reads seconds exactly, from any spelling of a JSON number, as the reader reads times.
void take_tolerance(std::chrono::nanoseconds& target, std::string const& given) {
    timestamp behind_epoch;
    auto const status = read_epoch_seconds(given.data(), given.data() + given.size(), behind_epoch);
    if (status != time_status::ok || behind_epoch < timestamp{})
        refuse("--expiry-tolerance", fmt::format("'{}' is not a number of seconds such as 0 or 0.5", given));
    target = behind_epoch.time_since_epoch();
}

constexpr char const* check_examples =
    R"(Exit status: 0 there is no finding as severe as --fail-on; 1 there is one; 2 wrong usage, or a file that cannot
be read (the other files are still checked).

Examples:
  dynabackup check dump.json                    one document, several, an array, or one per line
  aws dynamodb list-backups | dynabackup check  the output of the service or of the AWS CLI
  dynabackup check --format ndjson backups/ | jq -r .rule | sort | uniq -c
                                                every .json, .ndjson, .jsonl and .ion file below a directory,
                                                also those compressed by gzip or zstd (.gz, .zst)
  dynabackup check --edition 2018-08-06 old.json
                                                by the API as it was documented on that day
  dynabackup check --format sarif backups/ > findings.sarif
                                                for editors, and for tools that show findings in code reviews
  dynabackup check --fail-on warning --disable 'json.null-*' --summary counts.json dump.ndjson
  dynabackup check --shape CreateBackupInput request.json
  dynabackup check --request list.json page.json
                                                does the page have what the request asked for?
  dynabackup check --key pk:S,sk:N exports/     table exports to S3: manifests, checksums, counts, every item
)";

} // namespace

command add_check(CLI::App& app) {
    auto& check = add_command(app, "check", "Check documents against the documented API", check_examples);
    auto const request = std::make_shared<check_request>();

    add_files(check, request->paths);
    add_choice(check, "format", request->format,
               {{"text", finding_format::text},
                {"ndjson", finding_format::ndjson},
                {"sarif", finding_format::sarif}},
               "How findings are written: as text, as one JSON object per line, or as SARIF 2.1.0");
    add_edition(check, request->options.edition, "Check by the API as it was documented on that day");
    add_choice<std::optional<severity>>(check, "fail-on", request->fail_on,
                                        {{"error", severity::error},
                                         {"warning", severity::warning},
                                         {"note", severity::note},
                                         {"never", std::nullopt}},
                                        "The lowest severity that makes the exit status 1; default: error");
    add_flag(check, "strict", request->options.strict, "Unknown members are errors, not notes");
    add_shape(check, request->shape);
    add_value(check, "request", "FILE",
              "Check each file as the response to the request in FILE; without files, each line of FILE is a "
              "pair: {\"request\":{...},\"response\":{...}}",
              [request](std::string const& given) { request->request = given; });
    add_rule_choice(check, "disable", request->options.disable,
                    "Leave out this rule or family, such as 'timestamp.*'; repeatable");
    add_rule_choice(check, "only", request->options.only, "Apply only this rule or family; repeatable");
    add_repeatable(
        check, "severity", "RULE=LEVEL",
        "Change the severity of a rule or a family to error, warning or note; repeatable",
        [request](std::string const& given) { take_severity(request->options.severities, given); });
    add_time(check, "now", request->options.now,
             "Check expiries against this time, such as 2026-01-31T12:00:00Z; default: do not check them");
    add_value(
        check, "expiry-tolerance", "SECONDS",
        "By how much the expiry of a SYSTEM backup may be off; default: 1",
        [request](std::string const& given) { take_tolerance(request->options.expiry_tolerance, given); });
    add_flag(check, "history", request->options.history,
             "Compare the records of each backup across all files, with one thread; memory: about 100 bytes "
             "per backup");
    add_key(
        check, request->options.key,
        "The key of the table whose items are checked, with the types: pk:S or pk:S,sk:N; with --history, "
        "each key must also occur only once in an export");
    add_jobs(check, request->jobs);
    add_count(check, "max-findings", request->max_findings, 0,
              "Print no more than N findings; all are counted");
    add_spellings(check, request->options);
    add_allow_empty(check, request->options);
    add_count(check, "max-item-bytes", request->options.max_item_bytes, 1,
              fmt::format("How large an item may be, in bytes as DynamoDB counts them; default: {}",
                          default_max_item_bytes));
    add_max_depth(check, request->options);
    add_max_record_bytes(
        check, request->options, "larger records",
        ". A large record takes two to ten times its size of memory, or 25 times if it consists of open "
        "brackets");
    add_value(check, "summary", "FILE", "Write the counts as JSON to this file; -: to standard error",
              [request](std::string const& given) { request->summary = given; });
    add_progress(check, request->progress);
    add_color(check, request->color);

    return {&check, [request] { return check_run(*request).run(); }};
}

} // namespace dynabackup::tool
