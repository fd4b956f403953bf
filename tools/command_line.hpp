#pragma once
/// \file
/// Options of the command line whose mistakes are told with what was probably meant.

#include <dynabackup/edition.hpp>
#include <dynabackup/timestamp.hpp>

#include "nearest.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace dynabackup::tool {

/// A subcommand, and what it does.
struct command {
    CLI::App* app;
    std::function<int()> run;
};

/// An option with a value; given twice, the last one counts.
inline CLI::Option* add_value(CLI::App& app, std::string const& name, std::string const& type,
                              std::string const& help, std::function<void(std::string const&)> const& take) {
    return app.add_option_function<std::string>("--" + name, take, help)
        ->option_text(type)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

/// Words and what they stand for.
template <class T>
class choices {
public:
    choices(std::initializer_list<std::pair<std::string_view, T>> given) : table_(given) {
        for (auto const& [word, value] : table_) words_.push_back(word);
    }

    /// "text|ndjson"
    std::string text() const { return fmt::format("{}", fmt::join(words_, "|")); }

    /// What a word of the option stands for.
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

/// An option whose value is one of some words.
template <class T>
CLI::Option* add_choice(CLI::App& app, std::string const& name, T& target,
                        std::initializer_list<std::pair<std::string_view, T>> given,
                        std::string const& help) {
    choices<T> const table(given);
    return add_value(app, name, table.text(), help, [&target, table, name](std::string const& word) {
        target = table.find("--" + name, word);
    });
}

/// A required argument that is one of some words.
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

/// An option whose value is a whole number.
inline CLI::Option* add_count(CLI::App& app, std::string const& name, std::size_t& target, std::size_t least,
                              std::string const& help) {
    return add_value(app, name, "N", help, [&target, least, name](std::string const& given) {
        std::size_t value = 0;
        auto const* const last = given.data() + given.size();
        auto const [end, error] = std::from_chars(given.data(), last, value);
        if (error != std::errc{} || end != last || value < least)
            throw CLI::ValidationError("--" + name,
                                       fmt::format("'{}' is no whole number from {} on", given, least));
        target = value;
    });
}

/// `--edition`: a day of the API. `target` is one, or optional.
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

/// An option whose value is a time. `target` is one, or optional.
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

/// `--color`.
inline CLI::Option* add_color(CLI::App& app, when& target) {
    return add_choice(app, "color", target,
                      {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
                      "Colours in text; auto: on a terminal, unless NO_COLOR is set");
}

} // namespace dynabackup::tool
