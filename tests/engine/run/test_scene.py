from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.rules.thing import Thing
from engine.run.command import Correct, Fire, Prove
from engine.run.facts import Facts
from engine.run.scene import case_thing, scene
from tests.engine.run.regulation import REQUEST
from tests.engine.run.test_decide import FACTS, NOTE, OPEN, TOLD, after


def test_days_are_days_and_what_is_empty_is_not_stated() -> None:
    thing = case_thing(REQUEST, after(OPEN, Correct("З-1", {"due": "2026-12-01", "mood": ""})))
    assert (thing.values["due"], thing.values["mood"], thing.values["who"]) == (date(2026, 12, 1), None, "Ким")


def test_the_day_of_closing_is_known_when_the_case_is_closed_and_not_before() -> None:
    open_ = after(OPEN, Fire("З-1", "check"))
    assert case_thing(REQUEST, open_).values["closed"] is None
    assert case_thing(REQUEST, after(OPEN, Fire("З-1", "check"), Fire("З-1", "close"))).values["closed"] == date(
        2026, 11, 23
    )


def test_documents_are_linked_to_what_they_prove() -> None:
    view = scene(REQUEST, after(OPEN, NOTE, Prove("З-1", "ЗП-1", {"title": "письмо"}), Prove("З-1", "", {})), FACTS)
    proofs = [thing for thing in view.things if thing.kind == "evidence"]
    assert sorted(thing.links for thing in proofs) == [("З-1",), ("ЗП-1",)]


def test_the_act_that_is_judged_is_counted_as_done() -> None:
    case = after(OPEN, Fire("З-1", "check"))
    assert [act.trigger for act in scene(REQUEST, case, FACTS).acts] == ["check"]
    judged = scene(REQUEST, case, FACTS, ("close", replace(TOLD, on_behalf_of="Л-2")))
    assert [(act.trigger, act.doer) for act in judged.acts] == [("check", "Л-1"), ("close", "Л-2")]


def test_roles_are_held_in_the_office_or_named_in_the_case() -> None:
    view = scene(REQUEST, after(replace(OPEN, fields={"doer": ["Л-5"]})), FACTS)
    assert view.roles == {"clerk": frozenset({"Л-1"}), "doer": frozenset({"Л-5"})}


def test_things_of_other_cases_are_seen_too() -> None:
    other = Thing("predecessor", "П-1.1")
    assert other in scene(REQUEST, after(OPEN), Facts(FACTS.today, FACTS.office, (other,))).things
