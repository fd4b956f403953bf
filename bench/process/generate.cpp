// Writes a dump of about BYTES bytes to standard output: 4 MB of different backups, repeated.
//   bench_generate wire|pretty|ndjson|descriptions|damaged|clumio BYTES
#include "data/clumio.hpp"
#include "data/describe_backup.hpp"
#include "data/list_backups.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

bool put(std::string_view text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); }

/// Writes a page or lines of backups.
int write_backups(bench::spelling how, bench::list_text around, std::size_t bytes) {
    constexpr std::size_t block_size = 4'000'000;
    bench::random_source random;
    std::string block;
    if (!put(around.open)) return 1;
    for (std::size_t done = around.open.size(); done < bytes;) {
        if (block.size() < block_size) {
            auto const more =
                std::string(around.between) + bench::summary_text(bench::make_backup(random), how, random);
            auto const text = std::string_view(more).substr(block.empty() ? around.between.size() : 0);
            if (!put(text)) return 1;
            done += text.size();
            block += more;
        } else {
            if (!put(block)) return 1;
            done += block.size();
        }
    }
    return put(around.close) ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return std::fputs("bench_generate wire|pretty|ndjson|descriptions|damaged|clumio BYTES\n", stderr), 2;
    std::string_view const what = argv[1];
    std::size_t const bytes = std::strtoull(argv[2], nullptr, 10);
    using bench::spelling;
    if (what == "wire") return write_backups(spelling::wire, bench::page_text(spelling::wire), bytes);
    if (what == "pretty") return write_backups(spelling::cli, bench::page_text(spelling::cli), bytes);
    if (what == "ndjson") return write_backups(spelling::wire, {"", "\n", "\n"}, bytes);
    if (what == "descriptions") return put(bench::describe_backup(false, bytes).text) ? 0 : 1;
    if (what == "damaged") return put(bench::describe_backup(true, bytes).text) ? 0 : 1;
    if (what == "clumio") return put(bench::clumio_page(bytes).text) ? 0 : 1;
    return std::fputs("there is no such dump\n", stderr), 2;
}
