"""The text of a Word paragraph as a reader sees it: insertions in, deletions and hidden text out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.formats.markup import Tree, at, every, is_on
from intake.formats.word_styles import Styles, is_bold

_GONE = frozenset({"w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:delText", "w:rt"})
_SIGNS = {"w:tab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf0fc": "✓", "\uf0d8": "•", "\uf0be": "–", "\uf020": " "}
_FURNITURE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


@dataclass(slots=True)
class Paragraph:
    """What came out of one paragraph; `boxes` are text boxes that hang on it, `breaks` are page breaks in it."""

    text: str = ""
    bold: bool = False
    boxes: list[Tree] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    drawn_breaks: int = 0
    set_breaks: int = 0


def read_paragraph(tree: Tree, styles: Styles, page_numbers: bool = True) -> Paragraph:
    """The text of a paragraph with tabs and line breaks; without the page number fields if these are not wanted."""
    paragraph, parts, bold, plain = Paragraph(), [], False, False
    paragraph_styles = styles.of_paragraph(tree)
    fields = _Fields(page_numbers)
    for run in _runs(tree, fields):
        if is_on(run, "w:rPr", "w:vanish"):
            continue
        text = "".join(_signs(run, paragraph, fields))
        parts.append(text)
        if text.strip():
            heavy = is_bold(run, paragraph_styles, styles)
            bold, plain = bold or heavy, plain or not heavy
    paragraph.text, paragraph.bold = "".join(parts), bold and not plain
    return paragraph


@dataclass(slots=True)
class _Fields:
    """Which field the walk is in: a page number in a running foot is no text."""

    page_numbers: bool
    stack: list[list[str]] = field(default_factory=list)  # [instruction, 'instruction' | 'result'] of each open field

    def see(self, mark: Tree) -> None:
        kind = mark.get("w:fldCharType", "")
        if kind == "begin":
            self.stack.append(["", "instruction"])
        elif kind == "separate" and self.stack:
            self.stack[-1][1] = "result"
        elif kind == "end" and self.stack:
            self.stack.pop()

    def silent(self) -> bool:
        return any(part == "instruction" or self.drops(code) for code, part in self.stack)

    def drops(self, instruction: str) -> bool:
        word = instruction.split()[:1]
        return not self.page_numbers and bool(word) and word[0].upper() in _FURNITURE_FIELDS


def _runs(tree: Tree, fields: _Fields) -> Iterator[Tree]:
    """All runs of a paragraph, inside links, insertions, simple fields and content controls too."""
    for child in tree:
        if child.tag == "w:r":
            yield child
        elif child.tag == "w:fldSimple" and fields.drops(child.get("w:instr", "")):
            continue
        elif child.tag in ("m:oMath", "m:oMathPara"):
            yield child
        elif child.tag not in _GONE:
            yield from _runs(child, fields)


def _signs(run: Tree, paragraph: Paragraph, fields: _Fields) -> Iterator[str]:
    if run.tag != "w:r":
        yield "".join(text.text or "" for text in every(run, "m:t"))
        return
    for child in run:
        match child.tag:
            case "w:fldChar":
                fields.see(child)
            case "w:instrText" if fields.stack:
                fields.stack[-1][0] += child.text or ""
            case "w:t" if not fields.silent():
                yield child.text or ""
            case "w:br" if child.get("w:type") in ("page", "column"):
                paragraph.set_breaks += child.get("w:type") == "page"
                yield "\n"
            case "w:br":
                yield "\n"
            case "w:lastRenderedPageBreak":
                paragraph.drawn_breaks += 1
            case "w:sym":
                yield _symbol(child.get("w:char", ""))
            case "w:footnoteReference" | "w:endnoteReference":
                paragraph.notes.append(child.tag[2:5] + child.get("w:id", ""))
            case "w:drawing" | "w:pict" | "w:object" | "mc:AlternateContent":
                paragraph.boxes.extend(_boxes(child))
            case tag:
                yield _SIGNS.get(tag, "")


def _symbol(code: str) -> str:
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return _SYMBOLS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign)


def _boxes(tree: Tree) -> Iterator[Tree]:
    """Text boxes; of a box given in a new and an old form only the first is taken."""
    if tree.tag == "w:txbxContent":
        yield tree
    elif tree.tag == "mc:AlternateContent":
        chosen = at(tree, "mc:Choice")
        found = list(_boxes(chosen)) if chosen is not None else []
        fallback = at(tree, "mc:Fallback")
        yield from found or (list(_boxes(fallback)) if fallback is not None else [])
    else:
        for child in tree:
            yield from _boxes(child)
