"""`case migrate`: cases taken over to another version of their regulation, with a verdict for each beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING, Annotated, NamedTuple

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
WherePossible = Annotated[bool, typer.Option("--where-possible")]
WorkflowName = Annotated[str, typer.Option("--workflow", metavar="NAME", show_default=False)]


def migrate(
    ctx: typer.Context,
    ids: Ids = None,
    every: Everything = False,
    to_version: To = "",
    map: Map = None,
    workflow: WorkflowName = "",
    where_possible: WherePossible = False,
) -> Exit:
    """Take cases over to a version (the newest if none is named), all in one intent: all of them, or those that can."""
    from cli.acting import at_desk, dressed
    from engine.desk.migrating import take_over, verdicts

    terminal = Terminal.of(ctx)
    mapping = dict(_pair(each) for each in map or ())
    with at_desk(terminal) as (desk, window):
        cases, meant = _meant(terminal, window, list(ids or ()), every, to_version, workflow)
        case = cases[0] if len(cases) == 1 else ""
        wanted = take_over(cases, meant, mapping, where_possible=where_possible)
        ready = dressed(terminal, window, wanted, case=case)
        found = verdicts(desk, ready, cases, meant, mapping)
        if ids and not every:
            _tell_passed_over(terminal, window, list(ids), cases, {each.case.id for each in found}, meant)
    if not found:
        terminal.talk("migrate-nothing", version=meant)
        return Exit.OK
    weighed = Weighed(found, mapping, "--all" if every else " ".join(ids or ()), where_possible)
    if terminal.format != "json":
        terminal.show(_sheet(terminal, found))
        _tell_sum(terminal, weighed)
    going = weighed.going
    asked = len(going) > 1 and not terminal.dry_run and (where_possible or not weighed.staying)
    if asked and not terminal.agreed("ask-many", count=len(going)):
        raise Complaint("declined", {}, Exit.DECLINED)
    return _act(terminal, desk, ready, weighed)


def _tell_passed_over(
    terminal: Terminal, window: Window, named: list[str], cases: list[str], judged: Set[str], version: str
) -> None:
    """The cases that were named and are not judged: they have the version already, or run by another regulation."""
    from cli.finding import case_id
    from cli.speech import listed

    wanted = list(dict.fromkeys(case_id(window, each) for each in named))
    there = [id for id in cases if id not in judged]
    others = [id for id in wanted if id not in cases]
    for code, passed in (("migrate-there", there if judged or others else []), ("migrate-elsewhere", others)):
        if passed:
            terminal.talk(code, cases=listed(passed, terminal.lang), version=version)


class Weighed(NamedTuple):
    """The verdicts on the cases that are meant, and how the command named those: by their ids, or with --all."""

    found: Sequence[Verdict]
    mapping: Mapping[str, str]
    which: str
    where_possible: bool

    @property
    def going(self) -> list[Verdict]:
        """Those in whose way nothing stands."""
        return [each for each in self.found if not each.fit.because]

    @property
    def staying(self) -> list[Verdict]:
        """The others."""
        return [each for each in self.found if each.fit.because]

    def command(self, mapping: Mapping[str, str], *options: str) -> str:
        """The same command with these stages for others."""
        maps = (f"--map {was}={now}" for was, now in sorted(mapping.items()))
        return " ".join(("resheno case migrate", self.which, "--to", self.found[0].to, *maps, *options))


def _tell_sum(terminal: Terminal, weighed: Weighed) -> None:
    """How many of each verdict, how many stay, and the command that would take all of them over, if there is one."""
    counts = Counter(each.fit.verdict for each in weighed.found)
    terminal.talk("migrate-sum", **{name: counts[name] for name in ("safe", "mapped", "impossible")})
    if weighed.where_possible and weighed.going and weighed.staying:
        terminal.talk("migrate-parted", going=len(weighed.going), count=len(weighed.staying))
    offered = _offered(weighed)
    if weighed.staying and offered is not None and not counts["impossible"]:
        terminal.talk("migrate-how", command=weighed.command(offered))


def _offered(weighed: Weighed) -> dict[str, str] | None:
    """The mapping that takes over every case that can be; None where one stage would have two others."""
    pairs = {pair for each in weighed.found for pair in (each.fit.offer or each.fit.mapping).items()}
    return dict(pairs) if len(dict(pairs)) == len(pairs) else None


def _act(terminal: Terminal, desk: Desk, intent: Intent, weighed: Weighed) -> Exit:
    """Have it done and told; as JSON the verdicts stand in the answer, or in its place if it is no."""
    from cli.telling import done_as_json, tell
    from engine.desk.answer import Done

    answer = desk.act(intent)
    if terminal.format == "json":
        sheet = _sheet(terminal, weighed.found)
        if isinstance(answer, Done):
            data = {**done_as_json(answer), "verdicts": list(sheet.rows)}
            terminal.show_json({"schema": "resheno.done/1", "data": data, "as_of": str(terminal.today)})
        else:
            terminal.show(sheet)
    code = tell(terminal, answer, desk, intent)
    if not isinstance(answer, Done) and not weighed.where_possible:
        _tell_others(terminal, answer, weighed)
    return code


def _tell_others(terminal: Terminal, answer: object, weighed: Weighed) -> None:
    """That the others could go without the one that keeps them back, and the command for it."""
    from engine.run.refusal import Refused

    keeping_back = {each.case.id for each in weighed.staying}
    if not isinstance(answer, Refused) or answer.case not in keeping_back:
        return
    offered = _offered(weighed)
    mapping = weighed.mapping if offered is None else {**weighed.mapping, **offered}
    stay = [each for each in weighed.staying if offered is None or each.fit.verdict == "impossible"]
    going = len(weighed.found) - len(stay)
    if stay and going:
        command = weighed.command(mapping, "--where-possible")
        terminal.talk("migrate-where-possible", going=going, count=len(stay), command=command)


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
    return [id for id in dict.fromkeys(wanted) if lines[id].workflow == name], meant


def _only(window: Window, short: str) -> str:
    """The regulation that has a version of these first letters."""
    from engine.store.versions import versions

    found = {line.name for line in versions(window) if short and line.version.startswith(short)}
    if len(found) != 1:
        raise Complaint("missing-argument", {"name": "--workflow", "path": "resheno case migrate"}, Exit.USAGE)
    return found.pop()


def _sheet(terminal: Terminal, found: Sequence[Verdict]) -> Sheet:
    rows = [_row(terminal, each) for each in found]
    return Sheet("migration", ("case", "verdict", "stage_title", "because"), rows)


def _row(terminal: Terminal, each: Verdict) -> dict[str, object]:
    mapping = " ".join(f"--map {was}={now}" for was, now in (each.fit.offer or each.fit.mapping).items())
    verdict = terminal.words(f"migrate-{each.fit.verdict}", mapping=mapping)
    reasons = (*each.fit.because, *each.fit.notes)
    return {
        "case": each.case.id,
        "code": each.fit.verdict,
        "verdict": verdict,
        "stays": bool(each.fit.because),
        "stage": each.stage,
        "stage_title": each.title.ru if terminal.lang == "ru" else each.title.en,
        "version": each.to,
        "mapping": dict(each.fit.offer or each.fit.mapping),
        "because": [_told(terminal, reason) for reason in reasons],
        "because_codes": [reason.code for reason in reasons],
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
