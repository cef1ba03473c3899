"""What a database has to be after anything that may happen: nothing lost, nothing doubled, nothing torn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from engine.store.opening import open_store
from engine.store.place import Place
from engine.store.seal.verify import verify
from engine.store.sqlite import SqliteStore

Books = dict[str, Any]


def tidied(path: Path) -> bytes:
    """The bytes of a file when whoever opens it has rolled back, or written in, what was left beside it."""
    store = SqliteStore(path)
    with store.reading() as ledger:
        ledger.answered("")
    store.close()
    return path.read_bytes()


def books_of(place: Place) -> Books:
    """All that is kept there: two databases with equal books say the same."""
    store = open_store(place)
    with store.reading() as ledger:
        said: Books = {case: ledger.history(case) for case in ledger.streams()}
        said |= {"intents": ledger.intents(), "parties": ledger.parties(), "refusals": ledger.refusals()}
        said["projections"] = ledger.projections()
    store.close()
    return said


def assert_whole(place: Place) -> None:
    """It is sound, every stored hash holds, `fold == projection`, and all numbers are gapless."""
    assert verify(place).findings == ()
    store = open_store(place)
    with store.reading() as ledger:
        for case in ledger.streams():
            versions = [event.version for event in ledger.history(case)]
            assert versions == list(range(1, len(versions) + 1)), case
        intents = [each.intent for each in ledger.intents()]
        assert intents == [f"A-{number}" for number in range(1, len(intents) + 1)]
    store.close()


def assert_kept_once(place: Place, acknowledged: Iterable[str], unacknowledged: int = 0) -> None:
    """Every key that was acknowledged is there once; no more than so many are there besides."""
    store = open_store(place)
    with store.reading() as ledger:
        keys = Counter(each.key for each in ledger.intents() if each.key)
    store.close()
    heard = set(acknowledged)
    assert heard <= set(keys), f"lost: {sorted(heard - set(keys))}"
    assert all(times == 1 for times in keys.values()), "doubled"
    assert len(set(keys) - heard) <= unacknowledged, f"nobody asked for {sorted(set(keys) - heard)}"
