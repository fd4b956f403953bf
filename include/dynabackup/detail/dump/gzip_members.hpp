#pragma once
/// \file
/// Decompresses the members of a gzip file by either library.

#include <dynabackup/detail/dump/inflated.hpp>
#include <dynabackup/detail/dump/inflow.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

/// The first bytes of a gzip member.
inline constexpr std::string_view gzip_magic = "\x1F\x8B";

namespace detail {

/// Decompresses all members. \tparam Inflater isal_inflater or zlib_inflater.
template <class Inflater>
class gzip_members final : public byte_source {
public:
    explicit gzip_members(inflow&& from) : from_(std::move(from)) {}

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        if (!inflater_.ready()) problem = "not enough memory to decompress it";
        std::size_t written = 0;
        while (problem.empty() && written == 0 && next_member(problem)) written = inflate(to, size, problem);
        return written;
    }

private:
    /// Whether there is more to decompress: the rest of a member, or another member.
    bool next_member(std::string& problem) {
        if (in_member_) return true;
        from_.fill(gzip_magic.size(), problem);
        while (behind_member_ && !from_.rest().empty() &&
               from_.rest().front() == '\0') { // padding, as on tapes
            from_.drop(std::min(from_.rest().find_first_not_of('\0'), from_.rest().size()));
            from_.fill(gzip_magic.size(), problem);
        }
        if (!problem.empty() || (behind_member_ && from_.rest().empty())) return false;
        if (!from_.rest().starts_with(gzip_magic)) {
            problem = "data that is not gzip follows the compressed data; it was not read";
            return false;
        }
        inflater_.begin_member();
        return in_member_ = true;
    }

    std::size_t inflate(char* to, std::size_t size, std::string& problem) {
        auto const step = inflater_.inflate(from_.rest(), to, size);
        from_.drop(step.read);
        if (step.then == inflated::outcome::member_ended) {
            in_member_ = false;
            behind_member_ = true;
        } else if (step.then == inflated::outcome::damaged) {
            problem = "its gzip compressed data is damaged";
            if (step.damage) problem.append(": ").append(step.damage);
        } else if (step.written == 0) {
            return go_on(step, to, size, problem);
        }
        return step.written;
    }

    /// Continues after a step without output. Reads more input only then, so that decompressed bytes do not wait for
    /// it.
    std::size_t go_on(inflated const& step, char* to, std::size_t size, std::string& problem) {
        if (from_.rest().empty()) {
            from_.fill(1, problem);
            if (!from_.rest().empty()) return 0;
            if (problem.empty()) problem = "its gzip compressed data ends too early: it was cut off";
            return inflater_.finish(to, size);
        }
        if (step.read == 0) // a defect of the library must not hang the reader
            problem = "its gzip compressed data is damaged: no progress";
        return 0;
    }

    inflow from_;
    Inflater inflater_;
    bool in_member_ = false;
    bool behind_member_ = false; ///< a member has ended
};

} // namespace detail

} // namespace dynabackup
