"""The books of one place copied to another, whatever either stands on: what lasts to the letter, the rest made anew."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from engine.store.opening import new_store
from engine.store.place import Place
from engine.store.seal.kept import KEYS, MADE, Kept, lying_at
from engine.store.seal.verify import sound_books
from engine.store.sql_ledger import SqlLedger
from engine.store.watching import Watch, unwatched, watched

LASTING = ("intent", "entry", "refusal", "definition", "document", "party")
BATCH = 500
Counts = Mapping[str, int]


class Unlike(Exception):
    """The copy is not what was copied: `table` differs."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


def copy(source: Place, target: Place, watch: Watch = unwatched, anew: bool = False) -> Counts:
    """Copy a database to a place where there is none, and give back how many rows its lasting tables have.

    The rows are read in one moment; writers go on meanwhile. Raises Unverified for a source that does not agree with
    itself, Exists for a target that is there, Unlike if the copy is not what was read: nothing is left of it then.
    With `anew` the projections of the source are not asked: those of the copy are made from the journal, as always.
    """
    with sound_books(source, watch) as kept, new_store(target) as store:
        with store.writing() as ledger:
            counts = {table: _take(ledger, table, kept, watch) for table in LASTING}
            watch("projections", 0, 0)
            ledger.rebuild()
        with store.reading() as ledger:
            made = ledger.projections()
        for table in MADE if not anew else ():
            if list(kept.rows(table)) != made[table]:
                raise Unlike(table)
    return counts


def _take(ledger: SqlLedger, table: str, kept: Kept, watch: Watch) -> int:
    """Put the rows of one table into the books as they are, their hashes too."""
    rows = watched(kept.rows(table), watch, "copying", kept.count(table))
    count = 0
    while batch := list(islice(rows, BATCH)):
        ledger.take_over(table, batch)
        count += len(batch)
    return count


def counted(place: Place) -> Counts:
    """How many rows each table has."""
    with lying_at(place) as kept:
        return {table: kept.count(table) for table in KEYS}
