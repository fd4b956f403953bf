#pragma once
// The scenario: one page of ListBackups, in memory, in the two spellings that people have.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

namespace list_backups {

enum class spelling {
    wire, // as AWS sends it: compact, members sorted by name, times as numbers
    cli   // as the command line prints it: pretty, members in documented order, times as text
};

/// A page with that many backups; the same for every contender and run.
inline std::string make_page(std::size_t backups, spelling how) {
    std::string page = how == spelling::wire ? "{\"BackupSummaries\":[" : "{\n    \"BackupSummaries\": [\n";
    std::uint64_t state = 88172645463325252;
    auto number = [&](std::uint64_t below) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state % below;
    };
    auto padded = [](std::uint64_t n, std::size_t digits) {
        auto text = std::to_string(n);
        return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
    };
    auto hex = [&](std::size_t digits) {
        std::string text;
        while (text.size() < digits) text += "0123456789abcdef"[number(16)];
        return text;
    };
    for (std::size_t i = 0; i < backups; ++i) {
        std::string const table = "orders-" + padded(number(5000), 4);
        std::string const table_arn =
            "arn:aws:dynamodb:eu-west-1:" + padded(number(1'000'000'000'000), 12) + ":table/" + table;
        std::uint64_t const created = 1'500'000'000'000 + number(260'000'000'000); // milliseconds
        bool const system = number(5) == 0;
        auto seconds = [&](std::uint64_t ms) {
            return std::to_string(ms / 1000) + '.' + padded(ms % 1000, 3);
        };
        std::string const arn = table_arn + "/backup/" + padded(created, 14) + '-' + hex(8);
        std::string const id = hex(8) + '-' + hex(4) + '-' + hex(4) + '-' + hex(4) + '-' + hex(12);
        std::string const name = system ? table + "$DeletedTableBackup" : table + "-nightly";
        std::string const type = system ? "SYSTEM" : "USER";
        std::string const size = std::to_string(number(100'000'000'000));
        std::uint64_t const expires = created + 35ull * 24 * 3600 * 1000;
        if (i) page += how == spelling::wire ? "," : ",\n";
        if (how == spelling::wire) {
            page += "{\"BackupArn\":\"" + arn + "\",\"BackupCreationDateTime\":" + seconds(created);
            if (system) page += ",\"BackupExpiryDateTime\":" + seconds(expires);
            page += ",\"BackupName\":\"" + name + "\",\"BackupSizeBytes\":" + size +
                    ",\"BackupStatus\":\"AVAILABLE\",\"BackupType\":\"" + type + "\",\"TableArn\":\"" +
                    table_arn + "\",\"TableId\":\"" + id + "\",\"TableName\":\"" + table + "\"}";
        } else {
            auto line = [&](std::string const& key, std::string const& value, char const* end = ",\n") {
                page += "            \"" + key + "\": " + value + end;
            };
            auto quoted = [](std::string const& text) { return '"' + text + '"'; };
            auto time = [&](std::uint64_t ms) { // the day does not matter here, its spelling does
                return "\"2024-06-" + padded(1 + ms % 30, 2) + "T" + padded(ms % 24, 2) + ":" +
                       padded(ms % 60, 2) + ":07." + padded(ms % 1000, 3) + "000+02:00\"";
            };
            page += "        {\n";
            line("TableName", quoted(table));
            line("TableId", quoted(id));
            line("TableArn", quoted(table_arn));
            line("BackupArn", quoted(arn));
            line("BackupName", quoted(name));
            line("BackupCreationDateTime", time(created));
            if (system) line("BackupExpiryDateTime", time(expires));
            line("BackupStatus", quoted("AVAILABLE"));
            line("BackupType", quoted(type));
            line("BackupSizeBytes", size, "\n        }");
        }
    }
    return page + (how == spelling::wire ? "]}" : "\n    ]\n}\n");
}

/// The page of a benchmark; its argument is the spelling. 20,000 backups: larger than the second-level cache.
inline std::string const& page(benchmark::State const& state) {
    static std::string const wire = make_page(20'000, spelling::wire), cli = make_page(20'000, spelling::cli);
    return state.range(0) == 0 ? wire : cli;
}

inline void report(benchmark::State& state, std::size_t records) {
    if (records != 20'000) state.SkipWithError("not every backup was read");
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page(state).size()));
}

} // namespace list_backups
