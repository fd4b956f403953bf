#include "command_line.hpp"

#include "nearest.hpp"

#include <CLI/CLI.hpp>

#include <limits>

namespace dynabackup::tool {

void refuse(std::string const& option, std::string const& problem) {
    throw option.empty() ? CLI::ValidationError(problem) : CLI::ValidationError(option, problem);
}

CLI::App& add_command(CLI::App& app, std::string const& name, std::string const& help,
                      std::string const& footer) {
    auto& command = *app.add_subcommand(name, help);
    command.footer(footer);
    return command;
}

CLI::Option* add_flag(CLI::App& app, std::string const& name, bool& target, std::string const& help) {
    return app.add_flag("--" + name, target, help);
}

CLI::Option* add_value(CLI::App& app, std::string const& name, std::string const& type,
                       std::string const& help, text_taker const& take) {
    return app.add_option_function<std::string>("--" + name, take, help)
        ->option_text(type)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

CLI::Option* add_repeatable(CLI::App& app, std::string const& name, std::string const& type,
                            std::string const& help, text_taker const& take) {
    auto const take_all = [take](std::vector<std::string> const& given) {
        for (auto const& one : given) take(one);
    };
    return app.add_option_function<std::vector<std::string>>("--" + name, take_all, help)
        ->option_text(type)
        ->allow_extra_args(false);
}

CLI::Option* add_argument(CLI::App& app, std::string const& name, std::string const& type,
                          std::string const& help, text_taker const& take) {
    return app.add_option_function<std::string>(name, take, help)->option_text(type)->required();
}

CLI::Option* add_files(CLI::App& app, std::vector<std::string>& target) {
    return app
        .add_option("FILE", target, "Files, directories, or - for standard input; none: standard input")
        ->option_text("...");
}

CLI::Option* add_two_exports(CLI::App& app, std::vector<std::string>& target) {
    return app.add_option("EXPORT", target, "Two files or directories")
        ->expected(2)
        ->required()
        ->option_text("EXPORT");
}

std::string alternatives(std::vector<std::string_view> const& words) {
    return fmt::format("{}", fmt::join(words, "|"));
}

void refuse_word(std::string const& option, std::string_view given,
                 std::vector<std::string_view> const& words) {
    refuse(option,
           fmt::format("'{}' is not one of {}{}", given, fmt::join(words, ", "), suggestion(given, words)));
}

void require(CLI::Option* option) { option->required(); }

void exclude(CLI::Option* option, std::initializer_list<CLI::Option*> others) {
    for (auto* const other : others) option->excludes(other);
}

void need(CLI::Option* option, CLI::Option* other) { option->needs(other); }

CLI::Option* add_bytes(CLI::App& app, std::string const& name, std::size_t& target, std::string const& help) {
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
            refuse("--" + name, fmt::format("'{}' is not a number of bytes such as 1000000 or 64M", given));
        target = value << shift;
    });
}

} // namespace dynabackup::tool
