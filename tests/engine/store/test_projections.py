from __future__ import annotations

import pytest

from engine.definition.shipped import shipped
from engine.run.case import Case
from engine.run.command import Fire
from engine.store.projections import case_rows, in_order, numbered, project
from tests.engine.run.regulation import REQUEST
from tests.engine.run.test_decide import OPEN, after
from tests.engine.run.test_fold import HISTORY, passed_over


@pytest.mark.parametrize(
    ("id", "parts"),
    [
        ("П-7", ("П", 7, "")),
        ("П-7.5.10", ("П", 7, "5.10")),
        ("П-12.2/3", ("П", 12, "2/3")),
        ("П-7.9-2", ("П", 7, "9-2")),
        ("П-1.rec/ped/1", ("П", 1, "rec/ped/1")),
        ("ПК-3", ("ПК", 3, "")),
        ("office", ("office", 0, "")),
    ],
)
def test_an_id_is_series_number_and_path(id: str, parts: tuple[str, int, str]) -> None:
    assert numbered(id) == parts


def test_paths_sort_as_people_count() -> None:
    paths = ["5.10", "5.9", "10", "5.1", "2/3", "2/12"]
    assert sorted(paths, key=in_order) == ["2/3", "2/12", "5.1", "5.9", "5.10", "10"]


def test_a_case_that_was_taken_back_keeps_its_number_and_nothing_else() -> None:
    history = (*HISTORY, passed_over("undone", 4, "A-1", 1, 2, 3))
    rows = project(history, lambda _: REQUEST)
    assert set(rows) == {"taken", "undone"}
    assert [row["id"] for row in rows["taken"]] == ["З-1", "ЗП-2", "ЗП-3"]
    assert rows["undone"] == [{"case": "З-1", "intent": "A-1"}]


def test_what_was_brought_back_is_not_undone() -> None:
    history = (*HISTORY, passed_over("undone", 4, "A-2", 3), passed_over("redone", 5, "A-2", 3))
    assert project(history, lambda _: REQUEST)["undone"] == []


def test_a_regulation_of_ones_own_has_rows_too() -> None:
    rows = case_rows(after(OPEN, Fire("З-1", "check")), REQUEST)
    assert rows["case_now"][0]["stage"] == "checked"
    assert "task" not in rows and "protocol" not in rows


def test_the_day_that_counts_is_the_one_that_was_reckoned_or_extended() -> None:
    task = shipped("assignment")

    def day(**fields: str) -> str:
        case = Case("П-1.1", task.name, task.version, 1, "registered", {"protocol": "П-1", "path": "1"}, fields)
        return str(case_rows(case, task)["task"][0]["day"])

    assert day(due="2026-12-01") == "2026-12-01"
    assert day(due="2026-12-01", control_due="2026-11-30") == "2026-11-30"
    assert day() == ""
