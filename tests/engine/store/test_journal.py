from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.run.event import Event, Told
from engine.run.refusal import Because, Refused
from engine.store.journal import canonical, entry_row, event_of, fingerprint, refusal_row, sealed

TOLD = Told("Л-1", "Л-2", "письмо № 5", date(2026, 11, 20), datetime(2026, 11, 23, 9, 0, 1, 5, tzinfo=UTC))
EVENT = Event("П-1.5.10", 3, "moved", TOLD, {"trigger": "accept", "data": {"b": [1, True, None], "a": "№ «7»"}})


def test_an_entry_is_read_back_as_it_was() -> None:
    assert event_of(entry_row(EVENT, 7, "A-2")) == EVENT


def test_the_zone_of_the_clock_is_kept() -> None:
    east = TOLD._replace(recorded_at=datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=9))))
    assert event_of(entry_row(EVENT._replace(told=east), 7, "A-2")).told.recorded_at.utcoffset() == timedelta(hours=9)


def test_one_value_is_written_in_one_way() -> None:
    assert canonical({"б": 1, "а": "ё"}) == canonical({"а": "ё", "б": 1}) == '{"а":"ё","б":1}'


FLOATS = (0.5, -0.0, 1e16, 1e-7, -1.5e300, float("nan"), float("inf"), float("-inf"))
HIDING: tuple[Callable[[object], object], ...] = (
    lambda it: it,
    lambda it: [it],
    lambda it: (1, it),
    lambda it: {"a": it},
    lambda it: {"a": [1, "б", it], "b": 2},
    lambda it: MappingProxyType({"a": {"b": (it,)}}),
    lambda it: [{"b": {"c": it}}, "1.5"],
)


@pytest.mark.parametrize("number", FLOATS)
@pytest.mark.parametrize("hiding", HIDING)
def test_floats_are_refused_wherever_they_hide(number: float, hiding: Callable[[object], object]) -> None:
    with pytest.raises(TypeError, match="no floats"):
        canonical(hiding(number))


@pytest.mark.parametrize(
    "data",
    ["1.5", "a,1.5", ["a:-1.5e3", ",NaN", "[Infinity"], {"п.1,2.3": "[0.5]"}, {",1.5": [10**16, -1]}, {"1.5": None}],
)
def test_what_only_looks_like_a_float_is_written(data: object) -> None:
    assert json.loads(canonical(data)) == data


@pytest.mark.parametrize("column", ["seq", "intent", "case", "version", "type", "typed_by", "happened_on", "data"])
def test_the_fingerprint_covers_every_column(column: str) -> None:
    row = entry_row(EVENT, 7, "A-2")
    assert fingerprint(row) == row["hash"]
    changed = {**row, column: 8 if isinstance(row[column], int) else f"{row[column]} "}
    assert fingerprint(changed) != row["hash"]


def test_bytes_count_by_their_own_fingerprint() -> None:
    assert sealed({"content": b"a"})["hash"] != sealed({"content": b"b"})["hash"]


def test_a_refusal_is_kept_as_codes_and_facts() -> None:
    because = (Because("not-holder", {"who": "Л-9"}, duty=True),)
    row = refusal_row(Refused("П-1.1", "confirm", because, TOLD), 1)
    assert row["because"] == '[{"code":"not-holder","duty":true,"facts":{"who":"Л-9"}}]'
    assert fingerprint(row) == row["hash"]


PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.text("[:,-019.eENaIn", max_size=9),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=5), part, max_size=4),
    max_leaves=12,
)


@given(PARTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_canonical_is_what_the_library_writes(data: object) -> None:
    assert canonical(data) == json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def with_a_float(data: Any, number: float, at: int) -> Any:
    """The same with a float in the place of one of its parts."""
    if isinstance(data, list) and data:
        n = at % len(data)
        return [*data[:n], with_a_float(data[n], number, at // 2), *data[n + 1 :]]
    if isinstance(data, dict) and data:
        name = list(data)[at % len(data)]
        return {**data, name: with_a_float(data[name], number, at // 2)}
    return number


@given(PARTS, st.floats(), st.integers(0, 99))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_float_is_overlooked(data: object, number: float, at: int) -> None:
    with pytest.raises(TypeError):
        canonical(with_a_float(data, number, at))
