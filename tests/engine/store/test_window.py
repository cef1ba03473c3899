from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from engine.desk import closing, cycles, records, tasks
from engine.desk.importing import bring_in
from engine.desk.undoing import undo
from engine.run.unknown import NotFound
from engine.store.window import look
from tests.office import content_of, desk_in, done, item, protocol, refused

ROOT = Path(__file__).parents[3]
DAY = date(2026, 12, 3)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with one document in it; its second item was due on 1 December."""
    desk = desk_in(tmp_path / "o.resheno")
    paper = protocol()
    done(desk.act(bring_in(paper, content_of(paper))))
    return tmp_path / "o.resheno"


def test_the_last_day_of_the_calendar_is_a_day_too(database: Path) -> None:
    with look(database) as window:
        assert {task.id for task in window.today(date.max).late} >= {"П-1.2"}
        assert window.today(date.min).late == ()


def on(path: Path, *intents: object) -> None:
    from engine.desk.workspace import open_desk
    from tests.office import Stopped

    for intent in intents:
        done(open_desk(path, clock=Stopped()).act(intent))  # type: ignore[arg-type]


def test_today_shows_what_burns_and_what_waits(database: Path) -> None:
    with look(database) as window:
        today = window.today(DAY)
    assert (today.day, today.organisation, today.open) == ("2026-12-03", "Управление образования Заречья", 4)
    assert [(task.id, task.late) for task in today.late] == [("П-1.2", 2)]
    assert [task.id for task in today.waiting] == ["П-1.2", "П-1.2.1", "П-1.3", "П-1.4"]


def test_on_the_day_itself_nothing_is_late_yet(database: Path) -> None:
    with look(database) as window:
        today = window.today(date(2026, 12, 1))
        assert (today.late, [task.id for task in today.soon]) == ((), ["П-1.2"])
        assert window.today(date(2026, 11, 27)).soon == ()


def test_what_is_reported_waits_for_us_and_is_not_late(database: Path) -> None:
    on(database, tasks.take("П-1.2", "accept"), tasks.report("П-1.2", "готово"))
    with look(database) as window:
        today = window.today(DAY)
    assert (today.late, [task.id for task in today.reported]) == ((), ["П-1.2"])


def test_a_recommendation_is_never_late(tmp_path: Path) -> None:
    from engine.protocol import ItemKind

    desk = desk_in(tmp_path / "r.resheno")
    due = date(2026, 1, 1)
    paper = protocol([item("1", due=due), item("2", kind=ItemKind.RECOMMENDATION, due=due)])
    done(desk.act(bring_in(paper, content_of(paper))))
    with look(tmp_path / "r.resheno") as window:
        assert [task.id for task in window.today(DAY).late] == ["П-1.1"]


def test_tasks_come_in_the_order_of_their_documents(database: Path) -> None:
    on(database, tasks.add(tasks.NewTask("Позвонить")))
    with look(database) as window:
        lines = window.tasks(DAY)
    assert [line.id for line in lines] == ["П-1.2", "П-1.2.1", "П-1.3", "П-1.4", "Т-1"]
    assert [party.name for party in lines[0].executors] == ["Иванова И.И."]


def test_closed_tasks_are_shown_when_asked_for(database: Path) -> None:
    on(database, tasks.take("П-1.2", "withdraw", reason="не нужно"))
    with look(database) as window:
        assert "П-1.2" not in [line.id for line in window.tasks(DAY, everything=False)]
        assert "П-1.2" in [line.id for line in window.tasks(DAY, protocol="П-1")]
        assert window.tasks(DAY, protocol="П-2") == ()


def test_a_protocol_knows_how_much_of_it_is_open(database: Path) -> None:
    on(database, tasks.take("П-1.2", "withdraw", reason="не нужно"))
    with look(database) as window:
        (line,) = window.protocols()
    assert (line.id, line.number, line.date, line.tasks, line.open_tasks) == ("П-1", "7", "2026-11-12", 4, 3)


def test_the_status_of_a_cycle_says_how_each_stage_stands(database: Path) -> None:
    with look(database) as window:
        status = window.status("К-1", DAY)
    assert status.case.subject["organisation"] == "Управление образования Заречья"
    assert {line.stage: line.standing for line in status.stages if line.standing != "absent"} == {
        "analysis": "planned",
        "decisions": "planned",
    }
    assert status.task is None and status.protocol is None


def test_the_status_of_a_task_says_what_it_waits_for_and_what_was_refused(database: Path) -> None:
    from engine.desk.workspace import open_desk

    refused(open_desk(database).act(tasks.take("П-1.2.1", "confirm")))
    with look(database) as window:
        status = window.status("П-1.2.1", DAY)
        assert window.status("П-1.3", DAY).depends_on == (("П-1.2", False, "тот же предмет"),)
    assert status.depends_on == (("П-1.2", True, ""),)
    assert [line.wanted for line in status.refused] == ["confirm"]


def test_an_id_that_is_not_there_is_not_found_with_what_comes_near(database: Path) -> None:
    with look(database) as window, pytest.raises(NotFound) as error:
        window.status("П-1.22", DAY)
    assert "П-1.2" in error.value.near


def test_records_are_listed_by_case_and_kind(database: Path) -> None:
    on(database, records.add("К-1", "goal", {"text": "Снизить долю"}), records.prove("ЦЛ-1", records.Proof("приказ")))
    with look(database) as window:
        (line,) = window.records("К-1")
        assert window.records(kind="indicator") == ()
        assert len(window.records()) == 2
    assert (line.id, line.kind, line.stage, line.title, line.proofs) == ("ЦЛ-1", "goal", "goals", "Снизить долю", 1)


def test_the_log_tells_every_entry_with_names(database: Path) -> None:
    on(database, tasks.take("П-1.2", "accept"))
    with look(database) as window:
        assert [line.seq for line in window.log()] == list(range(1, len(window.log()) + 1))
        last = window.log("П-1.2")[-1]
        assert window.log(limit=1) == (last,)
        assert {line.intent for line in window.log(intent="A-2")} == {"A-2"}
    assert (last.what, last.type, last.typed_by, last.on_behalf_of) == (
        "task.accept",
        "moved",
        "Орлова Т.П.",
        "Иванова И.И.",
    )


def test_what_was_taken_back_is_gone_from_every_list_and_stays_in_the_log(database: Path) -> None:
    on(database, undo())
    with look(database) as window:
        assert window.tasks(DAY) == () and window.protocols() == ()
        assert window.cases() == ()
        assert [(line.id, line.undone) for line in window.intents()] == [
            ("A-1", False),
            ("A-2", True),
            ("A-3", False),
        ]
        assert len(window.log(intent="A-2")) > 5


def test_a_stage_taken_on_trust_says_so(database: Path) -> None:
    on(database, cycles.start("О-1", "1.1", "2026", at="monitoring"))
    with look(database) as window:
        trusted = [line.stage for line in window.stages("К-3") if line.trusted]
    assert trusted == ["goals", "indicators"]


def test_a_regulation_tells_its_words(database: Path) -> None:
    with look(database) as window:
        assert window.titles("assignment")["stages"]["in_work"] == {"ru": "В работе", "en": "In work"}
        with pytest.raises(NotFound):
            window.titles("asignment")


def test_a_document_is_given_back_as_it_came(database: Path) -> None:
    paper = protocol()
    with look(database) as window:
        assert window.document(paper.source.sha256) == (paper.source.file, content_of(paper))


def test_nothing_can_be_written_through_the_window(database: Path) -> None:
    import sqlite3

    with look(database) as window, pytest.raises(sqlite3.OperationalError):
        window._connection.execute("DELETE FROM entry")


def test_a_look_loads_nothing_heavy() -> None:
    heavy = ("sqlmodel", "sqlalchemy", "pydantic", "networkx", "yaml", "pymorphy3", "transitions", "holidays")
    script = f"import sys, engine.store.window; print([m for m in {heavy!r} if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_a_confirmed_task_leaves_a_proven_record(database: Path) -> None:
    proof = records.Proof("справка", content=b"1")
    on(database, tasks.take("П-1.2", "accept"), tasks.report("П-1.2", "готово"), closing.confirm("П-1.2", (proof,)))
    with look(database) as window:
        stages = {line.stage: line.standing for line in window.status("К-1", DAY).stages}
        (task,) = [line for line in window.tasks(DAY) if line.id == "П-1.2"]
    assert stages["analysis"] == "proven"
    assert (task.stage, task.outcome, task.open) == ("closed", "done", False)
