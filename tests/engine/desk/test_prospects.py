"""What a closed way waits for: who can settle it, over which cases it hangs, and the first day on which it could go."""

from __future__ import annotations

from datetime import date

import pytest

from engine.desk import cycles, importing, records, tasks
from engine.desk.desk import Desk
from engine.desk.prospects import Lack, Prospect
from engine.store.memory import MemoryStore
from tests.office import DAY, ORGANISATION, Stopped, content_of, desk_at, done, item, protocol

FRIDAY, SUNDAY, MONDAY = date(2026, 12, 4), date(2026, 12, 6), date(2026, 12, 7)


@pytest.fixture
def clock() -> Stopped:
    return Stopped()


@pytest.fixture
def desk(clock: Stopped) -> Desk:
    return desk_at(MemoryStore(), clock)


def chained(desk: Desk, *days: date | None) -> None:
    """A protocol whose items wait for each other: 1 for nothing, 2 for 1, 3 for 2; the last one has its report."""
    items = [item(str(n), due=day, after=(str(n - 1),) if n > 1 else ()) for n, day in enumerate(days, 1)]
    paper = protocol(items)
    done(desk.act(importing.bring_in(paper, content_of(paper))))
    last = f"П-1.{len(days)}"
    done(desk.act(tasks.take(last, "accept")))
    done(desk.act(tasks.report(last, "сделано")))
    done(desk.act(records.prove(last, records.Proof("справка", content=b"1"))))


def way(desk: Desk, case: str, trigger: str) -> Prospect:
    [found] = [each for each in desk.prospects(case) if each.way.trigger == trigger]
    return found


def lack(desk: Desk, case: str, trigger: str) -> Lack:
    [found] = way(desk, case, trigger).lacks
    return found


def test_an_open_way_lacks_nothing_and_has_no_day(desk: Desk) -> None:
    chained(desk, None)
    found = way(desk, "П-1.1", "return")
    assert (found.way.open, found.lacks, found.earliest) == (True, (), None)


def test_the_chain_leads_to_what_waits_for_nothing(desk: Desk) -> None:
    chained(desk, FRIDAY, None, None)
    found = lack(desk, "П-1.3", "confirm")
    assert [(each.case, each.on, each.day) for each in found.chain] == [
        ("П-1.3", "П-1.2", ""),
        ("П-1.2", "П-1.1", FRIDAY.isoformat()),
    ]
    [ivanova] = found.chain[-1].who
    assert found.who == (ivanova,) and found.roles == ("executor",)


def test_the_earliest_day_is_the_last_of_the_chain_and_is_worked(desk: Desk) -> None:
    chained(desk, FRIDAY, date(2026, 12, 1), None)
    assert way(desk, "П-1.3", "confirm").earliest == FRIDAY
    other = desk_at(MemoryStore(), Stopped())
    chained(other, SUNDAY, None)
    assert way(other, "П-1.2", "confirm").earliest == MONDAY


def test_a_term_that_has_passed_is_said_and_asks_for_today(desk: Desk, clock: Stopped) -> None:
    chained(desk, date(2026, 11, 24), None)
    clock.wait(9)
    [link] = lack(desk, "П-1.2", "confirm").chain
    assert (link.over, link.reported) == (True, False)
    assert way(desk, "П-1.2", "confirm").earliest == clock().date()


def test_a_predecessor_with_its_report_waits_only_for_whoever_takes_it_off(desk: Desk) -> None:
    chained(desk, FRIDAY, None)
    done(desk.act(tasks.take("П-1.1", "accept")))
    done(desk.act(tasks.report("П-1.1", "сделано")))
    found = lack(desk, "П-1.2", "confirm")
    assert found.chain[0].reported and found.roles == ("controller",) and found.who == ("Л-1",)
    assert found.earliest == DAY


def test_what_can_be_brought_at_once_can_be_brought_today_by_whoever_may_record(desk: Desk) -> None:
    case = done(desk.act(cycles.start(ORGANISATION, "1.2", "2026"))).id
    found = lack(desk, case, "advance")
    assert (found.because.facts["requirement"], found.earliest, found.chain) == ("есть цель", DAY, ())
    assert found.who == ("Л-1",) and {"clerk", "curator"} <= set(found.roles)


def test_a_protocol_waits_for_its_last_assignment(desk: Desk) -> None:
    chained(desk, FRIDAY, date(2026, 12, 18))
    found = way(desk, "П-1", "close")
    [link] = [each for each in found.lacks[0].chain if each.case == "П-1"]
    assert link.on == "П-1.1" and found.earliest == FRIDAY  # the second has its report, and its term counts no more
    assert not found.way.open
