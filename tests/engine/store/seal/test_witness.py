"""A witness takes a newer checkpoint with its proof, and nothing else."""

from __future__ import annotations

import pytest

from engine.store.seal.checkpoint import Checkpoint, Step, Unreadable, take
from engine.store.seal.tree import consistency
from engine.store.seal.witness import Kept, Refuted, accept, close_book, open_book
from tests.engine.store.seal.test_tree import leaves_of

LEAVES = leaves_of(20)
FORGED = [*LEAVES[:5], leaves_of(1, salt=9)[0], *LEAVES[6:]]


def step(leaves: list[bytes], old: int, new: int) -> Step:
    return Step(take(leaves[:old], "д"), take(leaves[:new], "д"), consistency(leaves[:new], old))


@pytest.fixture
def kept() -> Kept:
    """A witness who knows eight entries, and then twelve."""
    first = accept((), take(LEAVES[:8], "2026-11-01"), None)
    return accept(first, take(LEAVES[:12], "д"), step(LEAVES, 8, 12))


def refuted(kept: Kept, point: Checkpoint, proof: Step | None) -> str:
    with pytest.raises(Refuted) as error:
        accept(kept, point, proof)
    return error.value.code


def test_a_newer_one_with_its_proof_is_taken(kept: Kept) -> None:
    after = accept(kept, take(LEAVES, "д"), step(LEAVES, 12, 20))
    assert [point.size for point in after] == [8, 12, 20]


def test_one_that_is_known_is_taken_and_not_written_twice(kept: Kept) -> None:
    assert accept(kept, take(LEAVES[:12], "другой день"), None) == kept
    assert accept(kept, take(LEAVES[:8], "д"), None) == kept


def test_a_newer_one_without_a_proof_is_not_taken(kept: Kept) -> None:
    assert refuted(kept, take(LEAVES, "д"), None) == "witness-no-proof"
    assert refuted(kept, take(LEAVES, "д"), step(LEAVES, 8, 20)) == "witness-no-proof", "from the last, not the first"


def test_a_journal_written_anew_is_not_taken(kept: Kept) -> None:
    assert refuted(kept, take(FORGED[:12], "д"), None) == "witness-split"
    assert refuted(kept, take(FORGED, "д"), step(FORGED, 12, 20)) == "witness-no-proof"
    borrowed = Step(kept[-1], take(FORGED, "д"), step(FORGED, 12, 20).proof)
    assert refuted(kept, take(FORGED, "д"), borrowed) == "witness-false-proof"


def test_the_proof_of_another_checkpoint_is_not_taken(kept: Kept) -> None:
    assert refuted(kept, take(LEAVES, "д"), step(LEAVES, 12, 19)) == "witness-false-proof"


def test_a_journal_whose_end_was_cut_off_is_not_taken(kept: Kept) -> None:
    assert refuted(kept, take(LEAVES[:10], "е"), None) == "witness-shorter"


def test_an_older_point_is_no_alarm(kept: Kept) -> None:
    for day in ("2026-11-15", "д"):
        assert refuted(kept, take(LEAVES[:10], day), None) == "witness-older"


def test_a_point_of_another_journal_is_told_as_one(kept: Kept) -> None:
    others = leaves_of(20, salt=7)
    for size in (8, 10, 20):
        assert refuted(kept, take(others[:size], "е"), None) == "witness-foreign"
    untold = Checkpoint(8, take(others[:8], "д").root, "д")
    assert refuted(kept, untold, None) == "witness-split", "of a point that does not tell, nothing else is known"


def test_a_book_is_read_back(kept: Kept) -> None:
    assert open_book(close_book(kept)) == kept
    assert open_book("") == ()


def test_a_spoilt_book_is_unreadable(kept: Kept) -> None:
    with pytest.raises(Unreadable):
        open_book(close_book(kept)[:-30])
