"""The register by hand: people, organisations and groups."""

from __future__ import annotations

from collections.abc import Iterator

from engine.desk.books import Books
from engine.desk.intent import Intent, Step


def register(type: str, name: str, position: str = "") -> Intent:
    """Put a person, org or group into the register, or find it there."""

    def steps(books: Books) -> Iterator[Step]:
        met = len(books.register.new)
        books.about = books.register.party(type, name, position)
        books.repeated = len(books.register.new) == met
        yield from ()

    return Intent("party.add", steps)
