/// \file
/// Checks exports of any files: a line of the text is the name of a file, a space, and a line of that file. Whatever
/// the manifests say, every file is read once, and the number of threads does not matter.

#include <dynabackup/table_export/check_export.hpp>

#include "judge.hpp"

#include <map>
#include <string>
#include <vector>

using namespace fuzz;

namespace {

/// Returns the number of findings by file, rule and path.
std::map<std::string, std::size_t> counted(dump_report const& report) {
    std::map<std::string, std::size_t> all;
    for (auto const& [input, what] : report.findings)
        ++all[input + ' ' + std::string(what.rule->id) + ' ' + what.path];
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view text(reinterpret_cast<char const*>(data), size);
    std::map<std::string, std::string> files;
    while (!text.empty() && files.size() < 16) {
        auto const line = text.substr(0, text.find('\n'));
        auto const space = std::min(line.find(' '), line.size());
        (files["export/" + std::string(line.substr(0, space))] +=
         line.substr(std::min(space + 1, line.size()))) += '\n';
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    std::vector<dump_input> inputs;
    for (auto const& [name, content] : files) inputs.push_back(from_memory(content, name));
    dump_report one, several;
    auto const counts = table_export::check_export(inputs, one);
    dump_options chosen;
    chosen.jobs = 3;
    auto const with_threads = table_export::check_export(inputs, several, chosen);
    require(counts.items == with_threads.items && counts.records == with_threads.records,
            "threads change the counts");
    if (counts.rejected == 0 && with_threads.rejected == 0)
        require(counted(one) == counted(several), "threads change the findings");
    for (auto const& [input, what] : one.findings) require(what.rule != nullptr, "a finding without a rule");
    return 0;
}
