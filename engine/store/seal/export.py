"""The journal on its way out: one line of canonical JSON per entry, and the proof that shows a single one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.store.journal import SAID, canonical, text_of
from engine.store.seal import tree

PROOF = "resheno.inclusion/1"


def leaf(entry: Mapping[str, Any]) -> bytes:
    """What the tree holds of an entry, by its names."""
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
