"""The tables that nothing can make again, row by row: each row against its own hash, each stream without a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from operator import itemgetter
from typing import Any

from engine.definition.compiled import from_json, version_of
from engine.store.journal import SAID, Row, fingerprint, text_of
from engine.store.seal.finding import Finding, found
from engine.store.seal.kept import KEYS, Kept, Values
from engine.store.seal.named import holes
from engine.store.seal.register import register
from engine.store.seal.tree import leaf_hash
from engine.store.watching import Watch, unwatched, watched


def entries(kept: Kept, leaves: list[bytes], watch: Watch = unwatched) -> Iterator[Finding]:
    """The journal: seq and versions without gaps, hashes, intents in their order. Fills `leaves` on the way."""
    intents = {id: number for id, number in kept.values("intent", ("id", "number"), ("number",))}
    versions: dict[Any, int] = {}
    last: Any = 0
    rows = kept.values("entry", (*SAID, "hash"), ("seq",))
    for number, row in enumerate(watched(rows, watch, "entries", kept.count("entry")), 1):
        seq, case, version, intent = _PLACE(row)
        if seq != number:
            yield found("entry-gap", seq=seq, case=case, expected=number)
            return
        text = _text(row[:-1])
        if not text or sha256(text).hexdigest() != row[-1]:
            yield found("entry-changed", seq=seq, case=case)
        expected = versions[case] = versions.get(case, 0) + 1
        if version != expected:
            yield found("version-gap", seq=seq, case=case, version=version, expected=expected)
        place = intents.get(intent)
        if not isinstance(place, int) or place < last:
            yield found("entry-misplaced", seq=seq, case=case, intent=intent)
        else:
            last = place
        leaves.append(leaf_hash(text))


_PLACE = itemgetter(*map(SAID.index, ("seq", "case", "version", "intent")))


def _text(said: Values) -> bytes:
    """The text that the entry's hash stands over; nothing for values that we never wrote."""
    try:
        return text_of(said)
    except (TypeError, ValueError):
        return b""


def is_sealed(row: Mapping[str, Any]) -> bool:
    """Whether a row still says what it said when it got its hash."""
    try:
        return bool(fingerprint(row) == row["hash"])
    except (TypeError, ValueError):  # a float, or bytes that are no text: we never wrote that
        return False


def lasting(kept: Kept) -> Iterator[Finding]:
    """Intents, refusals, definitions, documents, parties: every row against its hash, and what is known besides.

    Then the register once more, against what the journal says of names, and number by number.
    """
    for table, besides in BESIDES.items():
        for number, row in enumerate(kept.rows(table), 1):
            key = row[KEYS[table][0]]
            if not is_sealed(row):
                yield found("row-changed", table=table, key=key)
            elif not besides(row, number):
                yield found("row-false", table=table, key=key)
    yield from register(kept)
    yield from holes(kept)


def _intent(row: Row, number: int) -> bool:
    return bool(row["number"] == number and row["id"] == f"A-{number}")


def _refusal(row: Row, number: int) -> bool:
    return bool(row["seq"] == number)


@lru_cache(maxsize=64)
def _names_of(body: str) -> tuple[str, str, str]:
    """What a definition calls itself, and the version that follows from what it says."""
    workflow = from_json(body)
    return workflow.name, workflow.version, version_of(workflow)


def _definition(row: Row, number: int) -> bool:
    try:
        known = _names_of(row["body"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
    return bool(row["number"] == number and known == (row["name"], row["version"], row["version"]))


def _document(row: Row, _: int) -> bool:
    content = row["content"]
    if content is None:
        return True
    return bool(len(content) == row["size"] and sha256(content).hexdigest() == row["sha256"])


def _party(row: Row, _: int) -> bool:
    return bool(row["id"] == f"{row['series']}-{row['number']}")


BESIDES: Mapping[str, Callable[[Row, int], bool]] = {
    "intent": _intent,
    "refusal": _refusal,
    "definition": _definition,
    "document": _document,
    "party": _party,
}
