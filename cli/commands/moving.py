"""`task deliver|accept|report|confirm|…`: assignments through their life, one or many at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.intent import Intent
    from engine.desk.records import Proof

Ids = Annotated[list[str], typer.Argument(metavar="ID…", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False)]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", show_default=False)]
To = Annotated[str, typer.Option("--to", metavar="DAY", show_default=False)]
Outcome = Annotated[str, typer.Option("--outcome", metavar="OUTCOME", show_default=False)]
Evidence = Annotated[list[Path] | None, typer.Option("--evidence", metavar="FILE", show_default=False)]
Executors = Annotated[list[str] | None, typer.Option("--executor", metavar="NAME", show_default=False)]
WaiveWho = Annotated[str, typer.Option("--waive", metavar="WHO", show_default=False)]
WaiveUntil = Annotated[str, typer.Option("--until", metavar="DAY", show_default=False)]
MANY = 3  # more cases than this at once are asked about first
PART = 2**20  # bytes of evidence that are read at a time
OUTCOMES = ("done", "not_done", "not_applicable")


def deliver(ctx: typer.Context, ids: Ids) -> Exit:
    """Say that the executor has been handed the assignment."""
    return _each(ctx, ids, lambda task: _take(task, "deliver"))


def accept(ctx: typer.Context, ids: Ids) -> Exit:
    """Accept an assignment: work begins. Delivery is implied."""
    return _each(ctx, ids, lambda task: _take(task, "accept"))


def report(ctx: typer.Context, ids: Ids, text: Text = "", evidence: Evidence = None) -> Exit:
    """Report on an assignment; who reports does not take it off control."""
    from engine.desk import tasks

    proofs = [proof_of(file) for file in evidence or ()]
    return _each(ctx, ids, lambda task: _with_proofs(tasks.report(task, text), task, proofs))


def confirm(
    ctx: typer.Context,
    ids: Ids,
    outcome: Outcome = "done",
    text: Text = "",
    evidence: Evidence = None,
    waive: WaiveWho = "",
    reason: Reason = "",
    until: WaiveUntil = "",
) -> Exit:
    """Take an assignment off control: done, not done, or not applicable any more."""
    from cli.acting import waiver
    from cli.finding import one_of
    from engine.desk.closing import confirm as confirmed

    terminal = Terminal.of(ctx)
    outcome = one_of(terminal, "outcome", outcome, OUTCOMES, _outcomes_by_title())
    if outcome != "done":
        return _each(ctx, ids, lambda task: _take(task, outcome, reason=reason or text))
    proofs = tuple(proof_of(file) for file in evidence or ())
    leave = waiver(terminal, waive, reason, until)
    return _each(ctx, ids, lambda task: confirmed(task, proofs, text, leave))


def return_(ctx: typer.Context, ids: Ids, reason: Reason = "") -> Exit:
    """Send a reported assignment back for rework."""
    return _each(ctx, ids, lambda task: _take(task, "return", reason=reason))


def extend(ctx: typer.Context, ids: Ids, to: To, reason: Reason = "") -> Exit:
    """Give an assignment a later due day; the earlier one stays in the journal."""
    from cli.days import day

    due = day(to).isoformat()
    return _each(ctx, ids, lambda task: _take(task, "extend", due=due, reason=reason))


def reassign(ctx: typer.Context, ids: Ids, executor: Executors = None, reason: Reason = "") -> Exit:
    """Give an assignment to others."""
    from cli.finding import executors
    from engine.desk.tasks import reassign as reassigned
    from engine.store.window import look

    if not executor:
        raise Complaint("missing-argument", {"name": "--executor", "path": "resheno task reassign"}, Exit.USAGE)
    with look(Terminal.of(ctx).database()) as window:
        named = executors(window, executor)
    return _each(ctx, ids, lambda task: reassigned(task, named, reason))


def withdraw(ctx: typer.Context, ids: Ids, reason: Reason = "") -> Exit:
    """Withdraw an assignment."""
    return _each(ctx, ids, lambda task: _take(task, "withdraw", reason=reason))


def proof_of(file: Path) -> Proof:
    """A file as evidence, titled by its name; no more of it is held at once than is kept."""
    from hashlib import sha256

    from cli.complaint import no_file
    from engine.desk.records import KEPT, Proof

    if not file.is_file():
        raise no_file(file)
    mark, size, parts = sha256(), 0, list[bytes]()
    with file.open("rb") as stream:
        while part := stream.read(PART):
            mark.update(part)
            size += len(part)
            parts = [*parts, part] if size <= KEPT else []
    if size > KEPT:
        return Proof(title=file.name, sha256=mark.hexdigest(), size=size)
    return Proof(title=file.name, content=b"".join(parts))


def _take(task: str, trigger: str, **data: str) -> Intent:
    """An arrow with what was said for it; what is empty is not brought, and the desk says that it is missing."""
    from engine.desk.tasks import take

    return take(task, trigger, **{name: value for name, value in data.items() if value})


def _outcomes_by_title() -> dict[str, str]:
    from engine.messages import words_for

    words = {each: words_for(f"outcome-{each}") for each in OUTCOMES}
    return {title.casefold(): each for each, both in words.items() for title in (both.ru, both.en)}


def _each(ctx: typer.Context, ids: list[str], make: Callable[[str], Intent]) -> Exit:
    """One intent over all the assignments named: all of it, or nothing."""
    from cli.acting import act, at_desk, dressed, together
    from cli.finding import pick

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        known = [line.id for line in window.tasks(terminal.today)]
        tasks = list(dict.fromkeys(pick(given, known) for given in ids))
        if len(tasks) > MANY and not terminal.dry_run and not terminal.agreed("ask-many", count=len(tasks)):
            raise Complaint("declined", {}, Exit.DECLINED)
        intent = together([make(task) for task in tasks])
        ready = dressed(terminal, window, intent, case=tasks[0] if len(tasks) == 1 else "")
    return act(terminal, desk, ready)


def _with_proofs(intent: Intent, task: str, proofs: list[Proof]) -> Intent:
    from cli.acting import together
    from engine.desk.records import prove

    return together([intent, *(prove(task, proof) for proof in proofs)])
