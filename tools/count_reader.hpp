#pragma once
/// \file
/// Reads what other commands have counted, and adds it up: summaries, statistics, and the answers of `map`.

#include "part_list.hpp"
#include "stats.hpp"

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// A text that is none of these.
struct unreadable_counts : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class count_form : unsigned char { summary, statistics };

/// What adds up, in any order.
struct count_sum {
    std::optional<count_form> form; ///< none: nothing was added
    collected_stats counted{};      ///< of a summary: `read` only
    std::uint64_t microseconds = 0; ///< of a summary
    bool one_time = true;           ///< everything was counted for the time `counted.now`
    std::vector<part> parts;        ///< those that the texts list by name
    part rest;                      ///< what they do not list so
    bool answers = false;           ///< of `map`, which do not tell of files, were among them
};

class count_reader {
public:
    /// Adds what a line has counted. A key and a tab may stand before it. Throws unreadable_counts; then the sum is of
    /// no use.
    void add(std::string_view line, count_sum& to);

    /// The parts that a manifest of `split` lists. Throws the same.
    std::vector<part> read_manifest(std::string_view text);

private:
    using object = simdjson::dom::object;

    object parse(std::string_view text);
    void add_answer(object from, count_sum& to);
    void add_statistics(object from, count_sum& to);
    void add_summary(object from, count_sum& to);
    void add_read(object from, totals& to);
    void add_parts(object from, part const& all, count_sum& to);
    /// The same text, as long as this lives.
    std::string_view keep(std::string_view name);

    simdjson::dom::parser parser_;
    std::set<std::string, std::less<>> names_; ///< of rules and shapes, which this version may not know
};

} // namespace dynabackup::tool
