"""A witness keeps checkpoints away from the machine of the journal, and takes a newer one only with its proof."""

from __future__ import annotations

from engine.store.seal.checkpoint import Checkpoint, Step, read, write

Kept = tuple[Checkpoint, ...]


class Refuted(Exception):
    """A checkpoint that the witness must not take. `code` names its words; `last` is the newest that is kept."""

    def __init__(self, code: str, last: Checkpoint) -> None:
        super().__init__(code)
        self.code = code
        self.last = last


def open_book(text: str) -> Kept:
    """What a witness has kept, one checkpoint a line, oldest first; raises Unreadable."""
    return tuple(read(line)[0] for line in text.splitlines() if line.strip())


def close_book(kept: Kept) -> str:
    """The book as it is stored."""
    return "".join(write(point) + "\n" for point in kept)


def accept(kept: Kept, point: Checkpoint, step: Step | None) -> Kept:
    """The book with a newer checkpoint; raises Refuted. The first is taken as it comes: there is nothing to hold it to.

    A checkpoint of a size that is known must have the known root, and is not written twice. A shorter one is older, and
    adds nothing; unless it was taken on a later day: then the journal has lost its end.
    """
    if not kept:
        return (point,)
    last = kept[-1]
    if point.origin and last.origin and point.origin != last.origin:
        raise Refuted("witness-foreign", last)
    for known in kept:
        if known.size == point.size:
            if known.root != point.root:
                raise Refuted("witness-split", last)
            return kept
    if point.size < last.size:
        raise Refuted("witness-shorter" if point.date > last.date else "witness-older", last)
    if step is None or (step.since.size, step.since.root) != (last.size, last.root):
        raise Refuted("witness-no-proof", last)
    if step.now != point or not step.holds:
        raise Refuted("witness-false-proof", last)
    return (*kept, point)
