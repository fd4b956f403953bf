#pragma once
/// \file
/// Expectations of whole table exports: of the folder that an emulator, or another program that imitates DynamoDB, has
/// written. Link with OpenSSL, zlib or ISA-L, and libzstd, as for check_export.
///
/// \code
/// CHECK_THAT("out/AWSDynamoDB", ConformsTo<export_folder>());
/// CHECK_THAT("out/broken", ViolatesAt<export_folder>("export.data-checksum", "/md5Checksum"));
/// \endcode

#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/display/finding_text.hpp>
#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/table_export/check_export.hpp>
#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/printing.hpp>

#include <boost/describe/class.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::testing {

/// Stands for a whole export where a matcher needs a shape: `ConformsTo<export_folder>`. The matcher accepts the path
/// of a folder, or the files as inputs. A folder without an export does not conform, nor does a file that cannot be
/// read.
struct export_folder {};
BOOST_DESCRIBE_STRUCT(export_folder, (), ())

/// An expectation of whole exports. It is constructed with the arguments of `Expectation`.
template <class Expectation>
class expectation<export_folder, Expectation> : public Expectation {
public:
    /// The subject, unless it is the path of a folder: files as stored.
    using shape = std::vector<dump_input>;
    using Expectation::Expectation;

    /// Judges the files in a folder and its subfolders.
    verdict judge(std::string_view folder) const {
        std::vector<file_problem> problems;
        auto const inputs = table_export::files_of_export(std::string(folder), &problems);
        dump_report found;
        for (auto const& p : problems)
            if (!p.skipped) found.problem(p.path, p.reason);
        return judge(inputs, folder, found);
    }
    /// Judges files.
    verdict judge(shape const& inputs) const {
        dump_report found;
        return judge(inputs, "the export", found);
    }

    /// Returns why the expectation itself is invalid; empty if it is valid.
    std::string misuse() const { return Expectation::misuse(rule_catalog(), name); }
    /// Returns the expectation in words.
    std::string description() const { return Expectation::description(name); }

private:
    static constexpr std::string_view name = "a table export";

    verdict judge(shape const& inputs, std::string_view folder, dump_report& found) const {
        dump_options chosen;
        chosen.check = Expectation::options();
        chosen.check.excerpt_bytes = display::excerpt_reach(failure_width);
        auto const counts = table_export::check_export(inputs, found, chosen);
        if (counts.shapes.empty() && counts.rejected == 0 && found.findings.empty() && found.problems.empty())
            found.problem(folder, "the folder has no part of an export");
        std::vector<finding const*> all;
        std::string shown;
        for (auto const& [input, what] : found.findings) {
            all.push_back(&what);
            display::append_finding(shown, input, what, what.source.empty() ? 0 : failure_width);
        }
        for (auto const& p : found.problems) shown += concat(p.input, ": ", p.reason, '\n');
        if (shown.empty()) shown = "no findings\n";
        shown.pop_back();
        auto result = Expectation::judge(all, std::move(shown));
        result.holds = result.holds && found.problems.empty();
        return result;
    }
};

} // namespace dynabackup::testing
