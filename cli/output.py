"""Data on its way out: one sheet of rows as table, JSON, CSV or Markdown, to stdout or into a file."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cli.glyphs import UNSEEN, can_show, shown, tamed
from engine.messages import Lang, day_told, say

FORMATS = ("table", "json", "csv", "md")
LINES = 3  # of a cell in a list for a reader; JSON and CSV cut nothing
WHOLE = ("stages", "arrows", "requirements", "words", "lines", "duties")  # the sheets of which every word counts
DAYS = frozenset(
    {
        "due",
        "day",
        "term",
        "date",
        "changed_on",
        "opened_on",
        "happened_on",
        "recorded_at",
        "value",
        "answered_on",
        "withdrawn_on",
        "since",
        "until",
    }
)
MARKDOWN = str.maketrans({sign: "\\" + sign for sign in "\\|["})
_SAYS_NOTHING: Mapping[str, tuple[str, ...]] = defaultdict(lambda: ("",), {"late": ("", "0")})
Row = Mapping[str, object]


class Sheet(NamedTuple):
    """Rows of one kind. `columns` are the keys that a person sees; JSON holds every key of the rows.

    Columns that are `named` by whoever asked are headed and shown as they stand.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Row]
    named: bool = False


class Manner(NamedTuple):
    """How data is written: the format, the language of the headings, the kind of CSV, the day, the screen."""

    format: str
    lang: Lang
    excel: bool
    as_of: str
    width: int = 100
    bold: bool = False


def written(sheet: Sheet, manner: Manner) -> str:
    """The sheet as text, in the format that was asked for."""
    writer = {"json": _json, "csv": _csv, "md": _markdown, "table": _table}[manner.format]
    return writer(sheet, manner)


def width() -> int:
    """The letters of a line: COLUMNS, the terminal's own, or enough for a page where there is none."""
    import shutil

    return max(40, shutil.get_terminal_size((100, 24)).columns)


def shortened(text: str, most: int) -> str:
    """The text cut between words where it is too long."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",;:–-") + "…"


def as_json(value: object, encoding: str | None = "utf-8") -> str:
    """JSON for people and programs; on a stream that is not UTF-8 other letters are escaped: nothing is lost.

    So is what a screen would obey: the data is what it was, and whoever looks at it is safe.
    """
    import json

    plain = "utf" not in (encoding or "").casefold().replace("-", "")
    text = json.dumps(value, ensure_ascii=plain, indent=2, default=str)
    return UNSEEN.sub(lambda sign: sign[0] if sign[0] in "\n" else f"\\u{ord(sign[0]):04x}", text) + "\n"


def send(text: str, target: str) -> str:
    """Give the text to stdout ('' or '-') or put it whole into a file, in UTF-8; gives the name of that file."""
    if target in ("", "-"):
        sys.stdout.write(shown(text, sys.stdout.encoding))
        return ""
    from cli.filing import put_file

    return put_file(target, text.encode("utf-8"))


def _json(sheet: Sheet, manner: Manner) -> str:
    whole = {"schema": f"resheno.{sheet.name}/1", "data": [dict(row) for row in sheet.rows], "as_of": manner.as_of}
    return as_json(whole, sys.stdout.encoding)


def _csv(sheet: Sheet, manner: Manner) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if manner.excel else ",", lineterminator="\n")
    writer.writerow([_harmless(heading) for heading in _headings(sheet, manner.lang)])
    # A Russian Excel takes 27.11.2026 for a day; whatever else reads CSV wants the days of the standard.
    days: Lang = "ru" if manner.excel else "en"
    for row in sheet.rows:
        writer.writerow([_harmless(cell) for cell in _cells(sheet, row, manner.lang, days)])
    mark = "\ufeff" if manner.excel and can_show("\ufeff", sys.stdout.encoding) else ""
    return mark + out.getvalue()


def _markdown(sheet: Sheet, manner: Manner) -> str:
    lines = [_headings(sheet, manner.lang), ["---"] * len(sheet.columns)]
    lines += [_cells(sheet, row, manner.lang, manner.lang) for row in sheet.rows]
    return "".join(f"| {' | '.join(map(_in_markdown, line))} |\n" for line in lines)


def _in_markdown(cell: str) -> str:
    """A cell that is words and nothing else: no end of it or of its line, no markup, link or picture of a page."""
    line = " ".join(tamed(cell).split("\n"))
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").translate(MARKDOWN)


def _table(sheet: Sheet, manner: Manner) -> str:
    """The table for a reader: columns in which no row says anything are left out."""
    from cli.table import laid_out

    if sheet.name == "problems":
        return "".join(_problem(row, manner.lang) for row in sheet.rows)
    cells = [_cells(sheet, row, manner.lang, manner.lang) for row in sheet.rows]
    rows = [dict(zip(sheet.columns, each, strict=True)) for each in cells]
    whole = sheet.named or not rows
    keys = tuple(key for key in sheet.columns if whole or any(row[key] not in _SAYS_NOTHING[key] for row in rows))
    lines = [[_on_one_line(_blank(row[key], "" if sheet.named else key)) for key in keys] for row in rows]
    # A list is cut so that it can be skimmed; the facts of one thing, a name and a value a line, are not.
    most = LINES if len(sheet.columns) > 2 and sheet.name not in WHOLE else 0
    heads = [_on_one_line(heading) for heading in _headings(sheet._replace(columns=keys), manner.lang)]
    return laid_out(heads, lines, manner.width, most, manner.bold)


def _on_one_line(cell: str) -> str:
    return " ".join(tamed(cell).split())


def _problem(row: Row, lang: Lang) -> str:
    """A problem of a file as compilers tell it: editors find the place by its first word."""
    severity = say({"error": "error", "warning": "warning"}.get(str(row.get("severity", "error")), "remark"), {}, lang)
    way_out = f"    {say('put-right', {}, lang)}: {row['fix']}\n" if row.get("fix") else ""
    return tamed(f"{row['where']}: {severity}: {row['text']}\n{way_out}")


def _blank(cell: str, key: str) -> str:
    return "" if cell in _SAYS_NOTHING[key] else cell


def _headings(sheet: Sheet, lang: Lang) -> list[str]:
    if sheet.named:
        return list(sheet.columns)
    return [say(f"col-{key.replace('_', '-')}", {}, lang) for key in sheet.columns]


def _cells(sheet: Sheet, row: Row, lang: Lang, days: Lang) -> list[str]:
    return [_cell(row.get(key), "" if sheet.named else key, lang, days) for key in sheet.columns]


def _cell(value: object, key: str, lang: Lang, days: Lang) -> str:
    match value:
        case None:
            return ""
        case bool():
            return say("yes" if value else "no", {}, lang)
        case str():
            return day_told(value, days) if key in DAYS else value
        case Mapping():
            return "; ".join(f"{name}: {_cell(inner, key, lang, days)}" for name, inner in value.items())
        case Sequence():
            return "; ".join(_cell(inner, key, lang, days) for inner in value)
        case _:
            return str(value)


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula, marked as text."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
