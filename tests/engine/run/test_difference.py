from __future__ import annotations

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
    "migrated": BEFORE._replace(workflow_version="v2"),
    "moved": BEFORE._replace(stage="checked"),
    "extended": BEFORE._replace(fields=MappingProxyType({**BEFORE.fields, "control_due": "2026-12-31"})),
    "stated": BEFORE._replace(fields=MappingProxyType({**BEFORE.fields, "mood": "good"})),
    "recorded": BEFORE._replace(records=MappingProxyType({**BEFORE.records, "ЗП-2": NOTE._replace(id="ЗП-2")})),
    "unrecorded": BEFORE._replace(records=MappingProxyType({})),
    "corrected": BEFORE._replace(records=MappingProxyType({"ЗП-1": NOTE._replace(links=("ЗП-2",))})),
    "proven": BEFORE._replace(evidence=(MappingProxyType({"title": "справка"}),)),
    "planned": BEFORE._replace(plans=(("draft", "П-1.1"),)),
}


def test_every_kind_of_difference_is_tried() -> None:
    assert {*CHANGES, "opened", "gone"} == set(WHAT)


@pytest.mark.parametrize("what", CHANGES)
def test_each_change_is_told_once_and_as_what_it_is(what: str) -> None:
    assert [each.what for each in differences(BEFORE, CHANGES[what])] == [what]


def test_a_case_that_stands_as_it_stood_differs_in_nothing() -> None:
    assert differences(BEFORE, BEFORE._replace(version=9, changed=TOLD)) == ()


def test_a_case_opened_since_comes_with_its_records() -> None:
    assert [(each.what, each.name) for each in differences(None, BEFORE)] == [("opened", ""), ("recorded", "ЗП-1")]
    assert [each.what for each in differences(BEFORE, None)] == ["gone"]


def test_the_control_day_is_the_term_that_counts() -> None:
    (term,) = differences(BEFORE, CHANGES["extended"])
    assert (term.before, term.after) == ("2026-12-01", "2026-12-31")
