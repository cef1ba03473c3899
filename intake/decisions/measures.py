"""Tables: plans of measures become items, all others are kept as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.protocol import Table
from intake.decisions.columns import Columns, columns_of
from intake.decisions.labels import Label
from intake.decisions.point import Point
from intake.lines.marks import Mark, mark_of
from intake.lines.markup import joined

Rows = Sequence[tuple[int, tuple[str, ...]]]


def points_of(rows: Rows) -> list[Point] | None:
    """The rows of a plan as points, a row across the whole table as heading; None if it is no plan."""
    columns = columns_of(rows[0][1]) if rows else None
    if columns is None:
        return None
    points: list[Point] = []
    for number, cells in rows[1:]:
        point = _point(number, cells, columns)
        if point is None:
            continue
        if point.text == "" and points:
            _extend(points[-1], point)
        else:
            points.append(point)
    return points


def _point(number: int, cells: tuple[str, ...], columns: Columns) -> Point | None:
    filled = list(dict.fromkeys(filter(None, cells)))
    if not filled or (all(re.fullmatch(r"\d{1,2}", cell) for cell in filled) and len(filled) == len(cells)):
        return None  # empty, or the row that numbers the columns
    if len(filled) == 1 and len(cells) != 2 and not _cell(cells, columns.text if not cells[0] else -1):
        return Point("heading", filled[0], None, [number], [number])
    text = joined(_cell(cells, columns.text).split("\n"))
    mark = _mark(_cell(cells, columns.number))
    if mark is None:
        mark = mark_of(text)
        text = text[mark.length :] if mark else text
    point = Point("item", text, mark, [number], [number])
    for kind in ("deadline", "executors", "helpers"):
        value = _cell(cells, getattr(columns, kind))
        if value and not re.fullmatch(r"[-–—]+", value):
            point.labels.append(Label(kind, value))
    return point


def _mark(cell: str) -> Mark | None:
    found = re.fullmatch(r"((?:[IVX]+\.)?\d+(?:\.\d+)*)\.?\)?", cell.strip())
    return Mark("decimal", found.group(1), 0) if found else None


def _extend(before: Point, more: Point) -> None:
    """A row without words of its own goes on with the row above: a cell broken over two lines."""
    before.labels.extend(more.labels)
    before.block.extend(more.block)


def _cell(cells: tuple[str, ...], at: int) -> str:
    return cells[at].strip() if 0 <= at < len(cells) else ""


def kept(rows: Rows, title: str) -> Table:
    """A table as it stands."""
    return Table(title, tuple(cells for _, cells in rows), (rows[0][0], rows[-1][0]))
