"""The register by hand: who there is, and names put right by entries of the office that the register follows."""

from __future__ import annotations

from collections.abc import Iterator

from engine.desk.books import Books
from engine.desk.intent import Intent, Step
from engine.desk.names import misnamed
from engine.run.command import Record
from engine.run.office import ID as OFFICE_ID
from engine.run.office import NAME, RECORDS
from engine.run.office_access import may_in_office
from engine.run.office_names import said

KEEPING = "register"  # what the table of access calls it


def register(type: str, name: str, position: str = "") -> Intent:
    """Put a person, org or group into the register, or find it there."""

    def steps(books: Books) -> Iterator[Step]:
        met = len(books.register.new)
        yield from filter(None, [misnamed(name, type)])
        books.about = books.register.party(type, name, position)
        books.repeated = len(books.register.new) == met
        if not books.repeated:
            yield from may_in_office(KEEPING, books.here(), books.told())

    return Intent(f"{type}.add", steps)


def correct(who: str, name: str = "", position: str | None = None, type: str = "person") -> Intent:
    """Put right the name or the position of somebody, by id or name; '' and None leave it as it is.

    The journal says from what to what. No second party of a kind may bear a name: whoever is named by it could be
    either of them.
    """

    def steps(books: Books) -> Iterator[Step]:
        books.about = books.register.known(who)
        yield from may_in_office(KEEPING, books.here(), books.told())
        party = books.register.of(books.about)
        was = {"name": party.name, "position": party.position}
        now = {"name": name.strip() or party.name, "position": party.position if position is None else position}
        books.repeated = now == was
        if not books.repeated:
            yield from filter(None, [misnamed(now["name"], type) if now["name"] != party.name else None])
            yield Record(OFFICE_ID, books.new_id(RECORDS[NAME].prefix), NAME, said(party.id, was, now))

    return Intent(f"{type}.edit", steps)
