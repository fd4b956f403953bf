#include "completion.hpp"

#include "rule_names.hpp"
#include "shape_option.hpp"

#include <algorithm>
#include <cstddef>

namespace dynabackup::tool {

namespace {

/// Whether the value of that name is a file or a directory.
bool is_path(std::string_view name) {
    for (std::string_view const of_files : {"FILE", "FOLDER", "DIR", "PATH", "EXPORT"})
        if (name.starts_with(of_files)) return true;
    return false;
}

bool is_hidden(CLI::App const& command) { return command.get_group().empty(); }
bool takes_value(CLI::Option const& option) { return option.get_items_expected_max() != 0; }

/// Collects the words that begin with the incomplete word.
class suggestions {
public:
    explicit suggestions(std::string_view incomplete) : incomplete_(incomplete) {}

    std::string_view incomplete() const { return incomplete_; }

    void add(std::string_view word, std::string_view help) {
        if (word.starts_with(incomplete_)) out += fmt::format("{}\t{}\n", word, help);
    }
    void add_files() { out += ":files\n"; }

    std::string out;

private:
    std::string_view incomplete_;
};

/// Adds the possible values of an option whose value has that name. `before`: the text before the value in its word.
void add_values(suggestions& to, std::string_view name, std::string const& before) {
    auto const levels = {"error", "warning", "note"};
    if (name == "RULE") {
        for (auto const* r : rule_catalog()) to.add(before + std::string(r->id), r->meaning);
    } else if (name == "RULE=LEVEL") {
        bool const has_rule = to.incomplete().find('=', before.size()) != std::string_view::npos;
        for (auto const* r : rule_catalog()) {
            if (!has_rule) to.add(fmt::format("{}{}=", before, r->id), r->meaning);
            else
                for (auto const* level : levels) to.add(fmt::format("{}{}={}", before, r->id, level), "");
        }
    } else if (name == "SHAPE") {
        for (auto const& shape : shape_names()) to.add(before + shape, "shape");
    } else if (is_path(name)) {
        to.add_files();
    } else if (name.find('|') != name.npos) {
        while (!name.empty()) {
            auto const word = name.substr(0, name.find('|'));
            name.remove_prefix(std::min(word.size() + 1, name.size()));
            bool const literal = word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == word.npos;
            if (literal) to.add(before + std::string(word), "");
        }
    }
}

CLI::Option const* find_option(CLI::App const& command, std::string_view word) {
    for (auto const* option : command.get_options()) {
        for (auto const& name : option->get_lnames())
            if (word == "--" + name) return option;
        for (auto const& name : option->get_snames())
            if (word == "-" + name) return option;
    }
    return nullptr;
}

CLI::App const* find_command(CLI::App const& parent, std::string_view name) {
    for (auto const* command : parent.get_subcommands({}))
        if (command->get_name() == name) return command;
    return nullptr;
}

/// Returns the argument that a word is, after `before` others. \pre The word is not an option.
CLI::Option const* positional(CLI::App const& command, std::size_t before) {
    CLI::Option const* last = nullptr;
    for (auto const* option : command.get_options()) {
        if (!option->get_positional()) continue;
        last = option;
        auto const most = static_cast<std::size_t>(std::max(option->get_items_expected_max(), 1));
        if (before < most) return option;
        before -= most;
    }
    bool const repeats = last && last->get_expected_max() >= CLI::detail::expected_max_vector_size;
    return repeats ? last : nullptr;
}

std::string first_sentence(std::string const& help) { return help.substr(0, help.find_first_of(".;:\n")); }

} // namespace

std::string value_name(CLI::Option const& option) {
    auto const& text = option.get_option_text();
    if (option.get_positional() && text.find_first_not_of(" .") == text.npos) return option.get_name(true);
    if (!takes_value(option)) return {};
    return text.empty() ? option.get_type_name() : text;
}

std::string complete(CLI::App const& app, std::vector<std::string> const& words) {
    auto const* command = &app;
    std::size_t arguments = 0;
    CLI::Option const* waiting = nullptr; // an option whose value is the next word
    bool files_only = false;              // after --
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        auto const& word = words[i];
        if (waiting) {
            waiting = nullptr;
        } else if (word == "--") {
            files_only = true;
        } else if (word.size() > 1 && word[0] == '-' && !files_only) {
            if (auto const* option = find_option(*command, word); option && takes_value(*option))
                waiting = option;
        } else if (auto const* inner = find_command(*command, word)) {
            command = inner;
        } else {
            ++arguments;
        }
    }

    std::string const incomplete = words.empty() ? "" : words.back();
    suggestions found(incomplete);
    auto const equals = incomplete.find('=');
    if (waiting) {
        add_values(found, value_name(*waiting), "");
    } else if (incomplete.starts_with("--") && equals != incomplete.npos && !files_only) {
        if (auto const* option = find_option(*command, incomplete.substr(0, equals)))
            add_values(found, value_name(*option), incomplete.substr(0, equals + 1));
    } else if (incomplete.starts_with('-') && !files_only) {
        for (auto const* option : command->get_options()) {
            if (option->get_group().empty()) continue; // hidden
            for (auto const& name : option->get_lnames())
                found.add("--" + name, first_sentence(option->get_description()));
            for (auto const& name : option->get_snames())
                found.add("-" + name, first_sentence(option->get_description()));
        }
    } else {
        if (arguments == 0)
            for (auto const* inner : command->get_subcommands({}))
                if (!is_hidden(*inner)) found.add(inner->get_name(), inner->get_description());
        if (auto const* option = positional(*command, arguments)) add_values(found, value_name(*option), "");
    }
    return found.out;
}

} // namespace dynabackup::tool
