"""What each shell is told so that it asks the program at each press of Tab, and where it looks for that.

The scripts run nothing of what they are answered: every line is a word and, behind a tab, its meaning.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from cli.completing import ASKED

_BASH = r"""
_resheno_complete() {
    local word
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        # bash takes what follows a sign of equality for a word of its own
        [[ $word == --*=* && $COMP_WORDBREAKS == *=* ]] && word=${word#*=}
        COMPREPLY+=("$word")
    done < <(IFS=$'\n'; @ASKED@="${COMP_WORDS[*]:1:COMP_CWORD}" command resheno 2>/dev/null)
}
complete -o default -o bashdefault -F _resheno_complete resheno
"""
_ZSH = r"""
#compdef resheno
_resheno() {
    local line word
    local -a offered shown
    for line in "${(@f)$(@ASKED@="${(F)words[2,CURRENT]}" command resheno 2>/dev/null)}"; do
        word=${line%%$'\t'*}
        [[ -n $word ]] || continue
        offered+=("$word")
        shown+=("$word  ${line#*$'\t'}")
    done
    if (( $#offered )); then
        compadd -U -l -d shown -a offered
    else
        _files
    fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _resheno resheno
"""
_FISH = r"""
function __resheno_complete
    set -l words (commandline -opc) (commandline -ct)
    set -lx @ASKED@ (string join \n -- $words[2..-1] | string collect --allow-empty)
    set -l offered (command resheno 2>/dev/null)
    if test (count $offered) -gt 0
        printf '%s\n' $offered
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c resheno -f -a '(__resheno_complete)'
"""
_POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName resheno -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $before = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $env:@ASKED@ = (@($words) + "$wordToComplete") -join "`n"
        resheno 2>$null | ForEach-Object {
            $word, $meaning = $_ -split "`t", 2
            if (-not $meaning) { $meaning = $word }
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $meaning)
        }
    } finally {
        Remove-Item Env:@ASKED@
        [Console]::OutputEncoding = $before
    }
}
"""
SHELLS: Mapping[str, str] = {
    name: text.strip().replace("@ASKED@", ASKED) + "\n"
    for name, text in (("bash", _BASH), ("zsh", _ZSH), ("fish", _FISH), ("powershell", _POWERSHELL))
}


class Home(NamedTuple):
    """Where a script belongs; `read_by` has to name it, unless the shell looks there by itself."""

    file: Path
    read_by: Path | None
    line: str  # that names it


def shell_of(environ: Mapping[str, str]) -> str:
    """The shell that somebody sits at, as far as it can be told: '' where it cannot."""
    name = Path(environ.get("SHELL", "")).name
    return name if name in SHELLS else "powershell" if os.name == "nt" else ""


def home_of(shell: str, environ: Mapping[str, str]) -> Home:
    """Where the script of a shell goes for one user."""
    home = Path(environ.get("HOME") or Path.home())
    data = Path(environ.get("XDG_DATA_HOME") or environ.get("LOCALAPPDATA") or home / ".local" / "share")
    if shell == "fish":
        settings = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
        return Home(settings / "fish" / "completions" / "resheno.fish", None, "")
    if shell == "powershell":
        file = data / "resheno" / "completion.ps1"
        return Home(file, None, f"Add-Content $PROFILE '. \"{file}\"'")
    file = data / "resheno" / f"completion.{shell}"
    read_by = home / ".bashrc" if shell == "bash" else Path(environ.get("ZDOTDIR") or home) / ".zshrc"
    return Home(file, read_by, f"[ -f {quote(str(file))} ] && . {quote(str(file))}")
