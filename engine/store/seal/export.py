"""The journal on its way out: one line of canonical JSON per entry, and the proof that shows a single one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring as _quoted
from typing import Any

from engine.store.journal import canonical
from engine.store.seal import tree

PROOF = "resheno.inclusion/1"


# The names of an entry as its canonical text has them. Whoever reads them in this order writes that text at once: a
# journal has a million entries.
SAID = (
    *("case", "data", "ground", "happened_on", "identity", "intent", "on_behalf_of"),
    *("recorded_at", "seq", "type", "typed_by", "version"),
)
NUMBERS = ("seq", "version")
_LINE = "{" + ",".join(f'"{name}":%{"d" if name in NUMBERS else "s"}' for name in SAID) + "}"


def text_of(said: Sequence[Any]) -> bytes:
    """What the tree holds of an entry with these values, in the order of SAID: the text under its own hash.

    The same as its canonical text. Raises TypeError or ValueError for values that we never wrote.
    """
    case, data, ground, happened, identity, intent, behalf, recorded, seq, kind, typed, version = said
    if type(seq) is not int or type(version) is not int:
        raise TypeError("an entry counts in whole numbers")
    return (
        _LINE
        % (
            *(_quoted(case), _quoted(data), _quoted(ground), _quoted(happened), _quoted(identity), _quoted(intent)),
            *(_quoted(behalf), _quoted(recorded), seq, _quoted(kind), _quoted(typed), version),
        )
    ).encode()


def leaf(entry: Mapping[str, Any]) -> bytes:
    """The same of an entry with its names."""
    return text_of([entry[name] for name in SAID])


def line(entry: Mapping[str, Any]) -> str:
    """An entry as a line of an export, its hash too."""
    return canonical(dict(entry)) + "\n"


def leaves(entries: Iterable[Mapping[str, Any]]) -> list[bytes]:
    """The hashed leaves of entries in their order."""
    return [tree.leaf_hash(leaf(entry)) for entry in entries]


def prove(entry: Mapping[str, Any], hashed: Sequence[bytes]) -> str:
    """One entry, with the proof that it stands in the tree of these hashed leaves; tells nothing of the others."""
    path = tree.inclusion(hashed, entry["seq"] - 1)
    said = {"schema": PROOF, "entry": dict(entry), "size": len(hashed), "root": tree.root(hashed).hex()}
    return canonical({**said, "inclusion": [step.hex() for step in path]}) + "\n"
