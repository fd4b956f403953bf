#pragma once
/// \file
/// Writes findings in some format.

#include <dynabackup/report.hpp>

#include "totals.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Appends to a text, which the caller writes to the output.
class finding_output {
public:
    virtual ~finding_output() = default;

    /// Appends a finding. `name`: of its file.
    virtual void show(std::string& out, std::string_view name, finding const& found) = 0;
    /// Returns the value that the format needs for check_options::excerpt_bytes.
    virtual std::size_t excerpt_bytes() const { return 0; }
    /// Notes that a file or directory cannot be read, or, with a warning, that it is left out.
    virtual void problem(std::string_view name, std::string_view reason, bool warning) = 0;
    /// Appends what follows the findings, after everything has been read.
    virtual void end(std::string& out, totals const& all) = 0;
};

} // namespace dynabackup::tool
