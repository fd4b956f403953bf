#pragma once
/// \file
/// The state of an object that is being read.

#include <dynabackup/detail/read/reader.hpp>

#include <cstdint>
#include <string_view>

namespace dynabackup::detail {

/// An object that is being read.
struct object_frame {
    reader& in;
    shape_table const& shape;
    void* object;
    path_node const& where;
    std::uint64_t seen;      ///< the members that have been read, and those that the edition does not have
    bool over = false;       ///< its end has been read
    std::uint8_t member = 0; ///< the index of the member that is being read
    std::string_view spelled = {};      ///< the name of that member in the text
    name_collection* unknown = nullptr; ///< the unknown members that have been read; null: they are not noted
};

} // namespace dynabackup::detail
