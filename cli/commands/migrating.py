"""`case migrate`: cases taken over to another version of their regulation, with a verdict for each beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.desk import Desk
    from engine.desk.intent import Intent
    from engine.desk.migrating import Verdict
    from engine.run.refusal import Because
    from engine.store.window import Window

Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID…]", show_default=False)]
Everything = Annotated[bool, typer.Option("--all")]
To = Annotated[str, typer.Option("--to", metavar="VERSION", show_default=False)]
Map = Annotated[list[str] | None, typer.Option("--map", metavar="OLD=NEW", show_default=False)]
WorkflowName = Annotated[str, typer.Option("--workflow", metavar="NAME", show_default=False)]


def migrate(
    ctx: typer.Context,
    ids: Ids = None,
    every: Everything = False,
    to_version: To = "",
    map: Map = None,
    workflow: WorkflowName = "",
) -> Exit:
    """Take cases over to a version (the newest if none is named); all of them or none, in one intent."""
    from cli.acting import act, at_desk, dressed
    from engine.desk.migrating import take_over, verdicts

    terminal = Terminal.of(ctx)
    mapping = dict(_pair(each) for each in map or ())
    with at_desk(terminal) as (desk, window):
        cases, meant = _meant(terminal, window, list(ids or ()), every, to_version, workflow)
        with desk.store.reading() as ledger:
            found = verdicts(ledger, cases, meant, mapping)
        case = cases[0] if len(cases) == 1 else ""
        ready = dressed(terminal, window, take_over([each.case.id for each in found], meant, mapping), case=case)
    if not found:
        terminal.talk("migrate-nothing", version=meant)
        return Exit.OK
    rows = [_row(terminal, each) for each in found]
    sheet = Sheet("migration", ("case", "verdict", "stage_title", "because"), rows)
    if terminal.format == "json" and terminal.dry_run:
        return _weighed(terminal, desk, ready, sheet)
    if terminal.format != "json":
        terminal.show(sheet)
        _tell_sum(terminal, found, "--all" if every else " ".join(ids or ()))
    asked = len(found) > 1 and not terminal.dry_run and not any(each.fit.because for each in found)
    if asked and not terminal.agreed("ask-many", count=len(found)):
        raise Complaint("declined", {}, Exit.DECLINED)
    return act(terminal, desk, ready)


def _tell_sum(terminal: Terminal, found: Sequence[Verdict], which: str) -> None:
    """How many of each verdict, and the command that would take all of them over, where there is one."""
    counts = Counter(each.fit.verdict for each in found)
    terminal.talk("migrate-sum", **{name: counts[name] for name in ("safe", "mapped", "impossible")})
    offers = {pair for each in found for pair in (each.fit.offer or each.fit.mapping).items()}
    if not any(each.fit.because for each in found) or counts["impossible"] or len(dict(offers)) < len(offers):
        return
    maps = " ".join(f"--map {was}={now}" for was, now in sorted(offers))
    terminal.talk("migrate-how", command=f"resheno case migrate {which} --to {found[0].to} {maps}")


def _weighed(terminal: Terminal, desk: Desk, intent: Intent, sheet: Sheet) -> Exit:
    """The verdicts, and what would be recorded if none of them stands in the way, as one value."""
    from cli.telling import done_as_json, tell
    from engine.desk.answer import Done

    answer = desk.act(intent)
    if isinstance(answer, Done):
        data = {**done_as_json(answer), "verdicts": list(sheet.rows)}
        terminal.show_json({"schema": "resheno.done/1", "data": data, "as_of": str(terminal.today)})
    else:
        terminal.show(sheet)
    return tell(terminal, answer, desk)


def _meant(
    terminal: Terminal, window: Window, ids: list[str], every: bool, version: str, workflow: str
) -> tuple[list[str], str]:
    """The cases, all of one regulation, and the version; with --all those that are open and run by another one."""
    from cli.finding import case_id, cases, one_of
    from engine.store.versions import version_meant, versions

    if not ids and not every:
        raise Complaint("migrate-which", {}, Exit.USAGE)
    lines = {line.id: line for line in cases(window)}
    wanted = [case_id(window, each) for each in ids]
    name, sign, short = version.partition("@")
    name, short = (name, short) if sign else (workflow, version)
    if not name:
        name = lines[wanted[0]].workflow if wanted else _only(window, short)
    one_of(terminal, "workflow", name, sorted({line.name for line in versions(window)}))
    meant = version_meant(window, name, short)
    if every:
        wanted = [line.id for line in lines.values() if line.workflow == name and not line.final]
    return [id for id in wanted if lines[id].workflow == name], meant


def _only(window: Window, short: str) -> str:
    """The regulation that has a version of these first letters."""
    from engine.store.versions import versions

    found = {line.name for line in versions(window) if short and line.version.startswith(short)}
    if len(found) != 1:
        raise Complaint("missing-argument", {"name": "--workflow", "path": "resheno case migrate"}, Exit.USAGE)
    return found.pop()


def _row(terminal: Terminal, each: Verdict) -> dict[str, object]:
    mapping = " ".join(f"--map {was}={now}" for was, now in (each.fit.offer or each.fit.mapping).items())
    verdict = terminal.words(f"migrate-{each.fit.verdict}", mapping=mapping)
    reasons = [_told(terminal, reason) for reason in (*each.fit.because, *each.fit.notes)]
    return {
        "case": each.case.id,
        "code": each.fit.verdict,
        "verdict": verdict,
        "stage": each.stage,
        "stage_title": each.title.ru if terminal.lang == "ru" else each.title.en,
        "version": each.to,
        "mapping": dict(each.fit.offer or each.fit.mapping),
        "because": reasons,
    }


def _told(terminal: Terminal, reason: Because) -> str:
    from engine.messages import fix, in_language, say

    facts = in_language(reason.facts, terminal.lang)
    way = fix(reason.code, facts, terminal.lang)
    return say(reason.code, facts, terminal.lang) + (f" ({way})" if way else "")


def _pair(given: str) -> tuple[str, str]:
    was, sign, now = given.partition("=")
    if not sign or not was.strip() or not now.strip():
        raise Complaint("bad-map", {"given": given}, Exit.USAGE)
    return was.strip(), now.strip()
