"""`completion`: the script by which a shell asks what may come next, printed, or put where the shell looks for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.shells import SHELLS, Home, home_of, shell_of
from cli.terminal import Terminal

Shell = Annotated[str, typer.Argument(metavar="[SHELL]", show_default=False)]
Install = Annotated[bool, typer.Option("--install")]
OTHERS = {"pwsh": "powershell"}


def completion(ctx: typer.Context, shell: Shell = "", install: Install = False) -> Exit:
    """Print the script for a shell, the one that is running unless another is named; with --install put it in place."""
    from cli.finding import one_of

    terminal = Terminal.of(ctx)
    meant = shell or shell_of(os.environ)
    if not meant:
        raise Complaint("missing-argument", {"name": " | ".join(SHELLS), "path": "resheno completion"}, Exit.USAGE)
    name = one_of(terminal, "shell", meant, SHELLS, OTHERS)
    if install:
        _put(terminal, name, home_of(name, os.environ))
    else:
        terminal.show_text(SHELLS[name])
    return Exit.OK


def _put(terminal: Terminal, shell: str, home: Home) -> None:
    """Write the script, and one line into the settings of the shell where it does not look for scripts itself."""
    from cli.filing import put_file
    from cli.glyphs import glyphs_for

    if terminal.dry_run:
        terminal.talk("dry-file", file=home.file)
        if home.read_by and not _named_in(home.read_by, home.line):
            terminal.talk("completion-line", file=home.read_by, line=home.line)
        return
    home.file.parent.mkdir(parents=True, exist_ok=True)
    put_file(str(home.file), SHELLS[shell].encode("utf-8"))
    terminal.talk("wrote", file=home.file)
    if home.read_by and not _named_in(home.read_by, home.line):
        with home.read_by.open("a", encoding="utf-8", newline="\n") as settings:
            settings.write(f"\n# resheno\n{home.line}\n")
        terminal.talk("completion-line", file=home.read_by, line=home.line)
    if shell == "powershell":
        terminal.talk("completion-once", line=home.line)
    terminal.talk("completion-ready", mark=glyphs_for(sys.stderr.encoding).done)


def _named_in(settings: Path, line: str) -> bool:
    return settings.is_file() and line in settings.read_text(encoding="utf-8", errors="replace").splitlines()
