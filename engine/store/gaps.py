"""What does not hold, worked out for one case over what it sees of others: rows that no clock plays a part in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import Protocol

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.rules.judging import reasons_ever
from engine.rules.reach import EVIDENCE
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Reason
from engine.run.asked import DUTY, Asked, Leave, Left, sentences, words_of
from engine.run.case import Case
from engine.run.facts import Facts
from engine.run.looking import PREDECESSOR
from engine.run.scene import case_thing, still_scene
from engine.store.journal import Row, canonical

PROTOCOL = "protocol"
Days = tuple[frozenset[date], frozenset[date]]
NO_DAYS: Days = (frozenset(), frozenset())


class Seen(Protocol):
    """What has to be known of the other cases."""

    def case(self, case: str) -> Case | None:
        """A case as it stands."""
        ...

    def workflow(self, name: str, version: str = "") -> Workflow:
        """A regulation in a version."""
        ...

    def find(self, name: str, value: str) -> tuple[str, ...]:
        """The cases that bear a key."""
        ...

    def waiting_for(self, case: str) -> tuple[str, ...]:
        """The cases that need the result of this one."""
        ...


def things_around(
    workflow: Workflow,
    case: Case,
    case_of: Callable[[str], Case | None],
    find: Callable[[str, str], tuple[str, ...]],
    workflow_of: Callable[[Case], Workflow],
) -> tuple[Thing, ...]:
    """Predecessors by name, and the cases that name this one as their protocol, where its regulation looks at them."""
    sees_predecessors, sees_its_own = _sees(workflow)
    waits_for = case.fields.get("predecessors") if sees_predecessors else None
    if not (waits_for or sees_its_own):
        return ()
    ids = dict.fromkeys(map(str, waits_for if isinstance(waits_for, list) else ()))
    before = [(PREDECESSOR, found) for found in map(case_of, ids) if found]
    others = find(PROTOCOL, case.id) if sees_its_own else ()
    naming = [(found.workflow, found) for found in map(case_of, others) if found]
    return tuple(case_thing(workflow_of(found), found, kind) for kind, found in (*before, *naming))


@once
def kinds_around(workflow: Workflow) -> frozenset[str]:
    """The kinds of things of other cases that any sentence of a regulation speaks of."""
    lexicon = workflow.lexicon
    foreign = lexicon.kinds.keys() - workflow.records.keys() - {lexicon.case, EVIDENCE}
    return frozenset(foreign & words_of(workflow))


@once
def _sees(workflow: Workflow) -> tuple[bool, bool]:
    """Whether any sentence speaks of predecessors, and of the cases that name this one as their protocol."""
    foreign = kinds_around(workflow)
    return PREDECESSOR in foreign, bool(foreign - {PREDECESSOR})


def days_around(workflow: Workflow, day: date) -> Days:
    """What corrects the five-day week in the years of a case begun on a day; nothing where none is counted in.

    It goes by the beginning, which does not move: a passing year may not change what was judged.
    """
    return _corrections(day.year) if _counts_working_days(workflow) else NO_DAYS


@once
def _counts_working_days(workflow: Workflow) -> bool:
    """Whether any sentence of a regulation counts in working days."""
    rules = [each.rule for each in sentences(workflow)]
    return any("working day" in value for rule in rules for _, value in rule.arguments)


@lru_cache(maxsize=32)
def _corrections(year: int) -> Days:
    from engine.plan.calendar import corrections  # the calendar is slow to load, and few regulations ask for it

    return corrections(date(year, 1, 1), after=2200)


def scene_of(seen: Seen, case: Case, workflow: Workflow) -> Scene:
    """All that a case may be judged over but for who holds which office: no sentence that is asked here looks at it."""
    around = things_around(workflow, case, seen.case, seen.find, partial(_workflow_of, seen))
    return _scene(case, workflow, around)


def scene_with(seen: Seen, case: Case, workflow: Workflow, other: str, kind: str) -> Scene:
    """The same, with only one of the other cases in sight, which it sees as a thing of this kind, if it still does."""
    found = seen.case(other)
    if found is None or (kind != PREDECESSOR and protocol_of(found) != case.id):
        return _scene(case, workflow, ())
    return _scene(case, workflow, (case_thing(_workflow_of(seen, found), found, kind),))


def protocol_of(case: Case) -> str:
    """The protocol that a case names; '' if none."""
    named = case.fields[PROTOCOL] if PROTOCOL in case.fields else case.subject.get(PROTOCOL)
    return str(named or "")


def _workflow_of(seen: Seen, case: Case) -> Workflow:
    return seen.workflow(case.workflow, case.workflow_version)


def _scene(case: Case, workflow: Workflow, around: tuple[Thing, ...]) -> Scene:
    day = case.opened.happened_on if case.opened else date.min
    days_off, days_on = days_around(workflow, day)
    return still_scene(workflow, case, Facts(day, around=around, days_off=days_off, days_on=days_on))


def gap_rows(case: Case, view: Scene, asked: Iterable[Asked], left: Left) -> list[Row]:
    """A row for each thing that a sentence does not hold for, now or from a day on; whatever there is leave for."""
    rows: list[Row] = []
    for each in asked:
        rule = each.rule
        reasons = reasons_ever(rule, view) if rule.form != DUTY else _of_acts(each, left.get(rule.sentence.text, ()))
        if reasons:
            by_leave = left.get(rule.sentence.text, ())
            until = max([it.until for it in by_leave]).isoformat() if by_leave else ""
            rows += _rows(case.id, each, reasons, until)
    return rows


def _rows(case: str, each: Asked, reasons: Iterable[Reason], waived: str) -> Iterator[Row]:
    rule, numbers = each.rule, dict[str, int]()
    for reason in reasons:
        number = numbers[reason.thing] = numbers.get(reason.thing, 0) + 1
        yield {
            "case": case,
            "place": each.place,
            "thing": reason.thing,
            "n": number,
            "guards": each.guards,
            "step": each.step,
            "form": rule.form,
            "requirement": rule.sentence.text,
            "code": reason.code,
            "facts": canonical(reason.facts),
            "from_day": reason.since.isoformat() if reason.since else "",
            "until_day": reason.until.isoformat() if reason.until else "",
            "waived": waived,
        }


def _of_acts(each: Asked, left: Iterable[Leave]) -> tuple[Reason, ...]:
    """What was done by leave from a duty is done against it, as soon as the leave is over."""
    text = each.rule.sentence.text
    return tuple(Reason(it.thing, "reason-left", {"thing": it.thing, "what": text}, it.day) for it in left)
