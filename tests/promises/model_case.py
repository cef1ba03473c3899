"""One command on one case, said a second time: a state before, a state after, all of it plain dicts and lists.

The requirements are a closed set, each a line by hand; of the regulation only what it is made of is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, cast

from engine.definition.workflow import Arrow, Field, Workflow
from engine.run.command import Command, Connect, Correct, Fire, Open, Plan, Prove, Record
from tests.promises import model_people as people
from tests.promises.model_people import Hand, State, Term


class No(Exception):
    """It is refused, for these reasons."""


class Unheard(Exception):
    """Nobody knows such a word."""


def of(state: State, kind: str) -> dict[str, State]:
    return {id: record for id, record in state["records"].items() if record["kind"] == kind}


def stands_on(state: State, record: str) -> set[str]:
    """All that a record points back to, however far down."""
    found: set[str] = set()
    ahead = [record]
    while ahead:
        new = set(state["records"][ahead.pop()]["links"]) - found
        found |= new
        ahead += new
    return found


HOLDS: dict[str, Callable[[State], bool]] = {
    "есть цель": lambda case: bool(of(case, "aim")),
    "у каждой цели указано обоснование": lambda case: all(r["fields"].get("grounds") for r in of(case, "aim").values()),
    "у каждой цели есть показатель": lambda case: (
        set(of(case, "aim")) <= {id for sign in of(case, "sign") for id in stands_on(case, sign)}
    ),
    "у каждого показателя есть подтверждение": lambda case: all(r["evidence"] for r in of(case, "sign").values()),
    "у каждой заявки указан срок": lambda case: bool(case["fields"].get("due")),
}
APART = "подтверждает не исполнитель"
FITS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int) or (isinstance(value, str) and value.replace(",", "").isdecimal()),
    "date": lambda value: _is_day(value),
    "flag": lambda value: isinstance(value, bool),
    "people": lambda value: isinstance(value, list),
}


def _is_day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def _misstated(fields: Mapping[str, Field], given: Mapping[str, Any]) -> list[str]:
    stated = [(fields[name], value) for name, value in given.items() if name in fields and value not in (None, "")]
    return ["field-misstated" for f, value in stated if not (value in f.values if f.values else FITS[f.type](value))]


def _known(kind: str, word: str, known: Iterable[str]) -> None:
    if word not in known:
        raise Unheard(kind)


def _all(reasons: list[str]) -> None:
    if reasons:
        raise No(*reasons)


def opened(flow: Workflow, case: State | None, wish: Open, against: list[str], day: date) -> State:
    _all(["case-exists"] if case else [])
    stages = list(flow.stages)
    at = wish.at or stages[0]
    _known("stage", at, stages)
    _all(["subject-missing"] * sum(name not in wish.subject for name in flow.subject))
    _all(_misstated(flow.fields, wish.fields) + against)
    told: State = {
        "stage": at,
        "subject": dict(wish.subject),
        "fields": dict(wish.fields),
        "records": {},
        "evidence": [],
    }
    was = [(day, wish.fields.get("doers") or ())]
    return {**told, "moves": [], "plans": [], "trusted": stages[: stages.index(at)], "was": was, "began": [day]}


def stated(case: State, fields: Mapping[str, Any], day: date) -> State:
    """New values of the case's fields; who its doers were is remembered."""
    changed = "doers" in fields and fields["doers"] != case["fields"].get("doers")
    was = [*case["was"], (day, fields["doers"] or ())] if changed else case["was"]
    return {**case, "fields": {**case["fields"], **fields}, "was": was}


def arrow_meant(flow: Workflow, case: State, wish: Fire) -> Arrow:
    _known("trigger", wish.trigger, {arrow.trigger for arrow in flow.arrows})
    _known("stage", wish.target or case["stage"], flow.stages)
    for arrow in flow.arrows:
        if (arrow.source, arrow.trigger) == (case["stage"], wish.trigger) and wish.target in ("", arrow.target):
            return arrow
    raise No("no-way")


def moved(flow: Workflow, case: State, wish: Fire, arrow: Arrow, terms: tuple[Term, ...], hand: Hand) -> State:
    _all(untimely(case, hand, case["began"]))
    data = dict(wish.data)
    leave = cast("dict[str, Any] | None", data.pop("waiver", None))
    for name in data:
        _known("field", name, {*arrow.asks, *arrow.takes})
    for_whom = people.principal(terms, case, arrow.role, hand)
    unmet = _unmet(flow, case, arrow, {hand.whose, for_whom} & people.ever_doers(terms, case, hand.day))
    reasons = ["not-brought"] * sum(data.get(name) in (None, "") for name in arrow.asks)
    reasons += people.along(terms, case, arrow.role, hand) + _misstated(flow.fields, data)
    faults = _faults(leave, hand, for_whom) if unmet and leave is not None else []
    if leave is None or faults:
        reasons += ["duty" if text == APART else "unmet" for text in unmet] + faults
    _all(reasons)
    sets = {n: data.get(word[1:-1]) if word.startswith("{") else word for n, word in arrow.sets.items()}
    if leave is not None and unmet:
        data["waived"] = [{"requirement": text, **leave} for text in unmet]
    made = (arrow.trigger, arrow.source, arrow.target, {**data, **({"instead_of": for_whom} if for_whom else {})})
    began = [*case["began"], hand.day] if arrow.source != arrow.target else case["began"]
    return {**stated(case, sets, hand.day), "stage": arrow.target, "moves": [*case["moves"], made], "began": began}


def untimely(case: State | None, hand: Hand, began: Iterable[date] = ()) -> list[str]:
    """What speaks against the day of an act; `began` are the days on which the case came, and came to each stage."""
    if hand.day > hand.today:
        return ["day-ahead"]
    if case and hand.day < case["began"][0]:
        return ["before-case"]
    return ["before-stage"] if any(hand.day < day for day in list(began)[-1:]) else []


def _unmet(flow: Workflow, case: State, arrow: Arrow, doers: set[str]) -> list[str]:
    stages = list(flow.stages)
    onward = stages.index(arrow.target) == stages.index(arrow.source) + 1
    rules = [*(flow.stages[arrow.source].complete_when if onward else ()), *arrow.requirements]
    texts = [rule.sentence.text for rule in rules]
    return [text for text in texts if (bool(doers) if text == APART else not HOLDS[text](case))]


def _faults(leave: Mapping[str, Any], hand: Hand, for_whom: str) -> list[str]:
    own = ["waiver-own"] if leave["who"] in (hand.whose, hand.typed, for_whom) else []
    return own + (["waiver-over"] if leave["until"] < hand.day.isoformat() else [])


def _closed(flow: Workflow, case: State) -> list[str]:
    return ["case-closed"] if flow.stages[case["stage"]].final else []


def _misplaced(flow: Workflow, case: State, kind: str, to: str) -> list[str]:
    _known("record", to, case["records"])
    allowed = {back.kind for back in flow.records[kind].back}
    return [] if case["records"][to]["kind"] in allowed else ["link-misplaced"]


def recorded(flow: Workflow, case: State, wish: Record, against: list[str], day: date) -> State:
    _known("kind", wish.kind, flow.records)
    fields = flow.records[wish.kind].fields
    for name in wish.fields:
        _known("field", name, fields)
    reasons = _closed(flow, case) + (["record-exists"] if wish.record in case["records"] else [])
    reasons += ["field-missing" for f in fields.values() if f.required and not wish.fields.get(f.name)]
    reasons += _misstated(fields, wish.fields)
    for to in wish.links:
        reasons += _misplaced(flow, case, wish.kind, to)
    _all(reasons + against)
    record = {"kind": wish.kind, "fields": dict(wish.fields), "links": list(wish.links), "evidence": []}
    return {**case, "records": {**case["records"], wish.record: record}}


def _with(case: State, record: str, **changed: Any) -> State:
    return {**case, "records": {**case["records"], record: {**case["records"][record], **changed}}}


def linked(flow: Workflow, case: State, wish: Connect, against: list[str], day: date) -> State:
    _known("record", wish.record, case["records"])
    record = case["records"][wish.record]
    reasons = _closed(flow, case) + _misplaced(flow, case, record["kind"], wish.to)
    _all(reasons + (["link-exists"] if wish.to in record["links"] else []) + against)
    return _with(case, wish.record, links=[*record["links"], wish.to])


def evidenced(flow: Workflow, case: State, wish: Prove, against: list[str], day: date) -> State:
    _known("record", wish.record, {*case["records"], ""})
    _all(against + ([] if not wish.evidence.get("date") or _is_day(wish.evidence["date"]) else ["field-misstated"]))
    if not wish.record:
        return {**case, "evidence": [*case["evidence"], dict(wish.evidence)]}
    return _with(case, wish.record, evidence=[*case["records"][wish.record]["evidence"], dict(wish.evidence)])


def planned(flow: Workflow, case: State, wish: Plan, against: list[str], day: date) -> State:
    _known("stage", wish.stage, flow.stages)
    _all((["plan-exists"] if (wish.stage, wish.task) in case["plans"] else []) + against)
    return {**case, "plans": [*case["plans"], (wish.stage, wish.task)]}


def corrected(flow: Workflow, case: State, wish: Correct, against: list[str], day: date) -> State:
    _known("record", wish.record, {*case["records"], ""})
    fields = flow.records[case["records"][wish.record]["kind"]].fields if wish.record else flow.fields
    for name in wish.fields:
        _known("field", name, fields)
    _all(_misstated(fields, wish.fields) + against)
    if not wish.record:
        return stated(case, wish.fields, day)
    return _with(case, wish.record, fields={**case["records"][wish.record]["fields"], **wish.fields})


By = Callable[[Workflow, Any, Any, list[str], date], State]
STEPS: dict[type[Command], tuple[str, str, By]] = {  # the action of the table of access, the entry
    Open: ("open", "opened", opened),
    Record: ("record", "recorded", recorded),
    Connect: ("link", "linked", linked),
    Prove: ("prove", "evidenced", evidenced),
    Plan: ("plan", "planned", planned),
    Correct: ("correct", "corrected", corrected),
}
