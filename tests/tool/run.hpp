#pragma once
/// \file
/// Starts the command line tool.

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool_test {

/// A directory that is removed when the test ends.
class folder {
public:
    folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "dynabackup-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
        path_ = pattern;
    }
    ~folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    folder(folder const&) = delete;
    folder& operator=(folder const&) = delete;

    std::string operator/(std::string_view name) const { return (path_ / name).string(); }

    /// Writes a file, and creates the directories above it. Returns its path.
    std::string write(std::string_view name, std::string_view text) const {
        auto const path = path_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }

    std::string read(std::string_view name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::string string() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

struct outcome {
    int status = -1; ///< exit status, or minus the signal
    std::string out, err;
};

struct how {
    std::string in = {};               ///< standard input
    std::string out_file = {};         ///< a file that gets standard output instead of `outcome::out`
    bool close_out = false;            ///< standard output has no reader
    std::vector<std::string> env = {}; ///< "NAME=value"
    std::string directory = {};        ///< the working directory
};

namespace detail {

struct channel {
    int reader = -1, writer = -1;

    channel() {
        int both[2];
        if (::pipe2(both, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        reader = both[0];
        writer = both[1];
    }
    channel(channel const&) = delete;
    channel& operator=(channel const&) = delete;
    ~channel() {
        close(reader);
        close(writer);
    }

    static void close(int& fd) {
        if (fd >= 0) ::close(fd);
        fd = -1;
    }
};

/// Writes to and reads from the pipes of a process until it has closed its ends.
inline void exchange(std::string_view in, channel& to, channel& out, channel& err, outcome& result) {
    ::fcntl(to.writer, F_SETFL, O_NONBLOCK);
    while (out.reader >= 0 || err.reader >= 0) {
        if (in.empty()) channel::close(to.writer);
        pollfd ends[] = {{to.writer, POLLOUT, 0}, {out.reader, POLLIN, 0}, {err.reader, POLLIN, 0}};
        if (::poll(ends, 3, -1) < 0 && errno != EINTR) throw std::runtime_error("poll failed");
        if (ends[0].revents) {
            auto const n = ::write(to.writer, in.data(), in.size());
            if (n > 0) in.remove_prefix(static_cast<std::size_t>(n));
            else if (errno != EAGAIN) in = {}; // the process does not read any more
        }
        auto const drain = [](pollfd const& end, int& fd, std::string& text) {
            if (!end.revents) return;
            char bytes[4096];
            auto const n = ::read(fd, bytes, sizeof bytes);
            if (n > 0) text.append(bytes, static_cast<std::size_t>(n));
            else channel::close(fd);
        };
        drain(ends[1], out.reader, result.out);
        drain(ends[2], err.reader, result.err);
    }
}

} // namespace detail

/// Runs a program. The first argument is its path.
inline outcome run_program(std::vector<std::string> args, how const& how = {}) {
    std::vector<char*> argv;
    for (auto& arg : args) argv.push_back(arg.data());
    argv.push_back(nullptr);
    auto env = how.env;

    static bool const patient =
        ::signal(SIGPIPE, SIG_IGN) != SIG_ERR; // the tool may end before it has read everything
    static_cast<void>(patient);
    detail::channel in, out, err;
    pid_t const child = ::fork();
    if (child < 0) throw std::runtime_error("no process");
    if (child == 0) {
        int const out_fd = how.out_file.empty()
                               ? out.writer
                               : ::open(how.out_file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
        ::dup2(in.reader, STDIN_FILENO);
        ::dup2(out_fd, STDOUT_FILENO);
        ::dup2(err.writer, STDERR_FILENO);
        for (auto& variable : env) ::putenv(variable.data());
        if (how.close_out) ::close(out.reader);
        if (!how.directory.empty() && ::chdir(how.directory.c_str()) != 0) ::_exit(126);
        ::signal(SIGPIPE, SIG_DFL);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    detail::channel::close(in.reader);
    detail::channel::close(out.writer);
    detail::channel::close(err.writer);
    if (how.close_out) detail::channel::close(out.reader);
    outcome result;
    detail::exchange(how.in, in, out, err, result);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return result;
}

/// Runs the tool with these arguments.
inline outcome run(std::vector<std::string> args, how const& how = {}) {
    args.insert(args.begin(), DYNABACKUP_TOOL);
    return run_program(std::move(args), how);
}

/// Runs `dynabackup check`.
inline outcome check(std::vector<std::string> args, how const& how = {}) {
    args.insert(args.begin(), "check");
    return run(std::move(args), how);
}

inline std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return lines;
}

// ---- documents ----

/// A page without defects.
inline std::string const clean = R"({"BackupSummaries":[]})";

/// One error and nothing else, in a document of one line.
inline std::string const one_error = R"({"BackupSummaries":7})";

/// One note and nothing else.
inline std::string const one_note = R"({"BackupSummaries":[],"Extra":1})";

/// One warning and nothing else.
inline std::string const one_warning = R"({"BackupSummaries":[],"LastEvaluatedBackupArn":null})";

} // namespace tool_test
