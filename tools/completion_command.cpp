#include "commands.hpp"
#include "output.hpp"

#include <memory>

namespace dynabackup::tool {

namespace {

constexpr char const* bash = R"(# Completion of dynabackup for Bash 4 or later.
_dynabackup() {
    local words=() word raw prefix line glued= i
    # Bash breaks words at "=": join them again.
    for ((i = 1; i <= COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        if [[ ($word == = || $glued) && ${#words[@]} -gt 0 ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        if [[ $word == = ]]; then glued=yes; else glued=; fi
    done
    # Only the text after the last break is replaced.
    raw=${COMP_WORDS[COMP_CWORD]}
    if [[ $raw == = ]]; then raw=; fi
    word=${words[${#words[@]} - 1]}
    prefix=${word%"$raw"}

    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o default
        else
            line=${line%%$'\t'*}
            COMPREPLY+=("${line#"$prefix"}")
        fi
    done < <("${COMP_WORDS[0]/#\~/$HOME}" __complete "${words[@]}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
}
complete -F _dynabackup dynabackup
)";

constexpr char const* zsh = R"(#compdef dynabackup
# Completion of dynabackup for Zsh.
_dynabackup() {
    local line word
    local -a found open
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compset -P '--*='
            _files
            return
        fi
        word=${${line%%$'\t'*}//:/\\:}
        if [[ $word == *= ]]; then
            open+=("$word:${line#*$'\t'}")
        else
            found+=("$word:${line#*$'\t'}")
        fi
    done < <("${(Q)words[1]/#\~/$HOME}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    _describe dynabackup found -- open -S ''
}
if [[ ${funcstack[1]} == _dynabackup ]]; then
    _dynabackup "$@"
else
    compdef _dynabackup dynabackup
fi
)";

constexpr char const* fish = R"(# Completion of dynabackup for fish.
function __dynabackup_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in ($words[1] __complete $words[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            printf '%s\n' $line
        end
    end
end
complete -c dynabackup -f -a '(__dynabackup_complete)'
)";

constexpr char const* completion_examples = R"(Examples:
  source <(dynabackup completion bash)          in this shell; in ~/.bashrc: in every shell
  source <(dynabackup completion zsh)           in ~/.zshrc, after compinit
  dynabackup completion fish | source           in ~/.config/fish/config.fish

The script calls the tool for completions, so it also fits later versions. 'cmake --install' installs all three scripts
where shells look for them.
)";

} // namespace

command add_completion(CLI::App& app) {
    auto& completion = add_command(app, "completion", "Print a script that makes a shell complete commands",
                                   completion_examples);
    auto const script = std::make_shared<char const*>();
    add_choice_argument(completion, "SHELL", *script, {{"bash", bash}, {"zsh", zsh}, {"fish", fish}},
                        "The shell");
    return {&completion, [script] { return print(*script); }};
}

} // namespace dynabackup::tool
