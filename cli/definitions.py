"""A regulation as it is named at the terminal: a file, a shipped one, or a version that the database keeps."""

from __future__ import annotations

from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING

from cli.complaint import Complaint, no_file, unknown_word
from cli.exits import Exit
from cli.suggest import nearest
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.definition.workflow import Workflow
    from engine.problems import Problem

LARGEST = 5_000_000  # bytes of a definition's file


def definition(terminal: Terminal, given: str) -> Workflow:
    """What is meant: 'file.yaml', 'assignment' as it is shipped, 'assignment@3f2a' as it is kept, '@' the newest."""
    from engine.definition.shipped import shipped, shipped_names

    if isfile(given):
        workflow, problems = from_file(Path(given))
        if workflow is None or errors(problems):
            raise unsound(given, problems)
        return workflow
    if Path(given).suffix in (".yaml", ".yml"):
        raise no_file(given)
    name, sign, version = given.partition("@")
    if not sign and name in shipped_names():
        return shipped(name)
    if not isinstance(terminal.db, Path) or terminal.db.is_file():
        return _kept(terminal, name, version)
    raise unknown_word(
        terminal.words("word-workflow"), given, list(shipped_names()), nearest(given, list(shipped_names()))
    )


def _kept(terminal: Terminal, name: str, version: str) -> Workflow:
    from engine.store.versions import kept
    from engine.store.window import look

    with look(terminal.database()) as window:
        return kept(window, name, version)


def from_file(file: Path) -> tuple[Workflow | None, tuple[Problem, ...]]:
    """The regulation of a file with all its problems, those of its soundness too."""
    from engine.definition.reading import read
    from engine.definition.soundness import check

    workflow, problems = read(text_of(file), str(file))
    return workflow, problems if workflow is None else (*problems, *check(workflow))


def unsound(file: str, problems: tuple[Problem, ...]) -> Complaint:
    """Why a file is not taken: its first fault has its place; `workflow lint` tells all."""
    faults = errors(problems)
    where = str(faults[0].where) if faults else file
    return Complaint("workflow-unsound", {"file": file, "count": len(faults)}, Exit.FOUND, where)


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that forbid taking a file; a warning does not."""
    from engine.problems import Severity

    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def text_of(file: Path, too_large: str = "workflow-too-large") -> str:
    """The text of a definition's file; what is too large, or is no text, is a complaint.

    No more is ever read than may be: what says that it is small, as a pipe does, need not be.
    """
    if not file.exists():
        raise no_file(file)
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Complaint(too_large, {"file": file}, Exit.FAILED, str(file))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise Complaint("workflow-no-text", {"file": file}, Exit.FAILED, str(file)) from None
