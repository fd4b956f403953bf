#pragma once
/// \file
/// Reads an export in Amazon Ion as DynamoDB JSON, line by line.

#include <dynabackup/detail/dump/inflow.hpp>
#include <dynabackup/detail/dump/ion_line.hpp>
#include <dynabackup/detail/json/window.hpp>
#include <dynabackup/dump/source.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// Passes text on. If it is Ion, translates each line into one of DynamoDB JSON. Passes on a line that cannot be
/// translated, or is longer than 16 MiB, as an item that is not JSON, so that it is one finding. Memory: a line.
class ion_source final : public byte_source {
public:
    /// `is_ion`: the text is Ion, however it begins.
    explicit ion_source(std::unique_ptr<byte_source> from, bool is_ion = false)
        : from_(std::move(from)), is_ion_(is_ion) {}

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        if (!std::exchange(has_begun_, true)) look();
        if (!is_ion_ && (problem_.empty() || !from_.rest().empty())) return from_.read(to, size, problem);
        while (is_ion_ && json_.empty() && !has_ended_) read_lines();
        auto const n = std::string_view(json_).substr(given_).copy(to, size);
        if (n == 0) problem = problem_;
        given_ += n;
        if (given_ == json_.size()) {
            json_.clear();
            given_ = 0;
        }
        return n;
    }

    /// Whether a text begins as Ion. A byte order mark and white space may come before.
    static bool is_ion(std::string_view text) {
        if (text.starts_with(json::byte_order_mark)) text.remove_prefix(json::byte_order_mark.size());
        auto const first = text.find_first_not_of(" \t\r\n");
        return first != text.npos && text.substr(first).starts_with(ion_marker);
    }

private:
    /// Looks at the beginning. Does not wait for more of it than is needed.
    void look() {
        from_.fill(1, problem_);
        auto const text = from_.rest();
        if (!is_ion_ && !text.empty() && text.find_first_not_of(" \t\r\n\xEF$") == 0) return;
        from_.fill(beginning, problem_);
        is_ion_ = is_ion_ || is_ion(from_.rest());
        if (is_ion_ && from_.rest().starts_with(json::byte_order_mark))
            from_.drop(json::byte_order_mark.size());
    }

    /// Reads some bytes, and translates the lines that end in them.
    void read_lines() {
        auto const size = line_.size();
        line_.resize(size + step);
        auto const n = from_.read(line_.data() + size, step, problem_);
        line_.resize(size + n);
        has_ended_ = n == 0;
        std::size_t begin = 0;
        for (auto end = line_.find('\n', size); end != line_.npos; end = line_.find('\n', begin)) {
            pass_on(std::string_view(line_).substr(begin, end - begin), true);
            json_ += '\n';
            begin = end + 1;
        }
        line_.erase(0, begin);
        bool const is_long = line_.size() > longest;
        if (!has_ended_ && !is_long) return;
        if (!line_.empty()) pass_on(line_, !is_long);
        line_.clear();
    }

    /// Translates a line, or a part of one that is too long.
    void pass_on(std::string_view line, bool is_whole) {
        bool const goes_on = std::exchange(is_too_long_, !is_whole);
        bool const is_blank = line.find_first_not_of(" \t\r") == line.npos;
        if (!goes_on && !is_blank) {
            if (is_whole && ion_line::translate(line, json_)) return;
            (json_ += damaged_item) += line.starts_with(ion_marker) ? "" : ion_marker;
        }
        json_ += line;
    }

    /// Precedes the text of a line that is not translated, which then begins with the marker, so that it is not JSON:
    /// reading resumes after damage where an item begins.
    static constexpr std::string_view damaged_item = "{\"Item\":";
    static constexpr std::size_t beginning = 64, step = std::size_t{1} << 16, longest = std::size_t{16} << 20;

    inflow from_;
    std::string problem_;   ///< why reading failed; reported after the text before it
    std::string line_;      ///< the beginning of a line that has not ended
    std::string json_;      ///< what can be given to the reader
    std::size_t given_ = 0; ///< bytes of json_
    bool has_begun_ = false, has_ended_ = false, is_ion_ = false;
    bool is_too_long_ = false; ///< the beginning of the line has been passed on
};

} // namespace dynabackup::detail
