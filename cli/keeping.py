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
    from engine.store.seal.verify import Unverified

    try:
        yield
    except Unverified as error:
        raise disagreeing(terminal, error.report, file) from error
    except Unlike as error:
        raise Complaint("copy-unlike", {"table": error.table}, Exit.UNVERIFIED) from error


def disagreeing(terminal: Terminal, report: Report, file: object = "") -> Complaint:
    """Tell the findings; the complaint to end with."""
    for each in report.findings[:SHOWN]:
        line(terminal.words(each.code, **each.facts))
    if len(report.findings) > SHOWN:
        line(terminal.words("findings-more", count=len(report.findings) - SHOWN))
    facts = {"count": len(report.findings), "file": file}
    code = "backup-unverified" if file else "journal-unverified"
    return Complaint(code, facts, Exit.UNVERIFIED, str(file or terminal.db))
