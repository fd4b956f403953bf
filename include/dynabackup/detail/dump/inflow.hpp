#pragma once
/// \file
/// The bytes that a decompressor reads.

#include <dynabackup/dump/source.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// A byte_source whose next bytes can be examined before they are read. Memory: 64 KiB.
class inflow {
public:
    explicit inflow(std::unique_ptr<byte_source> from) : from_(std::move(from)), bytes_(capacity, '\0') {}

    /// Returns the bytes that are buffered.
    std::string_view rest() const { return {bytes_.data() + begin_, end_ - begin_}; }
    void drop(std::size_t n) { begin_ += n; }

    /// Reads as a byte_source does.
    std::size_t read(char* to, std::size_t size, std::string& problem) {
        if (rest().empty()) return from_->read(to, size, problem);
        auto const n = rest().copy(to, size);
        drop(n);
        return n;
    }

    /// Reads until `rest` has at least `least` bytes, the input ends, or reading fails.
    void fill(std::size_t least, std::string& problem) {
        if (rest().size() >= least) return;
        bytes_.replace(0, end_ - begin_, rest());
        end_ -= std::exchange(begin_, 0);
        while (end_ < least && problem.empty()) {
            auto const n = from_->read(bytes_.data() + end_, bytes_.size() - end_, problem);
            if (n == 0) return;
            end_ += n;
        }
    }

private:
    static constexpr std::size_t capacity = std::size_t{1} << 16;

    std::unique_ptr<byte_source> from_;
    std::string bytes_;
    std::size_t begin_ = 0, end_ = 0;
};

/// Returns the bytes unchanged.
class plain_source final : public byte_source {
public:
    explicit plain_source(inflow&& from) : from_(std::move(from)) {}

    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        return from_.read(to, size, problem);
    }

private:
    inflow from_;
};

} // namespace dynabackup::detail
