#include <dynabackup/rules/items.hpp>
#include <dynabackup/table_export/fingerprint.hpp>

#include "check_options.hpp"
#include "commands.hpp"
#include "item_losses.hpp"
#include "output.hpp"
#include "reading_run.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

class fingerprint_run final : reading_run {
public:
    explicit fingerprint_run(reading_request const& request) : reading_run(request) {}

    int run() {
        auto const found = table_export::fingerprint_of(inputs_.all, options_for(item_losses), this);
        progress_.end();
        if (!found.is_complete()) {
            complain("libcrypto refuses SHA-256, which the fingerprint needs");
            return cannot_run;
        }
        int const printed = print(
            fmt::format("{}  {} item{}\n", found.to_text(), found.items(), found.items() == 1 ? "" : "s"));
        if (damaged_ || unreadable_) complain("some data was not read; this is the fingerprint of the rest");
        return unreadable_ ? cannot_run : damaged_ && printed == all_is_well ? has_findings : printed;
    }
};

constexpr char const* fingerprint_explanation =
    R"text(Prints a fingerprint of 128 bits, and the number of items. The fingerprint depends only on the items: not on
their order, their distribution over files, or the spelling of numbers and JSON. Two exports with the same fingerprint
have the same items: a table and the table restored from its backup, or an export and a copy of it. For an incremental
export, the changes count.

The fingerprint is the sum of the SHA-256 of all items, modulo 2^128. It detects accidental differences, but not those
that were constructed to keep the fingerprint.

Exit status: 0 everything was read; 1 something was damaged, and the fingerprint is that of the rest; 2 wrong usage,
or a file that cannot be read.

Examples:
  dynabackup fingerprint export/
  test "$(dynabackup fingerprint saved/)" = "$(dynabackup fingerprint restored/)"
)text";

} // namespace

command add_fingerprint(CLI::App& app) {
    auto& fingerprint = add_command(app, "fingerprint", "Print a fingerprint of the items of exports",
                                    fingerprint_explanation);
    auto const request = std::make_shared<reading_request>();
    add_files(fingerprint, request->paths);
    add_jobs(fingerprint, request->jobs);
    add_allow_empty(fingerprint, request->options);
    add_max_record_bytes(fingerprint, request->options);
    add_progress(fingerprint, request->progress);
    add_color(fingerprint, request->color);
    return {&fingerprint, [request] { return fingerprint_run(*request).run(); }};
}

} // namespace dynabackup::tool
