"""What a revision of a known document would change, item by item."""

from __future__ import annotations

from collections.abc import Mapping

from engine.desk.answer import Change
from engine.desk.books import Books
from engine.run.event import Plain

COMPARED = ("text", "kind", "addressee", "executors", "deadline_raw", "due", "mechanisms", "stages", "predecessors")


def difference(books: Books, protocol: str, told: Mapping[str, Mapping[str, Plain]]) -> tuple[Change, ...]:
    """New, gone and changed assignments; `told` is what the revision says, by id. `path` of a change is the id."""
    known = books.ledger.find("protocol", protocol)
    changes = [Change(id, "", books.known_case(id).id, "") for id in known if id not in told]
    for id, fields in told.items():
        case = books.case(id)
        if case is None:
            changes.append(Change(id, "", "", _shown(fields.get("text"))))
            continue
        for name in COMPARED:
            before, after = _shown(case.fields.get(name)), _shown(fields.get(name))
            if before != after:
                changes.append(Change(id, name, before, after))
    return tuple(changes)


def _shown(value: Plain) -> str:
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    return "" if value is None else str(value)
