// The program that the tool is compared with: loads a document of ListBackups and reads every member as a view.
//   bench_on_demand FILE
#include "list_backups/on_demand.hpp"

#include <cstdint>
#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 2) return std::fputs("bench_on_demand FILE\n", stderr), 2;
    try {
        simdjson::padded_string const text = simdjson::padded_string::load(argv[1]);
        simdjson::ondemand::parser parser;
        bench::tally sum;
        list_backups::for_each_view<double>(parser, text, [&](auto const& backup) { add(sum, backup); });
        std::printf("%zu backups, %ju\n", sum.records, static_cast<std::uintmax_t>(sum.members + sum.times));
    } catch (simdjson::simdjson_error const& e) {
        return std::fprintf(stderr, "%s: %s\n", argv[1], e.what()), 1;
    }
}
