#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/stats.hpp>
#include <dynabackup/table_export/item_statistics.hpp>
#include <dynabackup/table_export/items.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "input.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "stats_html.hpp"
#include "stats_json.hpp"
#include "stats_text.hpp"
#include "terminal.hpp"
#include "totals.hpp"

#include <boost/mp11/list.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace dynabackup::tool {

namespace {

enum class stats_format : unsigned char { text, json, html };

/// The options of the command.
struct stats_request {
    std::vector<std::string> paths;
    dynabackup::check_options options;
    stats_format format = stats_format::text;
    std::size_t top = 10; ///< tables that are shown to people
    std::size_t jobs = 0; ///< threads; 0: one for each core
    when progress = when::automatic;
    when color = when::automatic;
};

/// Backups, and the items of table exports.
using counted_record =
    boost::mp11::mp_push_back<any_record, table_export::ExportedItem, table_export::ExportedChange>;

struct counts {
    void add(table_export::ExportedItem const& item) { items.add(item); }
    void add(table_export::ExportedChange const& change) { items.add(change); }
    void add(auto const& backup) { backups.add(view(backup)); }

    statistics backups;
    table_export::item_statistics items;
};

/// Counts the records, and follows the reading.
class stats_run final : dump_sink {
public:
    explicit stats_run(stats_request const& request)
        : request_(request),
          inputs_(find_inputs(
              request.paths, [this](auto name, auto reason, bool warning) { report(name, reason, warning); },
              request.options.allow_empty)),
          progress_(request.progress, inputs_.size, progress::clock::now()) {}

    int run() {
        result_.now = request_.options.now;
        result_.top = request_.top;
        auto counted = reduce_records<counted_record, counts>(
            inputs_.all,
            [](counts& to, counted_record const& record) {
                std::visit([&](auto const& one) { to.add(one); }, record);
            },
            [](counts& total, counts&& part) {
                total.backups.merge(part.backups);
                total.items.merge(std::move(part.items));
            },
            {.check = request_.options, .jobs = thread_count(request_.jobs)}, this, &result_.read.counts);
        result_.all = std::move(counted.backups);
        result_.items = std::move(counted.items);
        progress_.end();
        int const printed = print(text());
        return result_.read.unreadable ? cannot_run : printed;
    }

private:
    std::string text() const {
        switch (request_.format) {
        case stats_format::json: return stats_json(result_);
        case stats_format::html: return stats_html(result_);
        default: return stats_text(result_, screen(request_.color), draws_well(request_.color));
        }
    }

    void report(std::string_view name, std::string_view reason, bool warning) {
        if (!warning) ++result_.read.unreadable;
        complain_of(name, reason, warning);
    }

    void begin(std::string_view) override { readable_ = true; }
    void return_to(std::string_view) override {}
    void take(finding&&) override {}
    void problem(std::string_view name, std::string_view reason) override {
        progress_.hide();
        report(name, reason, false);
        readable_ = false;
    }
    void advance(std::size_t bytes) override {
        result_.read.bytes += bytes;
        progress_.advance(inputs_.read->load());
    }
    void end(std::string_view) override { result_.read.files += readable_; }

    stats_request const& request_;
    collected_stats result_{};
    input_files inputs_;
    progress progress_;
    bool readable_ = true; ///< the input at hand, so far
};

constexpr char const* examples = R"(Exit status: 0, or 2 for wrong usage or a file that cannot be read.

Examples:
  dynabackup stats backups/                     bars and counts on the terminal
  dynabackup stats --now 2026-06-01T00:00:00Z backups/
                                                ages, and what is overdue then
  dynabackup stats --format html dump.ndjson.gz > report.html
                                                a page that needs nothing else
  dynabackup stats export/                      the items of a table export: sizes, attributes, capacity
  dynabackup stats --format json day-*.ndjson | jq '.backups.tables[:3]'
                                                every number, exact; of several runs they add up
)";

} // namespace

command add_stats(CLI::App& app) {
    auto& stats = *app.add_subcommand(
        "stats", "Count backups by state, table, size, age and expiry; and the items of exports");
    auto const request = std::make_shared<stats_request>();
    stats.footer(examples);
    add_files(stats, request->paths);
    add_choice(stats, "format", request->format,
               {{"text", stats_format::text}, {"json", stats_format::json}, {"html", stats_format::html}},
               "For people, as one JSON object, or as a page with charts");
    add_time(stats, "now", request->options.now,
             "Tell ages and what is overdue at that time, 2026-01-31T12:00:00Z");
    add_spellings(stats, request->options);
    add_allow_empty(stats, request->options);
    add_edition(stats, request->options.edition, "The API by which findings are counted");
    add_count(stats, "top", request->top, 1,
              "How many tables, attributes and items people are shown, the largest ones; default: 10");
    add_jobs(stats, request->jobs);
    add_progress(stats, request->progress);
    add_color(stats, request->color);
    return {&stats, [request] { return stats_run(*request).run(); }};
}

} // namespace dynabackup::tool
