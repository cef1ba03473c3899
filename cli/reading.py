"""A document on its way in: read, or refused with the place and a way out; its problems told, like ones together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cli.complaint import Complaint
from cli.exits import Exit
from cli.speech import line, listed, tell_error
from cli.terminal import Terminal
from engine.messages import fix, say
from engine.problems import Problem, Severity

if TYPE_CHECKING:
    from engine.protocol import Protocol


def read_document(terminal: Terminal, file: Path) -> Protocol:
    """The document, read; a file that cannot be read ends the command."""
    from intake.reading import read_file
    from intake.unreadable import Unreadable

    try:
        return read_file(file)
    except Unreadable as fault:
        problem = fault.problem
        code = Exit.NOT_FOUND if problem.code == "paper-missing" else Exit.FAILED
        raise Complaint(problem.code, problem.facts, code, str(problem.where)) from None


def no_items(protocol: Protocol, file: Path) -> Complaint:
    """A document that decides nothing, such as a letter: there is nothing to record and nothing to audit."""
    facts = next((problem.facts for problem in protocol.problems if problem.code == "no-items"), {})
    return Complaint("no-items", facts, Exit.FAILED, str(file))


def tell_problems(terminal: Terminal, problems: Iterable[Problem]) -> None:
    """Each kind of problem once, with all its places; the worst kind comes last."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in sorted(problems, key=lambda p: list(Severity).index(p.severity)):
        kinds.setdefault((problem.code, say(problem.code, problem.facts, terminal.lang)), []).append(problem)
    for (code, text), like in kinds.items():
        if like[0].severity is Severity.ERROR:
            places = listed([str(p.where) for p in like], terminal.lang)
            tell_error(code, like[0].facts, terminal.lang, where=places)
        elif not terminal.given.get("quiet"):
            heading = "warning" if like[0].severity is Severity.WARNING else "remark"
            _tell_lightly(terminal, heading, text, like, fix(code, like[0].facts, terminal.lang))


def _tell_lightly(terminal: Terminal, heading: str, text: str, like: list[Problem], way_out: str) -> None:
    lines = listed([str(p.where.line) for p in like if p.where.line], terminal.lang)
    place = f" ({terminal.words('line-n', line=lines)})" if lines else ""
    line(f"{terminal.words(heading)}: {text}{place}")
    if way_out and terminal.given.get("verbose"):
        line(f"  {terminal.words('put-right')}: {way_out}")
