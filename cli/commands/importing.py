"""`protocol import`: a document recorded as one intent, after a preview and a question; the same file only once."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cli.complaint import Complaint, no_file
from cli.exits import Exit
from cli.progress import Line, progress
from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.settling import Case
    from engine.desk.answer import Done
    from engine.desk.desk import Desk
    from engine.desk.intent import Intent
    from engine.protocol import Protocol

Files = Annotated[list[Path], typer.Argument(metavar="FILE…", show_default=False)]
Revise = Annotated[bool, typer.Option("--revise")]
Signed = Annotated[str, typer.Option("--signed", metavar="DAY", show_default=False)]
Registered = Annotated[str, typer.Option("--registered", metavar="DAY", show_default=False)]
YES, ALL, QUIT = "yes", "all", "quit"
ANSWERS = {
    **dict.fromkeys(("да", "д", "yes", "y"), YES),
    **dict.fromkeys(("все", "всё", "в", "all", "a"), ALL),
    **dict.fromkeys(("выйти", "quit", "q"), QUIT),
}


class Wish(NamedTuple):
    """How the documents of one command are to be recorded."""

    revise: bool
    signed: date | None
    registered: date | None


def import_(
    ctx: typer.Context, files: Files, revise: Revise = False, signed: Signed = "", registered: Registered = ""
) -> Exit:
    """Record documents: their assignments, the people they name, the cycles they touch."""
    from cli.acting import at_desk
    from cli.days import day

    terminal = Terminal.of(ctx)
    wish = Wish(revise, day(signed) if signed else None, day(registered) if registered else None)
    for file in files:
        if not file.exists():
            raise no_file(file)
    with at_desk(terminal) as (desk, _):
        pass  # the database is sound before the first document is read
    told: list[dict[str, object]] = []
    code, answer = Exit.OK, YES
    with progress(terminal) as watch:
        for number, file in enumerate(files):
            answer = answer if answer == ALL else YES
            watch("reading", number, len(files))
            done, answer, case = _one(terminal, desk, file, wish, answer, watch)
            if done is None:
                code = Exit.DECLINED
            else:
                told.append(_as_row(terminal, file, done, case))
            if answer == QUIT:
                break
    if terminal.format == "json":
        terminal.show_json({"schema": "resheno.import/1", "data": told, "as_of": terminal.today.isoformat()})
    if code is Exit.DECLINED:
        raise Complaint("declined", {}, code)
    return code


def _one(
    terminal: Terminal, desk: Desk, file: Path, wish: Wish, answer: str, watch: Line
) -> tuple[Done | None, str, Case]:
    """One document: read, weighed without recording, shown, asked about, recorded."""
    from cli.done import tell_dry
    from cli.reading import no_items, read_document, tell_problems
    from cli.settling import case_of, remember, tell_open, tell_recalled, unanswered
    from engine.desk.answer import Done

    protocol = read_document(terminal, file)
    content = _same(protocol, file)
    watch.clear()
    if not protocol.items:
        raise no_items(protocol, file)
    case = case_of(desk, protocol, wish.signed, wish.registered)
    alone = bool(terminal.given.get("no_input")) and not terminal.yes
    case = unanswered(case) if alone else case
    weighed = desk.act(replace(_intent(terminal, case, content, wish.revise), dry=True))
    lasting: dict[str, str] = {}
    if isinstance(weighed, Done):
        if weighed.repeated:
            terminal.talk("imported-before", file=file, id=weighed.id)
            return weighed, answer, case
        if terminal.hints:
            _preview(terminal, protocol, weighed)
            tell_problems(terminal, protocol.problems)
            tell_recalled(terminal, case)
        if weighed.difference and not wish.revise:
            terminal.talk("revision-how", file=file)
            return weighed, answer, case
        if terminal.dry_run:
            tell_dry(terminal, weighed)
            return weighed, answer, case
        if answer != ALL and not terminal.yes and not alone:
            case, lasting, answer = _asked(terminal, case)
        if answer not in (YES, ALL):
            return None, answer, case
    remember(terminal, desk, case, lasting)
    done = _record(terminal, desk, _intent(terminal, case, content, wish.revise), file)
    tell_open(terminal, case, file)
    return done, answer, case


def _asked(terminal: Terminal, case: Case) -> tuple[Case, dict[str, str], str]:
    """Ask the doubts one by one, then whether to record; a word typed at a doubt answers the last question too."""
    from cli.settling import asked

    case, said = asked(terminal, case)
    return case, said.lasting, ANSWERS.get(said.word, "no") if said.word else _agreed(terminal)


def _same(protocol: Protocol, file: Path) -> bytes:
    """The bytes that were read, held until they are recorded: whoever is asked questions may have the file open."""
    from hashlib import sha256

    content = file.read_bytes()
    if sha256(content).hexdigest() != protocol.source.sha256:
        raise Complaint("paper-changed", {"file": file}, Exit.CONFLICT)
    return content


def _intent(terminal: Terminal, case: Case, content: bytes, revise: bool) -> Intent:
    from cli.acting import dressed
    from engine.desk.importing import bring_in
    from engine.store.window import look

    with look(terminal.database()) as window:
        wanted = bring_in(case.protocol, content, revise, case.settled)
        intent = dressed(terminal, window, wanted)
    # A key stands for the whole command: each of its documents needs one of its own.
    return replace(intent, key=f"{intent.key}/{case.read.source.sha256}") if intent.key else intent


def _record(terminal: Terminal, desk: Desk, intent: Intent, file: Path) -> Done | None:
    from cli.glyphs import glyphs_for
    from cli.telling import tell
    from engine.desk.answer import Done
    from engine.messages import in_language

    answer = desk.act(intent)
    if not isinstance(answer, Done):
        raise typer.Exit(tell(terminal, answer, desk))
    counts = _counts(answer)
    mark = glyphs_for(sys.stderr.encoding).done
    terminal.talk("imported", mark=mark, id=answer.id, intent=answer.intent, **counts)
    for remark in answer.remarks:
        terminal.talk(remark.code, **in_language(remark.facts, terminal.lang))
    if terminal.hints:
        terminal.talk("undo-with", intent=answer.intent)
        terminal.talk("next", command="resheno today")
    return answer


def _agreed(terminal: Terminal) -> str:
    """да, нет, все or выйти, in either language; where nobody can be asked, nothing is recorded."""
    from cli.speech import line

    line(terminal.words("ask-import"))
    typed = sys.stdin.readline()
    if not typed:
        raise Complaint("cannot-ask", {}, Exit.DECLINED)
    return ANSWERS.get(typed.strip().casefold(), "no")


def _preview(terminal: Terminal, protocol: Protocol, weighed: Done) -> None:
    date = protocol.date.isoformat() if protocol.date else "?"
    head = {
        "kind": terminal.words(f"kind-{protocol.kind}"),
        "number": protocol.number or "?",
        "date": date,
        "body": protocol.body or "?",
    }
    terminal.talk("preview", file=protocol.source.file, **head)
    tasks = len(protocol.tasks)
    facts = {"tasks": tasks, "others": len(protocol.items) - tasks, "unread": len(protocol.unread)}
    terminal.talk("preview-counts", **facts)
    for change in weighed.difference:
        said = {"path": change.path, "field": change.field, "before": change.before, "after": change.after}
        terminal.talk("difference", **said)


def _counts(done: Done) -> dict[str, object]:
    """How many assignments and cycles an answer is about, told by the ids of their cases."""
    cases = {entry.case for entry in done.entries}
    tasks = {id for id in cases if id.startswith(f"{done.id}.")}
    return {"tasks": len(tasks), "cycles": len({id for id in cases if id.startswith("К-")})}


def _as_row(terminal: Terminal, file: Path, done: Done, case: Case) -> dict[str, object]:
    from cli.settling import open_as_data
    from cli.telling import done_as_json

    said = done_as_json(done)
    row = {"file": str(file), "id": done.id or None, "intent": said["intent"], "repeated": done.repeated}
    settled = {"answers": case.as_data(), "doubts": open_as_data(terminal, case), "left_out": sorted(case.left_out)}
    entries = {"entries": said["entries"]} if terminal.dry_run else {}
    return {**row, **_counts(done), "difference": said["difference"], **settled, **entries}
