"""Data on its way out: one sheet of rows as table, JSON, CSV or Markdown, to stdout or into a file."""

from __future__ import annotations

import errno
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cli.glyphs import can_show, shown
from engine.messages import Lang, say

FORMATS = ("table", "json", "csv", "md")
WIDEST = 60  # characters of a cell in a plain table; JSON and CSV cut nothing
LONGEST = 80  # the same where it is wrapped on a screen
NARROW = 20  # a column of no more than this is never wrapped
Row = Mapping[str, object]


class Sheet(NamedTuple):
    """Rows of one kind. `columns` are the keys that a person sees; JSON holds every key of the rows."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Row]


class Manner(NamedTuple):
    """How data is written: the format, the language of the headings, the kind of CSV, the day that it shows."""

    format: str
    lang: Lang
    excel: bool
    as_of: str


def written(sheet: Sheet, manner: Manner) -> str:
    """The sheet as text, in the format that was asked for."""
    writer = {"json": _json, "csv": _csv, "md": _markdown, "table": _plain}[manner.format]
    return writer(sheet, manner)


def as_json(value: object, encoding: str | None = "utf-8") -> str:
    """JSON for people and programs; on a stream that is not UTF-8 other letters are escaped: nothing is lost."""
    import json

    plain = "utf" not in (encoding or "").casefold().replace("-", "")
    return json.dumps(value, ensure_ascii=plain, indent=2, default=str) + "\n"


def send(text: str, target: str) -> str:
    """Give the text to stdout ('' or '-') or put it whole into a file, in UTF-8; gives the name of that file."""
    if target in ("", "-"):
        sys.stdout.write(shown(text, sys.stdout.encoding))
        return ""
    return put_file(target, text.encode("utf-8"))


def put_file(target: str, data: bytes) -> str:
    """Write a file so that at no moment half of it is there; gives the name under which it was written.

    A file that another program holds open is left alone, and the new one stands beside it with a number.
    """
    import os
    from pathlib import Path

    path = Path(target)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    beside.write_bytes(data)
    try:
        for name in (path, *(path.with_stem(f"{path.stem} ({n})") for n in range(2, 10))):
            try:
                os.replace(beside, name)
                return str(name)
            except PermissionError:
                continue
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
    finally:
        beside.unlink(missing_ok=True)


def _json(sheet: Sheet, manner: Manner) -> str:
    whole = {"schema": f"resheno.{sheet.name}/1", "data": [dict(row) for row in sheet.rows], "as_of": manner.as_of}
    return as_json(whole, sys.stdout.encoding)


def _csv(sheet: Sheet, manner: Manner) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if manner.excel else ",", lineterminator="\n")
    writer.writerow(_headings(sheet, manner.lang))
    for row in sheet.rows:
        writer.writerow([_harmless(_cell(row.get(key), manner.lang)) for key in sheet.columns])
    mark = "\ufeff" if manner.excel and can_show("\ufeff", sys.stdout.encoding) else ""
    return mark + out.getvalue()


def _markdown(sheet: Sheet, manner: Manner) -> str:
    lines = [_headings(sheet, manner.lang), ["---"] * len(sheet.columns)]
    lines += [[_cell(row.get(key), manner.lang) for key in sheet.columns] for row in sheet.rows]
    escaped = ([cell.replace("|", "\\|").replace("\n", " ") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in escaped)


def _plain(sheet: Sheet, manner: Manner) -> str:
    heads = _headings(sheet, manner.lang)
    # A list is cut so that it can be skimmed; the facts of one thing, a name and a value a line, are not.
    most = WIDEST if len(sheet.columns) > 2 else 10_000
    lines = [[_short(_cell(row.get(key), manner.lang), most) for key in sheet.columns] for row in sheet.rows]
    widths = [max(len(line[n]) for line in [heads, *lines]) for n in range(len(heads))]
    rule = ["─" * min(width, WIDEST) for width in widths]
    return "".join(_aligned(line, widths) for line in [heads, rule, *lines])


def _aligned(line: list[str], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"


def on_screen(sheet: Sheet, manner: Manner, color: str) -> None:
    """A table for a person at a terminal, cells wrapped to its width; the only place that needs rich."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    safe = SIMPLE if can_show("─", sys.stdout.encoding) else None
    table = Table(box=safe, pad_edge=False)
    lines = [[_short(_cell(row.get(key), manner.lang), LONGEST) for key in sheet.columns] for row in sheet.rows]
    for n, heading in enumerate(_headings(sheet, manner.lang)):
        narrow = all(len(line[n]) <= NARROW for line in lines)
        table.add_column(heading, overflow="fold", no_wrap=narrow, ratio=None if narrow else 1)
    for line in lines:
        table.add_row(*(Text(shown(cell, sys.stdout.encoding)) for cell in line))
    Console(file=sys.stdout, no_color=True if color == "never" else None).print(table)


def _headings(sheet: Sheet, lang: Lang) -> list[str]:
    return [say(f"col-{key.replace('_', '-')}", {}, lang) for key in sheet.columns]


def _cell(value: object, lang: Lang) -> str:
    match value:
        case None:
            return ""
        case bool():
            return say("yes" if value else "no", {}, lang)
        case str() | int():
            return str(value)
        case Mapping():
            return "; ".join(f"{key}: {_cell(inner, lang)}" for key, inner in value.items())
        case Sequence():
            return "; ".join(_cell(inner, lang) for inner in value)
        case _:
            return str(value)


def _short(cell: str, most: int) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula, marked as text."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
