"""One text in other formats: what the examples would be if somebody had sent them as Word, PDF or a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tests.intake.formats.pdf_files import Sheet, broken, pdf
from tests.intake.formats.word_files import cell, docx, family, level, num, p, start_over, table

Block = str | list[list[str]]
_NUMBER = re.compile(r"^\s*((?:\d+\.)+\d*)\s+(.*)$")
_OUTLINE = family(0, *(level(d, "".join(f"%{n}." for n in range(1, d + 2))) for d in range(9)))


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Lines, with those that hold tabs gathered into tables; words broken by hand are made whole."""
    whole = re.sub(r"(?<=[а-яё])-\n(?=[а-яё])", "", "\n".join(lines)).split("\n")
    for is_row, group in groupby(whole, key=lambda line: "\t" in line.strip()):
        if is_row:
            yield [line.split("\t") for line in group]
        else:
            yield from group


def as_docx(lines: Sequence[str]) -> bytes:
    """A Word file whose numbered lines bear automatic numbers; where the numbers start over a new list does."""
    lists, body, count = list[str](), list[str](), -1
    for block in blocks(lines):
        if isinstance(block, list):
            body.append(table(*([cell(escape(text)) for text in row] for row in block)))
            continue
        numbered = _NUMBER.match(block)
        numbers = [int(part) for part in numbered[1].strip(".").split(".")] if numbered else []
        if len(numbers) == 1 and numbers[0] != count + 1:
            lists.append(num(len(lists) + 1, 0, start_over(0, numbers[0])))
        count = numbers[0] if len(numbers) == 1 else count
        if numbered and lists and numbers[0] == count:
            body.append(p(escape(numbered[2]), num=len(lists), depth=len(numbers) - 1))
        else:
            body.append(p(escape(block)))
    return docx("".join(body), numbering=_OUTLINE + "".join(lists))


def as_html(lines: Sequence[str]) -> bytes:
    """A web page of paragraphs and tables."""
    page = ["<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"]
    for block in blocks(lines):
        if isinstance(block, list):
            rows = ("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in block)
            page.append(f"<table>{''.join(rows)}</table>")
        else:
            page.append(f"<p>{escape(block) if block.strip() else '&nbsp;'}</p>")
    return "\n".join(page).encode()


_LEFT, _RIGHT, _TOP, _FOOT, _STEP, _SIZE = 85.0, 550.0, 780.0, 70.0, 14.4, 12.0


class _Printer:
    """Fills sheets from the top, a numbered one after the other."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.down = 0.0

    def need(self, height: float) -> Sheet:
        if not self.sheets or self.down - height < _FOOT:
            self.sheets.append(Sheet().text(300, 30, str(len(self.sheets) + 1)))
            self.down = _TOP
        return self.sheets[-1]

    def paragraph(self, text: str) -> None:
        columns = re.split(r"\s{4,}", text.strip())
        if len(columns) > 1:
            self.need(_STEP).text(_LEFT, self.down - _STEP, columns[0])
            self.sheets[-1].text(400, self.down - _STEP, " ".join(columns[1:]))
            self.down -= _STEP
            return
        for place, line in enumerate(broken(text.strip(), _RIGHT - _LEFT, 35, _SIZE)):
            self.need(_STEP).text(_LEFT + (0 if place else 35), self.down - _STEP, line)
            self.down -= _STEP

    def table(self, rows: list[list[str]]) -> None:
        count = max(map(len, rows))
        widths = [40.0] + [(_RIGHT - _LEFT - 40) / (count - 1)] * (count - 1)
        xs = [_LEFT + sum(widths[:n]) for n in range(count + 1)]
        for row in rows:
            cells = [broken(text.strip(), width - 14, 0, _SIZE) for text, width in zip(row, widths, strict=False)]
            height = max(map(len, cells)) * _STEP + 6
            sheet = self.need(height).grid(xs, [self.down, self.down - height])
            for x, lines in zip(xs, cells, strict=False):
                for n, line in enumerate(lines, start=1):
                    sheet.text(x + 6, self.down - n * _STEP, line)
            self.down -= height


def as_pdf(lines: Sequence[str]) -> bytes:
    """A PDF with indented paragraphs, ruled tables and a number at the foot of each page."""
    printer = _Printer()
    for block in blocks(lines):
        if isinstance(block, list):
            printer.table(block)
        else:
            printer.paragraph(block)
    return pdf(*printer.sheets)
