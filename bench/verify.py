"""How long it takes to verify a journal: its hashes and tree, its projections, all of it, and the exported file.

    python -m bench.verify [journal] [ENTRIES]

Writes ENTRIES (100,000 unless said) of invented cases into a new database, in intents of 1,000, and prints seconds.
`journal` writes and verifies the journal alone.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from engine.definition.shipped import shipped
from engine.run.event import Event, Plain, Told
from engine.store.journal import entry_row, sealed
from engine.store.seal import export, tree, verifier
from engine.store.seal.kept import lying_at
from engine.store.seal.projected import projections as projected
from engine.store.seal.verify import sound_journal, verify
from engine.store.sqlite import new_file
from engine.store.store import Party

T = TypeVar("T")
INTENT = 1_000
EACH = 10  # entries of a case: one that opens it, nine records
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TOLD = Told("Л-1", "Л-1", "письмо № 5", date(2026, 11, 23), AT)


def events(first: int) -> list[Event]:
    """The entries of one intent: cycles of an invented district, each with its goals."""
    workflow = shipped("management_cycle")
    opening: dict[str, Plain] = {"workflow": workflow.name, "workflow_version": workflow.version, "stage": "goals"}
    made: list[Event] = []
    for number in range(first, first + INTENT // EACH):
        case = f"К-{number}"
        subject: dict[str, Plain] = {"organisation": "О-1", "mechanism": "1.2", "period": str(number)}
        made.append(Event(case, 1, "opened", TOLD, {**opening, "subject": subject, "fields": subject, "trusted": []}))
        for version in range(2, EACH + 1):
            fields: dict[str, Plain] = {"text": "Снизить долю школ с низкими результатами", "grounds": "анализ"}
            record = f"ЦЛ-{number * EACH + version}"
            data: dict[str, Plain] = {"record": record, "kind": "goal", "fields": fields, "links": []}
            made.append(Event(case, version, "recorded", TOLD, data))
    return made


def write(path: Path, entries: int) -> None:
    """A database with so many entries."""
    with new_file(path) as store, store.writing() as ledger:
        ledger.define(shipped("management_cycle"))
        ledger.register(Party("Л-1", "person", "Орлова Т.П."))
        for turn in range(entries // INTENT):
            ledger.append("bench", "", "", events(turn * INTENT // EACH + 1), AT)


def write_journal(path: Path, entries: int) -> None:
    """A database with the journal alone, taken over from nowhere: what proves needs no projections."""
    with new_file(path) as store, store.writing() as ledger:
        for turn in range(entries // INTENT):
            intent = {"number": turn + 1, "id": f"A-{turn + 1}", "key": None, "what": "bench", "about": ""}
            ledger.take_over("intent", [sealed({**intent, "recorded_at": AT.isoformat(timespec="microseconds")})])
            made = enumerate(events(turn * INTENT // EACH + 1), turn * INTENT + 1)
            ledger.take_over("entry", [entry_row(event, seq, f"A-{turn + 1}") for seq, event in made])


def timed(name: str, work: Callable[[], T]) -> T:
    """Do it, and say how long it took by the clock on the wall and by that of the processor."""
    wall, processor = perf_counter(), process_time()
    done = work()
    print(f"{name:44} {perf_counter() - wall:8.2f} s {process_time() - processor:8.2f} s", flush=True)
    return done


def journal(path: Path) -> list[bytes]:
    """The half that proves: each entry read, held against its hash, put into the tree."""
    with sound_journal(path) as (_, leaves):
        tree.root(leaves)
        return leaves


def projections(path: Path) -> bool:
    """The other half: each case folded again, its rows and gaps compared with those that are stored."""
    with lying_at(path) as kept:
        return next(projected(kept), None) is None


def exported(path: Path, to: Path) -> None:
    """The journal as it is handed out."""
    with lying_at(path) as kept, to.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(map(export.line, kept.rows("entry")))


def main() -> int:
    """Write, verify by halves and as a whole, hand out, verify what was handed out; judge."""
    entries = int(sys.argv[-1]) if len(sys.argv) > 1 else 100_000
    if "journal" in sys.argv:
        return of_the_journal(entries)
    with tempfile.TemporaryDirectory() as folder:
        path, file = Path(folder) / "bench.resheno", Path(folder) / "journal.jsonl"
        print(f"{'':44} {'wall':>10} {'processor':>10}")
        timed(f"write {entries} entries", lambda: write(path, entries))
        print(f"{'size of the file':44} {path.stat().st_size / 1e6:8.1f} MB")
        leaves = timed("the journal: hashes and tree", lambda: journal(path))
        agree = timed("the projections: rows and gaps made again", lambda: projections(path))
        agrees = timed("everything: journal verify", lambda: verify(path)).agrees
        timed("inclusion proof of one", lambda: tree.inclusion(leaves, len(leaves) // 3))
        timed("consistency proof from the half", lambda: tree.consistency(leaves, len(leaves) // 2))
        timed("export", lambda: exported(path, file))
        print(f"{'most memory':44} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
        alone = [sys.executable, "-I", verifier.__file__, str(file)]
        done = timed("verifier.py on the export, alone", lambda: subprocess.run(alone, check=False))
    well = agree and agrees and done.returncode == 0
    print("agrees" if well else "DOES NOT AGREE")
    return int(not well)


def of_the_journal(entries: int) -> int:
    """The half that proves, alone: a million entries are written in a minute, with their projections in many."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.resheno"
        timed(f"write a journal of {entries} entries", lambda: write_journal(path, entries))
        leaves = timed("the journal: hashes and tree", lambda: journal(path))
        print(f"{'most memory':44} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    return int(len(leaves) != entries)


if __name__ == "__main__":
    sys.exit(main())
