"""Walks the blocks of a Word part and writes lines; counts lists, tables and pages on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from intake.formats.clean import clean
from intake.formats.markup import Tree, at, is_on
from intake.formats.numbering import Counters
from intake.formats.word_blocks import (
    blocks,
    cells,
    columns,
    ends_section,
    frame,
    mark_of_row,
    only_numbers,
    only_places,
    rows,
    skipped,
)
from intake.formats.word_styles import Styles, is_centred, list_place
from intake.formats.word_text import Paragraph, read_paragraph
from intake.paper import Line
from intake.unreadable import unreadable

MOST_LINES, MOST_CELLS, MOST_LETTERS = 50_000, 500_000, 10_000_000


@dataclass(slots=True)
class Writer:
    """The lines written so far, and where counting has got to."""

    styles: Styles
    counters: Counters
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    furniture: bool = False
    drawn: bool = False  # the file says where Word last broke the pages; breaks that are set count only if it does not
    page: int = 1
    tables: int = 0
    cells: int = 0
    letters: int = 0
    carried: str = ""  # text of a paragraph whose end was deleted: it runs on into the next

    def blocks(self, tree: Tree) -> None:
        """Write all paragraphs and tables of a part, cell or box."""
        for block in blocks(tree):
            if block.tag == "w:tbl":
                self._table(block)
            else:
                self._paragraph(block)

    def note(self, mark: str, tree: Tree) -> None:
        """Write a footnote as one line, behind its mark."""
        text = " ".join(" ".join(self._texts(tree)).split())
        if text:
            self._add(Line(0, f"{mark} {text}"))

    def _paragraph(self, tree: Tree) -> None:
        if not self.drawn:
            self.page += bool(is_on(tree, "w:pPr", "w:pageBreakBefore"))
        paragraph, label, level = self._read(tree)
        if paragraph is None:
            return
        centred = is_centred(tree, self.styles)
        for text in paragraph.text.split("\n"):
            self._add(Line(0, text, label, level, bold=paragraph.bold, centred=centred))
            label, level = "", 0
        self.page += paragraph.drawn_breaks if self.drawn else paragraph.set_breaks + ends_section(tree)
        for box in paragraph.boxes:
            self.blocks(box)

    def _read(self, tree: Tree) -> tuple[Paragraph | None, str, int]:
        """Text, number and depth of a paragraph; None if there is nothing of it on the page."""
        paragraph = read_paragraph(tree, self.styles, page_numbers=not self.furniture)
        self.notes.extend(paragraph.notes)
        if at(tree, "w:pPr", "w:rPr", "w:del") is not None and not paragraph.boxes:
            self.carried += paragraph.text
            return None, "", 0
        paragraph.text, self.carried = self.carried + paragraph.text, ""
        if self.furniture and not paragraph.text.strip() and not paragraph.boxes:
            return None, "", 0
        place = list_place(tree, self.styles, self.counters)
        if place is None:
            return paragraph, "", 0
        return paragraph, self.counters.next(*place), place[1] + 1

    def _texts(self, tree: Tree) -> Iterator[str]:
        """The paragraphs of a cell or note with their numbers; rows of a table inside are paragraphs too."""
        for block in blocks(tree):
            if block.tag == "w:tbl":
                yield from self._rows_once(block)
                continue
            paragraph, label, _ = self._read(block)
            if paragraph is not None:
                yield f"{label} {paragraph.text}" if label else paragraph.text
                for box in paragraph.boxes:
                    yield from self._texts(box)

    def _table(self, tree: Tree) -> None:
        inside = frame(tree)
        if inside is not None:
            self.blocks(inside)
            return
        if only_numbers(tree):
            for numbered in rows(tree):
                self._numbered(numbered)
            return
        if only_places(tree):
            for cell in (cell for row in rows(tree) for cell in cells(row)):
                self._place(cell)
            return
        self.tables += 1
        table = self.tables
        for row in self._rows(tree):
            texts = tuple(clean(text).strip() for text in row)
            self._add(Line(0, "\t".join(" ".join(text.split()) for text in texts), cells=texts, table=table))

    def _numbered(self, row: Tree) -> None:
        """A row as the paragraphs of its text, the first of them with the number that stands beside it."""
        label, begin = mark_of_row(row), len(self.lines)
        for cell in cells(row):
            if "".join(cell.itertext()).strip() != label:
                self._place(cell)
        first = next((at for at in range(begin, len(self.lines)) if self.lines[at].text.strip()), None)
        if first is not None and not self.lines[first].label:
            self.lines[first] = replace(self.lines[first], label=label)

    def _place(self, cell: Tree) -> None:
        """The text of a cell that only gives it its place; empty cells are no blank lines."""
        if any(text.strip() for text in cell.itertext()):
            self.blocks(cell)

    def _rows_once(self, tree: Tree) -> Iterator[str]:
        """The rows of a table inside a cell, each cell once: written out in all its fields it would multiply."""
        for row in rows(tree):
            yield "\t".join(" ".join(" ".join(self._texts(cell)).split()) for cell in cells(row))

    def _rows(self, tree: Tree) -> Iterator[list[str]]:
        """Rows with every merged cell written out in each column and row that it covers."""
        above: list[str] = []
        for row in rows(tree):
            texts = [""] * skipped(row, "w:gridBefore")
            for cell in cells(row):
                merge = at(cell, "w:tcPr", "w:vMerge")
                text = "\n".join(self._texts(cell)).strip("\n")
                if merge is not None and merge.get("w:val", "continue") == "continue" and len(texts) < len(above):
                    text = above[len(texts)]
                texts += [text] * columns(cell)
            texts += [""] * skipped(row, "w:gridAfter")
            self.cells += len(texts)
            self.letters += sum(map(len, texts))
            if self.cells > MOST_CELLS or self.letters > MOST_LETTERS:
                raise unreadable("paper-too-demanding")
            above = texts
            yield texts

    def _add(self, line: Line) -> None:
        if len(self.lines) >= MOST_LINES:
            raise unreadable("paper-too-demanding")
        numbered = replace(line, number=len(self.lines) + 1, text=clean(line.text))
        self.lines.append(replace(numbered, page=self.page, furniture=self.furniture))
