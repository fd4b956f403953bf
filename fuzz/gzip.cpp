/// \file
/// Checks that, for any text after the beginning of a gzip member and any cuts, either both libraries report damage or
/// neither does, and that their outputs are equal. The first bytes choose the cuts.

#include <dynabackup/detail/dump/gzip_members.hpp>
#include <dynabackup/detail/dump/isal_inflater.hpp>
#include <dynabackup/detail/dump/zlib_inflater.hpp>

#include "judge.hpp"
#include "pieces.hpp"

#include <string>

using namespace fuzz;

namespace {

struct content {
    std::string text, problem;
};

template <class Inflater>
content read(std::string_view packed, std::size_t in_step, std::size_t out_step) {
    constexpr std::size_t enough = 4'000'000; // of a bomb
    content got;
    detail::gzip_members<Inflater> source(detail::inflow(std::make_unique<pieces>(packed, in_step)));
    std::string bytes(out_step, '\0');
    while (got.problem.empty() && got.text.size() < enough) {
        auto const n = source.read(bytes.data(), bytes.size(), got.problem);
        require(n <= bytes.size(), "more than there is room for");
        got.text.append(bytes, 0, n);
        if (n == 0) break;
    }
    return got;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    constexpr std::size_t head = 2;
    if (size < head) return 0;
    std::string packed(gzip_magic);
    packed.append(reinterpret_cast<char const*>(data) + head, size - head);
    std::size_t const in_step = 1 + data[0] * data[0], out_step = 1 + 16u * data[1] * data[1];
    auto const isal = read<detail::isal_inflater>(packed, in_step, out_step);
    auto const zlib = read<detail::zlib_inflater>(packed, in_step, out_step);
    auto const other = read<detail::isal_inflater>(packed, out_step, in_step);
    require(other.problem.empty() == isal.problem.empty(), "whether it is damaged depends on the cuts");
    if (zlib.problem.empty() && isal.problem.empty()) require(zlib.text == isal.text, "they differ");
    // ISA-L accepts a block whose codes are incomplete if it uses only codes that exist.
    if (zlib.problem.empty()) require(isal.problem.empty(), "zlib reads something that ISA-L does not read");
    return 0;
}
