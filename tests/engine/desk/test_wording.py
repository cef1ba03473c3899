from __future__ import annotations

import pytest

from engine.desk.registering import Register
from engine.desk.wording import plain
from engine.run.event import Plain
from engine.store.memory import MemoryLedger
from tests.engine.run.regulation import field


@pytest.mark.parametrize(
    ("type", "typed", "value"),
    [
        ("date", "1.9.2026", "2026-09-01"),
        ("date", "2026-09-01", "2026-09-01"),
        ("date", "31.02.2026", "31.02.2026"),
        ("date", "завтра", "завтра"),
        ("number", " 12,5", "12.5"),
        ("series", "2026=12,5; 2027: 11", {"2026": "12.5", "2027": "11"}),
        ("series", "растёт", "растёт"),
        ("flag", "Да", True),
        ("flag", "no", False),
        ("flag", "может быть", "может быть"),
        ("list", "одно; другое;", ["одно", "другое"]),
        ("people", "Ким О.В.; Юн А.А.", ["Л-1", "Л-2"]),
        ("text", " как есть ", " как есть "),
    ],
)
def test_values_are_read_as_people_type_them_and_what_cannot_be_read_stays(type: str, typed: str, value: Plain) -> None:
    assert plain(field("any", type), typed, Register(MemoryLedger())) == value


def test_an_allowed_value_is_known_in_any_case() -> None:
    mood = field("mood", values=("good", "bad"))
    assert plain(mood, "Good", Register(MemoryLedger())) == "good"
    assert plain(mood, "fair", Register(MemoryLedger())) == "fair"
