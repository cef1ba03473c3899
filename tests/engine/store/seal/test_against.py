"""What a journal is held against, and where it says that the journal was rewritten."""

from __future__ import annotations

import pytest

from engine.store.seal.against import Exported, Point, disagreements, held, points_in
from engine.store.seal.checkpoint import Checkpoint, Code, Unreadable, take, understand, write
from engine.store.seal.export import line
from engine.store.seal.tree import leaf_hash

JOURNAL = [leaf_hash(b"entry %d" % n) for n in range(40)]
FORGED = [*JOURNAL[:25], leaf_hash(b"another"), *JOURNAL[26:]]
ENTRY = {
    **{"seq": 1, "intent": "A-1", "case": "office", "version": 1, "type": "opened", "typed_by": "Л-1"},
    **{"on_behalf_of": "Л-1", "ground": "", "identity": "", "happened_on": "2026-11-23", "recorded_at": "", "data": ""},
}


def point(size: int) -> Checkpoint:
    return take(JOURNAL[:size], "2026-11-23")


def told(journal: list[bytes], *points: Point, whole: bool = True) -> list[tuple[str, dict[str, str]]]:
    return [(each.code, dict(each.facts)) for each in disagreements(journal, points, whole)]


def test_what_agrees_is_silent() -> None:
    points: list[Point] = [point(1), point(30), Exported(tuple(JOURNAL))]
    assert told(JOURNAL, *points) == []
    assert held(JOURNAL, points) == 40


def test_two_points_say_between_which_entries_a_journal_was_rewritten() -> None:
    assert told(FORGED, point(30)) == [("journal-rewritten", {"size": "30", "since": "0"})]
    assert told(FORGED, point(30), point(20), point(10)) == [("journal-rewritten-since", {"size": "30", "since": "20"})]
    assert held(FORGED, [point(30), point(20), point(10)]) == 20


def test_a_point_of_another_journal_is_no_word_against_this_one() -> None:
    others = [leaf_hash(b"elsewhere %d" % n) for n in range(40)]
    for size in (1, 30, 40):
        assert told(others, point(size)) == [("point-foreign", {"size": str(size)})]
    assert told(others[:5], point(30)) == [("point-foreign", {"size": "30"})], "longer than this one is"
    assert told(others, Exported(tuple(JOURNAL))) == [("point-foreign", {"size": "40"})]
    begun_anew = [leaf_hash(b"another"), *JOURNAL[1:]]
    assert told(begun_anew, Exported(tuple(JOURNAL))) == [("journal-differs", {"seq": "1", "same": "0"})]


def test_a_point_that_does_not_tell_of_which_journal_it_is_leaves_both_open() -> None:
    others = [leaf_hash(b"elsewhere %d" % n) for n in range(40)]
    old = Checkpoint(30, point(30).root, "2026-11-01")  # as it was written before it told
    for each in (old, understand(point(30).code)):
        assert [code for code, _ in told(others, each)] == ["point-unlike"]
        assert [code for code, _ in told(others[:12], each)] == ["point-longer"]
    assert [code for code, _ in told(FORGED, old, point(20))] == ["journal-rewritten-since"], "a book is of one journal"


def test_an_export_says_which_entry_it_is() -> None:
    assert told(FORGED, Exported(tuple(JOURNAL))) == [("journal-differs", {"seq": "26", "same": "25"})]
    assert told(JOURNAL[:12], Exported(tuple(JOURNAL))) == [("journal-cut", {"size": "40", "found": "12"})]
    assert told([*JOURNAL, b"new"], Exported(tuple(JOURNAL))) == []


def test_of_an_end_that_was_not_read_nothing_is_said() -> None:
    assert told(JOURNAL[:12], point(30), whole=False) == []
    assert told(JOURNAL[:12], point(30)) == [("journal-cut", {"size": "30", "found": "12"})]


def test_a_book_of_checkpoints_is_read_whole() -> None:
    book = "".join(write(point(size)) + "\n" for size in (10, 20, 30))
    assert points_in(book) == (point(10), point(20), point(30))
    assert points_in(write(point(10))) == (point(10),)


def test_a_paper_that_quotes_several_codes_gives_them_all() -> None:
    paper = f"Протокол № 7. Код журнала {point(10).code}\nПротокол № 8. Код журнала {point(20).code}."
    codes = points_in(paper)
    assert [each.size for each in codes] == [10, 20] and all(isinstance(each, Code) for each in codes)
    assert held(JOURNAL, codes) == 20


def test_an_export_is_known_by_its_lines() -> None:
    (known,) = points_in(line({**ENTRY, "hash": "00"}) + line({**ENTRY, "seq": 2, "hash": "00"}))
    assert isinstance(known, Exported) and known.size == 2


@pytest.mark.parametrize("text", ["", "no code", "{}", line({"seq": 1, "hash": "0"}), write(point(3)) + "\n{x\n"])
def test_what_is_none_of_these_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        points_in(text)
