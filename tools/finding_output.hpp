#pragma once
/// \file
/// A way to write findings.

#include <dynabackup/finding.hpp>

#include "totals.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Appends to a text; the caller writes it.
class finding_output {
public:
    virtual ~finding_output() = default;

    /// `name` is that of the file of the finding.
    virtual void show(std::string& out, std::string_view name, finding const& found) = 0;
    /// What it needs of the lines of findings: options::excerpt_bytes.
    virtual std::size_t excerpt_bytes() const { return 0; }
    /// A file or directory cannot be read, or, only a warning, is not.
    virtual void problem(std::string_view name, std::string_view reason, bool warning) = 0;
    /// All has been read.
    virtual void end(std::string& out, totals const& all) = 0;
};

} // namespace dynabackup::tool
