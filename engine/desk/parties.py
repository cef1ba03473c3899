"""The register and the roles of the office by hand: who there is, and who may do what."""

from __future__ import annotations

from collections.abc import Iterator

from engine.desk.books import Books
from engine.desk.intent import Intent, Step
from engine.run.command import Correct
from engine.run.event import Plain
from engine.run.office import ID as OFFICE_ID
from engine.run.office import ROLES, roles


def register(type: str, name: str, position: str = "") -> Intent:
    """Put a person, org or group into the register, or find it there."""

    def steps(books: Books) -> Iterator[Step]:
        met = len(books.register.new)
        books.about = books.register.party(type, name, position)
        books.repeated = len(books.register.new) == met
        yield from ()

    return Intent("party.add", steps)


def grant(role: str, who: str) -> Intent:
    """Give a role of the office to somebody, by id or name, besides those who hold it."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = books.register.named(who)
        held = roles(books.case(OFFICE_ID))
        if books.about in held.get(role, frozenset()):
            books.repeated = True
            return
        yield _held(held, role, held.get(role, frozenset()) | {books.about})

    return Intent("role.grant", steps)


def withdraw(role: str, who: str) -> Intent:
    """Take a role of the office from somebody."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = books.register.named(who)
        held = roles(books.case(OFFICE_ID))
        yield _held(held, role, held.get(role, frozenset()) - {books.about})

    return Intent("role.withdraw", steps)


def _held(before: dict[str, frozenset[str]], role: str, who: frozenset[str]) -> Correct:
    after: dict[str, Plain] = {name: list(sorted(holders)) for name, holders in {**before, role: who}.items()}
    return Correct(OFFICE_ID, {ROLES: after})
