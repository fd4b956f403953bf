#include "convert.hpp"

#include "converted_documents.hpp"
#include "document_joiner.hpp"
#include "input.hpp"
#include "output_file.hpp"
#include "progress.hpp"
#include "terminal_text.hpp"
#include "text_output.hpp"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace dynabackup::tool {

namespace {

namespace engine = dynabackup::detail;

/// Nobody can read what would be written.
struct output_lost {};

/// The rules whose findings say that something cannot be converted, and may not be there behind the conversion.
std::vector<std::string> rules_of_losses() {
    std::vector<std::string> ids;
    for (auto const* r : {&reading::syntax, &reading::depth, &reading::wrong_type, &reading::duplicate_member,
                          &reading::unknown_member, &reading::unrecognized, &reading::record_too_large,
                          &reading::not_integer, &reading::out_of_range, &reading::time_format,
                          &reading::time_out_of_range, &dump::incomplete_listing})
        ids.emplace_back(r->id);
    return ids;
}

/// Whether the value of a finding can be read.
bool is_whole_number(finding const& found) {
    std::int64_t value = 0;
    auto const& text = found.value;
    return text &&
           json::read_int64(text->data(), text->data() + text->size(), value) == json::integer_status::ok;
}

class convert_run final : dump_sink {
public:
    explicit convert_run(convert_request const& request)
        : request_(request),
          inputs_(find_inputs(request.paths, [this](auto name, auto reason,
                                                    bool warning) { report(name, reason, warning); })),
          file_(request.output), out_(file_.fd()), visible_(is_terminal(file_.fd())),
          findings_(wants_color(request.color, STDERR_FILENO), screen_width(STDERR_FILENO)),
          joiner_(*request.to == target::cli ? format::aws_cli : format::aws_wire),
          progress_(request.progress, inputs_.size, progress::clock::now()) {}

    int run() {
        if (!open_output()) return cannot_run;
        auto chosen = request_.options;
        chosen.only = rules_of_losses();
        chosen.excerpt_bytes = findings_.excerpt_bytes();
        try {
            convert(chosen);
        } catch (output_lost) {}
        progress_.end();
        out_.flush();
        int const closed = file_.close();
        int const error = out_.error() ? out_.error() : closed;
        if (error && !out_.closed())
            complain(fmt::format("{}: {}; what is there is not complete", file_.name(), reason_of(error)));
        else if (!error) report_losses();
        return error || unreadable_ ? cannot_run : damaged_ ? has_findings : all_is_well;
    }

private:
    bool open_output() {
        if (file_.error()) {
            complain(fmt::format("{}: {}", file_.name(), reason_of(file_.error())));
            return false;
        }
        if (file_.is_one_of(inputs_.all)) {
            complain(fmt::format("{} is one of the inputs; write to another file", file_.name()));
            return false;
        }
        int const error = file_.clear();
        if (error) complain(fmt::format("{}: {}", file_.name(), reason_of(error)));
        return error == 0;
    }

    void convert(options const& chosen) {
        constexpr std::size_t most_jobs = 256;
        std::size_t const jobs = request_.jobs ? request_.jobs : std::thread::hardware_concurrency();
        converted_documents const documents(request_.kind);
        engine::dump_engine<converted_records> reading(
            inputs_.all, chosen, *this, documents,
            {.jobs = static_cast<unsigned>(std::clamp<std::size_t>(jobs, 1, most_jobs))},
            converted_records(*request_.to));
        if (request_.to == target::csv) out_.buffer() += csv_header;
        while (reading.step([this](converted_records& records, std::string_view) { write(records); })) {}
        joiner_.end(buffer());
        if (visible_ && request_.to == target::wire && !buffer().empty()) buffer() += '\n';
        flush();
    }

    void write(converted_records const& records) {
        records.for_each([this](piece_kind kind, std::string_view text) {
            if (kind == piece_kind::recordless) ++recordless_;
            else joiner_.take(buffer(), kind, text);
            constexpr std::size_t large = 1 << 16;
            if (buffer().size() >= large) flush();
        });
        flush();
    }

    /// What is to be written, before it is made fit for a terminal.
    std::string& buffer() { return visible_ ? unseen_ : out_.buffer(); }

    void flush() {
        if (visible_) {
            progress_.hide();
            if (request_.to == target::csv) append_visible_csv(out_.buffer(), unseen_);
            else append_visible_json(out_.buffer(), unseen_);
            unseen_.clear();
        }
        out_.flush();
        if (out_.error()) throw output_lost{};
    }

    void report(std::string_view name, std::string_view reason, bool warning) {
        if (!warning) ++unreadable_;
        complain(fmt::format("{}{}: {}", warning ? "warning: " : "", name, reason));
    }

    void begin(std::string_view name) override { name_ = name; }
    void return_to(std::string_view name) override { name_ = name; }
    void end(std::string_view) override {}
    void advance(std::size_t) override { progress_.advance(inputs_.read->load()); }

    void problem(std::string_view name, std::string_view reason) override {
        progress_.hide();
        report(name, reason, false);
    }

    void take(finding&& found) override {
        if (found.rule == &reading::unknown_member) {
            ++unknown_;
            return;
        }
        if (found.rule == &reading::out_of_range && is_whole_number(found))
            return; // beyond its limits, and written
        damaged_ |= found.severity == severity::error;
        std::string text;
        findings_.show(text, name_, found);
        progress_.hide();
        static_cast<void>(write_all(STDERR_FILENO, text));
    }

    /// What the findings do not say.
    void report_losses() const {
        if (unknown_)
            complain(
                fmt::format("{} that the model does not know {} left out; 'dynabackup check' shows where",
                            unknown_ == 1 ? "1 member" : fmt::format("{} members", unknown_),
                            unknown_ == 1 ? "was" : "were"));
        if (recordless_)
            complain(fmt::format("{} no backup and {} left out",
                                 recordless_ == 1 ? "1 document has"
                                                  : fmt::format("{} documents have", recordless_),
                                 recordless_ == 1 ? "was" : "were"));
    }

    convert_request const& request_;
    std::size_t unreadable_ = 0; ///< files
    input_files inputs_;
    output_file file_;
    output out_;
    bool const visible_; ///< on a terminal
    std::string unseen_;
    text_output findings_;
    document_joiner joiner_;
    progress progress_;
    std::string_view name_; ///< of the input at hand
    std::size_t unknown_ = 0, recordless_ = 0;
    bool damaged_ = false;
};

} // namespace

int run(convert_request const& request) { return convert_run(request).run(); }

} // namespace dynabackup::tool
