#include "check.hpp"

#include <dynabackup/dump/engine.hpp>
#include <dynabackup/dump/record_batch.hpp>

#include "finding_output.hpp"
#include "input.hpp"
#include "ndjson_output.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "sarif_output.hpp"
#include "summary_output.hpp"
#include "text_output.hpp"
#include "threads.hpp"

#include <fcntl.h>

#include <algorithm>
#include <memory>
#include <thread>

namespace dynabackup::tool {

namespace {

namespace engine = dynabackup::detail;

/// Nobody can read what would be written.
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
          inputs_(find_inputs(request.paths, [this](auto name, auto reason,
                                                    bool warning) { report(name, reason, warning); })),
          progress_(request.progress, inputs_.size, start_) {}

    int run() {
        auto chosen = request_.options;
        chosen.excerpt_bytes = findings_->excerpt_bytes();
        try {
            auto const reader = request_.kind.make_reader();
            engine::dump_engine<engine::no_records> reading(inputs_.all, chosen, *this, *reader,
                                                            {.jobs = thread_count(request_.jobs)});
            while (reading.step([](auto&, std::string_view) {})) {}
            all_.counts = reading.counts();
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

    void report(std::string_view name, std::string_view reason, bool warning) {
        out_.flush(); // in the order of events where both streams go to one place
        if (!warning) ++all_.unreadable;
        findings_->problem(name, reason, warning);
        complain(fmt::format("{}{}: {}", warning ? "warning: " : "", name, reason));
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

    /// Goes on without a reader only for the summary.
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
    std::string_view name_; ///< of the input at hand
    bool readable_ = true;  ///< so far
    std::size_t shown_ = 0;
    bool worst_ = false; ///< something is as bad as --fail-on
};

} // namespace

int run(check_request const& request) { return check_run(request).run(); }

} // namespace dynabackup::tool
