"""A table of a web page while it is read: cells that span columns and rows are written out in each."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.unreadable import unreadable

WIDEST, LONGEST, MOST_CELLS, MOST_LETTERS = 200, 5_000, 500_000, 10_000_000


@dataclass(slots=True)
class HtmlTable:
    """Rows of cells; `outer` is the table in whose cell this one stands."""

    outer: HtmlTable | None = None
    _rows: list[dict[int, list[str]]] = field(default_factory=list)
    _hanging: dict[int, tuple[int, list[str]]] = field(default_factory=dict)  # column → rows still to cover, text
    _cell: list[str] | None = None
    _cells: int = 0

    def row(self) -> None:
        """The next row begins; cells from above that reach into it are in it already."""
        self._cell = None
        reaching = {column: text for column, (left, text) in self._hanging.items() if left > 0}
        self._hanging = {column: (left - 1, text) for column, (left, text) in self._hanging.items() if left > 1}
        self._rows.append(dict(reaching))
        self._count(len(reaching))

    def cell(self, columns: int, rows: int) -> None:
        """The next cell begins, so many columns wide and rows high."""
        if not self._rows:
            self.row()
        row, text = self._rows[-1], list[str]()
        column = next(place for place in range(len(row) + 1) if place not in row)
        for place in range(column, column + min(max(columns, 1), WIDEST)):
            row[place] = text
            if rows > 1:
                self._hanging[place] = (min(rows, LONGEST) - 1, text)
        self._count(min(max(columns, 1), WIDEST))
        self._cell = text

    def write(self, text: str) -> None:
        """A paragraph in the open cell."""
        if self._cell is not None:
            self._cell.append(text)

    def _count(self, more: int) -> None:
        self._cells += more
        if self._cells > MOST_CELLS:
            raise unreadable("paper-too-demanding")

    def only_places(self, many: int) -> bool:
        """Is this no table but a means of layout: one cell, or cells with so many paragraphs that they hold a page?"""
        own = {id(text): text for row in self._rows for text in row.values()}
        return len(own) <= 1 or any(len(text) > many for text in own.values())

    def rows(self) -> list[tuple[str, ...]]:
        """All rows, equally wide; a cell that covers several fields is in each of them."""
        texts = {id(text): "\n".join(text).strip("\n") for row in self._rows for text in row.values()}
        width = max((max(row, default=-1) + 1 for row in self._rows), default=0)
        rows, letters = [], 0
        for row in self._rows:
            cells = tuple(texts.get(id(row.get(column)), "") for column in range(width))
            letters += sum(map(len, cells))
            if letters > MOST_LETTERS:
                raise unreadable("paper-too-demanding")
            rows.append(cells)
        return rows

    def once(self) -> list[list[str]]:
        """The texts of each row, none twice: a table that stands in a cell may not multiply what it holds."""
        seen: set[int] = set()
        rows = []
        for row in self._rows:
            fresh = {id(text): text for text in row.values() if id(text) not in seen}
            seen |= fresh.keys()
            rows.append(["\n".join(text).strip("\n") for text in fresh.values()])
        return rows
