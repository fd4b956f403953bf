#include <dynabackup/table_export/diff_items.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "escaped_text.hpp"
#include "item_losses.hpp"
#include "output.hpp"
#include "reading_run.hpp"
#include "run_file.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace dynabackup::tool {

namespace {

/// The options of the command.
struct diff_request : reading_request {
    std::size_t memory = table_export::diff_options{}.memory;
};

class diff_run final : reading_run {
public:
    explicit diff_run(diff_request const& request)
        : reading_run(request), memory_(request.memory), out_(STDOUT_FILENO),
          visible_(is_terminal(STDOUT_FILENO)) {}

    int run() {
        if (!split_inputs()) return cannot_run;
        auto const result = table_export::diff_items(
            std::span(inputs_.all).first(before_), std::span(inputs_.all).subspan(before_),
            *request_.options.key,
            {.dump = options_for(item_losses), .memory = memory_, .open = open_run_file},
            [this](table_export::item_difference const& d) { write(d); }, this);
        progress_.end();
        out_.flush();
        complain(fmt::format("{} unchanged, {} added, {} removed, {} changed", result.same, result.added,
                             result.removed, result.changed));
        if (result.without_key)
            complain(
                fmt::format("{} without the key {} not compared",
                            result.without_key == 1 ? "1 item" : fmt::format("{} items", result.without_key),
                            result.without_key == 1 ? "was" : "were"));
        if (!result.problem.empty()) complain(result.problem + "; the output is incomplete");
        if (out_.error() && !out_.closed()) complain("standard output: " + reason_of(out_.error()));
        bool const failed =
            unreadable_ || damaged_ || result.without_key || !result.problem.empty() || out_.error();
        return failed ? cannot_run : result.is_same() ? all_is_well : has_findings;
    }

private:
    /// Finds the number of inputs that the first of the two paths means.
    bool split_inputs() {
        auto const only_first = find_inputs(
            {request_.paths[0]}, [](auto, auto, bool) {}, true);
        before_ = std::min(only_first.all.size(), inputs_.all.size());
        return unreadable_ == 0;
    }

    /// Writes a difference as a line of an incremental export, without a time.
    void write(table_export::item_difference const& d) {
        auto& to = visible_ ? unseen_ : out_.buffer();
        to += '{';
        if (d.before) (to += "\"OldImage\":") += *d.before;
        if (d.before && d.after) to += ',';
        if (d.after) (to += "\"NewImage\":") += *d.after;
        to += "}\n";
        if (visible_) {
            progress_.hide();
            append_visible_json(out_.buffer(), unseen_);
            unseen_.clear();
        }
        out_.flush_if_large();
    }

    std::size_t const memory_;
    output out_;
    bool const visible_; ///< on a terminal
    std::string unseen_;
    std::size_t before_ = 0; ///< inputs of the first export
};

constexpr char const* diff_explanation =
    R"(Compares the items of two exports by the key of the table. The items may be in different files and in a different
order. Each item that differs is printed as a line. The order of the lines depends only on the keys.
  {"NewImage":{...}}                   only the second export has it
  {"OldImage":{...}}                   only the first export has it
  {"OldImage":{...},"NewImage":{...}}  both have it, with different attributes
Numbers are compared by value, and sets without regard to order. The counts are printed on standard error.

Exports that are larger than --memory are sorted on disk, in the folder that TMPDIR names.

Exit status: 0 both exports have the same items; 1 they differ; 2 wrong usage, or something could not be read or
compared.

Examples:
  dynabackup diff --key pk:S,sk:N saved/ restored/
  dynabackup diff --key pk:S monday/ tuesday/ | jq -c 'select(.OldImage and .NewImage)'
)";

} // namespace

command add_diff(CLI::App& app) {
    auto& diff = add_command(app, "diff", "Compare the items of two exports by their keys", diff_explanation);
    auto const request = std::make_shared<diff_request>();
    add_two_exports(diff, request->paths);
    require(add_key(diff, request->options.key, "The key of the table, with the types: pk:S or pk:S,sk:N"));
    add_bytes(diff, "memory", request->memory,
              "Keep at most this many bytes of items in memory, such as 512M; default: 256M");
    add_jobs(diff, request->jobs);
    add_allow_empty(diff, request->options);
    add_max_record_bytes(diff, request->options);
    add_progress(diff, request->progress);
    add_color(diff, request->color);
    return {&diff, [request] { return diff_run(*request).run(); }};
}

} // namespace dynabackup::tool
