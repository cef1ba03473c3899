"""Any byte of any stored text, changed in the file, is found; what is not found has changed no stored text."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from engine.store.errors import StoreError
from engine.store.seal.kept import TABLES, Damaged, lying_at
from engine.store.seal.verify import Look, verify
from tests.engine.store.seal.office_file import dump, office_in, places, texts
from tests.faults.figures import figure

SEED, PARTS = 20261122, 4


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_in(tmp_path_factory.mktemp("office") / "o.resheno")


@contextmanager
def flipped(copy: Path, place: int, mask: int) -> Iterator[None]:
    """One byte of the file is another one for a while; only that byte is written, there and back."""
    with copy.open("r+b", buffering=0) as file:
        file.seek(place)
        before = file.read(1)
        file.seek(place)
        file.write(bytes([before[0] ^ mask]))
        yield
        file.seek(place)
        file.write(before)


def is_found(path: Path) -> bool:
    """Whether a look through the file comes to a first finding; `verify` goes on to the last one."""
    try:
        with lying_at(path) as kept:
            return next(Look().everything(kept), None) is not None
    except (StoreError, Damaged):
        return True


def changes_a_text(path: Path, before: object) -> bool:
    try:
        return dump(path) != before
    except (sqlite3.Error, UnicodeError):
        return True


def flip_at_random(office: Path, folder: Path, times: int, seed: int) -> Counter[str]:
    """Flip one byte of a stored text at a time, every column as often as every other; count what came of it."""
    chance, where, before = random.Random(seed), places(office), dump(office)
    columns, outcomes = sorted(column for column, found in where.items() if found), Counter[str]()
    copy = Path(shutil.copy(office, folder / "flipped.resheno"))
    for turn in range(times):
        column = columns[turn % len(columns)]
        place, mask = chance.choice(where[column]), chance.randrange(1, 256)
        with flipped(copy, place, mask):
            if is_found(copy):
                outcomes["found"] += 1
            elif not changes_a_text(copy, before):
                outcomes["without effect"] += 1
            else:
                outcomes["missed"] += 1
                print("missed", column, place, mask, "seed", seed)
    assert copy.read_bytes() == office.read_bytes(), "each byte was put back"
    return outcomes


def test_the_office_as_it_is_agrees(office: Path) -> None:
    assert verify(office).findings == ()


def test_every_table_of_the_office_that_holds_texts_is_flipped_in(office: Path) -> None:
    where = places(office)
    assert {table for (table, _), found in where.items() if found} == {table for table, _ in texts(office)}
    assert {table for table, _ in where} == set(TABLES)


def test_three_hundred_flips_are_found_or_without_effect(office: Path, tmp_path: Path) -> None:
    outcomes = flip_at_random(office, tmp_path, 300, SEED)
    assert outcomes["missed"] == 0
    assert outcomes["found"] > 250


@pytest.mark.deep
@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_flips_are_found_or_without_effect(office: Path, tmp_path: Path, part: int) -> None:
    """In parts, so that two cores share them."""
    seed = int(os.environ.get("RESHENO_SEED", SEED)) + part
    times = figure(10_000, 100_000) // PARTS
    outcomes = flip_at_random(office, tmp_path, times, seed)
    print(dict(outcomes), "seed", seed)
    assert outcomes["missed"] == 0
    assert outcomes["found"] > times * 9 // 10


def damage_at_random(office: Path, folder: Path, times: int, seed: int) -> int:
    """Cut the file, or overwrite a stretch of it anywhere; how often that changed a text and was not found."""
    chance, before, missed = random.Random(seed), dump(office), 0
    copy, content = folder / "damaged.resheno", office.read_bytes()
    for turn in range(times):
        place = chance.randrange(len(content))
        stretch = b"" if turn % 4 == 0 else chance.randbytes(chance.randrange(1, 200))
        copy.write_bytes(content[:place] + stretch + (content[place + len(stretch) :] if stretch else b""))
        missed += not is_found(copy) and changes_a_text(copy, before)
    return missed


def test_a_file_damaged_anywhere_is_found_and_never_ends_in_a_traceback(office: Path, tmp_path: Path) -> None:
    assert damage_at_random(office, tmp_path, 100, SEED) == 0


@pytest.mark.deep
def test_it_is_found_two_thousand_times(office: Path, tmp_path: Path) -> None:
    assert damage_at_random(office, tmp_path, 2_000, SEED + 1) == 0


def test_the_harness_would_see_a_check_that_sees_nothing(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.engine.store.seal.test_flips.is_found", lambda _: False)
    assert flip_at_random(office, tmp_path, 40, SEED)["missed"] > 20
    assert damage_at_random(office, tmp_path, 40, SEED) > 10
