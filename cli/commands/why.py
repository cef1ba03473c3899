"""`why`: why a case stands where it stands: what is open, what each closed way lacks, what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.people import People
    from cli.refusing import Told
    from engine.definition.workflow import Workflow
    from engine.desk.desk import Desk
    from engine.desk.prospects import Lack, Prospect
    from engine.desk.ways import Way
    from engine.store.gap_window import GapLine
    from engine.store.lines import Status

    Reasoned = tuple[Prospect, list[Told]]  # a way out, and why it is closed, in words

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]


def why(ctx: typer.Context, id: Id) -> Exit:
    """Say what may be done with a case now, and what stands in the way of the rest."""
    from cli.finding import case_id
    from cli.looking import view_desk
    from cli.people import People
    from cli.prospects import gap_as_data
    from cli.telling import titles
    from engine.store.gap_window import gaps

    terminal = Terminal.of(ctx)
    with view_desk(terminal) as (desk, window):
        case = case_id(window, id)
        seen = window.status(case, terminal.today)
        stages = titles(window, seen.case.workflow, terminal.lang)
        ways = [(each, _told(terminal, desk, case, each.way)) for each in desk.prospects(case)]
        people, lines = People(terminal, window), gaps(window, terminal.today, case=case)
    if terminal.format == "json":
        data = {
            "id": case,
            "stage": seen.case.stage,
            "ways": [_as_json(people, prospect, reasons) for prospect, reasons in ways],
            "gaps": [gap_as_data(line, people.day) for line in lines],
        }
        terminal.show_json({"schema": "resheno.why/1", "data": data, "as_of": terminal.today.isoformat()})
    elif terminal.format != "table":
        rows = _as_rows(people, case, seen, ways) + _expected(people, desk.workflow_of(desk.case(case)), ways, lines)
        terminal.show(Sheet("why", ("title", "open", "because", "fix"), rows))
    else:
        told = [*_lines(people, seen, ways, stages), *_remarks(people, desk.workflow_of(desk.case(case)), ways, lines)]
        terminal.show_text("\n".join(told))
    return Exit.OK


def _told(terminal: Terminal, desk: Desk, case: str, way: Way) -> list[Told]:
    from cli.telling import explained

    return explained(desk, case, way.because, way.trigger, terminal.lang, _others(desk, case, way))


def _others(desk: Desk, case: str, way: Way) -> tuple[str, ...]:
    """Who may take a way that a role or a duty bars to whoever asks."""
    from engine.desk.able import able
    from engine.desk.cycles import fire

    return able(desk, fire(case, way.trigger, {}, way.target), case) if any(b.duty for b in way.because) else ()


def _lines(people: People, seen: Status, ways: list[Reasoned], stages: dict[str, str]) -> list[str]:
    from cli.moves import command_for
    from cli.viewing import waits

    terminal = people.terminal
    id, words = seen.case.id, terminal.words
    lines = [words("why-stands", id=id, text=_about(seen), stage=stages.get(seen.case.stage, seen.case.stage))]
    lines += waits(terminal, seen)
    if not ways:
        lines.append(words("why-final", id=id))
    for prospect, reasons in ways:
        if not prospect.way.open:
            lines.append(words("why-closed", what=_name(prospect.way, terminal)))
            lines += _reasons(people, prospect, reasons)
    opened = [prospect.way for prospect, _ in ways if prospect.way.open]
    if opened:
        lines.append(words("why-open"))
    commands = {command_for(seen.case.workflow, way.trigger, id, terminal.lang): way for way in opened}
    widest = max((len(_name(way, terminal)) for way in commands.values()), default=0)
    lines += [f"  {_name(way, terminal).ljust(widest)}  {command}" for command, way in commands.items()]
    return lines


def _reasons(people: People, prospect: Prospect, reasons: list[Told]) -> list[str]:
    """Each reason, what puts it right and who can, and when at the earliest; leave is told once, at the end."""
    from cli.prospects import earliest_told

    lines = list[str]()
    for n, (reason, lack) in enumerate(zip(reasons, prospect.lacks, strict=True), 1):
        said, more = _reason(people, reason, lack)
        lines.append(people.terminal.words("why-reason", n=n, reason=said))
        lines += [f"     {each}" for each in dict.fromkeys(more) if f"     {each}" not in lines]
    return lines + earliest_told(people, prospect)


def _reason(people: People, reason: Told, lack: Lack) -> tuple[object, tuple[str, ...]]:
    """A reason, and what there is to say of it: why, who can settle it, how."""
    from cli.prospects import settling

    unmet = reason.code == "unmet"
    said = reason.facts.get("requirement") if unmet else people.terminal.words(reason.code, **reason.facts)
    return said, (*reason.whys, *settling(people, lack), *reason.ways)


def _as_rows(people: People, case: str, seen: Status, ways: list[Reasoned]) -> list[dict[str, object]]:
    """A row for each way that is open, with its command, and for each reason why another one is closed."""
    from cli.moves import command_for

    terminal, rows = people.terminal, list[dict[str, object]]()
    for prospect, reasons in ways:
        way = prospect.way
        row: dict[str, object] = {"title": _name(way, terminal), "open": way.open}
        if way.open:
            rows.append({**row, "fix": command_for(seen.case.workflow, way.trigger, case, terminal.lang)})
        for reason, lack in zip(reasons, prospect.lacks, strict=True):
            said, ways_out = _reason(people, reason, lack)
            rows.append({**row, "because": said, "fix": ways_out})
    return rows


def _expected(
    people: People, workflow: Workflow, ways: list[Reasoned], lines: tuple[GapLine, ...]
) -> list[dict[str, object]]:
    """A row for each thing that is only expected."""
    title = people.terminal.words("col-expects")
    return [{"title": title, "because": each.strip()} for each in _remarks(people, workflow, ways, lines)[1:]]


def _remarks(people: People, workflow: Workflow, ways: list[Reasoned], lines: tuple[GapLine, ...]) -> list[str]:
    """What is only expected, and what a former stage still lacks, unless a way out tells it."""
    from cli.prospects import broken, remarks

    requirements = (each.because.requirement for prospect, _ in ways for each in prospect.lacks)
    told = remarks(people, workflow, broken(people, lines), {rule.sentence.text for rule in requirements if rule})
    return [people.terminal.words("why-remarks"), *told] if told else []


def _about(seen: Status) -> str:
    text = " ".join((seen.task.text if seen.task else ", ".join(filter(None, seen.case.subject.values()))).split())
    return text if len(text) <= 100 else text[:99] + "…"


def _name(way: Way, terminal: Terminal) -> str:
    title: str = getattr(way.title, terminal.lang)
    return title


def _as_json(people: People, prospect: Prospect, reasons: list[Told]) -> dict[str, object]:
    from cli.prospects import lack_as_data

    way, terminal = prospect.way, people.terminal
    because = [line for r in reasons for line in (terminal.words(r.code, **r.facts), *r.whys)]
    whole: dict[str, object] = {"trigger": way.trigger, "to": way.target, "role": way.role, "asks": list(way.asks)}
    more = {
        "requirements": [lack_as_data(people, lack) for lack in prospect.lacks],
        "earliest": prospect.earliest.isoformat() if prospect.earliest else None,
    }
    return {**whole, "open": way.open, "because": because, "fix": [way for r in reasons for way in r.ways], **more}
