"""Ids as they are typed: Latin look-alikes, by sound, on the wrong layout; the item's number stays text."""

from __future__ import annotations

import pytest

from cli.complaint import Complaint
from cli.finding import pick
from cli.ids import candidates


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("П-7.5.10", "П-7.5.10"),
        ("п7.5.10", "П-7.5.10"),
        ("P-7.5.10", "П-7.5.10"),
        ("G-7.5.10", "П-7.5.10"),
        ("G-7/5/10", "П-7.5.10"),
        ("K-12", "К-12"),
        ("r-12", "К-12"),
        ("PK-3", "ПК-3"),
        ("П–7.2/3", "П-7.2/3"),
        ("П-7.9-2", "П-7.9-2"),
    ],
)
def test_what_was_typed_is_among_what_may_be_meant(typed: str, meant: str) -> None:
    assert meant in candidates(typed)


def test_an_id_as_it_is_written_comes_first() -> None:
    assert candidates("П-7.5.10")[0] == "П-7.5.10"


def test_five_ten_is_not_five_one() -> None:
    assert "П-7.5.1" not in candidates("П-7.5.10")


def test_words_are_left_alone() -> None:
    assert candidates(" справка ") == ("справка",)


def test_an_intent_is_understood_with_the_cyrillic_letter_that_looks_like_its_own() -> None:
    assert pick("А-3", ["A-1", "A-3"]) == "A-3"
    with pytest.raises(Complaint):
        pick("Б-3", ["A-1", "A-3"])
