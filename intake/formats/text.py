"""Plain text and Markdown: every line of the file is a line, also where it was wrapped by hand."""

from __future__ import annotations

import re

from engine.problems import Problem, Severity, Where
from intake.formats.clean import clean
from intake.formats.encoding import decode
from intake.paper import Line

_BROKEN = re.compile("\u00ad(?=\\s*$)")  # a soft hyphen shows only at the end of a line


def read_text(data: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a text file in any Russian encoding, numbered as an editor numbers them.

    Raises:
        Unreadable: it is no text at all.
    """
    decoded = decode(data)
    page, lines = 1, []
    for number, text in enumerate(split(decoded.text), start=1):
        page += text.count("\f")
        lines.append(Line(number, clean(_BROKEN.sub("-", text)), page=page))
    if not decoded.lost:
        return tuple(lines), ()
    first = next((line.number for line in lines if "\ufffd" in line.text), 0)
    lost = Problem(Where("", first), "paper-characters-lost", Severity.WARNING, {"count": str(decoded.lost)})
    return tuple(lines), (lost,)


def split(text: str) -> list[str]:
    """Lines as `bytes.splitlines` counts them: only carriage return and line feed end one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]
