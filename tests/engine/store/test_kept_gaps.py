"""The gaps of a case that are kept in mind, found by sentence and by thing."""

from __future__ import annotations

from engine.store.journal import Row
from engine.store.kept_gaps import KeptGaps


def row(place: int, thing: str, n: int = 1) -> Row:
    return {"case": "К-1", "place": place, "thing": thing, "n": n}


def kept() -> KeptGaps:
    return KeptGaps([row(1, "ЦЛ-1"), row(1, "ЦЛ-2"), row(3, "ЦЛ-1"), row(3, "ЦЛ-1", 2)])


def test_they_are_found_by_their_sentence_and_by_their_thing() -> None:
    assert kept().at({3, 7}) == [row(3, "ЦЛ-1"), row(3, "ЦЛ-1", 2)]
    assert kept().of("ЦЛ-1", (1, 3, 7)) == [row(1, "ЦЛ-1"), row(3, "ЦЛ-1"), row(3, "ЦЛ-1", 2)]
    assert len(kept().all()) == 4


def test_a_sentence_without_gaps_has_no_place() -> None:
    gaps = kept()
    gaps.go(gaps.at({3}))
    assert gaps.places == {1}
    gaps.go([row(1, "ЦЛ-2")])
    assert gaps.all() == [row(1, "ЦЛ-1")]


def test_what_comes_is_there_and_what_was_never_there_goes_without_a_word() -> None:
    gaps = KeptGaps()
    gaps.go([row(1, "ЦЛ-1")])
    gaps.come([row(2, "ЦЛ-1")])
    assert gaps.all() == [row(2, "ЦЛ-1")]
