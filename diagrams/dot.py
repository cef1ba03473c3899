"""Pictures in ink, through graphviz: the system's `dot` if there is one, else the program that came with us."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Literal
from unicodedata import category

import graphviz

from diagrams.picture import Edge, Node, Picture
from diagrams.strokes import BOXES, INK, LINES, SAMPLES
from diagrams.widths import width, wrap

Format = Literal["svg", "png"]

FONT = "Arial"
FONTS = "Arial, 'Liberation Sans', 'DejaVu Sans', Verdana, sans-serif"
TITLE, TEXT, SMALL = 11.0, 9.5, 9.0
WIDEST = 165  # points that a line in a box may take


class NoGraphviz(Exception):
    """There is nothing to draw with; the words are `picture-no-graphviz`, its blank the program that was looked for."""

    def __init__(self, program: str) -> None:
        super().__init__(program)
        self.program = program


def render(picture: Picture, form: Format) -> bytes:
    """The picture as a file. The same picture gives the same bytes with the same graphviz."""
    graphviz.backend.dot_command.DOT_BINARY = program()
    drawn = graphviz.Source(source(picture, dpi=144 if form == "png" else 0)).pipe(format=form, quiet=True)
    return _dressed(drawn.decode("utf-8"), picture).encode("utf-8") if form == "svg" else drawn


def program() -> Path:
    """The graphviz that draws: the system's, or the one beside the Python that runs us."""
    if found := shutil.which("dot"):
        return Path(found)
    beside = Path(sys.executable).with_name("graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure")
    if not beside.exists():
        raise NoGraphviz(str(beside))
    return beside


def source(picture: Picture, dpi: int = 0) -> str:
    """The picture in the language of graphviz. Every word of it is escaped: no label can name a file or an address."""
    graph = graphviz.Digraph(encoding="utf-8")
    graph.attr(rankdir="LR" if picture.across else "TB", fontname=FONT, fontsize="10", nodesep="0.35")
    graph.attr(ranksep="1" if picture.across else "0.55")
    graph.attr(label=_html(_headline(picture)), labelloc="t", labeljust="l", pad="0.15", bgcolor="white")
    graph.attr("node", shape="box", fontname=FONT, fontsize=str(TEXT), margin="0.13,0.08", color=INK)
    graph.attr("edge", fontname=FONT, fontsize=str(SMALL), arrowsize="0.7", color=INK, fontcolor="#1f2937")
    if dpi:
        graph.attr(dpi=str(dpi))
    with graph.subgraph(name="cluster_body") as body:
        body.attr(peripheries="0", label=_html(_legend(picture)), labelloc="b", labeljust="l", margin="6")
        # Boxes one below the other, each in a row of its own, are kept on one line.
        spine = "spine" if picture.rows and all(len(row) == 1 for row in picture.rows) else ""
        # Lying on its side, graphviz stacks what it is given first at the bottom.
        for node in reversed(picture.nodes) if picture.across else picture.nodes:
            body.node(node.id, group=spine, label=_html(_words(node, _widest(picture))), **_box(node))
        if not picture.nodes:
            body.node("nothing", style="invis", label="", height="0")  # graphviz leaves out what has no boxes
        for row in picture.rows:
            with body.subgraph() as side_by_side:
                side_by_side.attr(rank="same")
                for name in row:
                    side_by_side.node(name)
        for edge in picture.edges:
            _draw(body, edge, picture)
    return str(graph.source)


def _html(markup: str) -> str:
    return f"<{markup}>"


def _said(text: str) -> str:
    """A text that graphviz takes for words and nothing else: no markup, no control characters, no line ends."""
    # Graphviz fills in \N and \G inside markup, too; doubled, a backslash stands for itself.
    return _plain(text).replace("\\", "\\\\")


def _plain(text: str) -> str:
    return escape("".join(_printed(letter) for letter in text))


def _printed(letter: str) -> str:
    if letter.isprintable():
        return letter
    return "" if category(letter) == "Cf" else " "  # soft hyphens and their like vanish, line ends do not glue words


def _cell(lines: Iterable[str], points: float) -> str:
    """Lines of markup in a cell of that width, so that the box does not depend on how graphviz measures letters."""
    text = '<BR ALIGN="LEFT"/>'.join(lines)
    return f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{round(points)}">{text}</TD>'


def _table(rows: Iterable[str], spacing: int = 0) -> str:
    inside = "".join(f"<TR>{row}</TR>" for row in rows)
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="{spacing}">{inside}</TABLE>'


def _lines(node: Node) -> tuple[tuple[str, ...], tuple[str, ...]]:
    title = wrap(node.title, TITLE, WIDEST, most=5, bold=True)
    return title, tuple(part for line in node.lines for part in wrap(line, TEXT, WIDEST, most=4))


def _widest(picture: Picture) -> float:
    """What the widest line of all boxes takes: boxes of one width make a calm picture."""
    both = [_lines(node) for node in picture.nodes]
    titles = (width(line, TITLE, bold=True) for title, _ in both for line in title)
    texts = (width(line, TEXT) for _, text in both for line in text)
    return max((*titles, *texts), default=40)


def _words(node: Node, points: float) -> str:
    title, text = _lines(node)
    bold = _cell((f'<B><FONT POINT-SIZE="{TITLE:g}">{_said(line)}</FONT></B>' for line in title), points)
    return _table([bold, _cell(map(_said, text), points)] if text else [bold], spacing=2)


def _box(node: Node) -> dict[str, str]:
    box = BOXES[node.tone]
    border = box.border if box.border and not node.current else "solid"
    ink = {"style": f"rounded,filled,{border}", "fillcolor": box.fill, "peripheries": "2" if box.double else "1"}
    if node.current:
        return {**ink, "penwidth": "3", "color": INK, "fontcolor": "#111827"}
    return {**ink, "penwidth": f"{box.pen:g}", "color": box.ink, "fontcolor": "#111827"}


def _draw(body: graphviz.Digraph, edge: Edge, picture: Picture) -> None:
    line = LINES[edge.stroke]
    ink = {"style": line.style, "color": line.colour, "penwidth": "2.6" if edge.heavy else f"{line.pen:g}"}
    if edge.label:
        points = max(width(part, SMALL) for part in edge.label)
        ink["label"] = _html(_table([_cell(map(_said, edge.label), points)], spacing=4))
    ink["weight"] = str(_pull(edge, picture))
    if _backwards(edge, picture.rows):
        body.edge(edge.target, edge.source, dir="back", **ink)
    else:
        body.edge(edge.source, edge.target, **ink)


def _backwards(edge: Edge, rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether an arrow points left or up. Graphviz puts a tail before its head, so such an arrow is drawn reversed."""
    places = {name: (down, along) for down, row in enumerate(rows) for along, name in enumerate(row)}
    return edge.source in places and edge.target in places and places[edge.source] > places[edge.target]


def _pull(edge: Edge, picture: Picture) -> int:
    """How strongly an arrow keeps upright: the way on from row to row does, ways back and past a row give way to it."""
    rows = {name: down for down, row in enumerate(picture.rows) for name in row}
    step = rows.get(edge.target, 0) - rows.get(edge.source, 0)
    ring = any(len(row) > 1 for row in picture.rows)
    return 50 if step == 1 or (ring and step) else 0 if step else 1


def _headline(picture: Picture) -> str:
    rows = [_cell([f'<B><FONT POINT-SIZE="14">{_said(picture.title)}</FONT></B>'], width(picture.title, 14, bold=True))]
    if picture.subtitle:
        rows.append(_prose(picture.subtitle, 10))
    return _table(rows, spacing=2)


def _legend(picture: Picture) -> str:
    rows = [
        f"<TD>{SAMPLES[meaning.sample]}</TD>{_cell([_said(meaning.text)], width(meaning.text, SMALL))}"
        for meaning in picture.legend
    ]
    # Notes share the columns of the marks: graphviz would stretch a table of its own over all the room.
    rows += [f"<TD></TD>{_prose(note, SMALL)}" for note in picture.notes]
    return f'<FONT POINT-SIZE="{SMALL:g}">{_table(rows, spacing=4)}</FONT>' if rows else " "


def _prose(text: str, size: float) -> str:
    """A sentence or two in a cell as wide as its longest line."""
    lines = wrap(text, size, 500)
    return _cell(map(_said, lines), max((width(line, size) for line in lines), default=0))


def _dressed(svg: str, picture: Picture) -> str:
    """Fonts that office computers have, and the picture's own title where graphviz left the ids of its nodes."""
    svg = re.sub(r'font-family="[^"]*"', f'font-family="{FONTS}"', svg)
    svg = re.sub(r"<title>[^<]*</title>\n?", "", svg)
    svg = re.sub(r"<!--.*?-->\n?", "", svg, flags=re.DOTALL)
    return re.sub(r"(<svg[^>]*>)", lambda found: f"{found[1]}\n<title>{_plain(picture.title)}</title>", svg, count=1)
