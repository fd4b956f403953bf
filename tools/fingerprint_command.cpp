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
            complain("libcrypto refuses SHA-256; there is no fingerprint without it");
            return cannot_run;
        }
        int const printed = print(
            fmt::format("{}  {} item{}\n", found.to_text(), found.items(), found.items() == 1 ? "" : "s"));
        if (damaged_ || unreadable_)
            complain("something was not read, so this is the fingerprint of the rest");
        return unreadable_ ? cannot_run : damaged_ && printed == all_is_well ? has_findings : printed;
    }
};

constexpr char const* explanation =
    R"text(Prints a number of 128 bits, and the number of items. The number depends on the items alone: not on their order, nor on
how they lie in files, nor on how numbers or JSON are spelled. Two exports with the same fingerprint have the same items:
the backup and what was restored from it, an export and the copy of it. Of an incremental export the changes count.

The number is the sum of the SHA-256 of all items, modulo 2^128. It tells apart what differs by accident, and not what
somebody made to look alike.

Exit status: 0; 1 something was damaged, and the fingerprint is that of the rest; 2 wrong usage, or a file that cannot be
read.

Examples:
  dynabackup fingerprint export/
  test "$(dynabackup fingerprint saved/)" = "$(dynabackup fingerprint restored/)"
)text";

} // namespace

command add_fingerprint(CLI::App& app) {
    auto& fingerprint = add_command(app, "fingerprint",
                                    "Print a number that depends on the items of exports alone", explanation);
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
