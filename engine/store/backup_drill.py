"""A drill: a backup is brought back where nobody works, and held against the database that went on since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.store.backup import Backup, restore, told_of
from engine.store.place import Place
from engine.store.seal.against import Exported
from engine.store.seal.verify import sound_journal
from engine.store.watching import Watch, unwatched


class Parted(Exception):
    """The database does not begin with the journal of the backup: only the first `same` entries are in both."""

    def __init__(self, same: int, live: int) -> None:
        super().__init__(f"{same} of {live}")
        self.same = same
        self.live = live


@dataclass(frozen=True, slots=True)
class Tried:
    """A backup that was brought back for a trial, and all of it agreed."""

    backup: Backup
    cases: int
    journal: Exported


@dataclass(frozen=True, slots=True)
class Beyond:
    """What a database has and the backup has not: acts and entries, the first of them recorded at `since`."""

    live: int  # entries in all
    entries: int
    acts: int
    since: str


def bring_back(file: Path, at: datetime, watch: Watch = unwatched) -> Tried:
    """Restore a backup as a real emergency would, in a folder that is gone afterwards; raises Unverified."""
    with TemporaryDirectory(prefix="resheno-drill-") as folder:
        place = Path(folder) / file.name
        restore(file, place, at, watch=watch)
        backup = told_of(file)
        assert backup is not None, "without it nothing is restored"
        with sound_journal(place, watch) as (kept, leaves):
            return Tried(backup, kept.count_of_cases(), Exported(tuple(leaves)))


def beyond(tried: Tried, place: Place, watch: Watch = unwatched) -> Beyond:
    """What the backup would not bring back; raises Parted, Unverified for the database, and StoreError."""
    with sound_journal(place, watch) as (kept, leaves):
        size = tried.journal.size
        if not tried.journal.holds_for(leaves):
            raise Parted(tried.journal.same(leaves), len(leaves))
        first = kept.entry(size + 1)
        acts = kept.count("intent") - tried.backup.rows["intent"]
        return Beyond(len(leaves), len(leaves) - size, acts, str(first["recorded_at"]) if first else "")
