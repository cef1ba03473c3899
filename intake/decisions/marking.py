"""From which line each fact of an item was read: its text, its executors, its term, also where a heading gave them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.protocol import Item, Mark, Protocol
from intake.paper import Line

_ABOVE = 60  # lines up to a heading; what is farther was inherited from an item that is nearer
_TAIL = frozenset({"executors", "deadline", "blank", "item", "page", "rule", "purpose"})
_BEGINNING = 24  # letters of a phrase that runs over several lines


def marked(protocol: Protocol, lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks of all items, in the order of their lines."""
    texts = [_bare(line.text) for line in lines]
    starts = sorted({item.lines[0] for item in protocol.items})
    ends = dict(zip(starts, [*(start - 1 for start in starts[1:]), len(texts)], strict=False))
    known: dict[str, int] = {}
    found: list[Mark] = []
    for item in protocol.items:
        first, last = item.lines
        found += [Mark(number, item.path, "text") for number in range(first, last + 1) if texts[number - 1]]
        block = _block(protocol, first, last, ends[first])
        found += _facts(item, texts, block, known)
    return tuple(sorted(found, key=lambda mark: mark.line))


def _block(protocol: Protocol, first: int, last: int, end: int) -> range:
    """The lines of an item with its labelled lines, up to the next item."""
    while last < end and protocol.roles_of_lines[last] in _TAIL:
        last += 1
    return range(first, last + 1)


def _facts(item: Item, texts: Sequence[str], block: range, known: dict[str, int]) -> Iterator[Mark]:
    said = [("executor", one.raw, one.name) for one in item.executors]
    if item.deadline_raw:
        due = item.deadline.due
        said.append(("deadline", item.deadline_raw, due.isoformat() if due else item.deadline_raw))
    for what, raw, value in said:
        line = _line_of(_bare(raw), texts, block, known)
        if line:
            known[_bare(raw)] = line
            yield Mark(line, item.path, what, value)


def _line_of(phrase: str, texts: Sequence[str], block: range, known: dict[str, int]) -> int:
    """The line of a phrase: in the block, where an item above had it, or in a heading above; 0 if it was not found."""
    if not phrase:
        return 0
    for key in (phrase, phrase[:_BEGINNING]):
        inside = next((number for number in block if key in texts[number - 1]), 0)
        if inside:
            return inside
    if phrase in known:
        return known[phrase]
    above = range(block.start - 1, max(0, block.start - 1 - _ABOVE), -1)
    return next((number for number in above if phrase[:_BEGINNING] in texts[number - 1]), 0)


def _bare(text: str) -> str:
    """A text without what may be written in two ways: case, ё, signs, spaces; and without [elided] words."""
    return " ".join(re.findall(r"\w+", re.sub(r"\[[^\[\]]*\]", "", text).lower().replace("ё", "е")))
