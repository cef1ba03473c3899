"""What `--at` shows is what a copy of the file, taken at the end of that day, would have shown."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.desk import closing, cycles, records, tasks
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.desk.intent import Intent, Waiver
from engine.desk.parties import correct
from engine.desk.undoing import redo, undo
from engine.run.unknown import Unknown
from engine.store import as_of
from engine.store.as_of import MADE, VERSIONS, history
from engine.store.tables import PROJECTIONS
from engine.store.window import Window, look
from tests.office import DAY, Stopped, content_of, desk_in, done, protocol

WAIVER = Waiver("Орлова Т.П.", "справка в пути", date(2026, 12, 31))
PROOF = records.Proof("справка", content=b"1")


def deeds() -> dict[str, Intent]:
    """What may happen on a day; some of it is refused, which is recorded too."""
    paper = protocol()
    return {
        "import": bring_in(paper, content_of(paper)),
        "accept": tasks.take("П-1.2", "accept"),
        "report": tasks.report("П-1.2", "готово"),
        "confirm": closing.confirm("П-1.2", (PROOF,)),
        "extend": tasks.take("П-1.2.1", "extend", due="2027-02-01", reason="болезнь"),
        "goal": records.add("К-1", "goal", {"text": "Снизить долю", "grounds": "анализ"}),
        "advance": cycles.advance("К-1", WAIVER),
        "rename": correct("Иванова И.И.", "Иванова Инна"),
        "undo": undo(),
        "redo": redo(),
    }


def everything(window: Window, day: date) -> list[object]:
    """All that the views show of a moment."""
    cases = [case.id for case in window.cases()]
    return [
        window.today(day),
        window.tasks(day),
        window.protocols(),
        window.cases(),
        window.records(),
        [window.status(case, day) for case in cases],
        window.log(),
        window.intents(),
        window.refusals(),
        [history(window, case) for case in cases],
    ]


def act(desk: Desk, deed: str) -> None:
    try:
        desk.act(deeds()[deed])
    except Unknown:  # what is not there yet cannot be acted on
        return


def lived(folder: Path, days: list[list[str]]) -> dict[date, Path]:
    """A workspace after so many days, each with its deeds, and a copy of the file at the end of each."""
    clock = Stopped()
    desk = desk_in(folder / "o.resheno", clock)
    copies = {}
    for deeds_of_day in days:
        for deed in deeds_of_day:
            act(desk, deed)
        copies[clock().date()] = Path(shutil.copy(folder / "o.resheno", folder / f"{clock().date()}.resheno"))
        clock.wait(2)
    return copies


LIFE = [
    *(["import"], ["accept", "goal"], ["advance", "extend"], ["undo", "report"]),
    *(["rename"], ["confirm"], ["undo", "redo"]),
]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(days=st.lists(st.lists(st.sampled_from(sorted(deeds())), max_size=4), min_size=1, max_size=5))
def test_a_past_day_is_shown_as_a_copy_of_that_day_shows_it(
    days: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("life")
    for day, copy in lived(folder, [["import"], *days]).items():
        for asked in (day, day + timedelta(days=1)):
            with look(folder / "o.resheno", asked) as past, look(copy) as then:
                assert everything(past, asked) == everything(then, asked)


def test_the_days_of_a_life_differ_so_that_the_comparison_says_something(tmp_path: Path) -> None:
    lived(tmp_path, LIFE)
    shown = []
    for n in range(len(LIFE)):
        with look(tmp_path / "o.resheno", DAY + timedelta(days=2 * n)) as window:
            shown.append(everything(window, DAY))
    assert all(one != other for one, other in pairwise(shown))


def test_before_the_first_entry_there_is_nothing(tmp_path: Path) -> None:
    lived(tmp_path, LIFE)
    with look(tmp_path / "o.resheno", DAY - timedelta(days=1)) as window:
        assert (window.cases(), window.log(), window.intents(), window.organisation()) == ((), (), (), "")


def test_the_day_judges_what_is_late(tmp_path: Path) -> None:
    lived(tmp_path, [["import"], [], [], [], [], ["extend"]])
    due = date(2026, 12, 1)
    with look(tmp_path / "o.resheno", due) as window:
        assert window.today(due).late == ()
        assert [task.id for task in window.today(due + timedelta(days=3)).late] == ["П-1.2"]


def test_a_clock_that_was_set_back_hides_nothing_that_stood_before(tmp_path: Path) -> None:
    clock = Stopped()
    desk = desk_in(tmp_path / "o.resheno", clock)
    act(desk, "import")
    clock.now -= timedelta(days=3650)
    act(desk, "accept")
    with look(tmp_path / "o.resheno", DAY) as window:
        assert [task.stage for task in window.tasks(DAY) if task.id == "П-1.2"] == ["in_work"]
    with look(tmp_path / "o.resheno", DAY - timedelta(days=1)) as window:
        assert window.log() == ()


def test_looking_back_changes_no_byte_of_the_file(tmp_path: Path) -> None:
    lived(tmp_path, LIFE)
    before = (tmp_path / "o.resheno").read_bytes()
    with look(tmp_path / "o.resheno", DAY) as window:
        assert window.cases()
    assert (tmp_path / "o.resheno").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if "journal" in file.name] == []


def test_every_projection_is_turned_back() -> None:
    assert set(MADE) == {str(table.__tablename__) for table in PROJECTIONS}


def test_a_past_day_that_forgets_to_fold_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = lived(tmp_path, LIFE)
    day = min(copies)
    monkeypatch.setattr("engine.store.as_of._changed", lambda _: [])
    with look(tmp_path / "o.resheno", day) as past, look(copies[day]) as then:
        assert everything(past, day) != everything(then, day)


def test_what_was_done_stays_done(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "o.resheno")
    done(desk.act(deeds()["import"]))
    with look(tmp_path / "o.resheno", DAY) as window:
        assert len(window.tasks(DAY)) == 4


def test_so_many_regulations_are_held_ready_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(as_of, "from_json", read.append)
    as_of._compiled.cache_clear()
    try:
        for body in map(str, (*range(VERSIONS), VERSIONS - 1)):
            as_of._compiled(body)
        assert read == [str(n) for n in range(VERSIONS)], "what is held ready is read again"
        for body in map(str, (VERSIONS, 0)):
            as_of._compiled(body)
        assert read[VERSIONS:] == [str(VERSIONS), "0"], "nothing was let go"
    finally:
        as_of._compiled.cache_clear()
