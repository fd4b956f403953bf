#pragma once
/// \file
/// Checks exports of tables that are files in memory.

#include <dynabackup/table_export/check_export.hpp>

#include "table_export/export_files.hpp"

#include <string>
#include <vector>

namespace exports_fixtures {

struct checked {
    findings found;
    dynabackup::summary counts;
    std::vector<std::string> problems;
};

/// Checks the files as one export.
inline checked check_files(files const& f, dynabackup::dump_options const& chosen = {}) {
    std::vector<dynabackup::dump_input> inputs;
    for (auto const& [path, bytes] : f) inputs.push_back(dynabackup::from_memory(bytes, "here/" + path));
    dynabackup::dump_report report;
    checked result;
    result.counts = dynabackup::table_export::check_export(inputs, report, chosen);
    result.found = lines_of(report);
    for (auto const& p : report.problems) result.problems.push_back(p.input.substr(p.input.rfind('/') + 1));
    return result;
}

} // namespace exports_fixtures
