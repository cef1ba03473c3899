"""What is stated of a case, a record, a document: read when it is asked for, and the same as read at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.run.command import Correct, Fire, Prove
from engine.run.event import Plain
from engine.run.things import case_thing, proofs, reading, record_thing
from tests.engine.run.regulation import REQUEST, field
from tests.engine.run.test_decide import NOTE, OPEN, TOLD, after

STATED = OPEN._replace(fields={"doer": ["Л-5", "Л-6"], "due": "2026-12-01", "mood": ""})
DAY = TOLD.happened_on


def test_a_case_states_what_it_bears_and_the_day_of_its_closing() -> None:
    values = case_thing(REQUEST, after(STATED)).values
    expected = {"who": "Ким", "doer": ("Л-5", "Л-6"), "due": date(2026, 12, 1), "mood": None, "closed": None}
    assert dict(values) == expected
    assert (values == expected, len(values), set(values)) == (True, 5, set(expected))
    assert {name: values.get(name) for name in expected} == expected


def test_what_is_not_stated_is_not_there() -> None:
    values = case_thing(REQUEST, after(OPEN)).values
    assert (values.get("due"), values.get("due", "?"), "due" in values) == (None, "?", False)
    with pytest.raises(KeyError, match="due"):
        values["due"]


def test_a_field_says_more_than_the_subject_of_the_same_name() -> None:
    values = case_thing(REQUEST, after(OPEN._replace(fields={"who": "Рябов"}))).values
    assert (values["who"], values.get("who"), len(values)) == ("Рябов", "Рябов", 2)


def test_of_a_moment_the_journal_tells_and_nobody_else() -> None:
    fields = {**REQUEST.fields, "checked_on": replace(field("checked_on", "moment"), reached="checked")}
    case = after(OPEN, Fire("З-1", "check"))._replace(fields={"checked_on": "2020-01-01", "closed": "2020-01-01"})
    values = case_thing(replace(REQUEST, fields=fields), case).values
    assert (values["checked_on"], values["closed"]) == (DAY, None)


def test_a_record_and_its_documents_state_what_they_bear() -> None:
    proof: dict[str, Plain] = {
        "title": "письмо",
        "date": "2026-11-20",
        "page": "",
        "lines": [1, ["2"]],
        "more": {"a": ""},
    }
    case = after(OPEN, NOTE, Prove("З-1", "ЗП-1", proof), Correct("З-1", {"text": "Не срочно"}, "ЗП-1"))
    record = record_thing(reading(REQUEST), case.records["ЗП-1"])
    assert (record.kind, record.id, dict(record.values), record.day) == ("note", "ЗП-1", {"text": "Не срочно"}, DAY)
    (document,) = proofs(case)
    said = {"title": "письмо", "date": date(2026, 11, 20), "page": None, "lines": (1, ("2",)), "more": {"a": None}}
    assert (document.links, document.day, dict(document.values)) == (("ЗП-1",), date(2026, 11, 20), said)
    assert (document.values.get("page", "?"), document.values.get("number", "?")) == (None, "?")


def test_a_kind_of_records_that_a_regulation_does_not_know_has_no_days() -> None:
    record = after(OPEN, NOTE).records["ЗП-1"]._replace(kind="letter", fields={"date": "2026-11-20"})
    assert record_thing(reading(REQUEST), record).values["date"] == "2026-11-20"
