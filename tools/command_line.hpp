#pragma once
/// \file
/// Adds commands and options to the command line. A wrong value is refused with a suggestion. CLI11, which reads the
/// command line, is declared and not included: compiling it takes longer than compiling a command.

#include <dynabackup/edition.hpp>
#include <dynabackup/timestamp.hpp>

#include "terminal.hpp"

#include <fmt/format.h>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace dynabackup::tool {

/// A subcommand, and the function that runs it.
struct command {
    CLI::App* app;
    std::function<int()> run;
};

/// Takes the text of an option or an argument. Calls `refuse` if it is wrong.
using text_taker = std::function<void(std::string const&)>;

/// Refuses the command line: throws an error that CLI11 reports. `option`: the one with the wrong value; empty: the
/// value is an argument.
[[noreturn]] void refuse(std::string const& option, std::string const& problem);

/// Adds a subcommand. `footer` follows its options in the help.
CLI::App& add_command(CLI::App& app, std::string const& name, std::string const& help,
                      std::string const& footer);

/// Adds an option without a value.
CLI::Option* add_flag(CLI::App& app, std::string const& name, bool& target, std::string const& help);

/// Adds an option with a value. If it is given several times, the last value counts.
CLI::Option* add_value(CLI::App& app, std::string const& name, std::string const& type,
                       std::string const& help, text_taker const& take);

/// Adds an option that may be given several times. It takes one value each time: the next argument is a file.
CLI::Option* add_repeatable(CLI::App& app, std::string const& name, std::string const& type,
                            std::string const& help, text_taker const& take);

/// Adds a required argument. The help shows `type` after its name.
CLI::Option* add_argument(CLI::App& app, std::string const& name, std::string const& type,
                          std::string const& help, text_taker const& take);

/// Adds any number of arguments that name inputs.
CLI::Option* add_files(CLI::App& app, std::vector<std::string>& target);

/// Adds two required arguments that name exports.
CLI::Option* add_two_exports(CLI::App& app, std::vector<std::string>& target);

/// Requires the option.
void require(CLI::Option* option);

/// Refuses the option together with another one.
void exclude(CLI::Option* option, std::initializer_list<CLI::Option*> others);

/// Refuses the option without another one.
void need(CLI::Option* option, CLI::Option* other);

/// Returns "text|ndjson" for two words.
std::string alternatives(std::vector<std::string_view> const& words);

/// Refuses a word that is none of these.
[[noreturn]] void refuse_word(std::string const& option, std::string_view given,
                              std::vector<std::string_view> const& words);

/// Words and their values.
template <class T>
class choices {
public:
    choices(std::initializer_list<std::pair<std::string_view, T>> given) : table_(given) {
        for (auto const& [word, value] : table_) words_.push_back(word);
    }

    std::string text() const { return alternatives(words_); }

    /// Returns the value of a word. Refuses an unknown word. `option`: the one that it was given to.
    T const& find(std::string const& option, std::string_view given) const {
        for (auto const& [word, value] : table_)
            if (word == given) return value;
        refuse_word(option, given, words_);
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
    return add_argument(app, name, table.text(), help,
                        [&target, table, name](std::string const& word) { target = table.find(name, word); });
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
            refuse("--" + name, fmt::format("'{}' is not a whole number of at least {}", given, least));
        target = value;
    });
}

/// Adds an option that takes a number of bytes, such as `512M`. K, M and G are powers of 1024, as in split(1).
CLI::Option* add_bytes(CLI::App& app, std::string const& name, std::size_t& target, std::string const& help);

/// Adds `--edition`. `target` is an edition or an optional edition.
inline CLI::Option* add_edition(CLI::App& app, auto& target, std::string const& help) {
    return add_value(app, "edition", "YYYY-MM-DD|latest", help, [&target](std::string const& given) {
        auto const day = read_edition(given);
        if (!day)
            refuse("--edition", fmt::format("'{}' is neither a day YYYY-MM-DD from {} on nor latest", given,
                                            to_text(edition::v2017_11_29)));
        target = *day;
    });
}

/// Adds an option that takes a time. `target` is a timestamp or an optional timestamp.
inline CLI::Option* add_time(CLI::App& app, std::string const& name, auto& target, std::string const& help) {
    return add_value(app, name, "TIME", help, [&target, option = "--" + name](std::string const& given) {
        timestamp time;
        auto const status = read_date_time(given, time);
        if (status != time_status::ok)
            refuse(option,
                   status == time_status::out_of_range
                       ? fmt::format("'{}' is before 1677-09-21 or after 2262-04-11", given)
                       : fmt::format("'{}' is not a time like 2026-01-31T12:00:00Z (RFC 3339; an offset such "
                                     "as +01:00 may replace Z)",
                                     given));
        target = time;
    });
}

/// Adds `--jobs`.
inline CLI::Option* add_jobs(CLI::App& app, std::size_t& target) {
    return add_count(app, "jobs", target, 1, "Number of threads that read; default: one for each core");
}

/// Adds `--progress`.
inline CLI::Option* add_progress(CLI::App& app, when& target) {
    return add_choice(app, "progress", target,
                      {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
                      "Show a progress bar on standard error");
}

/// Adds `--color`.
inline CLI::Option* add_color(CLI::App& app, when& target) {
    return add_choice(app, "color", target,
                      {{"auto", when::automatic}, {"always", when::always}, {"never", when::never}},
                      "Colours in text; auto: on a terminal, unless NO_COLOR is set");
}

} // namespace dynabackup::tool
