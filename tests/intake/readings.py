"""Invented documents, read from a string: what the tests of structure begin with."""

from __future__ import annotations

from engine.protocol import Item, Protocol, Source
from intake.paper import Line, Paper
from intake.reading import read_paper


def paper_of(text: str, form: str = "txt") -> Paper:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Paper(Source("invented.txt", "0" * 64, form), lines)


def read(text: str, form: str = "txt") -> Protocol:
    return read_paper(paper_of(text, form))


def decided(
    text: str, head: str = "ПРОТОКОЛ № 3\nзаседания комиссии по озеленению\n12.03.2024\n\nРЕШИЛИ:\n"
) -> tuple[Item, ...]:
    """The items of a short protocol whose resolution is the text."""
    return read(head + text).items


def paths(text: str) -> list[str]:
    return [item.path for item in decided(text)]
