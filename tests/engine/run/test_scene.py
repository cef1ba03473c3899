from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from engine.rules.thing import Act, Scene, Thing
from engine.run.command import Correct, Fire, Prove
from engine.run.facts import Facts
from engine.run.scene import bare_scene, case_thing, scene, still_scene
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
    closing = Act("close", case.id, "Л-2", TOLD.happened_on, case.version + 1)
    judged = scene(REQUEST, case, FACTS, (closing,))
    assert [(act.trigger, act.doer) for act in judged.acts] == [("check", "Л-1"), ("close", "Л-2")]
    assert judged.judged == (closing,)


def test_roles_are_held_in_the_office_or_named_in_the_case() -> None:
    asked = scene(REQUEST, after(OPEN._replace(fields={"doer": ["Л-5"]})), FACTS).held
    act = Act("close", "З-1", "Л-2", TOLD.happened_on, 2)
    assert asked is not None
    assert [asked.then(role, act, None) for role in ("clerk", "doer")] == [{("Л-1", "Л-1")}, {("Л-5", "Л-5")}]


def test_things_of_other_cases_are_seen_too() -> None:
    other = Thing("predecessor", "П-1.1")
    assert other in scene(REQUEST, after(OPEN), Facts(FACTS.today, FACTS.tenures, (other,))).things


def test_who_made_a_record_is_its_author() -> None:
    acts = scene(REQUEST, after(OPEN, NOTE, Fire("З-1", "check")), FACTS).acts
    assert [(act.trigger, act.on) for act in acts] == [("record", "ЗП-1"), ("check", "З-1")]


def test_a_record_may_come_until_its_stage_is_left() -> None:
    draft = after(OPEN, Correct("З-1", {"due": "2026-12-01"}))
    assert scene(REQUEST, draft, FACTS).ends == dict.fromkeys(("note", "reply", "evidence"), date(2026, 12, 1))
    checked = after(OPEN, Correct("З-1", {"due": "2026-12-01"}), Fire("З-1", "check"))
    assert scene(REQUEST, checked, FACTS).ends["note"] == TOLD.happened_on
    assert scene(REQUEST, checked, FACTS).ends["reply"] == date(2026, 12, 1)


def test_after_a_step_back_the_later_stage_is_still_to_come() -> None:
    back = after(OPEN, Fire("З-1", "check"), Fire("З-1", "return", {"reason": "иначе"}))
    assert scene(REQUEST, back, FACTS).ends == {}


def test_days_off_are_handed_in() -> None:
    off, on = frozenset({date(2027, 1, 4)}), frozenset({date(2027, 2, 20)})
    view = scene(REQUEST, after(OPEN), FACTS._replace(days_off=off, days_on=on))
    assert (view.days_off, view.days_on) == (off, on)


def test_what_nobody_looks_at_is_not_made() -> None:
    case = after(OPEN, NOTE, Prove("З-1", "ЗП-1", {"title": "письмо"}))
    view = scene(REQUEST, case, FACTS, (Act("close", case.id, "Л-2", TOLD.happened_on, case.version + 1),))
    assert view.held is not None and view.of_kind("predecessor") == ()
    assert not {"things", "index", "acts", "ends", "proofs"} & vars(view).keys()
    assert [thing.id for thing in view.of_kind("note")] == ["ЗП-1"]
    assert view.things is view.things


@pytest.mark.parametrize("of", [scene, still_scene])
def test_things_are_found_by_kind_as_they_stand_among_all(of: Callable[..., Scene]) -> None:
    around = (Thing("predecessor", "П-1.1"), Thing("note", "чужая"), Thing("evidence", "чужое"))
    case = after(OPEN, NOTE, Prove("З-1", "ЗП-1", {}), Prove("З-1", "", {}))
    view = of(REQUEST, case, FACTS._replace(around=around))
    for kind in ("request", "note", "reply", "evidence", "predecessor"):
        assert list(view.of_kind(kind)) == [thing for thing in view.things if thing.kind == kind]


def test_sentences_about_acts_see_the_case_and_the_acts_under_judgement_alone() -> None:
    judged = (Act("prove", "З-1", "Л-1", TOLD.happened_on, 3),)
    view = bare_scene(REQUEST, after(OPEN, NOTE), FACTS, judged)
    assert (view.things, view.acts, view.judged, view.ends) == ((), judged, judged, {})
    assert (view.case.kind, view.case.id) == ("request", "З-1")
    assert (view.of_kind("request"), view.of_kind("note")) == ((view.case,), ())
