"""What the commands that move whole databases have in common: the words for a database that does not agree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.complaint import Complaint
from cli.exits import Exit
from cli.speech import line
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.seal.finding import Report

SHOWN = 20


@contextmanager
def vouched(terminal: Terminal, file: object = "") -> Iterator[None]:
    """Whatever does not verify stops the command; `file` is the backup that is meant, if it is one."""
    from engine.store.copying import Unlike
    from engine.store.seal.finding import Report, found
    from engine.store.seal.kept import Damaged
    from engine.store.seal.verify import Unverified

    try:
        yield
    except Unverified as error:
        raise disagreeing(terminal, error.report, file) from error
    except Damaged as error:
        report = Report((found("file-damaged", detail=error),), 0, 0, b"")
        raise disagreeing(terminal, report, file) from error
    except Unlike as error:
        raise Complaint("copy-unlike", {"table": error.table}, Exit.UNVERIFIED) from error


def disagreeing(terminal: Terminal, report: Report, file: object = "", told: bool = False) -> Complaint:
    """The complaint to end with; what was found is told before it, unless it is `told` as data already."""
    for text in () if told else findings(terminal, report):
        line(text)
    facts = {"count": len(report.findings), "file": file}
    if file:
        return Complaint("backup-unverified", facts, Exit.UNVERIFIED, str(file))
    if report.is_of_another:
        return Complaint("point-of-another", facts, Exit.FAILED, str(terminal.db))
    code = "point-misfits" if report.is_of_some_other else "journal-unverified"
    return Complaint(
        "journal-projections" if report.is_of_projections else code, facts, Exit.UNVERIFIED, str(terminal.db)
    )


def findings(terminal: Terminal, report: Report) -> list[str]:
    """The first findings in words, how many more there are, and last what is good all the same."""
    lines = [terminal.words(each.code, **each.facts) for each in report.findings[:SHOWN]]
    if len(report.findings) > SHOWN:
        lines.append(terminal.words("findings-more", count=len(report.findings) - SHOWN))
    if report.is_of_projections:
        return [*lines, terminal.words("sound-whole", size=report.size)]
    if report.sound:
        lines.append(terminal.words("sound-until", size=report.sound))
    if report.held:
        lines.append(terminal.words("sound-held", size=report.held))
    if any(each.code.startswith(("journal-rewritten", "point-unlike")) for each in report.findings):
        lines.append(terminal.words("sound-where"))
    return lines
