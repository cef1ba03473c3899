"""Elements of a web page become lines, as far as a reader of the page would see them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from intake.formats.clean import clean
from intake.formats.html_table import HtmlTable
from intake.formats.number_formats import write
from intake.paper import Line
from intake.unreadable import unreadable

MOST_LINES = 50_000
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "select", "textarea", "object"})
_TEXT_BLOCKS = {
    "p",
    "div",
    "pre",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "center",
}
_PAGE_BLOCKS = {"html", "body", "section", "article", "header", "footer", "main", "aside", "nav", "form", "fieldset"}
_TABLE_BLOCKS = {"table", "caption", "tr", "td", "th", "thead", "tbody", "tfoot", "blockquote", "address", "figure"}
_BLOCKS = frozenset(_TEXT_BLOCKS | _PAGE_BLOCKS | _TABLE_BLOCKS)
# What an element ends though nobody wrote its end: browsers do not ask for </li>.
_ENDS = {
    "p": ("p",),
    "li": ("p", "li"),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    "tr": ("p", "td", "th", "tr"),
    "dt": ("p", "dt", "dd"),
    "dd": ("p", "dt", "dd"),
}
LAYOUT = 30  # a cell of more paragraphs than this holds a page, not a value
_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track"}
)
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CENTRED = re.compile(r"text-align\s*:\s*center")
_HIDDEN = re.compile(r"display\s*:\s*none")


@dataclass(slots=True)
class _Element:
    tag: str
    bold: bool = False
    centred: bool = False
    unseen: bool = False


@dataclass(slots=True)
class _List:
    """A list under way: what its next number is and how it is written."""

    number_format: str
    next: int

    def label(self) -> str:
        if self.number_format == "bullet":
            return "•"
        self.next += 1
        return f"{write(self.next - 1, self.number_format)}."


@dataclass(slots=True)
class PageWriter:
    """The page so far: open elements, the line under way, open lists and the open table."""

    lines: list[Line] = field(default_factory=list)
    _open: list[_Element] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _bold: list[bool] = field(default_factory=list)
    _centred: bool = False
    _label: str = ""
    _table: HtmlTable | None = None
    _tables: int = 0

    def open(self, tag: str, about: dict[str, str]) -> None:
        """An element begins."""
        if tag == "br":
            self._parts.append("\n")
            return
        if tag in _BLOCKS:
            self._end_line()
        if tag in _VOID:
            return
        while self._open and self._open[-1].tag in _ENDS.get(tag, ()):
            self._finish(self._open.pop().tag)
        above = self._open[-1] if self._open else _Element("")
        style = about.get("style", "").lower()
        element = _Element(
            tag,
            above.bold or tag in _BOLD or "font-weight:bold" in style.replace(" ", ""),
            above.centred
            or tag == "center"
            or about.get("align", "").lower() == "center"
            or bool(_CENTRED.search(style)),
            above.unseen or tag in _UNSEEN or "hidden" in about or bool(_HIDDEN.search(style)),
        )
        if len(self._open) < 2_000:
            self._open.append(element)
        if not element.unseen:
            self._begin(tag, about)

    def _begin(self, tag: str, about: dict[str, str]) -> None:
        if tag == "ol":
            self._lists.append(
                _List(_FORMATS.get(about.get("type", "1"), "decimal"), _number(about.get("start", ""), 1))
            )
        elif tag == "ul":
            self._lists.append(_List("bullet", 1))
        elif tag == "li" and self._lists:
            self._lists[-1].next = _number(about.get("value", ""), self._lists[-1].next)
            self._label = self._lists[-1].label()
        elif tag == "table":
            if self._table is None:
                self._tables += 1
            self._table = HtmlTable(self._table)
        elif tag == "tr" and self._table is not None:
            self._table.row()
        elif tag in ("td", "th") and self._table is not None:
            self._table.cell(_number(about.get("colspan", ""), 1), _number(about.get("rowspan", ""), 1))

    def close(self, tag: str) -> None:
        """An element ends, and all that were left open in it."""
        if tag in _VOID or not any(element.tag == tag for element in self._open):
            return
        if tag in _BLOCKS:
            self._end_line()
        while self._open:
            element = self._open.pop()
            if not element.unseen:
                self._finish(element.tag)
            if element.tag == tag:
                return

    def _finish(self, tag: str) -> None:
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "table" and self._table is not None:
            done, self._table = self._table, self._table.outer
            if self._table is not None:
                self._table.write("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in done.once()))
            elif done.only_places(LAYOUT):
                self._loose(cell for row in done.once() for cell in row)
            else:
                for cells in done.rows():
                    self._row(cells)

    def _row(self, cells: tuple[str, ...]) -> None:
        self._add(Line(0, "\t".join(" ".join(cell.split()) for cell in cells), cells=cells, table=self._tables))

    def _loose(self, cells: Iterable[str]) -> None:
        """What stands in a table that only places things on the page; rows of tables inside it stay rows."""
        for text in (text for cell in cells for text in cell.split("\n")):
            if "\t" in text:
                self._row(tuple(text.split("\t")))
            elif text:
                self._add(Line(0, text))

    def text(self, text: str) -> None:
        """Text that a reader sees; line ends count only in preformatted text."""
        if self._open and self._open[-1].unseen:
            return
        if any(element.tag == "pre" for element in self._open):
            self._parts.append(text.replace("\r\n", "\n"))
        else:
            self._parts.append(_BLANKS.sub(" ", text))
        if text.strip():
            self._bold.append(bool(self._open) and self._open[-1].bold)
            self._centred = bool(self._open) and self._open[-1].centred

    def _end_line(self) -> None:
        text, bold, label = "".join(self._parts), bool(self._bold) and all(self._bold), self._label
        self._parts, self._bold = [], []
        blank = "\u00a0" in text or "\n" in text
        if not text.strip() and not (blank and self._table is None):
            return
        self._label = ""
        pieces = [clean(re.sub(r" {2,}", " ", piece)).strip() for piece in text.strip(" ").split("\n")]
        if self._table is not None:
            self._table.write("\n".join([f"{label} {pieces[0]}".strip(), *pieces[1:]]))
            return
        for piece in pieces:
            self._add(Line(0, piece, label, len(self._lists) if label else 0, bold=bold, centred=self._centred))
            label = ""

    def finish(self) -> list[Line]:
        """All lines; what was left open is closed."""
        self._end_line()
        while self._open:
            self.close(self._open[-1].tag)
        return self.lines

    def _add(self, line: Line) -> None:
        if len(self.lines) >= MOST_LINES:
            raise unreadable("paper-too-demanding")
        self.lines.append(replace(line, number=len(self.lines) + 1))


def _number(text: str, default: int) -> int:
    text = text.strip()
    return min(int(text), 10_000) if text.isascii() and text.isdigit() and len(text) < 7 else default
