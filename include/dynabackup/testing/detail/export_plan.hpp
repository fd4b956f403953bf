#pragma once
/// \file
/// The plan of a generated export, before anything is written: its table, its times and its lines.

#include <dynabackup/rules/exports.hpp>
#include <dynabackup/table_export/export_names.hpp>
#include <dynabackup/testing/detail/exports.hpp>
#include <dynabackup/testing/detail/table_items.hpp>
#include <dynabackup/testing/export_options.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace dynabackup::testing::detail {

/// The plan of an export. All exports of one seed are of the same table: a full export as of a time, and the changes
/// after that time.
struct export_plan {
    export_plan(std::uint64_t given, export_options const& chosen, bool incremental)
        : seed(given), lines(chosen.items), is_incremental(incremental), s(given, chosen.documents),
          items(s) {
        using namespace std::chrono;
        auto const created = floor<seconds>(s.backup().created.time_since_epoch());
        auto const as_of = created - hours{48};
        from = as_of;
        to = as_of + hours{s.random().between(1, 24)};
        milliseconds const delay{s.random().between(1, 60'000)};
        describe_export(summary, (incremental ? to : from) + delay, s);
        if (incremental) make_incremental(summary, from, to, s);
        else make_full(summary, from);
        summary.s3_prefix = nullptr;
        summary.manifest_files_s3_key = table_export::manifest_key(
            table_export::read_export_id(summary.export_arn)->text, table_export::files_name);
    }

    /// The number of data files, one for each partition of the table: at least four, and one for each 50,000 lines.
    std::size_t files() const {
        constexpr std::uint64_t least = 4, lines_of_file = 50'000;
        return static_cast<std::size_t>(std::max(least, (lines + lines_of_file - 1) / lines_of_file));
    }
    /// The first line of a data file. The files differ in size.
    std::uint64_t first_line(std::size_t file) const {
        auto const n = files();
        if (file == 0 || file >= n) return file == 0 ? 0 : lines;
        auto const even = lines / n * file + lines % n * file / n;
        auto const reach = static_cast<std::int64_t>(lines / n / 4);
        return even +
               static_cast<std::uint64_t>(random_source(seed_of_part(seed, file)).between(-reach, reach));
    }

    /// Appends a line of the data, without a line feed.
    void append_line(std::string& out, std::uint64_t line) const {
        if (is_incremental) return append_change(out, line);
        items.append_item(out += R"({"Item":)", line, 0);
        out += '}';
    }

    /// Whether a change deletes an item. Of eight changes, four replace an item, two delete one, and two add one.
    static bool deletes(std::uint64_t line) { return (line & 6) == 4; }
    static bool adds(std::uint64_t line) { return (line & 6) == 6; }

    std::uint64_t seed, lines;
    bool is_incremental;
    scene s;
    table_items items;
    std::chrono::milliseconds from{},
        to{}; ///< the window of the changes; the full export is as of its beginning
    table_export::ManifestSummary summary;

private:
    void append_change(std::string& out, std::uint64_t line) const {
        constexpr std::uint64_t new_items = std::uint64_t{1} << 48; // no full export has this many
        auto const item = adds(line) ? new_items + line : line;
        auto const window = std::chrono::microseconds(to - from).count();
        auto const steps = static_cast<std::int64_t>(lines);
        auto const at = static_cast<std::int64_t>(line);
        auto const time =
            std::chrono::microseconds(from).count() + window / steps * at + window % steps * at / steps;
        out += R"({"Metadata":{"WriteTimestampMicros":{"N":")";
        append_number(out, static_cast<std::uint64_t>(time));
        items.append_key(out += R"("}},"Keys":)", item);
        bool const has_old =
            !adds(line) && *summary.output_view == table_export::OutputView::NEW_AND_OLD_IMAGES;
        if (has_old) items.append_item(out += R"(,"OldImage":)", item, 0);
        if (!deletes(line)) items.append_item(out += R"(,"NewImage":)", item, 1);
        out += '}';
    }
};

} // namespace dynabackup::testing::detail
