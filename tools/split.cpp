#include "split.hpp"

#include "input.hpp"
#include "progress.hpp"
#include "read_converted.hpp"
#include "text_output.hpp"

#include <filesystem>
#include <string>
#include <system_error>

namespace dynabackup::tool {

namespace {

/// The rules whose findings say that something is not in the parts.
std::vector<std::string> rules_of_losses() {
    std::vector<std::string> ids;
    for (auto const* r : {&reading::syntax, &reading::depth, &reading::wrong_type, &reading::unrecognized,
                          &reading::record_too_large})
        ids.emplace_back(r->id);
    return ids;
}

class split_run final : dump_sink {
public:
    explicit split_run(split_request const& request)
        : request_(request),
          inputs_(find_inputs(request.paths, [this](auto name, auto reason,
                                                    bool warning) { report(name, reason, warning); })),
          files_(request.output, request.sizes),
          findings_(wants_color(request.color, STDERR_FILENO), screen_width(STDERR_FILENO)),
          progress_(request.progress, inputs_.size, progress::clock::now()) {}

    int run() {
        try {
            if (!make_room()) return cannot_run;
            files_.open();
            auto const counts = split();
            progress_.end();
            files_.close();
            if (unreadable_) {
                complain("no manifest is written, since an input could not be read");
                return cannot_run;
            }
            files_.write_manifest();
            report_losses(counts);
            return counts.rejected != 0 || lost_ ? has_findings : all_is_well;
        } catch (part_error const& error) {
            progress_.end();
            complain(fmt::format("{}: {}; what is there is not complete", error.path, error.reason));
            return cannot_run;
        }
    }

private:
    /// Whether no parts of another run are in the folder any more: who reads all that are there shall not get them.
    bool make_room() {
        namespace fs = std::filesystem;
        auto const present = files_.present();
        if (!present.empty() && !request_.force) {
            complain(fmt::format("{}: is there already; --force replaces all parts in this folder",
                                 present.front().native()));
            return false;
        }
        for (auto const& path : present) {
            std::error_code error;
            for (auto const& input : inputs_.all)
                if (fs::equivalent(path, input.name, error)) {
                    complain(fmt::format("{}: is one of the inputs; write to another folder", input.name));
                    return false;
                }
        }
        for (auto const& path : present) {
            std::error_code error;
            if (!fs::remove(path, error)) throw part_error{path.native(), error.message()};
        }
        return true;
    }

    summary split() {
        auto chosen = request_.options;
        chosen.only = rules_of_losses();
        chosen.excerpt_bytes = findings_.excerpt_bytes();
        return read_converted(inputs_.all, chosen, *this, any_known_kind(), target::original, request_.jobs,
                              [this](converted_records const& records) {
                                  records.for_each([this](piece_kind kind, std::string_view text) {
                                      if (kind == piece_kind::recordless) ++recordless_;
                                      else files_.add(text);
                                  });
                              });
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
        // Within a record it is for whoever reads the part: the record is written as it is.
        bool const kept = found.rule == &reading::wrong_type || found.rule == &reading::depth;
        if (kept && found.record) return;
        lost_ = true;
        std::string text;
        findings_.show(text, name_, found);
        progress_.hide();
        static_cast<void>(write_all(STDERR_FILENO, text));
    }

    /// What the findings do not say.
    void report_losses(summary const& counts) const {
        if (counts.rejected)
            complain(fmt::format(
                "{} damaged, too large or no object, and in no part; 'dynabackup check' shows "
                "where",
                counts.rejected == 1 ? "1 record is" : fmt::format("{} records are", counts.rejected)));
        if (recordless_)
            complain(fmt::format("{} no backup and {} left out",
                                 recordless_ == 1 ? "1 document has"
                                                  : fmt::format("{} documents have", recordless_),
                                 recordless_ == 1 ? "was" : "were"));
    }

    split_request const& request_;
    std::size_t unreadable_ = 0; ///< files
    input_files inputs_;
    part_files files_;
    text_output findings_;
    progress progress_;
    std::string_view name_; ///< of the input at hand
    std::size_t recordless_ = 0;
    bool lost_ = false; ///< something that is not in the parts was shown
};

} // namespace

int run(split_request const& request) { return split_run(request).run(); }

} // namespace dynabackup::tool
