"""The short code survives a keyboard, a tired eye and a bad printer; what does not survive is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.store.seal.code import LENGTH, SIGNS, beginning, find, spell, unspell

ROOT = bytes(range(7, 39))
CODE = spell(16_100, ROOT)
TREES = st.tuples(st.integers(0, (1 << 30) - 1), st.binary(min_size=32, max_size=32))


def test_a_code_is_four_groups_of_six() -> None:
    assert [len(group) for group in CODE.split("-")] == [6, 6, 6, 6]


@given(TREES)
def test_a_code_says_the_size_and_how_the_root_begins(tree: tuple[int, bytes]) -> None:
    size, root = tree
    assert unspell(spell(size, root)) == (size, beginning(root))


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", " "),
        CODE.replace("-", ""),
        f"  {CODE}\n",
        CODE.replace("-", "–"),
        CODE.replace("0", "O"),
        CODE.replace("0", "О"),  # the Cyrillic one
        CODE.replace("1", "l"),
        CODE.translate(str.maketrans("ABCEHKMPTXY", "АВСЕНКМРТХУ")).lower(),
    ],
)
def test_a_code_survives_retyping(typed: str) -> None:
    assert unspell(typed) == (16_100, beginning(ROOT))


@given(TREES, st.integers(0, LENGTH - 1), st.integers(1, 31))
def test_one_wrong_sign_is_noticed(tree: tuple[int, bytes], place: int, by: int) -> None:
    signs = spell(*tree).replace("-", "")
    wrong = SIGNS[SIGNS.index(signs[place]) ^ by]
    assert unspell(signs[:place] + wrong + signs[place + 1 :]) is None


@given(TREES, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_signs_that_changed_places_are_noticed(tree: tuple[int, bytes], one: int, other: int) -> None:
    signs = list(spell(*tree).replace("-", ""))
    signs[one], signs[other] = signs[other], signs[one]
    assert (unspell("".join(signs)) is None) == (signs[one] != signs[other])


@pytest.mark.parametrize("typed", ["", "AB", CODE[:-1], CODE + "A", CODE.replace("0", "U"), "ж" * 24])
def test_what_is_no_code_says_so(typed: str) -> None:
    assert unspell(typed) is None


def test_a_code_is_found_in_the_footer_of_a_paper() -> None:
    footer = f"Протокол №7 от 12.11.2026, с. 3 из 3. Журнал: 16 100 записей, код {CODE}, 23.11.2026"
    assert find(footer) == CODE
    assert find("Протокол №7 от 12.11.2026") == ""


def test_a_journal_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(ValueError, match="counts up to"):
        spell(1 << 30, ROOT)
