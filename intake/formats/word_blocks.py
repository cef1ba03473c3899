"""What stands where in a Word part: blocks, rows and cells, through whatever wraps them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.formats.markup import Tree, at, number

# Insertions, content controls and the like are no blocks of their own; what was deleted is not among them.
_WRAPS = frozenset({"w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdt", "w:sdtContent", "mc:AlternateContent"})
_WIDEST = 200
_MANY = 8  # paragraphs; a cell with more of them is no value in a table
_MARK = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[а-яё]\)|[IVX]{1,5}\.|[-–—•●▪*·]")
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]\s")


def blocks(tree: Tree) -> Iterator[Tree]:
    """The paragraphs and tables right inside a part, a cell or a box."""
    return _through(tree, ("w:p", "w:tbl"))


def rows(table: Tree) -> Iterator[Tree]:
    """The rows of a table that have not been deleted."""
    return (row for row in _through(table, ("w:tr",)) if at(row, "w:trPr", "w:del") is None)


def cells(row: Tree) -> Iterator[Tree]:
    """The cells of a row."""
    return _through(row, ("w:tc",))


def _through(tree: Tree, wanted: tuple[str, ...]) -> Iterator[Tree]:
    for child in tree:
        if child.tag in wanted:
            yield child
        elif child.tag == "mc:AlternateContent":
            chosen = at(child, "mc:Choice")
            yield from _through(chosen if chosen is not None else child, wanted)
        elif child.tag in _WRAPS:
            yield from _through(child, wanted)


def columns(cell: Tree) -> int:
    """How many columns of the grid a cell covers."""
    found = at(cell, "w:tcPr", "w:gridSpan")
    return _within(1, found)


def skipped(row: Tree, side: str) -> int:
    """How many columns a row leaves out on a side."""
    return _within(0, at(row, "w:trPr", side))


def _within(least: int, found: Tree | None) -> int:
    return min(max(number("" if found is None else found.get("w:val", ""), least), least), _WIDEST)


def frame(table: Tree) -> Tree | None:
    """The one cell of a table that is only a frame round text, or None."""
    all_rows = list(rows(table))
    if len(all_rows) != 1:
        return None
    only = list(cells(all_rows[0]))
    return only[0] if len(only) == 1 else None


def only_places(table: Tree) -> bool:
    """Does a table of two columns hold the protocol itself: «РЕШИЛИ:» on the left, numbered points on the right?"""
    all_rows = [[cell for cell in cells(row) if _words(cell)] for row in rows(table)]
    if any(len(row) > 2 for row in all_rows):
        return False
    return any(_holds_text(cell, row[0]) for row in all_rows for cell in row)


def mark_of_row(row: Tree) -> str:
    """The number that stands in a cell of its own before the only other text of a row: «1.» | «Утвердить план.»."""
    filled = [words for cell in cells(row) if (words := _words(cell))]
    return filled[0] if len(filled) == 2 and _MARK.fullmatch(filled[0]) else ""


def only_numbers(table: Tree) -> bool:
    """Is a table without a head a list whose numbers stand in a column of their own?"""
    return all(mark_of_row(row) or not _words(row) for row in rows(table)) and bool(_words(table))


def _holds_text(cell: Tree, first: Tree) -> bool:
    paragraphs = [block for block in blocks(cell) if _words(block)]
    numbered = sum(at(one, "w:pPr", "w:numPr") is not None or bool(_NUMBER.match(_words(one))) for one in paragraphs)
    labelled = cell is not first and len(paragraphs) > 1 and _words(first).endswith(":")
    return numbered > 1 or labelled or len(paragraphs) > _MANY


def _words(tree: Tree) -> str:
    return "".join(text.text or "" for text in tree.iter("w:t")).strip()


def ends_section(paragraph: Tree) -> bool:
    """Does the paragraph end a section whose next begins on a new page?"""
    section = at(paragraph, "w:pPr", "w:sectPr")
    kind = at(section, "w:type")
    return section is not None and (kind is None or kind.get("w:val") != "continuous")
