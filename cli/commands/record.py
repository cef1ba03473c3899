"""`record add|edit|list|show|link`: what the stages produce, kind by kind, and what each record points back to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.desk import Desk
    from engine.store.window import Window

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]
CaseArgument = Annotated[str, typer.Argument(metavar="CASE", show_default=False)]
CaseFilter = Annotated[str, typer.Argument(metavar="[CASE]", show_default=False)]
TargetId = Annotated[str, typer.Argument(metavar="ID", show_default=False)]
Text = Annotated[str, typer.Argument(metavar="[TEXT]", show_default=False)]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", show_default=False)]
Fields = Annotated[list[str] | None, typer.Option("--field", metavar="NAME=VALUE", show_default=False)]
Links = Annotated[list[str] | None, typer.Option("--link", metavar="ID", show_default=False)]
WaiveWho = Annotated[str, typer.Option("--waive", metavar="WHO", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False)]
WaiveUntil = Annotated[str, typer.Option("--until", metavar="DAY", show_default=False)]


def add(
    ctx: typer.Context,
    case: CaseArgument,
    kind: Kind,
    text: Text = "",
    field: Fields = None,
    link: Links = None,
    waive: WaiveWho = "",
    reason: Reason = "",
    until: WaiveUntil = "",
) -> Exit:
    """Put a record into a case; the text is its name or wording, the rest goes by --field."""
    from cli.acting import act, at_desk, dressed, waiver
    from cli.finding import case_id, record_beside
    from engine.desk.records import add as added

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        at = case_id(window, case)
        code = _kind(terminal, window, at, kind)
        fields = {**_stated(text, code), **_fields(desk, at, code, field or ())}
        links = [record_beside(window, each, at) for each in link or ()]
        leave = waiver(terminal, waive, reason, until)
        ready = dressed(terminal, window, added(at, code, fields, links, leave), case=at)
    return act(terminal, desk, ready)


def edit(ctx: typer.Context, id: Id, field: Fields = None) -> Exit:
    """Put a record right; the old values stay in the journal."""
    from cli.acting import act, at_desk, dressed
    from cli.finding import record_id
    from engine.desk.records import edit as edited

    terminal = Terminal.of(ctx)
    if not field:
        raise Complaint("missing-argument", {"name": "--field", "path": "resheno record edit"}, Exit.USAGE)
    with at_desk(terminal) as (desk, window):
        record = record_id(window, id)
        case = _case_of(window, record)
        fields = _fields(desk, case, desk.case(case).records[record].kind, field)
        ready = dressed(terminal, window, edited(record, fields), case=case)
    return act(terminal, desk, ready)


def list_(ctx: typer.Context, case: CaseFilter = "", kind: Kind = "") -> None:
    """Show the records, of one case or of all, of one kind or of all."""
    from cli.finding import case_id
    from cli.looking import view
    from cli.record_view import RecordWords
    from cli.rows import record_row

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        at = case_id(window, case) if case else ""
        code = _kind(terminal, window, at, kind) if kind else ""
        words = RecordWords(terminal, window)
        rows = [{**record_row(each), **words.told(each)} for each in window.records(at, code)]
    terminal.show(Sheet("records", ("id", "case", "kind_title", "title", "links", "proofs"), rows))


def show(ctx: typer.Context, id: Id) -> None:
    """Show one record with its fields, links and number of proofs."""
    from cli.finding import pick
    from cli.looking import view
    from cli.record_view import RecordWords, office_records
    from cli.rows import record_row

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        every = {record.id: record for record in (*window.records(), *office_records(window))}
        record = every[pick(id, every)]
        row, words = record_row(record), RecordWords(terminal, window).told(record)
    if terminal.format == "json":
        terminal.show_json({"schema": "resheno.record/1", "data": row, "as_of": terminal.today.isoformat()})
        return
    told = {**row, **words, "case": words["case_title"]}
    columns = ("id", "case", "kind_title", "stage_title", "title", "links", "proofs")
    facts = [{"name": terminal.words(f"col-{key.replace('_', '-')}"), "value": told[key]} for key in columns]
    facts += [{"name": name, "value": value} for name, value in words["fields_told"]]
    terminal.show(Sheet("record", ("name", "value"), [fact for fact in facts if fact["value"] not in ("", [], {}, 0)]))


def link(ctx: typer.Context, id: Id, target_id: TargetId) -> Exit:
    """Say that a record points back to another of the same case."""
    from cli.acting import act, at_desk, dressed
    from cli.finding import record_beside, record_id
    from engine.desk.records import link as linked

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        record = record_id(window, id)
        at = _case_of(window, record)
        intent = linked(record, record_beside(window, target_id, at))
        ready = dressed(terminal, window, intent, case=at)
    return act(terminal, desk, ready)


def _kind(terminal: Terminal, window: Window, case: str, given: str) -> str:
    """The code of a kind that was given by its code or by its name in either language."""
    from cli.finding import cases, one_of

    every = cases(window)
    workflows = {line.workflow for line in every if case in ("", line.id)} or {"management_cycle"}
    kinds = {code: names for name in sorted(workflows) for code, names in window.titles(name)["records"].items()}
    named = {title.casefold(): code for code, names in kinds.items() for title in names.values()}
    return one_of(terminal, "kind", given, kinds, named)


def _stated(text: str, kind: str) -> dict[str, str]:
    """The wording of a record under the field that holds it: an indicator has a name, everything else a text."""
    if not text:
        return {}
    return {"name" if kind == "indicator" else "text": text}


def _fields(desk: Desk, case: str, kind: str, given: Iterable[str]) -> dict[str, str]:
    """What is stated by --field, by the name of a field or by its title in either language."""
    known = desk.workflow_of(desk.case(case)).records[kind].fields
    titles = {title.casefold(): name for name, each in known.items() for title in (each.title.ru, each.title.en)}
    pairs = (_pair(each) for each in given)
    return {name if name in known else titles.get(name.casefold(), name): value for name, value in pairs}


def _case_of(window: Window, record: str) -> str:
    return next(each.case for each in window.records() if each.id == record)


def _pair(given: str) -> tuple[str, str]:
    name, sign, value = given.partition("=")
    if not sign or not name.strip():
        raise Complaint("bad-field", {"field": given}, Exit.USAGE)
    return name.strip(), value.strip()
