#pragma once
/// \file
/// `--shape` for commands that read documents.

#include "command_line.hpp"
#include "shapes.hpp"

#include <string>

namespace dynabackup::tool {

[[noreturn]] inline void refuse_shape(std::string const& given) {
    throw CLI::ValidationError(
        "--shape", fmt::format("no shape is called '{}'{}", given, suggestion(given, shape_names())));
}

inline CLI::Option* add_shape(CLI::App& app, document_kind& target) {
    return add_value(app, "shape", "SHAPE", "Read every document as this, e.g. DescribeBackupOutput",
                     [&target](std::string const& given) {
                         auto const* const kind = find_kind(given);
                         if (!kind) refuse_shape(given);
                         target = *kind;
                     });
}

} // namespace dynabackup::tool
