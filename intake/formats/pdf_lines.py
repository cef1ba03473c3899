"""All pages of a PDF to lines: tables where they stand, paragraphs whole across pages, furniture at the end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from intake.formats.clean import clean
from intake.formats.pdf_beside import Beside, beside
from intake.formats.pdf_columns import NUMBER, columns_of
from intake.formats.pdf_furniture import furniture
from intake.formats.pdf_page import Page
from intake.formats.pdf_paragraphs import Setting, runs_on, setting_of, text_of
from intake.formats.pdf_rows import Row, rows_of
from intake.formats.pdf_tables import Grid, cells_of, grids
from intake.lines.seams import sewn
from intake.paper import Line
from intake.unreadable import unreadable

MOST_LINES = 50_000
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableOnPage:
    """A table as far as it stands on one page."""

    page: int
    top: float
    xs: tuple[float, ...]
    rows: tuple[Cells, ...]
    ruled: bool = False


@dataclass(slots=True)
class _Writer:
    """Writes paragraphs and rows in reading order."""

    setting: Setting
    lines: list[Line] = field(default_factory=list)
    _open: list[Row] = field(default_factory=list)
    _table: TableOnPage | None = None
    _tables: int = 0
    _last: Row | None = None

    def row(self, row: Row, setting: Setting) -> None:
        """A line of print: it goes on with the open paragraph, or closes it."""
        self.setting = setting
        if self._open and runs_on(self._open, row, setting):
            self._open.append(row)
        else:
            self.close()
            before = self._last
            if before and before.page == row.page and before.base - row.base > setting.step * 1.8:
                self._add(Line(0, "", page=row.page))
            self._open = [row]
        self._last, self._table = row, None

    def table(self, table: TableOnPage) -> None:
        """A table, or the rest of one that began on the page before."""
        self.close()
        rows = list(table.rows)
        if self._table is not None and _goes_on(self._table, table):
            if rows and rows[0] == self._table.rows[0] and len(rows) > 1:
                rows.pop(0)  # the head of the table, repeated
            if rows and self._is_rest(rows[0], rows[1:]):
                self._lengthen(rows.pop(0))
            head = self._table.rows[0]
        else:
            self._tables += 1
            head = table.rows[0]
        for cells in rows:
            self._add(Line(0, _shown(cells), cells=cells, table=self._tables, page=table.page))
        self._table = replace(table, rows=(head,))
        self._last = None

    def beside(self, block: Beside, page: int) -> None:
        """An item, then the labels that stand beside it."""
        self.close()
        for text in block.texts:
            self._add(Line(0, clean(text), page=page))
        self._last, self._table = None, None

    def _is_rest(self, cells: Cells, others: list[Cells]) -> bool:
        """Is it the rest of a row that the page broke? Then it has no number, or leaves empty what other rows fill."""
        last = self.lines[-1].cells
        if not any(cells) or not last[0].strip() or NUMBER.match(cells[0].strip()):
            return False
        if not cells[0].strip():
            return True
        empty = [column for column, text in enumerate(cells) if not text.strip()]
        filled = sum(all(row[column].strip() for column in empty) for row in [last, *others])
        begun = [one for one, more in zip(last, cells, strict=True) if more.strip()]
        return bool(empty) and filled == len(others) + 1 and not any(one.endswith((".", ";")) for one in begun)

    def _lengthen(self, rest: Cells) -> None:
        last = self.lines[-1]
        cells = tuple(_longer(one, more) for one, more in zip(last.cells, rest, strict=True))
        self.lines[-1] = replace(last, cells=cells, text=_shown(cells))

    def close(self) -> None:
        """Write the open paragraph."""
        if self._open:
            first = self._open[0]
            bold = all(row.bold for row in self._open)
            centred = all(self.setting.centred(row) for row in self._open)
            self._add(Line(0, clean(text_of(self._open)), page=first.page, bold=bold, centred=centred))
        self._open = []

    def furniture(self, text: str, page: int) -> None:
        """A running head or foot, a page number, a stamp."""
        self._add(Line(0, clean(text), page=page, furniture=True))

    def _add(self, line: Line) -> None:
        if len(self.lines) >= MOST_LINES:
            raise unreadable("paper-too-demanding")
        self.lines.append(replace(line, number=len(self.lines) + 1))


def lines_of(pages: list[Page]) -> tuple[Line, ...]:
    """The lines of a whole document."""
    tables, asides, rows = _sorted_out(pages)
    aside = furniture(rows)
    settings = _settings(pages, rows, aside)
    writer = _Writer(settings[0] if settings else Setting(0, 0, 0))
    for place, (page_tables, items, page_rows) in enumerate(zip(tables, asides, rows, strict=True)):
        blocks: list[Row | TableOnPage | Beside] = [row for row in page_rows if row not in aside]
        for block in sorted([*blocks, *page_tables, *items], key=_depth):
            if isinstance(block, Row):
                writer.row(block, settings[place])
            elif isinstance(block, Beside):
                writer.beside(block, place + 1)
            else:
                writer.table(block)
    writer.close()
    for ordinal, page in enumerate(pages, start=1):
        for text in [row.text for row in rows[ordinal - 1] if row in aside] + _stamps(page):
            writer.furniture(text, ordinal)
    return tuple(writer.lines)


def _sorted_out(pages: list[Page]) -> tuple[list[list[TableOnPage]], list[list[Beside]], list[list[Row]]]:
    """The tables of each page, its items with labels beside them, and the lines of print that stand in none."""
    tables: list[list[TableOnPage]] = []
    asides: list[list[Beside]] = []
    rows: list[list[Row]] = []
    for ordinal, page in enumerate(pages, start=1):
        ruled = grids(page.rules)
        loose = [piece for piece in page.pieces if not any(grid.holds(piece) for grid in ruled)]
        before = tables[-1][-1] if tables and tables[-1] else None
        unruled = columns_of(loose, before.xs if before and not before.ruled else ())
        used = frozenset().union(*(table.pieces for table in unruled))
        asides.append(beside([piece for piece in loose if piece not in used]))
        used = used.union(*(block.pieces for block in asides[-1]))
        tables.append([_table(grid, page, ordinal) for grid in ruled])
        tables[-1] += [TableOnPage(ordinal, table.top, table.lefts, table.rows) for table in unruled]
        rows.append(rows_of([piece for piece in loose if piece not in used], ordinal))
    return tables, asides, rows


def _depth(block: Row | TableOnPage | Beside) -> float:
    return -(block.base + block.size) if isinstance(block, Row) else -block.top


def _settings(pages: list[Page], rows: list[list[Row]], aside: set[Row]) -> list[Setting]:
    """The setting of each page; pages of one width share it."""
    by_width: dict[int, list[Row]] = {}
    for page, page_rows in zip(pages, rows, strict=True):
        by_width.setdefault(round(page.width), []).extend(row for row in page_rows if row not in aside)
    settings = {width: setting_of(own, width) for width, own in by_width.items()}
    return [settings[round(page.width)] for page in pages]


def _table(grid: Grid, page: Page, ordinal: int) -> TableOnPage:
    rows = cells_of(grid, [piece for piece in page.pieces if grid.holds(piece)])
    return TableOnPage(ordinal, grid.ys[0], grid.xs, tuple(rows), ruled=True)


def _goes_on(before: TableOnPage, table: TableOnPage) -> bool:
    """The same columns on the next page, with nothing between."""
    same = before.ruled is table.ruled and len(before.xs) == len(table.xs)
    same = same and all(abs(a - b) < 4 for a, b in zip(before.xs, table.xs, strict=True))
    return same and table.page == before.page + 1


def _longer(text: str, more: str) -> str:
    if not more or more == text:
        return text
    return sewn(text, more) if more[:1].islower() else f"{text}\n{more}".strip("\n")


def _shown(cells: Cells) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _stamps(page: Page) -> list[str]:
    text = "".join(page.turned).strip()
    return [text] if text else []
