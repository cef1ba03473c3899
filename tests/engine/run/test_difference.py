from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest

from engine.run.case import Case, RecordOf
from engine.run.difference import WHAT, differences
from engine.run.event import Told

TOLD = Told("Л-1", "Л-1", "", date(2026, 12, 1), datetime(2026, 12, 1, tzinfo=UTC))
NOTE = RecordOf("ЗП-1", "note", MappingProxyType({"text": "да"}), (), (), TOLD)
BEFORE = Case(
    "К-1",
    "request",
    "v1",
    1,
    "draft",
    MappingProxyType({"who": "Ким"}),
    fields=MappingProxyType({"due": "2026-12-01", "mood": "bad"}),
    records=MappingProxyType({"ЗП-1": NOTE}),
)
CHANGES = {
    "migrated": replace(BEFORE, workflow_version="v2"),
    "moved": replace(BEFORE, stage="checked"),
    "extended": replace(BEFORE, fields=MappingProxyType({**BEFORE.fields, "control_due": "2026-12-31"})),
    "stated": replace(BEFORE, fields=MappingProxyType({**BEFORE.fields, "mood": "good"})),
    "recorded": replace(BEFORE, records=MappingProxyType({**BEFORE.records, "ЗП-2": replace(NOTE, id="ЗП-2")})),
    "unrecorded": replace(BEFORE, records=MappingProxyType({})),
    "corrected": replace(BEFORE, records=MappingProxyType({"ЗП-1": replace(NOTE, links=("ЗП-2",))})),
    "proven": replace(BEFORE, evidence=(MappingProxyType({"title": "справка"}),)),
    "planned": replace(BEFORE, plans=(("draft", "П-1.1"),)),
}


def test_every_kind_of_difference_is_tried() -> None:
    assert {*CHANGES, "opened", "gone"} == set(WHAT)


@pytest.mark.parametrize("what", CHANGES)
def test_each_change_is_told_once_and_as_what_it_is(what: str) -> None:
    assert [each.what for each in differences(BEFORE, CHANGES[what])] == [what]


def test_a_case_that_stands_as_it_stood_differs_in_nothing() -> None:
    assert differences(BEFORE, replace(BEFORE, version=9, changed=TOLD)) == ()


def test_a_case_opened_since_comes_with_its_records() -> None:
    assert [(each.what, each.name) for each in differences(None, BEFORE)] == [("opened", ""), ("recorded", "ЗП-1")]
    assert [each.what for each in differences(BEFORE, None)] == ["gone"]


def test_the_control_day_is_the_term_that_counts() -> None:
    (term,) = differences(BEFORE, CHANGES["extended"])
    assert (term.before, term.after) == ("2026-12-01", "2026-12-31")
