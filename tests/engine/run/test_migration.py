"""The verdict for one case: each obstacle by itself, and the same case without it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest

from engine.definition.renaming import proposed
from engine.definition.workflow import Workflow
from engine.run.case import Case, RecordOf
from engine.run.event import Told
from engine.run.migration import fit
from tests.engine.run.regulation import REQUEST, field, title

TOLD = Told("Л-1", "Л-1", "", date(2026, 12, 1), datetime(2026, 12, 1, tzinfo=UTC))
NOTE = RecordOf("ЗП-1", "note", MappingProxyType({"text": "да"}), (), (), TOLD)
REPLY = RecordOf("ОТ-1", "reply", MappingProxyType({}), ("ЗП-1",), (), TOLD)
CASE = Case(
    "К-1",
    "request",
    "v1",
    3,
    "checked",
    MappingProxyType({"who": "Ким"}),
    fields=MappingProxyType({"who": "Ким", "mood": "good"}),
    records=MappingProxyType({"ЗП-1": NOTE, "ОТ-1": REPLY}),
    plans=(("checked", "П-1.1"),),
)
SAME = replace(REQUEST, version="v2")


def stages(**renamed: str) -> Workflow:
    made = {renamed.get(n, n): replace(s, name=renamed.get(n, n)) for n, s in SAME.stages.items()}
    return replace(SAME, stages=MappingProxyType(made))


def without(what: str, *names: str) -> Workflow:
    left = {name: one for name, one in getattr(SAME, what).items() if name not in names}
    parts: dict[str, Any] = {what: MappingProxyType(left)}
    return replace(SAME, **parts)


OTHER_TITLE = replace(
    stages(checked="approved"),
    stages=MappingProxyType(
        {n: replace(s, title=title(n), produces=()) for n, s in stages(checked="approved").stages.items()}
    ),
)
REPLY_ALONE = replace(SAME.records["reply"], back=())
OBSTACLES: dict[str, tuple[Workflow, Case, list[str]]] = {
    "a stage that is gone": (OTHER_TITLE, CASE._replace(plans=()), ["migrate-stage-gone"]),
    "a plan for a stage that is gone": (OTHER_TITLE, CASE._replace(stage="draft"), ["migrate-plan-gone"]),
    "an end that nobody decided": (
        replace(SAME, stages=MappingProxyType({n: replace(s, final=n != "draft") for n, s in SAME.stages.items()})),
        CASE,
        ["migrate-would-end"],
    ),
    "an end that is none": (
        replace(SAME, stages=MappingProxyType({n: replace(s, final=False) for n, s in SAME.stages.items()})),
        CASE._replace(stage="closed"),
        ["migrate-would-begin"],
    ),
    "another subject": (replace(SAME, subject=("who", "due")), CASE, ["migrate-subject"]),
    "a kind of record that is gone": (without("records", "reply"), CASE, ["migrate-kind-gone"]),
    "a field that is gone": (without("fields", "mood"), CASE, ["migrate-field-gone"]),
    "a value that does not fit": (
        replace(SAME, fields=MappingProxyType({**SAME.fields, "mood": field("mood", values=("bad",))})),
        CASE,
        ["migrate-field-misfits"],
    ),
    "a link that has no place": (
        replace(SAME, records=MappingProxyType({**SAME.records, "reply": REPLY_ALONE})),
        CASE,
        ["migrate-link-misplaced"],
    ),
}


@pytest.mark.parametrize("name", OBSTACLES)
def test_each_obstacle_is_told(name: str) -> None:
    new, case, codes = OBSTACLES[name]
    judged = fit(REQUEST, new, case, {})
    assert [reason.code for reason in judged.because] == codes
    assert judged.verdict == "impossible"


@pytest.mark.parametrize("name", OBSTACLES)
def test_without_the_obstacle_the_same_case_is_safe(name: str) -> None:
    assert fit(REQUEST, SAME, OBSTACLES[name][1], {}).verdict == "safe"


def test_a_mapping_makes_it_possible_and_only_what_is_needed_counts() -> None:
    judged = fit(REQUEST, OTHER_TITLE, CASE, {"checked": "approved", "closed": "draft"})
    assert (judged.verdict, judged.mapping) == ("mapped", {"checked": "approved"})


def test_a_stage_with_the_same_title_is_offered_and_not_guessed() -> None:
    renamed = stages(checked="approved")
    judged = fit(REQUEST, renamed, CASE, {})
    assert judged.because and (judged.verdict, judged.offer) == ("mapped", {"checked": "approved"})
    assert proposed(REQUEST, renamed, "checked") == "approved"
    assert proposed(REQUEST, OTHER_TITLE, "checked") == ""


def test_nothing_is_offered_where_something_else_stands_in_the_way() -> None:
    renamed = replace(stages(checked="approved"), subject=("due",))
    assert fit(REQUEST, renamed, CASE, {}).verdict == "impossible"


def test_a_mapping_to_a_stage_that_is_not_there_is_told() -> None:
    (reason,) = fit(REQUEST, SAME, CASE, {"checked": "aproved"}).because
    assert reason.code == "migrate-map-unknown"


def test_what_the_new_version_asks_for_besides_is_a_note_and_no_obstacle() -> None:
    fields = {**SAME.records["note"].fields, "day": field("day", "date", required=True)}
    records = {**SAME.records, "note": replace(SAME.records["note"], fields=MappingProxyType(fields))}
    judged = fit(REQUEST, replace(SAME, records=MappingProxyType(records)), CASE, {})
    assert [note.code for note in judged.notes] == ["migrate-note-missing"]
    assert judged.verdict == "safe"


def test_a_stage_that_was_renamed_has_been_passed_and_is_not_on_trust() -> None:
    """Also where the case itself stands elsewhere and does not need the mapping for its own stage."""
    renamed = stages(draft="begun")
    assert fit(REQUEST, renamed, CASE, {}).trusted == ("begun",)
    assert fit(REQUEST, renamed, CASE, {"draft": "begun"}).trusted == ()
