"""A document with what was understood marked beside each line: its role, the item, who carries it out, by when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cli.output import Sheet
from cli.terminal import Terminal
from engine.protocol import Mark, Protocol

MOST = 3  # paths beside one line; a heading holds for more


def sheet_of_lines(terminal: Terminal, protocol: Protocol, file: Path) -> Sheet:
    """Every line of the document; blank ones are left out of a table."""
    from intake.opening import open_paper

    of_line: dict[int, list[Mark]] = {}
    for mark in protocol.marks:
        of_line.setdefault(mark.line, []).append(mark)
    roles = (*protocol.roles_of_lines, *[""] * protocol.lines_total)
    rows = [
        {
            "line": line.number,
            "read_as": _role_told(terminal, role),
            "role": role,
            **_understood(of_line.get(line.number, ())),
            "text": line.text,
        }
        for line, role in zip(open_paper(file).lines, roles, strict=False)
        if terminal.format != "table" or line.text.strip()
    ]
    return Sheet("lines", ("line", "read_as", "path", "who", "term", "text"), rows)


def _understood(marks: Sequence[Mark]) -> dict[str, object]:
    paths = list(dict.fromkeys(mark.path for mark in marks))
    return {
        "path": ", ".join(paths) if len(paths) <= MOST else f"{paths[0]} … {paths[-1]}",
        "who": list(dict.fromkeys(mark.value for mark in marks if mark.what == "executor")),
        "term": next((mark.value for mark in marks if mark.what == "deadline"), ""),
    }


def _role_told(terminal: Terminal, role: str) -> str:
    """What a line was read as, in words; a line of no role was not understood."""
    code = f"line-{role or 'unread'}"
    try:
        return terminal.words(code)
    except KeyError:
        return role
