#include "split_command.hpp"

#include "check_options.hpp"
#include "split.hpp"

#include <charconv>
#include <limits>
#include <memory>

namespace dynabackup::tool {

namespace {

/// A number of bytes, `512M`; K, M and G are powers of 1024, as those of split(1).
std::size_t read_bytes(std::string const& given) {
    std::size_t value = 0;
    auto const* const last = given.data() + given.size();
    auto [end, error] = std::from_chars(given.data(), last, value);
    int shift = 0;
    if (end != last) {
        auto const unit = std::string_view("KMG").find(*end);
        if (unit != std::string_view::npos) shift = 10 * (static_cast<int>(unit) + 1), ++end;
    }
    if (error != std::errc{} || end != last || value == 0 ||
        value > std::numeric_limits<std::size_t>::max() >> shift)
        throw CLI::ValidationError("--bytes",
                                   fmt::format("'{}' is no number of bytes such as 1000000 or 64M", given));
    return value << shift;
}

constexpr char const* explanation =
    R"(Writes each backup of the inputs, in whatever layout they are, on a line: part-00000.ndjson and so on, and
manifest.json, which lists them with their records and bytes for 'dynabackup merge'. A record keeps its own bytes; if it
has line breaks, it loses its white space. A record that would be taken for something else if it stood alone stands in
its document, as {"BackupSummaries":[...]}.

--bytes and --records keep the order of the records; --parts deals them out one by one. Memory does not depend on the
size of the inputs.

What is damaged is reported, and in no part. The manifest is written last: without it the parts are not complete.

Exit status: 0 all records are in the parts; 1 something was damaged, the rest is written; 2 wrong usage, an input that
cannot be read, or output that cannot be written: then there is no manifest.

Examples:
  dynabackup split --bytes 256M --output parts/ dump.json.gz
  aws dynamodb list-backups | dynabackup split --parts 16 --output parts/
)";

} // namespace

command add_split(CLI::App& app) {
    auto& split = *app.add_subcommand("split", "Cut dumps into parts with one backup a line");
    auto const request = std::make_shared<split_request>();
    split.footer(explanation);
    split
        .add_option("FILE", request->paths,
                    "Files, directories, or - for standard input; none: standard input")
        ->option_text("...");
    add_value(split, "output", "FOLDER", "Write the parts there; it is made if it is not there",
              [request](std::string const& given) { request->output = given; })
        ->required();
    add_value(split, "bytes", "N", "Parts of at most so many bytes: 1000000, 512K, 64M, 1G",
              [request](std::string const& given) { request->sizes.bytes = read_bytes(given); });
    add_count(split, "records", request->sizes.records, 1, "Parts of so many records");
    add_count(split, "parts", request->sizes.parts, 1, "So many parts, all open at once");
    split.add_flag("--force", request->force, "Replace all parts that are in the folder");
    add_count(split, "jobs", request->jobs, 1, "How many threads read; default: as many as there are cores");
    add_max_depth(split, request->options);
    add_max_record_bytes(split, request->options);
    add_choice(split, "progress", request->progress,
               {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
               "A bar on standard error");
    add_color(split, request->color);
    return {&split, [request] {
                auto const& s = request->sizes;
                if ((s.bytes != 0) + (s.records != 0) + (s.parts != 0) == 1) return run(*request);
                complain("split needs one of --bytes, --records and --parts, and no more");
                return int{cannot_run};
            }};
}

} // namespace dynabackup::tool
