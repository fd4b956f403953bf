#pragma once
/// \file
/// Reading inputs as a shape that is known by its name only at run time.

#include <dynabackup/document_reader.hpp>

#include "nearest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

using dynabackup::detail::document_reader;

/// A way to read documents.
struct document_kind {
    std::unique_ptr<document_reader> (*make_reader)();
    std::optional<std::size_t> shape; ///< its index in all_shapes; none: the reader says which

    /// The shape of the document that was read last.
    std::size_t shape_of(document_reader const& reader) const { return shape ? *shape : reader.here(); }
};

/// Every document is what its members make it.
document_kind any_known_kind();

/// Every document is of that shape. Null if there is no such shape.
document_kind const* find_kind(std::string_view shape);

std::vector<std::string_view> shape_names();

[[noreturn]] inline void refuse_shape(std::string const& given) {
    throw CLI::ValidationError(
        "--shape", fmt::format("no shape is called '{}'{}", given, suggestion(given, shape_names())));
}

/// Takes the value of --shape.
inline void take_shape(document_kind& target, std::string const& given) {
    auto const* const kind = find_kind(given);
    if (!kind) refuse_shape(given);
    target = *kind;
}

} // namespace dynabackup::tool
