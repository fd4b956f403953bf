#include "check.hpp"

#include "finding_output.hpp"
#include "input.hpp"
#include "ndjson_output.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "sarif_output.hpp"
#include "summary_output.hpp"
#include "text_output.hpp"

#include <fcntl.h>

#include <memory>

namespace dynabackup::tool {

namespace {

/// Nobody can read what would be written.
struct output_lost {};

std::unique_ptr<finding_output> make_output(check_request const& request) {
    if (request.format == finding_format::ndjson) return std::make_unique<ndjson_output>();
    if (request.format == finding_format::sarif) return std::make_unique<sarif_output>();
    return std::make_unique<text_output>(wants_color(request.color, STDOUT_FILENO),
                                         screen_width(STDOUT_FILENO));
}

class check_run final : finding_sink {
public:
    explicit check_run(check_request const& request)
        : request_(request), out_(STDOUT_FILENO), findings_(make_output(request)),
          inputs_(find_inputs(request.paths, [this](auto name, auto reason,
                                                    bool warning) { report(name, reason, warning); })),
          progress_(request.progress, known_size(inputs_), start_) {}

    int run() {
        try {
            for (auto const& from : inputs_) read_and_check(from);
        } catch (output_lost) {}
        end_input();
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

    static std::size_t known_size(std::vector<input> const& inputs) {
        std::size_t sum = 0;
        for (auto const& from : inputs) sum += from.size;
        return sum;
    }

    void report(std::string_view name, std::string_view reason, bool warning) {
        out_.flush(); // in the order of events where both streams go to one place
        if (!warning) ++all_.unreadable;
        findings_->problem(name, reason, warning);
        complain(fmt::format("{}{}: {}", warning ? "warning: " : "", name, reason));
    }

    void read_and_check(input const& from) {
        if (from.path.empty() && is_terminal(STDIN_FILENO))
            complain("reading what is typed here; Ctrl-D ends it");
        if (auto const reason = buffer_.read(from); !reason.empty()) {
            progress_.hide();
            report(from.name(), reason, false);
            return;
        }
        name_ = from.name();
        auto const pages = input_.listing.pages();
        all_.counts += request_.check(buffer_.text(), request_.options, *this, input_);
        if (input_.listing.pages() != pages) keep_incomplete();
        ++all_.files;
        all_.bytes += buffer_.text().size();
        if (!out_.buffer().empty()) {
            progress_.hide();
            flush();
        }
        progress_.advance(buffer_.text().size());
    }

    void take(finding&& found) override {
        if (counts_only(found)) return;
        findings_->show(out_.buffer(), name_, buffer_.text(), found);
        constexpr std::size_t large = 1 << 16;
        if (out_.buffer().size() < large) return;
        progress_.hide();
        flush();
    }

    /// Whether a finding is not shown.
    bool counts_only(finding const& found) {
        if (request_.fail_on && found.severity >= *request_.fail_on) worst_ = true;
        bool const shown = shown_ != request_.max_findings;
        ++(shown ? shown_ : all_.hidden);
        return !shown;
    }

    /// The last page of a listing so far may be in this file: what is to be shown if it stays the last.
    void keep_incomplete() {
        incomplete_.clear();
        if (auto const& held = input_.listing.held())
            findings_->show(incomplete_, name_, buffer_.text(), *held);
    }

    void end_input() {
        auto const incomplete = input_.listing.end();
        if (!incomplete) return;
        all_.counts.count(*incomplete);
        if (!counts_only(*incomplete)) out_.buffer() += incomplete_;
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
    std::vector<input> inputs_;
    progress progress_;
    text_buffer buffer_;
    std::string_view name_;
    input_state input_;
    std::string incomplete_; ///< the shown form of the finding that input_.listing holds
    std::size_t shown_ = 0;
    bool worst_ = false; ///< something is as bad as --fail-on
};

} // namespace

int run(check_request const& request) { return check_run(request).run(); }

} // namespace dynabackup::tool
