"""`journal verify|checkpoint|witness|prove|export`: that nobody moved anything, shown to whoever doubts it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint, no_file
from cli.exits import Exit
from cli.filing import put_file
from cli.keeping import disagreeing, findings
from cli.output import Sheet
from cli.progress import progress
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.seal.against import Point
    from engine.store.seal.checkpoint import Checkpoint, Code, Step
    from engine.store.seal.finding import Report
    from engine.store.seal.kept import Kept

Against = Annotated[str, typer.Option("--checkpoint", metavar="FILE|CODE", show_default=False)]
Points = Annotated[list[str] | None, typer.Option("--checkpoint", metavar="FILE|CODE", show_default=False)]
Since = Annotated[str, typer.Option("--since", metavar="FILE|CODE", show_default=False)]
Seq = Annotated[int, typer.Argument(metavar="SEQ", show_default=False)]
Book = Annotated[Path, typer.Argument(metavar="BOOK", show_default=False)]
Newer = Annotated[str, typer.Argument(metavar="[CHECKPOINT]", show_default=False)]
NO_ALARM = ("witness-no-proof", "witness-older", "witness-foreign")  # what a witness does not take, and nobody forged


def verify(ctx: typer.Context, checkpoint: Points = None) -> Exit:
    """Hold all that is stored against its hashes, projections against the journal, it against what is known of it."""
    from engine.store.seal.verify import verify as look_through

    terminal = Terminal.of(ctx)
    place = terminal.database()
    points = [point for given in checkpoint or () for point in _points(given)]
    with progress(terminal) as watch:
        report = look_through(place, points, watch)
    _show(terminal, report)
    if not report.agrees:
        raise disagreeing(terminal, report, told=True)
    for point in points:
        terminal.talk("journal-agrees-point", size=point.size)
    return Exit.OK


def checkpoint(ctx: typer.Context, since: Since = "") -> Exit:
    """Say how long the journal is and what its root is; with --since also prove that it extends an earlier one."""
    from engine.store.seal.checkpoint import take, write

    terminal = Terminal.of(ctx)
    with _journal(terminal) as (_, leaves):
        point = take(leaves, terminal.today.isoformat())
        step = _step(leaves, _point(since), point) if since else None
    if terminal.output or step or terminal.format == "json":
        _hand_out(terminal, write(point, step) + "\n")
        return Exit.OK
    told = {"size": point.size, "date": point.date, "point": point.code, "root": point.root.hex()}
    terminal.show_text(terminal.words("checkpoint-told", **told))
    return Exit.OK


def witness(ctx: typer.Context, book: Book, newer: Newer = "") -> Exit:
    """Keep a checkpoint in a book, a newer one only with its proof; without a file, that of the database."""
    from engine.store.seal.checkpoint import Unreadable, read
    from engine.store.seal.witness import Refuted, accept, close_book, open_book

    terminal = Terminal.of(ctx)
    try:
        kept = open_book(_text(book)) if book.exists() else ()
    except Unreadable as error:
        raise Complaint(error.why, {"given": book}, Exit.UNVERIFIED, str(book)) from error
    try:
        point, step = read(_text(Path(newer))) if newer else _ours(terminal, kept)
        after = accept(kept, point, step)
    except Unreadable as error:
        raise Complaint(error.why, {"given": newer}, Exit.USAGE, newer) from error
    except Refuted as error:
        facts = {"size": point.size, "kept": error.last.size, "point": error.last.code, "given": newer}
        exit = Exit.FAILED if error.code in NO_ALARM else Exit.UNVERIFIED
        raise Complaint(error.code, facts, exit, str(book)) from error
    if after != kept:
        if terminal.dry_run:
            terminal.talk("dry-file", file=book)
            return Exit.OK
        put_file(str(book), close_book(after).encode())
    said = "witness-knows" if after == kept else "witness-took" if kept else "witness-first"
    terminal.talk(said, size=point.size, kept=len(after))
    return Exit.OK


def prove(ctx: typer.Context, seq: Seq, checkpoint: Against = "") -> Exit:
    """Show one entry and prove that it stands in the journal, without showing any other."""
    from engine.store.seal.export import prove as proved

    terminal = Terminal.of(ctx)
    with _journal(terminal) as (kept, leaves):
        point = _held(_point(checkpoint), leaves) if checkpoint else None
        entry = kept.entry(seq) if 0 < seq <= len(leaves) else None
        if entry is None:
            raise Complaint("entry-missing", {"seq": seq, "size": len(leaves)}, Exit.NOT_FOUND)
        if point is not None and seq > point.size:
            raise Complaint("entry-later", {"seq": seq, "size": point.size}, Exit.FAILED)
        text = proved(entry, leaves[: point.size] if point else leaves)
    _hand_out(terminal, text, "check-without")
    return Exit.OK


def export(ctx: typer.Context) -> Exit:
    """Hand out the whole journal, one line of canonical JSON an entry, for `verifier.py` and other programs."""
    from engine.store.seal.export import line as as_line

    terminal = Terminal.of(ctx)
    with _journal(terminal) as (kept, leaves):
        text = "".join(map(as_line, kept.rows("entry")))
    terminal.talk("exported", size=len(leaves))
    _hand_out(terminal, text, "check-without")
    return Exit.OK


def verifier(ctx: typer.Context) -> Exit:
    """Hand out the program that checks exports and proofs without resheno; it needs Python only."""
    from importlib.resources import files

    _hand_out(Terminal.of(ctx), files("engine.store.seal").joinpath("verifier.py").read_text("utf-8"))
    return Exit.OK


def _show(terminal: Terminal, report: Report) -> None:
    """The report in the format that was asked for."""
    from engine.store.seal.checkpoint import Checkpoint

    point = Checkpoint(report.size, report.root, terminal.today.isoformat())
    rows = [{"code": each.code, "text": terminal.words(each.code, **each.facts)} for each in report.findings]
    if terminal.format == "json":
        known = {"agrees": report.agrees, "entries": point.size, "root": point.root.hex(), "code": point.code}
        data = {**known, "sound": report.sound, "held": report.held, "findings": rows}
        terminal.show_json({"schema": "resheno.verification/1", "data": data, "as_of": point.date})
    elif terminal.format != "table":
        terminal.show(Sheet("findings", ("code", "text"), rows))
    elif rows:
        terminal.show_text("\n".join(findings(terminal, report)))
    else:
        told = {"size": point.size, "cases": report.cases, "point": point.code, "date": point.date}
        terminal.show_text(terminal.words("journal-agrees", **told))


@contextmanager
def _journal(terminal: Terminal) -> Iterator[tuple[Kept, list[bytes]]]:
    """The journal, if it agrees with its hashes: nothing else is vouched for."""
    from engine.store.seal.verify import Unverified, sound_journal

    place = terminal.database()
    try:
        with progress(terminal) as watch, sound_journal(place, watch) as found:
            watch.clear()
            yield found
    except Unverified as error:
        raise disagreeing(terminal, error.report) from error


def _point(given: str) -> Checkpoint | Code:
    """The one checkpoint, or code, that was named; of a book the newest."""
    from engine.store.seal.checkpoint import Checkpoint, Code

    point = _points(given)[-1]
    if not isinstance(point, Checkpoint | Code):
        raise Complaint("checkpoint-unreadable", {"given": given}, Exit.USAGE)
    return point


def _points(given: str) -> tuple[Point, ...]:
    """What was named: a checkpoint's file, a witness's book, an export, a text that quotes codes, or a code."""
    from engine.store.seal.against import points_in
    from engine.store.seal.checkpoint import Unreadable

    path = Path(given)
    try:
        return points_in(_text(path) if isfile(path) else given)  # a pasted text is longer than any name may be
    except Unreadable as error:
        if error.why == "checkpoint-unreadable" and not isfile(path) and path.suffix[1:].isalnum():
            raise no_file(given) from error
        raise Complaint(error.why, {"given": given}, Exit.USAGE) from error


def _text(path: Path) -> str:
    """A text as it was kept; what is no text is no checkpoint either."""
    return path.read_bytes().decode("utf-8-sig", "replace")


def _held(point: Checkpoint | Code, leaves: list[bytes]) -> Checkpoint:
    """The earlier checkpoint as our own journal knows it; a complaint where it does not agree with it."""
    from engine.store.seal.checkpoint import take
    from engine.store.seal.verify import Unverified, held_against

    report = held_against(leaves, point)
    if not report.agrees:
        raise Unverified(report)
    return take(leaves[: point.size], getattr(point, "date", ""))


def _step(leaves: list[bytes], old: Checkpoint | Code, point: Checkpoint) -> Step:
    from engine.store.seal.checkpoint import Step
    from engine.store.seal.tree import consistency

    since = _held(old, leaves)
    return Step(since, point, consistency(leaves, since.size))


def _ours(terminal: Terminal, kept: tuple[Checkpoint, ...]) -> tuple[Checkpoint, Step | None]:
    """The checkpoint of the database that is meant, proved from the newest that the witness keeps."""
    from engine.store.seal.checkpoint import take

    with _journal(terminal) as (_, leaves):
        point = take(leaves, terminal.today.isoformat())
        return point, _step(leaves, kept[-1], point) if kept else None


def _hand_out(terminal: Terminal, text: str, hint: str = "") -> None:
    """Give out text to the byte, as UTF-8 whatever the console is: a hash stands over it."""
    if terminal.output not in ("", "-"):
        file = put_file(terminal.output, text.encode())
        terminal.talk("wrote", file=file)
        if hint and terminal.hints:
            terminal.talk(hint, file=file)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
