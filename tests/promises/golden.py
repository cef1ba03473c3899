"""Golden journals: what the program wrote on the day they were cut, row by row, for every later one to read.

`python -m tests.promises.golden FOLDER` cuts a new set beside those there are (`tests/promises/golden/FOLDER`) and adds
it to the manifest. A file that is there is never changed: offices have journals that were written in the same way.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.run.case import Case, Move, RecordOf
from engine.run.event import Told
from engine.store.journal import Row, canonical, told_row
from engine.store.projections import Rows
from engine.store.seal.kept import lying_at
from engine.store.sqlite import SqliteStore, new_file
from engine.store.tables import LASTING
from tests.promises.random_office import THEMES, lived

GOLDEN = Path(__file__).parent / "golden"
DEFINITIONS = GOLDEN / "definitions"
MANIFEST = GOLDEN / "manifest.txt"
LASTS = tuple(str(model.__tablename__) for model in LASTING)
SEEDS, ACTS = 3, 13


@dataclass(frozen=True)
class Golden:
    """One journal: the rows of its lasting tables as they were stored, and what they came to."""

    rows: Mapping[str, list[Row]]
    cases: Mapping[str, str]  # fingerprints
    tables: Mapping[str, Mapping[str, str]]  # of every column of every projection


def journals() -> list[Path]:
    return sorted(path for path in GOLDEN.glob("*/*.jsonl") if path.parent != DEFINITIONS)


def read(path: Path) -> Golden:
    rows: dict[str, list[Row]] = {}
    told: dict[str, Any] = {}
    for text in path.read_text("utf-8").splitlines():
        line = json.loads(text)
        if "expected" in line:
            told = line["expected"]
        else:
            rows.setdefault(line["table"], []).append(_unpacked(line["table"], line["row"]))
    return Golden(rows, told["cases"], told["tables"])


def written(path: Path) -> str:
    """A database as the text of a golden file."""
    lines = []
    with lying_at(path) as kept:
        for table in LASTS:
            lines += [canonical({"table": table, "row": _packed(table, row)}) for row in kept.rows(table)]
    with closing(SqliteStore(path)) as store:
        lines.append(canonical({"expected": dict(zip(("cases", "tables"), come_to(store), strict=True))}))
    return "\n".join([*lines, ""])


def loaded(golden: Golden, path: Path) -> Path:
    """A new database with the rows as they were written; the projections made from them."""
    with new_file(path) as store, store.writing() as ledger:
        for table, rows in golden.rows.items():
            ledger.take_over(table, rows)
        ledger.rebuild()
    return path


def come_to(store: SqliteStore) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """What a journal has made: the fingerprints of its cases, and those of each column of its projections."""
    with store.reading() as ledger:
        cases = {case: _mark(said(ledger.known_case(case))) for case in ledger.cases()}
        return cases, marks(ledger.projections())


def marks(made: Rows) -> dict[str, dict[str, str]]:
    # Who holds which role is held against the case of the office; its list is for the day, and may be told otherwise.
    rows = {table: [row for row in made[table] if row["case"] != "office" or table != "record"] for table in made}
    rows.pop("office")
    names = {table: sorted({name for row in rows[table] for name in row}) for table in rows}
    return {
        table: {name: _mark([row[name] for row in rows[table]]) for name in names[table]}
        for table in rows
        if rows[table]
    }


def said(case: Case) -> Row:
    """What a case says, however a release keeps it in memory."""
    return {
        "id": case.id,
        "workflow": [case.workflow, case.workflow_version],
        "version": case.version,
        "stage": case.stage,
        "subject": dict(case.subject),
        "fields": dict(case.fields),
        "records": [_record(record) for record in case.records.values()],
        "evidence": [dict(proof) for proof in case.evidence],
        "moves": [_move(move) for move in case.moves],
        "plans": [list(plan) for plan in case.plans],
        "trusted": list(case.trusted),
        "told": [_told(case.opened), _told(case.changed)],
    }


def _record(record: RecordOf) -> Row:
    stated = {"id": record.id, "kind": record.kind, "fields": dict(record.fields), "links": list(record.links)}
    return {**stated, "evidence": [dict(proof) for proof in record.evidence], "told": _told(record.told)}


def _move(move: Move) -> Row:
    made = {"trigger": move.trigger, "from": move.source, "to": move.target, "data": dict(move.data)}
    return {**made, "told": _told(move.told)}


def _told(told: Told | None) -> Row | None:
    return told_row(told) if told else None


def _mark(value: Any) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:16]


def definitions(path: Path) -> dict[str, str]:
    """The regulations of a database, each as the text of a file of its own."""
    with lying_at(path) as kept:
        return {
            _name(row): canonical({"body": row["body"], "titles": row["titles"]}) + "\n"
            for row in kept.rows("definition")
        }


def _name(definition: Row) -> str:
    return f"{definition['name']}-{definition['version']}.json"


def _packed(table: str, row: Row) -> Row:
    """Bytes as text; a definition, which many journals share, by the name of its own file."""
    if table == "definition":
        return {key: value for key, value in row.items() if key not in ("body", "titles")} | {"file": _name(row)}
    return {key: {"bytes": base64.b64encode(v).decode()} if isinstance(v, bytes) else v for key, v in row.items()}


def _unpacked(table: str, row: Row) -> Row:
    if table == "definition":
        name = row.pop("file")
        return {**row, **json.loads((DEFINITIONS / name).read_text("utf-8"))}
    return {key: base64.b64decode(v["bytes"]) if isinstance(v, dict) else v for key, v in row.items()}


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text(text, "utf-8", newline="\n")


def known() -> dict[str, str]:
    """The manifest: file → its SHA-256."""
    pairs = (line.split("  ") for line in MANIFEST.read_text("utf-8").splitlines()) if MANIFEST.exists() else ()
    return {name: sha256 for sha256, name in pairs}


def there() -> dict[str, str]:
    """The same of the files that there are."""
    files = (path for path in sorted(GOLDEN.rglob("*")) if path.is_file() and path != MANIFEST)
    return {path.relative_to(GOLDEN).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def cut(folder: str, themes: Iterable[str] = THEMES, seeds: int = SEEDS) -> Iterator[Path]:
    """Write a new set; what is in the manifest already stays as it is."""
    with tempfile.TemporaryDirectory() as made:
        for theme in themes:
            for seed in range(seeds):
                base = lived(Path(made) / f"{theme}-{seed}.resheno", theme, seed, ACTS)
                for name, text in definitions(base).items():
                    _keep(DEFINITIONS / name, text)
                path = GOLDEN / folder / f"{theme}-{seed}.jsonl"
                _keep(path, written(base))
                yield path
    added = {**there(), **known()}
    MANIFEST.write_text("".join(f"{sha256}  {name}\n" for name, sha256 in sorted(added.items())), "utf-8", newline="\n")


if __name__ == "__main__":
    for cut_now in cut(sys.argv[1], seeds=int(sys.argv[2]) if len(sys.argv) > 2 else SEEDS):
        print(cut_now.name)
