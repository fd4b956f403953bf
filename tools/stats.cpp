#include "stats.hpp"

#include <dynabackup/dump.hpp>

#include "exit_status.hpp"
#include "input.hpp"
#include "print.hpp"
#include "progress.hpp"
#include "stats_html.hpp"
#include "stats_json.hpp"
#include "stats_text.hpp"
#include "threads.hpp"

#include <algorithm>
#include <thread>
#include <utility>
#include <variant>

namespace dynabackup::tool {

namespace {

/// Follows the reading; findings are counted with the rest.
class stats_run final : dump_sink {
public:
    explicit stats_run(stats_request const& request)
        : request_(request),
          inputs_(find_inputs(request.paths, [this](auto name, auto reason,
                                                    bool warning) { report(name, reason, warning); })),
          progress_(request.progress, inputs_.size, progress::clock::now()) {}

    int run() {
        result_.now = request_.options.now;
        result_.top = request_.top;
        result_.all = reduce_records<any_record, statistics>(
            inputs_.all,
            [](statistics& s, any_record const& record) {
                std::visit([&](auto const& backup) { s.add(view(backup)); }, record);
            },
            [](statistics& total, statistics&& part) { total.merge(part); },
            {.check = request_.options, .jobs = thread_count(request_.jobs)}, this, &result_.read.counts);
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
        complain(fmt::format("{}{}: {}", warning ? "warning: " : "", name, reason));
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

} // namespace

int run(stats_request const& request) { return stats_run(request).run(); }

} // namespace dynabackup::tool
