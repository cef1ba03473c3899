"""The register by hand: who there is. What names are put right leaves no trace: the journal knows people by id."""

from __future__ import annotations

from collections.abc import Iterator

from engine.desk.books import Books
from engine.desk.intent import Intent, Step
from engine.run.office_access import may_in_office
from engine.run.refusal import Because

KEEPING = "register"  # what the table of access calls it


def register(type: str, name: str, position: str = "") -> Intent:
    """Put a person, org or group into the register, or find it there."""

    def steps(books: Books) -> Iterator[Step]:
        met = len(books.register.new)
        books.about = books.register.party(type, name, position)
        books.repeated = len(books.register.new) == met
        if not books.repeated:
            yield from may_in_office(KEEPING, books.here(), books.told())

    return Intent(f"{type}.add", steps)


def correct(who: str, name: str = "", position: str | None = None) -> Intent:
    """Put right the name or the position of somebody, by id or name; '' and None leave it as it is.

    No second party of a kind may bear a name: whoever is named by it could be either of them.
    """

    def steps(books: Books) -> Iterator[Step]:
        books.about = books.register.known(who)
        yield from may_in_office(KEEPING, books.here(), books.told())
        put_right = len(books.register.corrected)
        bearer = books.register.correct(books.about, name, position)
        if bearer:
            yield Because("name-taken", {"name": name, "who": bearer})
        books.repeated = len(books.register.corrected) == put_right

    return Intent("person.edit", steps)
