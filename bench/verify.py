"""How long it takes to verify a journal: entries alone, the whole database, and the exported file.

    python -m bench.verify [ENTRIES]

Writes ENTRIES (100,000 unless said) of invented cases into a new database, in intents of 1,000, and prints seconds.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from engine.definition.shipped import shipped
from engine.run.event import Event, Plain, Told
from engine.store.seal import export, tree
from engine.store.seal.verifier import check_export
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


def timed(name: str, work: Callable[[], T]) -> T:
    """Do it, and say how long it took."""
    began = perf_counter()
    done = work()
    print(f"{name:44} {perf_counter() - began:8.2f} s", flush=True)
    return done


def main() -> int:
    """Write, verify in three ways, judge."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.resheno"
        timed(f"write {entries} entries", lambda: write(path, entries))
        print(f"{'size of the file':44} {path.stat().st_size / 1e6:8.1f} MB")
        agrees = timed("verify: everything", lambda: verify(path)).agrees
        with sound_journal(path) as (kept, leaves):
            rows = list(kept.rows("entry"))
            text = timed("export", lambda: "".join(map(export.line, rows)))
            timed("hashes of the entries and their leaves", lambda: export.leaves(rows))
            timed("root", lambda: tree.root(leaves))
            timed("inclusion proof of one", lambda: tree.inclusion(leaves, len(leaves) // 3))
            timed("consistency proof from the half", lambda: tree.consistency(leaves, len(leaves) // 2))
        timed("verifier.py on the export", lambda: check_export(text))
        print(f"{'most memory':44} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    print("agrees" if agrees else "DOES NOT AGREE")
    return int(not agrees)


if __name__ == "__main__":
    sys.exit(main())
