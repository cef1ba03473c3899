"""What a journal is held against: checkpoints, printed codes, the book of a witness, an export taken earlier."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.store.seal import code
from engine.store.seal.checkpoint import Checkpoint, Code, Unreadable, read, understand
from engine.store.seal.export import leaves
from engine.store.seal.finding import Finding, found


@dataclass(frozen=True, slots=True)
class Exported:
    """An earlier export by its hashed leaves: the only one that knows each entry by itself."""

    leaves: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """How many entries it has."""
        return len(self.leaves)

    def holds_for(self, journal: Sequence[bytes]) -> bool:
        """Whether the journal with these hashed leaves still begins as it did then."""
        return self.same(journal) == self.size

    def same(self, journal: Sequence[bytes]) -> int:
        """How many entries both begin with."""
        pairs = enumerate(zip(self.leaves, journal, strict=False))
        return next((n for n, (one, other) in pairs if one != other), min(self.size, len(journal)))


Point = Checkpoint | Code | Exported


def points_in(text: str) -> tuple[Point, ...]:
    """All that a text knows of a journal: a checkpoint, a book of them, an export, quoted codes; raises Unreadable."""
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and '"seq":' in lines[0] and '"hash":' in lines[0]:
        return (_exported(lines),)
    if len(lines) > 1 and lines[0].startswith("{") and lines[1].startswith("{"):
        return tuple(read(line)[0] for line in lines)
    quoted = () if text.lstrip().startswith("{") else code.find_all(text)
    return tuple(understand(one) for one in quoted) or (understand(text),)


def _exported(lines: Sequence[str]) -> Exported:
    try:
        return Exported(tuple(leaves(json.loads(line) for line in lines)))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable("export-unreadable") from error


def held(journal: Sequence[bytes], points: Sequence[Point]) -> int:
    """How many entries are vouched for by the longest of the points that agree."""
    return max((point.size for point in points if point.holds_for(journal)), default=0)


def disagreements(journal: Sequence[bytes], points: Sequence[Point], whole: bool = True) -> Iterator[Finding]:
    """What the points know better: an end that was cut off, a journal that was written anew, and from where on.

    Unless the journal was read as a whole, nothing can be said of what comes after. A point of another database says
    nothing of this one; where a point does not tell of which it is, both is said.
    """
    for point in sorted(points, key=lambda each: each.size):
        since = held(journal, [each for each in points if each.size < point.size])
        ours = _is_of(journal, point, since)
        if ours is False:
            yield found("point-foreign", size=point.size)
        elif isinstance(point, Exported) and (same := point.same(journal)) < min(point.size, len(journal)):
            yield found("journal-differs", seq=same + 1, same=same)
        elif point.size > len(journal):
            if whole:
                yield found("journal-cut" if ours else "point-longer", size=point.size, found=len(journal))
        elif not point.holds_for(journal):
            code = "journal-rewritten-since" if since else "journal-rewritten"
            yield found(code if ours else "point-unlike", size=point.size, since=since)


def _is_of(journal: Sequence[bytes], point: Point, since: int) -> bool | None:
    """Whether a point was taken of this journal; None where it does not tell.

    Two journals share no entry, for each entry bears its time and its people; so whatever shares one was this journal.
    A checkpoint of which only the root is known belongs to the book in which an earlier one agrees.
    """
    match point:
        case Exported():
            return not (point.leaves and journal) or not set(point.leaves).isdisjoint(journal)
        case Checkpoint() if point.origin and journal:
            return point.origin == journal[0]
        case Checkpoint():
            return True if since or point.origin else None
        case _:
            return None
