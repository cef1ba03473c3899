"""Any byte of any stored text, changed in the file, is found; what is not found has changed no stored text."""

from __future__ import annotations

import os
import random
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from engine.store.errors import StoreError
from engine.store.seal.verify import verify
from tests.engine.store.seal.office_file import dump, office_in, places, texts

SEED = 20261122


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_in(tmp_path_factory.mktemp("office") / "o.resheno")


def flipped(office: Path, place: int, mask: int, copy: Path) -> None:
    content = bytearray(office.read_bytes())
    content[place] ^= mask
    copy.write_bytes(content)


def is_found(path: Path) -> bool:
    try:
        return not verify(path).agrees
    except StoreError:
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
    copy = folder / "flipped.resheno"
    for turn in range(times):
        column = columns[turn % len(columns)]
        place, mask = chance.choice(where[column]), chance.randrange(1, 256)
        flipped(office, place, mask, copy)
        if is_found(copy):
            outcomes["found"] += 1
        elif not changes_a_text(copy, before):
            outcomes["without effect"] += 1
        else:
            outcomes["missed"] += 1
            print("missed", column, place, mask, "seed", seed)
    return outcomes


def test_the_office_as_it_is_agrees(office: Path) -> None:
    assert verify(office).findings == ()


def test_every_table_of_the_office_that_holds_texts_is_flipped_in(office: Path) -> None:
    where = places(office)
    assert {table for (table, _), found in where.items() if found} == {table for table, _ in texts(office)}
    assert len({table for table, _ in where}) == 20


def test_three_hundred_flips_are_found_or_without_effect(office: Path, tmp_path: Path) -> None:
    outcomes = flip_at_random(office, tmp_path, 300, SEED)
    assert outcomes["missed"] == 0
    assert outcomes["found"] > 250


@pytest.mark.deep
def test_ten_thousand_flips_are_found_or_without_effect(office: Path, tmp_path: Path) -> None:
    seed = int(os.environ.get("RESHENO_SEED", SEED))
    outcomes = flip_at_random(office, tmp_path, 10_000, seed)
    print(dict(outcomes))
    assert outcomes["missed"] == 0
    assert outcomes["found"] > 9_000


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
