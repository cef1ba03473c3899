"""What was done and taken back leaves everything as it was, but for a longer journal; brought back, it is all there."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.desk import closing, cycles, importing, records, roles, tasks, undoing
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.run.unknown import Unknown
from engine.store.memory import MemoryStore
from engine.store.projections import Rows
from tests.faults.store.acts import ACTS, BEFORE, PROOF, WAIVER
from tests.office import ORGANISATION, content_of, desk_at, desk_in, done, item, protocol

Chance = random.Random
PEOPLE = ("Ким О.В.", "Рябов С.С.", "Иванова И.И.")
BY_HAND = ("return", "not_done", "not_applicable", "withdraw")


def any_act(chance: Chance, desk: Desk) -> Intent:
    """Some act on something that there is; it may well be refused."""
    case = chance.choice([case.id for case in desk.cases()])
    record = chance.choice(("ЦЛ-1", "ЦЛ-2", "ПК-1"))
    number = str(chance.randrange(1_000_000))
    paper = protocol(
        [item("1", f"Дело {number}", mechanisms=("1.2",), stages=("goals",)), item("2", after=("1",))], number
    )
    makers: tuple[Callable[[], Intent], ...] = (
        lambda: importing.bring_in(paper, content_of(paper)),
        lambda: tasks.add(tasks.NewTask(f"Дело {number}", executors=(chance.choice(PEOPLE),))),
        lambda: tasks.take(case, chance.choice(("accept", "deliver"))),
        lambda: tasks.take(case, chance.choice(BY_HAND), reason="иначе"),
        lambda: tasks.take(case, "extend", due="2026-12-31", reason="болезнь"),
        lambda: tasks.reassign(case, (chance.choice(PEOPLE),), "болезнь"),
        lambda: tasks.edit(case, {"text": f"Текст {number}"}),
        lambda: tasks.report(case, "сделано"),
        lambda: closing.confirm(case, (PROOF,)),
        lambda: closing.confirm(case, waiver=WAIVER),
        lambda: cycles.start(ORGANISATION, chance.choice(("1.1", "1.2", "2.1")), str(chance.randrange(2026, 2090))),
        lambda: cycles.advance(case, WAIVER),
        lambda: cycles.back(case, "goals", "ошибка"),
        lambda: cycles.close(case, WAIVER),
        lambda: records.add(case, "goal", {"text": f"Цель {number}", "grounds": "анализ"}),
        lambda: records.add(case, "effect", {"text": f"Эффект {number}"}),
        lambda: records.edit(record, {"text": f"Текст {number}"}),
        lambda: records.link(record, "ЦЛ-1"),
        lambda: records.prove(chance.choice((record, case)), PROOF),
        lambda: roles.grant("clerk", chance.choice(PEOPLE)),
        *ACTS.values(),
    )
    return chance.choice(makers)()


def shown(desk: Desk) -> Rows:
    """What lists and audits see: without the numbers that were given out, and without the length of the journal."""
    with desk.store.reading() as ledger:
        rows = ledger.projections()
    return {
        table: [{name: value for name, value in row.items() if name != "version"} for row in rows[table]]
        for table in rows
        if table not in ("taken", "undone")
    }


def length(desk: Desk) -> int:
    with desk.store.reading() as ledger:
        return sum(len(ledger.history(case)) for case in ledger.streams())


def undone_exactly(desk: Desk, times: int, chance: Chance) -> Counter[str]:
    """Do something, take it back, bring it back; what was done, and how often."""
    did: Counter[str] = Counter()
    while did.total() < times:
        before, long = shown(desk), length(desk)
        answer = _attempt(desk, any_act(chance, desk))
        if answer is None or not answer.entries or answer.entries[0].type in ("undone", "redone"):
            continue
        after, longer = shown(desk), length(desk)
        undone = done(desk.act(replace(undoing.undo(answer.intent), on_behalf_of=by(answer))))
        assert shown(desk) == before
        assert long < longer < length(desk) and undone.entries
        done(desk.act(replace(undoing.redo(answer.intent), on_behalf_of=by(answer))))
        assert shown(desk) == after
        did[answer.entries[0].type] += 1
        if chance.random() < 0.7:  # else it stays, and the next act stands on it
            done(desk.act(replace(undoing.undo(answer.intent), on_behalf_of=by(answer))))
            assert shown(desk) == before
    return did


def by(answer: Done) -> str:
    """Whose act it is to take something back: leave from a duty is a head's, anything else may be the operator's."""
    return answer.entries[0].told.on_behalf_of if answer.entries[0].data.get("kind") == "waiver" else ""


def _attempt(desk: Desk, intent: Intent) -> Done | None:
    try:
        answer = desk.act(intent)
    except Unknown:
        return None
    return answer if isinstance(answer, Done) else None


def busy(desk: Desk) -> Desk:
    for intent in BEFORE:
        done(desk.act(intent))
    return desk


def test_what_is_undone_leaves_no_trace_in_any_list(tmp_path: Path) -> None:
    assert len(undone_exactly(busy(desk_at(MemoryStore())), 25, random.Random(3))) > 2
    assert undone_exactly(busy(desk_in(tmp_path / "o.resheno")), 6, random.Random(4))


@pytest.mark.deep
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(20))
def test_two_thousand_acts_undone_leave_no_trace(seed: int) -> None:
    done_of_kind = undone_exactly(busy(desk_at(MemoryStore())), 100, random.Random(seed))
    assert {"opened", "moved", "recorded", "corrected"} <= set(done_of_kind)


def test_an_undo_that_forgets_a_case_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = undoing.undo

    def forgetful(intent: str = "") -> Intent:
        steps = whole(intent).steps
        return replace(whole(intent), steps=lambda books: iter(list(steps(books))[:-1]))

    desk = busy(desk_at(MemoryStore()))
    monkeypatch.setattr(undoing, "undo", forgetful)
    with pytest.raises(AssertionError):
        undone_exactly(desk, 25, random.Random(3))
