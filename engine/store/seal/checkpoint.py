"""Checkpoints: how long the journal was on a day, and its root. Small enough for the footer of a paper."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.store.journal import canonical
from engine.store.seal import code, tree

SCHEMA = "resheno.checkpoint/1"


class Unreadable(ValueError):
    """What was given is no checkpoint: neither the file nor the code of one. `why` names its words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The journal of `size` entries has this root; `date` is the day on which that was said.

    `origin` is the hashed first entry, which tells one journal from another; b"" in files written before it was told.
    """

    size: int
    root: bytes
    date: str
    origin: bytes = b""

    @property
    def code(self) -> str:
        """The same for printed papers; the date is printed beside it."""
        return code.spell(self.size, self.root)

    def holds_for(self, leaves: Sequence[bytes]) -> bool:
        """Whether the journal with these hashed leaves still begins as it did then."""
        return self.size <= len(leaves) and tree.root(leaves[: self.size]) == self.root


@dataclass(frozen=True, slots=True)
class Code:
    """A checkpoint as far as a printed code tells it: the size, and the beginning of the root."""

    size: int
    beginning: int

    def holds_for(self, leaves: Sequence[bytes]) -> bool:
        """Whether the journal with these hashed leaves still begins as it did then."""
        return self.size <= len(leaves) and code.beginning(tree.root(leaves[: self.size])) == self.beginning


@dataclass(frozen=True, slots=True)
class Step:
    """A newer checkpoint, with the proof that its journal extends that of an older one."""

    since: Checkpoint
    now: Checkpoint
    proof: tuple[bytes, ...]

    @property
    def holds(self) -> bool:
        """Whether the proof proves it."""
        return tree.is_extended(self.since.size, self.since.root, self.now.size, self.now.root, self.proof)


def take(leaves: Sequence[bytes], date: str) -> Checkpoint:
    """The checkpoint of a journal as it stands."""
    return Checkpoint(len(leaves), tree.root(leaves), date, b"".join(leaves[:1]))


def write(point: Checkpoint, step: Step | None = None) -> str:
    """A checkpoint as one line of JSON, with the proof of consistency where there is one."""
    said: dict[str, Any] = {"schema": SCHEMA, **_plain(point), "code": point.code}
    if step is not None:
        said |= {"since": _plain(step.since), "consistency": [each.hex() for each in step.proof]}
    return canonical(said)


def read(text: str) -> tuple[Checkpoint, Step | None]:
    """A checkpoint from what `write` wrote; raises Unreadable."""
    try:
        said = json.loads(text)
        point = _built(said)
        step = None
        if "since" in said:
            proof = tuple(bytes.fromhex(each) for each in said["consistency"])
            step = Step(_built(said["since"]), point, proof)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Unreadable("checkpoint-unreadable") from error
    if said.get("schema") != SCHEMA or said.get("code", point.code) != point.code:
        raise Unreadable("checkpoint-unreadable")
    return point, step


def understand(text: str) -> Checkpoint | Code:
    """A checkpoint from a file of ours, or from any text that quotes its code; raises Unreadable."""
    if text.lstrip().startswith("{"):
        return read(text)[0]
    told = code.unspell(code.find(text) or text)
    if told is None:
        raise Unreadable("code-mistyped" if code.find(text) else "checkpoint-unreadable")
    return Code(*told)


def _plain(point: Checkpoint) -> dict[str, Any]:
    origin = {"origin": point.origin.hex()} if point.origin else {}
    return {"size": point.size, "root": point.root.hex(), "date": point.date, **origin}


def _built(said: Mapping[str, Any]) -> Checkpoint:
    size, root, date = said["size"], bytes.fromhex(said["root"]), said["date"]
    if type(size) is not int or not 0 <= size < 1 << code.SIZE_BITS or len(root) != tree.SIZE_OF_HASH:
        raise ValueError("no size or no root")
    if not isinstance(date, str):
        raise TypeError(date)
    origin = bytes.fromhex(said.get("origin", ""))
    if len(origin) not in (0, tree.SIZE_OF_HASH):
        raise ValueError("no hash of a first entry")
    return Checkpoint(size, root, date, origin)
