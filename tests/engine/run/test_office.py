"""Roles of the office with their days: granted, ended, stood in for; standing leave; older databases."""

from __future__ import annotations

from datetime import date, timedelta

from engine.run.case import Case, RecordOf
from engine.run.event import Plain
from engine.run.office import TENURE, WAIVER, roles, tenures, waived
from engine.run.tenure import Tenure, holders
from tests.engine.run.test_decide import TOLD

DAY = date(2026, 11, 23)
NEXT, BEFORE = DAY + timedelta(days=1), DAY - timedelta(days=1)


def office(*records: tuple[str, dict[str, Plain]], **fields: Plain) -> Case:
    kept = {f"Р-{n}": RecordOf(f"Р-{n}", kind, said, (), (), TOLD, n) for n, (kind, said) in enumerate(records, 1)}
    return Case("office", "office", "1", 1 + len(records), "open", {}, fields, kept)


def tenure(role: str, party: str, **said: Plain) -> tuple[str, dict[str, Plain]]:
    return TENURE, {"role": role, "party": party, **said}


def waiver(**said: Plain) -> tuple[str, dict[str, Plain]]:
    return WAIVER, {"duties": ["SOD-2"], "who": "О-1", "why": "одна", "until": "2026-12-31", **said}


def test_a_role_is_held_from_its_first_day_to_its_last() -> None:
    held = tenures(office(tenure("clerk", "Л-1", since=DAY.isoformat(), until=NEXT.isoformat())))
    days = [BEFORE, DAY, NEXT, NEXT + timedelta(days=1)]
    assert [bool(holders(held, "clerk", day)) for day in days] == [False, True, True, False]


def test_a_role_without_days_is_held_since_ever_and_for_ever() -> None:
    assert roles(office(tenure("clerk", "Л-1")), date(1999, 1, 1)) == {"clerk": {"Л-1"}}
    assert roles(office(tenure("clerk", "Л-1"))) == {"clerk": {"Л-1"}}


def test_a_stand_in_holds_the_role_only_while_the_holder_does() -> None:
    stands_in = tenure("controller", "Л-2", instead_of="Л-1", since=DAY.isoformat(), until=NEXT.isoformat())
    assert roles(office(tenure("controller", "Л-1"), stands_in), DAY) == {"controller": {"Л-1", "Л-2"}}
    assert roles(office(tenure("controller", "Л-1", until=BEFORE.isoformat()), stands_in), DAY) == {}
    assert roles(office(stands_in), DAY) == {}


def test_the_map_of_older_databases_is_still_read() -> None:
    old = office(tenure("clerk", "Л-2"), roles={"clerk": ["Л-1"], "organisation": ["О-1"]})
    assert roles(old, DAY) == {"clerk": {"Л-1", "Л-2"}, "organisation": {"О-1"}}
    assert tenures(old)[0] == Tenure("clerk", "Л-1")


def test_who_held_a_role_on_the_day_on_which_it_was_taken_back_has_held_it() -> None:
    (brief,) = tenures(office(tenure("clerk", "Л-1", since=DAY.isoformat(), until=BEFORE.isoformat())))
    assert (brief.holds(DAY), brief.begun(DAY), brief.begun(BEFORE)) == (False, True, False)
    assert brief.met(DAY, NEXT) and not brief.met(NEXT, NEXT)


def test_standing_leave_counts_until_its_day() -> None:
    given = office(waiver())
    assert [bool(waived(given, date(*day))) for day in ((2026, 12, 31), (2027, 1, 1))] == [True, False]


def test_leave_for_one_alone_ends_for_good_when_a_second_one_comes() -> None:
    alone = waiver(alone=True)
    own = tenure("clerk", "Л-1")
    assert waived(office(own, alone), DAY)
    assert waived(office(own, tenure("organisation", "О-1"), alone), DAY), "whose office it is is nobody's role"
    assert waived(office(own, tenure("clerk", "Л-2", instead_of="Л-1", until="2026-12-31"), alone), DAY)
    came = tenure("curator", "Л-2", since=DAY.isoformat(), until=DAY.isoformat())
    assert waived(office(own, came, alone), BEFORE)
    assert not waived(office(own, came, alone), DAY)
    assert not waived(office(own, came, alone), NEXT), "who has left was there"
    assert waived(office(own, came, waiver()), NEXT), "other leave stays"
