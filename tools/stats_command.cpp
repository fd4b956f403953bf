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
    std::size_t top = 10; ///< tables that are shown in the text
    std::size_t jobs = 0; ///< threads; 0: one for each core
    when progress = when::automatic;
    when color = when::automatic;
};

using item_line = std::variant<table_export::ExportedItem, table_export::ExportedChange>;

/// Counts the backups of each chunk, and the items of table exports. Keeps them in separate batches until the chunk has
/// been read: an item in a variant with the largest backup would take a hundred times its size.
class counted_records final : public record_collector, record_visitor {
public:
    record_visitor* visitor() override { return this; }
    std::size_t size() const override { return is_item_.size(); }
    void truncate(std::size_t size) override {
        auto const gone =
            std::count(is_item_.begin() + static_cast<std::ptrdiff_t>(size), is_item_.end(), true);
        auto const items_left = item_lines_.size() - static_cast<std::size_t>(gone);
        item_lines_.truncate(items_left);
        backup_records_.truncate(size - items_left);
        is_item_.resize(size);
    }
    void clear() override {
        truncate(0);
        backups = {};
        items = {};
    }
    void move(record_position const&, std::size_t) override {}
    void finish() override {
        for (std::size_t i = 0; i < backup_records_.size(); ++i)
            std::visit([this](auto const& one) { backups.add(view(one)); }, backup_records_[i]);
        for (std::size_t i = 0; i < item_lines_.size(); ++i)
            std::visit([this](auto const& one) { items.add(one); }, item_lines_[i]);
        truncate(0);
    }
    std::unique_ptr<record_collector> another() const override { return std::make_unique<counted_records>(); }

    statistics backups;
    table_export::item_statistics items;

private:
    static bool is_item(shape_table const& shape) {
        return shape.own == &shape_table_of<table_export::ExportedItem> ||
               shape.own == &shape_table_of<table_export::ExportedChange>;
    }
    record_visitor& visitor_of(shape_table const& shape) {
        return *(is_item(shape) ? item_lines_.visitor() : backup_records_.visitor());
    }

    void* place(shape_table const& shape) override { return visitor_of(shape).place(shape); }
    void visit(shape_table const& shape, void* record, record_position const& at,
               visit_info const& info) override {
        auto const before = item_lines_.size() + backup_records_.size();
        visitor_of(shape).visit(shape, record, at, info);
        if (item_lines_.size() + backup_records_.size() != before) is_item_.push_back(is_item(shape));
    }
    bool restore(shape_table const& shape, void* record) override {
        return visitor_of(shape).restore(shape, record);
    }

    record_batch<any_record> backup_records_;
    record_batch<item_line> item_lines_;
    std::vector<bool> is_item_; ///< for each record that is kept, in order
};

/// Counts the records, and reports progress and problems.
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
        result_.read.counts = read_chunks(
            inputs_.all, counted_records(),
            [this](record_collector& collected, std::string_view) {
                auto& part = static_cast<counted_records&>(collected);
                result_.all.merge(part.backups);
                result_.items.merge(std::move(part.items));
            },
            {.check = request_.options, .jobs = thread_count(request_.jobs)}, this);
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
    bool readable_ = true; ///< the current input, so far
};

constexpr char const* stats_examples = R"(Exit status: 0, or 2 for wrong usage or a file that cannot be read.

Examples:
  dynabackup stats backups/                     bars and counts on the terminal
  dynabackup stats --now 2026-06-01T00:00:00Z backups/
                                                ages, and the backups that are overdue then
  dynabackup stats --format html dump.ndjson.gz > report.html
                                                a page that needs no other files
  dynabackup stats export/                      the items of a table export: sizes, attributes, capacity
  dynabackup stats --format json day-*.ndjson | jq '.backups.tables[:3]'
                                                every number, exactly; those of several runs can be added
)";

} // namespace

command add_stats(CLI::App& app) {
    auto& stats = add_command(
        app, "stats", "Count backups by state, table, size, age and expiry; count the items of exports",
        stats_examples);
    auto const request = std::make_shared<stats_request>();
    add_files(stats, request->paths);
    add_choice(stats, "format", request->format,
               {{"text", stats_format::text}, {"json", stats_format::json}, {"html", stats_format::html}},
               "As text, as one JSON object, or as a page with charts");
    add_time(stats, "now", request->options.now,
             "Show ages and overdue backups at this time, such as 2026-01-31T12:00:00Z");
    add_spellings(stats, request->options);
    add_allow_empty(stats, request->options);
    add_edition(stats, request->options.edition,
                "Count findings by the API as it was documented on that day");
    add_count(stats, "top", request->top, 1,
              "Number of tables, attributes and items that the text shows, the largest first; default: 10");
    add_jobs(stats, request->jobs);
    add_progress(stats, request->progress);
    add_color(stats, request->color);
    return {&stats, [request] { return stats_run(*request).run(); }};
}

} // namespace dynabackup::tool
