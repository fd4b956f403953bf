#pragma once
/// \file
/// Adds options to the command line. A wrong value is refused with a suggestion.

#include <dynabackup/edition.hpp>
#include <dynabackup/timestamp.hpp>

#include "nearest.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace dynabackup::tool {

/// A subcommand, and the function that runs it.
struct command {
    CLI::App* app;
    std::function<int()> run;
};

/// Adds an option with a value. Given twice, the last one counts.
inline CLI::Option* add_value(CLI::App& app, std::string const& name, std::string const& type,
                              std::string const& help, std::function<void(std::string const&)> const& take) {
    return app.add_option_function<std::string>("--" + name, take, help)
        ->option_text(type)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

/// Words and their values.
template <class T>
class choices {
public:
    choices(std::initializer_list<std::pair<std::string_view, T>> given) : table_(given) {
        for (auto const& [word, value] : table_) words_.push_back(word);
    }

    /// Returns "text|ndjson".
    std::string text() const { return fmt::format("{}", fmt::join(words_, "|")); }

    /// Returns the value of a word. Refuses one that is not there; `option`: where it was given.
    T const& find(std::string const& option, std::string_view given) const {
        for (auto const& [word, value] : table_)
            if (word == given) return value;
        throw CLI::ValidationError(option, fmt::format("'{}' is none of {}{}", given, fmt::join(words_, ", "),
                                                       suggestion(given, words_)));
    }

private:
    std::vector<std::pair<std::string_view, T>> table_;
    std::vector<std::string_view> words_;
};

/// Adds an option that takes one of these words.
template <class T>
CLI::Option* add_choice(CLI::App& app, std::string const& name, T& target,
                        std::initializer_list<std::pair<std::string_view, T>> given,
                        std::string const& help) {
    choices<T> const table(given);
    return add_value(app, name, table.text(), help, [&target, table, name](std::string const& word) {
        target = table.find("--" + name, word);
    });
}

/// Adds a required argument that is one of these words.
template <class T>
CLI::Option* add_choice_argument(CLI::App& app, std::string const& name, T& target,
                                 std::initializer_list<std::pair<std::string_view, T>> given,
                                 std::string const& help) {
    choices<T> const table(given);
    return app
        .add_option_function<std::string>(
            name, [&target, table, name](std::string const& word) { target = table.find(name, word); }, help)
        ->option_text(table.text())
        ->required();
}

/// Adds an option that takes a whole number.
template <std::unsigned_integral Count>
CLI::Option* add_count(CLI::App& app, std::string const& name, Count& target, unsigned least,
                       std::string const& help) {
    return add_value(app, name, "N", help, [&target, least, name](std::string const& given) {
        Count value = 0;
        auto const* const last = given.data() + given.size();
        auto const [end, error] = std::from_chars(given.data(), last, value);
        if (error != std::errc{} || end != last || value < least)
            throw CLI::ValidationError("--" + name,
                                       fmt::format("'{}' is no whole number from {} on", given, least));
        target = value;
    });
}

/// Adds an option that takes a number of bytes, `512M`. K, M and G are powers of 1024, as those of split(1).
inline CLI::Option* add_bytes(CLI::App& app, std::string const& name, std::size_t& target,
                              std::string const& help) {
    return add_value(app, name, "N", help, [&target, name](std::string const& given) {
        std::size_t value = 0;
        auto const* const last = given.data() + given.size();
        auto [end, error] = std::from_chars(given.data(), last, value);
        int shift = 0;
        if (end != last) {
            auto const unit = std::string_view("KMG").find(*end);
            if (unit != std::string_view::npos) shift = 10 * (static_cast<int>(unit) + 1), ++end;
        }
        if (error != std::errc{} || end != last || value == 0 ||
            value > std::numeric_limits<std::size_t>::max() >> shift)
            throw CLI::ValidationError(
                "--" + name, fmt::format("'{}' is no number of bytes such as 1000000 or 64M", given));
        target = value << shift;
    });
}

/// Adds `--edition`. `target` is an edition, or an optional one.
inline CLI::Option* add_edition(CLI::App& app, auto& target, std::string const& help) {
    return add_value(app, "edition", "YYYY-MM-DD|latest", help, [&target](std::string const& given) {
        auto const day = read_edition(given);
        if (!day)
            throw CLI::ValidationError("--edition",
                                       fmt::format("'{}' is neither a day YYYY-MM-DD from {} on, nor latest",
                                                   given, to_text(edition::v2017_11_29)));
        target = *day;
    });
}

/// Adds an option that takes a time. `target` is a timestamp, or an optional one.
inline CLI::Option* add_time(CLI::App& app, std::string const& name, auto& target, std::string const& help) {
    return add_value(app, name, "TIME", help, [&target, option = "--" + name](std::string const& given) {
        timestamp time;
        auto const status = read_date_time(given, time);
        if (status != time_status::ok)
            throw CLI::ValidationError(
                option,
                status == time_status::out_of_range
                    ? fmt::format("'{}' lies before 1677-09-21 or behind 2262-04-11", given)
                    : fmt::format("'{}' is no time like 2026-01-31T12:00:00Z (RFC 3339; an offset such as "
                                  "+01:00 may stand for Z)",
                                  given));
        target = time;
    });
}

/// Adds the arguments that name inputs.
inline void add_files(CLI::App& app, std::vector<std::string>& target) {
    app.add_option("FILE", target, "Files, directories, or - for standard input; none: standard input")
        ->option_text("...");
}

/// Adds `--jobs`.
inline CLI::Option* add_jobs(CLI::App& app, std::size_t& target) {
    return add_count(app, "jobs", target, 1, "How many threads read; default: as many as there are cores");
}

/// Adds `--progress`.
inline CLI::Option* add_progress(CLI::App& app, when& target) {
    return add_choice(app, "progress", target,
                      {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
                      "A bar on standard error");
}

/// Adds `--color`.
inline CLI::Option* add_color(CLI::App& app, when& target) {
    return add_choice(app, "color", target,
                      {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
                      "Colours in text; auto: on a terminal, unless NO_COLOR is set");
}

} // namespace dynabackup::tool
