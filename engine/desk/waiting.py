"""Loops among assignments that wait for each other, over all protocols."""

from __future__ import annotations

from engine.desk.books import Books


def loop(books: Books, task: str, predecessor: str) -> tuple[str, ...]:
    """The way round if the predecessor itself waits for the task, or nothing: 'П-1.2', 'П-1.1', 'П-1.2'."""
    trails: list[tuple[str, ...]] = [(task, predecessor)]
    seen: set[str] = set()
    while trails:
        trail = trails.pop()
        if trail[-1] == task:
            return trail
        if trail[-1] in seen:
            continue
        seen.add(trail[-1])
        case = books.case(trail[-1])
        before = case.fields.get("predecessors") if case else None
        trails += [(*trail, str(each)) for each in before] if isinstance(before, list) else []
    return ()
