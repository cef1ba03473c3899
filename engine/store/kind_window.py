"""What the fields of a kind of records are called, and their coded values, read from the definitions that are kept."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from engine.definition.workflow import RecordKind
from engine.run.office import ID as OFFICE
from engine.run.office import RECORDS
from engine.store.window import Window

Both = Mapping[str, str]  # 'ru' and 'en'


class FieldWords(NamedTuple):
    """What a field is called, of which type it is, and what its values are called that are codes."""

    title: Both
    type: str
    values: Mapping[str, Both]


def field_words(
    window: Window, workflow: str, version: str, kind: str, names: Collection[str] = ()
) -> dict[str, FieldWords]:
    """The fields of a kind in the order of its definition: those of this version, then those of other ones.

    A case that was taken over by another version may keep values that only its older one has a name for; only if it
    has some of these `names` are other versions read.
    """
    if workflow == OFFICE:
        return dict(_of_office(RECORDS[kind])) if kind in RECORDS else {}
    found: dict[str, FieldWords] = {}
    versions = window._connection.execute(
        "SELECT version, number FROM definition WHERE name = ? ORDER BY number DESC", (workflow,)
    ).fetchall()
    for row in sorted(versions, key=lambda row: bool(row["version"] != version)):
        kept = window._connection.execute("SELECT body FROM definition WHERE number = ?", (row["number"],)).fetchone()
        for name, words in _of_kind(json.loads(kept["body"]), kind):
            found.setdefault(name, words)
        if found.keys() >= set(names):
            break
    return found


def _of_kind(definition: Any, kind: str) -> Iterator[tuple[str, FieldWords]]:
    """The fields as a compiled definition has them."""
    of_kind = definition["records"].get(kind)
    named = ((definition.get("lexicon") or {}).get("attributes") or {}).get(kind, {})
    for name, field in of_kind["fields"].items() if of_kind else ():
        values = named[name]["values"] if name in named else []
        called = {each["code"]: {"ru": each["ru"], "en": each["en"]} for each in values}
        yield name, FieldWords(field["title"], field["type"], called)


def _of_office(kind: RecordKind) -> Iterator[tuple[str, FieldWords]]:
    for name, field in kind.fields.items():
        yield name, FieldWords({"ru": field.title.ru, "en": field.title.en}, field.type, {})
