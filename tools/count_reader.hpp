#pragma once
/// \file
/// Reads the counts that other commands print, and adds them up: summaries, statistics, and the answers of `map`.

#include "json_members.hpp"
#include "part_list.hpp"
#include "totals.hpp"

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

enum class count_form : unsigned char { summary, statistics };

/// A sum of counts. The order in which they are added does not matter.
struct count_sum {
    std::optional<count_form> form; ///< none: nothing was added
    collected_stats counted{};      ///< of a summary: `read` only
    std::uint64_t microseconds = 0; ///< of a summary
    bool one_time = true;           ///< everything was counted for the same time, `counted.now`
    std::vector<part> parts;        ///< the parts that the texts list by name
    part rest;                      ///< everything that has no name
    bool answers = false;           ///< answers of `map`, which do not count files, were added
};

class count_reader {
public:
    /// Adds the counts of a line, which may begin with a key and a tab. If it throws unreadable_counts, the sum
    /// is unspecified.
    void add(std::string_view line, count_sum& to);

    /// Returns the parts that a manifest of `split` lists. Throws unreadable_counts.
    std::vector<part> read_manifest(std::string_view text);

private:
    using object = simdjson::dom::object;

    object parse(std::string_view text);
    void add_answer(object from, count_sum& to);
    void add_statistics(object from, count_sum& to);
    void add_summary(object from, count_sum& to);
    void add_read(object from, totals& to);
    void add_parts(object from, part const& all, count_sum& to);
    /// Returns a copy of a name that lives as long as this object.
    std::string_view keep(std::string_view name);

    simdjson::dom::parser parser_;
    std::set<std::string, std::less<>> names_; ///< of rules and shapes; this version may not know them
};

} // namespace dynabackup::tool
