"""One command on one case, said a second time: a state before, a state after, all of it plain dicts and lists.

The requirements are a closed set, each a line by hand; of the regulation only what it is made of is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, cast

from engine.definition.workflow import Arrow, Field, Workflow
from engine.run.command import Command, Connect, Correct, Fire, Open, Plan, Prove, Record

State = dict[str, Any]


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


HOLDS: dict[str, Callable[[State, str], bool]] = {
    "есть цель": lambda case, who: bool(of(case, "aim")),
    "у каждой цели указано обоснование": lambda case, who: all(
        r["fields"].get("grounds") for r in of(case, "aim").values()
    ),
    "у каждой цели есть показатель": lambda case, who: (
        set(of(case, "aim")) <= {id for sign in of(case, "sign") for id in stands_on(case, sign)}
    ),
    "у каждого показателя есть подтверждение": lambda case, who: all(r["evidence"] for r in of(case, "sign").values()),
    "у каждой заявки указан срок": lambda case, who: bool(case["fields"].get("due")),
    "подтверждает не исполнитель": lambda case, who: who not in (case["fields"].get("doers") or ()),
}
DUTIES = ("подтверждает не исполнитель",)
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


def opened(flow: Workflow, case: State | None, wish: Open) -> State:
    _all(["case-exists"] if case else [])
    stages = list(flow.stages)
    at = wish.at or stages[0]
    _known("stage", at, stages)
    _all(["subject-missing"] * sum(name not in wish.subject for name in flow.subject))
    _all(_misstated(flow.fields, wish.fields))
    told: State = {
        "stage": at,
        "subject": dict(wish.subject),
        "fields": dict(wish.fields),
        "records": {},
        "evidence": [],
    }
    return {**told, "moves": [], "plans": [], "trusted": stages[: stages.index(at)]}


def _arrow(flow: Workflow, case: State, wish: Fire) -> Arrow:
    _known("trigger", wish.trigger, {arrow.trigger for arrow in flow.arrows})
    _known("stage", wish.target or case["stage"], flow.stages)
    for arrow in flow.arrows:
        if (arrow.source, arrow.trigger) == (case["stage"], wish.trigger) and wish.target in ("", arrow.target):
            return arrow
    raise No("no-way")


def moved(flow: Workflow, case: State, wish: Fire, who: str, may: Callable[[Arrow], list[str]]) -> State:
    arrow = _arrow(flow, case, wish)
    data = dict(wish.data)
    waiver = cast("dict[str, Any] | None", data.pop("waiver", None))
    stages = list(flow.stages)
    onward = stages.index(arrow.target) == stages.index(arrow.source) + 1
    rules = [*(flow.stages[arrow.source].complete_when if onward else ()), *arrow.requirements]
    unmet = [rule.sentence.text for rule in rules if not HOLDS[rule.sentence.text](case, who)]
    for name in data:
        _known("field", name, {*arrow.asks, *arrow.takes})
    reasons = ["not-brought"] * sum(data.get(name) in (None, "") for name in arrow.asks)
    reasons += may(arrow) + _misstated(flow.fields, data)
    if waiver is None:
        reasons += ["duty" if text in DUTIES else "unmet" for text in unmet]
    _all(reasons)
    sets = {n: data.get(word[1:-1]) if word.startswith("{") else word for n, word in arrow.sets.items()}
    if waiver is not None and unmet:
        data["waived"] = [{"requirement": text, **waiver} for text in unmet]
    made = (arrow.trigger, arrow.source, arrow.target, data)
    return {**case, "stage": arrow.target, "fields": {**case["fields"], **sets}, "moves": [*case["moves"], made]}


def _closed(flow: Workflow, case: State) -> list[str]:
    return ["case-closed"] if flow.stages[case["stage"]].final else []


def _misplaced(flow: Workflow, case: State, kind: str, to: str) -> list[str]:
    _known("record", to, case["records"])
    allowed = {back.kind for back in flow.records[kind].back}
    return [] if case["records"][to]["kind"] in allowed else ["link-misplaced"]


def recorded(flow: Workflow, case: State, wish: Record) -> State:
    _known("kind", wish.kind, flow.records)
    fields = flow.records[wish.kind].fields
    for name in wish.fields:
        _known("field", name, fields)
    reasons = _closed(flow, case) + (["record-exists"] if wish.record in case["records"] else [])
    reasons += ["field-missing" for f in fields.values() if f.required and not wish.fields.get(f.name)]
    reasons += _misstated(fields, wish.fields)
    for to in wish.links:
        reasons += _misplaced(flow, case, wish.kind, to)
    _all(reasons)
    record = {"kind": wish.kind, "fields": dict(wish.fields), "links": list(wish.links), "evidence": []}
    return {**case, "records": {**case["records"], wish.record: record}}


def _with(case: State, record: str, **changed: Any) -> State:
    return {**case, "records": {**case["records"], record: {**case["records"][record], **changed}}}


def linked(flow: Workflow, case: State, wish: Connect) -> State:
    _known("record", wish.record, case["records"])
    record = case["records"][wish.record]
    reasons = _closed(flow, case) + _misplaced(flow, case, record["kind"], wish.to)
    _all(reasons + (["link-exists"] if wish.to in record["links"] else []))
    return _with(case, wish.record, links=[*record["links"], wish.to])


def evidenced(flow: Workflow, case: State, wish: Prove) -> State:
    _known("record", wish.record, {*case["records"], ""})
    _all([] if not wish.evidence.get("date") or _is_day(wish.evidence["date"]) else ["field-misstated"])
    if not wish.record:
        return {**case, "evidence": [*case["evidence"], dict(wish.evidence)]}
    return _with(case, wish.record, evidence=[*case["records"][wish.record]["evidence"], dict(wish.evidence)])


def planned(flow: Workflow, case: State, wish: Plan) -> State:
    _known("stage", wish.stage, flow.stages)
    _all(["plan-exists"] if (wish.stage, wish.task) in case["plans"] else [])
    return {**case, "plans": [*case["plans"], (wish.stage, wish.task)]}


def corrected(flow: Workflow, case: State, wish: Correct) -> State:
    _known("record", wish.record, {*case["records"], ""})
    fields = flow.records[case["records"][wish.record]["kind"]].fields if wish.record else flow.fields
    for name in wish.fields:
        _known("field", name, fields)
    _all(_misstated(fields, wish.fields))
    if not wish.record:
        return {**case, "fields": {**case["fields"], **wish.fields}}
    return _with(case, wish.record, fields={**case["records"][wish.record]["fields"], **wish.fields})


STEPS: dict[type[Command], tuple[str, Callable[[Workflow, Any, Any], State]]] = {
    Record: ("recorded", recorded),
    Connect: ("linked", linked),
    Prove: ("evidenced", evidenced),
    Plan: ("planned", planned),
    Correct: ("corrected", corrected),
}
