"""What the journal of the office says of names: the last correction that counts, or what was there before the first."""

from __future__ import annotations

import pytest

from engine.run.event import Event, Plain, Told
from engine.run.office import NAME
from engine.run.office_names import is_correction, names_follow, said
from tests.office import DAY, Stopped

TOLD = Told("Л-1", "Л-1", "", DAY, Stopped()())
KIM, OTHER = "Л-2", "О-1"


def entry(version: int, type: str, **data: Plain) -> Event:
    return Event("office", version, type, TOLD, data)


def correction(version: int, party: str, **fields: str) -> Event:
    return entry(version, "recorded", kind=NAME, record=f"ПР-{version}", fields={"party": party, **fields})


def undone(version: int, *versions: int) -> Event:
    return entry(version, "undone", intent="A-1", versions=list(versions))


FIRST = correction(1, KIM, name="Б", name_was="А")
SECOND = correction(2, KIM, name="В", name_was="Б", position="директор", position_was="")
ELSE = correction(3, OTHER, name="Школа", name_was="Школа № 2")
BOTH = {KIM: {"name": "В", "position": "директор"}, OTHER: {"name": "Школа"}}


@pytest.mark.parametrize(
    ("history", "says"),
    [
        ((), {}),
        ((FIRST,), {KIM: {"name": "Б"}}),
        ((FIRST, SECOND, ELSE), BOTH),
        ((FIRST, SECOND, ELSE, undone(4, 3)), {**BOTH, OTHER: {"name": "Школа № 2"}}),
        ((FIRST, SECOND, undone(3, 2)), {KIM: {"name": "Б", "position": ""}}),
        ((FIRST, SECOND, undone(3, 2), undone(4, 1)), {KIM: {"name": "А", "position": ""}}),
        ((FIRST, undone(2, 1), correction(3, KIM, name="Г", name_was="А")), {KIM: {"name": "Г"}}),
        ((FIRST, undone(2, 1), entry(3, "redone", intent="A-1", versions=[1])), {KIM: {"name": "Б"}}),
        ((entry(1, "recorded", kind="tenure", record="РЛ-1", fields={"party": KIM, "role": "clerk"}),), {}),
    ],
)
def test_the_last_that_counts_is_what_the_register_says(history: tuple[Event, ...], says: object) -> None:
    assert names_follow(history) == says


def test_a_look_back_knows_what_was_there_from_what_came_later() -> None:
    history = (FIRST, SECOND, ELSE, undone(4, 3), undone(5, 2))
    told = [names_follow(history, until)[KIM] for until in range(len(history) + 1)]
    assert [each["name"] for each in told] == ["А", "Б", "В", "В", "В", "Б"]
    assert [each["position"] for each in told] == ["", "", "директор", "директор", "директор", ""]
    assert [names_follow(history, until)[OTHER]["name"] for until in (2, 3, 4)] == ["Школа № 2", "Школа", "Школа № 2"]


def test_an_entry_says_only_what_is_another() -> None:
    was = {"name": "А", "position": "методист"}
    assert said(KIM, was, {**was, "name": "Б"}) == {"party": KIM, "name": "Б", "name_was": "А"}
    assert said(KIM, was, {**was, "position": ""}) == {"party": KIM, "position": "", "position_was": "методист"}
    assert said(KIM, was, was) == {"party": KIM}
    assert is_correction(FIRST) and not is_correction(undone(2, 1))
