"""What a paragraph looks like and which list it belongs to, through the chain of styles that it is based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake.formats.markup import Tree, at, is_on, number, value
from intake.formats.numbering import Counters

LONGEST_CHAIN = 20  # styles based on each other in a circle end here


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id, with the one that paragraphs have if they name none."""

    by_id: dict[str, Tree]
    default: str = ""

    def chain(self, style_id: str) -> Iterator[Tree]:
        """A style and those that it is based on, nearest first."""
        for _ in range(LONGEST_CHAIN):
            style = self.by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "w:basedOn")

    def of_paragraph(self, paragraph: Tree) -> list[Tree]:
        """The styles that bear on a paragraph, nearest first."""
        return list(self.chain(value(paragraph, "w:pPr", "w:pStyle") or self.default))


def read_styles(tree: Tree | None) -> Styles:
    """The styles part of a document."""
    styles = [] if tree is None else tree.findall("w:style")
    default = (s for s in styles if s.get("w:type") == "paragraph" and s.get("w:default") in ("1", "true", "on"))
    return Styles({s.get("w:styleId", ""): s for s in styles}, next((s.get("w:styleId", "") for s in default), ""))


def is_centred(paragraph: Tree, styles: Styles) -> bool:
    """Stands the paragraph in the middle of the line?"""
    for source in (paragraph, *styles.of_paragraph(paragraph)):
        if side := value(source, "w:pPr", "w:jc"):
            return side == "center"
    return False


def is_bold(run: Tree, paragraph_styles: list[Tree], styles: Styles) -> bool:
    """Is a run bold, by its own word, its character style or the paragraph's style?"""
    character = styles.chain(value(run, "w:rPr", "w:rStyle"))
    for source in (run, *character, *paragraph_styles):
        stated = is_on(source, "w:rPr", "w:b")
        if stated is not None:
            return stated
    return False


def list_place(paragraph: Tree, styles: Styles, counters: Counters) -> tuple[str, int] | None:
    """The list and the depth (from 0) of a paragraph that Word numbers, or None."""
    own = at(paragraph, "w:pPr", "w:numPr")
    own_list, own_depth = value(own, "w:numId"), value(own, "w:ilvl")
    if own_list:
        return None if own_list == "0" else (own_list, number(own_depth))
    for style in styles.of_paragraph(paragraph):
        listed = value(style, "w:pPr", "w:numPr", "w:numId")
        if listed == "0":
            return None
        if listed:
            named = own_depth or value(style, "w:pPr", "w:numPr", "w:ilvl")
            linked = _linked_depth(paragraph, listed, styles, counters)
            return listed, number(named) if own_depth or linked is None else linked
    return None


def _linked_depth(paragraph: Tree, list_id: str, styles: Styles, counters: Counters) -> int | None:
    for style in styles.of_paragraph(paragraph):
        depth = counters.depth_of_style(list_id, style.get("w:styleId", ""))
        if depth is not None:
            return depth
    return None
