#pragma once
/// \file
/// The run of `dynabackup generate`.

#include <dynabackup/testing/scene.hpp>

#include "document_maker.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace dynabackup::tool {

enum class document_layout : unsigned char {
    page,   ///< one page with all records
    ndjson, ///< one document a line
    pretty, ///< as the AWS command line prints: the page, or one document after another
};

/// What the command line asks for.
struct generate_request {
    shape_maker const* shape = find_maker("ListBackupsOutput");
    rule const* broken = nullptr; ///< null: nothing is wrong in what is generated
    std::size_t records = 10;
    std::uint64_t seed = 0;
    std::optional<document_layout> layout; ///< none: what suits the shape
    testing::generate_options options;
};

/// Generates, and tells how the process ends.
int run(generate_request const& request);

} // namespace dynabackup::tool
