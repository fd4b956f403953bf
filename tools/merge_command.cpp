#include "commands.hpp"
#include "count_reader.hpp"
#include "input.hpp"
#include "line_reader.hpp"
#include "output.hpp"
#include "output_file.hpp"
#include "stats_json.hpp"
#include "summary_output.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::tool {

namespace {

/// The options of the command.
struct merge_request {
    std::vector<std::string> paths;
    std::string name;       ///< of the part on standard input; empty: it has none
    std::size_t expect = 0; ///< number of parts; 0: any
    std::string manifest;   ///< a file of `split`; empty: none
};

/// The longest line, which is simdjson's limit. A line has all statistics of a run.
constexpr std::size_t longest_line = 0xFFFF'FFFFu - 64u;

class merge_run {
public:
    explicit merge_run(merge_request const& request) : request_(request) {}

    int run() {
        auto const inputs = find_inputs(request_.paths, [this](auto name, auto reason, bool warning) {
            complain_of(name, reason, warning);
            failed_ |= !warning;
        });
        for (auto const& input : inputs.all) add(input);
        read_manifest();
        if (failed_) {
            complain("nothing is printed: a sum without this input would be wrong");
            return cannot_run;
        }
        std::ranges::sort(sum_.parts);
        compare_parts();
        int const printed = print(text());
        return printed != all_is_well ? printed : problems_ ? has_findings : all_is_well;
    }

private:
    void fail(std::string_view name, std::string_view why) {
        complain(fmt::format("{}: {}", name, why));
        failed_ = true;
    }

    void add(dump_input const& input) {
        std::string problem;
        auto source = input.open(problem);
        if (!source) return fail(input.name, problem);
        line_reader lines(std::move(source), longest_line);
        auto const listed = sum_.parts.size();
        sum_.rest = {};
        sum_.answers = false;
        std::size_t number = 0;
        while (auto const line = lines.next([] {})) {
            ++number;
            try {
                if (line->too_long) throw unreadable_counts("this line is too long");
                if (line->text.find_first_not_of(" \t\r") != line->text.npos) reader_.add(line->text, sum_);
            } catch (unreadable_counts const& error) {
                return fail(fmt::format("{}:{}", input.name, number), error.what());
            }
        }
        if (!lines.problem().empty()) return fail(input.name, lines.problem());
        if (sum_.answers) ++sum_.counted.read.files;
        bool const has_rest = sum_.rest != part{};
        sum_.rest.name = input.name == standard_input ? request_.name : input.name;
        if (has_rest || (sum_.parts.size() == listed && !sum_.rest.name.empty()))
            sum_.parts.push_back(sum_.rest);
    }

    void read_manifest() {
        if (request_.manifest.empty()) return;
        std::string problem;
        auto const text = read_input(from_file(request_.manifest), problem);
        if (!problem.empty()) return fail(request_.manifest, problem);
        try {
            for (auto& p : reader_.read_manifest(text)) {
                auto name = p.name;
                manifest_.emplace(std::move(name), std::move(p));
            }
        } catch (unreadable_counts const& error) {
            fail(request_.manifest, error.what());
        }
    }

    /// Reports the first problems with the parts.
    void compare_parts() {
        std::map<std::string_view, part const*> found;
        std::size_t distinct = 0;
        for (std::size_t i = 0, next = 0; i < sum_.parts.size(); i = next) {
            auto const& p = sum_.parts[i];
            while (next < sum_.parts.size() && sum_.parts[next].name == p.name) ++next;
            if (p.name.empty()) {
                if (request_.expect || !request_.manifest.empty())
                    tell(fmt::format("records of a part without a name: {}; see --name", p.records));
                continue;
            }
            ++distinct;
            found.emplace(p.name, next - i == 1 ? &p : nullptr);
            if (next - i != 1) tell(fmt::format("{}: counted {} times", p.name, next - i));
        }
        if (request_.expect && distinct != request_.expect)
            tell(fmt::format("number of parts that were counted: {}, not {}", distinct, request_.expect));
        if (!request_.manifest.empty()) compare_with_manifest(found);
        if (problems_ > most_told)
            complain(fmt::format("more problems with the parts: {}", problems_ - most_told));
    }

    void compare_with_manifest(std::map<std::string_view, part const*> const& found) {
        for (auto const& [name, written] : manifest_) {
            auto const counted = found.find(name);
            if (counted == found.end()) {
                tell(fmt::format("{}: missing; its number of records is {}", name, written.records));
            } else if (auto const* is = counted->second; is && *is != written) {
                tell(fmt::format(
                    "{}: {} records ({} rejected) in {} bytes were counted, but {} ({}) in {} were written",
                    name, is->records, is->rejected, is->bytes, written.records, written.rejected,
                    written.bytes));
            }
        }
        for (auto const& [name, counted] : found)
            if (!manifest_.contains(name)) tell(fmt::format("{}: not in the manifest", name));
    }

    void tell(std::string_view problem) {
        if (problems_++ < most_told) complain(problem);
    }

    std::string text() {
        auto& counted = sum_.counted;
        if (!sum_.one_time) counted.now.reset();
        counted.read.seconds = static_cast<double>(sum_.microseconds) / 1e6;
        auto text = sum_.form == count_form::summary ? summary_json(counted.read) : stats_json(counted);
        text.resize(text.size() - std::string_view("}\n").size());
        append_parts(text, sum_.parts);
        return text += "}\n";
    }

    static constexpr std::size_t most_told = 20;

    merge_request const& request_;
    count_reader reader_;
    count_sum sum_;
    std::map<std::string, part, std::less<>> manifest_;
    bool failed_ = false;
    std::size_t problems_ = 0;
};

constexpr char const* merge_explanation =
    R"(Adds the output of 'check --summary', 'stats --format json', 'map' and 'merge' itself, one JSON object per line.
Summaries are added to a summary; statistics and answers of 'map' are added to statistics. The sum is what one run
over everything would have counted, in any order and grouping. The exceptions are 'files', which counts a stream of
answers as one file, and 'at'. Answers of 'map' have only the number of items.

The sum lists its parts, each with its records. A file is a part with the name of the file, unless it lists parts
itself. A part that occurs twice, is missing from the inputs or from the manifest of 'split', or differs from the
manifest is reported on standard error.

Exit status: 0 the parts are complete; 1 something is wrong with the parts; 2 wrong usage, or an input that cannot be
read: then no sum is printed.

Examples:
  dynabackup map < dump.ndjson | dynabackup merge
  dynabackup map < part-00000.ndjson | dynabackup merge --name part-00000.ndjson > sums/part-00000.json
  dynabackup merge --manifest parts/manifest.json sums/*.json
                                                was each part counted once, and completely?
)";

} // namespace

command add_merge(CLI::App& app) {
    auto& merge =
        add_command(app, "merge", "Add up counts and statistics of several runs", merge_explanation);
    auto const request = std::make_shared<merge_request>();
    add_files(merge, request->paths);
    add_value(merge, "name", "NAME", "The name of the part on standard input; default: it has no name",
              [request](std::string const& given) { request->name = given; });
    add_count(merge, "expect", request->expect, 1,
              "The number of parts with different names that must be there");
    add_value(merge, "manifest", "FILE", "Compare the parts with those that 'split' listed in this file",
              [request](std::string const& given) { request->manifest = given; });
    return {&merge, [request] { return merge_run(*request).run(); }};
}

} // namespace dynabackup::tool
