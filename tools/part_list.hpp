#pragma once
/// \file
/// The parts of a dump, as `split` lists them in its manifest and `merge` compares them.

#include "json_writer.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace dynabackup::tool {

struct part {
    std::string name; ///< empty: it has none
    std::uint64_t records = 0;
    std::uint64_t rejected = 0; ///< of these records
    std::uint64_t bytes = 0;    ///< of text

    friend auto operator<=>(part const&, part const&) = default;
};

/// Appends the parts as a member of an object.
inline void append_parts(std::string& out, std::vector<part> const& parts) {
    json_writer json(out);
    json.open("parts", '[');
    for (auto const& p : parts) {
        json.open('{').key("name");
        if (p.name.empty()) json.null();
        else json.value(p.name);
        json("records", p.records)("rejected", p.rejected)("bytes", p.bytes).close("}");
    }
    json.close("]");
}

} // namespace dynabackup::tool
