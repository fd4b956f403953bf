#include "commands.hpp"
#include "completion.hpp"
#include "output.hpp"
#include "usage_error.hpp"
#include "version_text.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <string_view>

namespace dynabackup::tool {

namespace {

/// Opens the standard streams that the caller has closed, so that no other file gets their numbers.
void open_standard_streams() {
    for (int const fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(fd, F_GETFD) == -1 && errno == EBADF)
            static_cast<void>(::open("/dev/null", O_WRONLY)); // so reading standard input fails
}

/// Ends the tool when there is not enough memory, in whichever thread: an exception in a thread that reads
/// ahead could not be caught. Allocates no memory itself.
[[noreturn]] void end_without_memory() {
    static_cast<void>(write_all(STDERR_FILENO, "dynabackup: not enough memory\n"));
    ::_exit(cannot_run);
}

/// Returns the arguments in reverse order, as CLI11 takes them. Arguments after `--` are files. CLI11 2.1
/// recognises them only if no file precedes them, and takes `[a]` for a list, so `./` is put before them.
std::vector<std::string> reversed_arguments(int argc, char const* const* argv) {
    std::vector<std::string> arguments;
    bool files_only = false;
    for (int i = 1; i < argc; ++i) {
        std::string argument = argv[i];
        if (files_only && argument.size() > 1 && (argument[0] == '-' || argument[0] == '['))
            argument.insert(0, "./");
        if (files_only || argument != "--") arguments.push_back(std::move(argument));
        else files_only = true;
    }
    std::ranges::reverse(arguments);
    return arguments;
}

int run(int argc, char const* const* argv) {
    CLI::App app("Checks Amazon DynamoDB backup documents against what the API documents.", "dynabackup");
    app.set_version_flag("--version", version_text,
                         "Print the version, and those of the libraries that the tool uses");
    app.set_help_flag("-h,--help", "Print this help");
    app.get_formatter()->column_width(34);
    app.get_formatter()->label("REQUIRED", "");
    app.require_subcommand(1);
    std::vector<command> const commands{
        add_check(app), add_convert(app), add_stats(app),  add_map(app),         add_merge(app),
        add_split(app), add_apply(app),   add_diff(app),   add_fingerprint(app), add_generate(app),
        add_rules(app), add_explain(app), add_schema(app), add_completion(app),  add_man(app)};
    app.footer("'dynabackup COMMAND --help' shows the options of a command, with examples.");

    if (argc > 1 && argv[1] == std::string_view("__complete")) // called by the scripts for shells
        return print(complete(app, {argv + 2, argv + argc}));
    try {
        app.parse(reversed_arguments(argc, argv));
    } catch (CLI::CallForHelp const&) {
        return print(app.help()); // of the subcommand, if there is one
    } catch (CLI::CallForVersion const& asked) {
        return print(std::string(asked.what()) + '\n');
    } catch (CLI::ParseError const& error) {
        complain(explain(error, app));
        auto const chosen = app.get_subcommands();
        complain(fmt::format("'dynabackup{} --help' shows the usage",
                             chosen.empty() ? "" : " " + chosen.front()->get_name()));
        return cannot_run;
    }
    for (auto const& c : commands)
        if (c.app->parsed()) return c.run();
    return cannot_run;
}

} // namespace

} // namespace dynabackup::tool

int main(int argc, char** argv) {
    using namespace dynabackup::tool;
    std::signal(SIGPIPE, SIG_IGN); // if the reader has gone, write() returns an error
    std::set_new_handler(end_without_memory);
    open_standard_streams();
    try {
        return run(argc, argv);
    } catch (std::exception const& error) {
        complain(error.what());
    }
    return cannot_run;
}
