"""Pictures in ink, through graphviz: the system's `dot` if there is one, else the program that came with us."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Literal, NamedTuple
from unicodedata import category

import graphviz

from diagrams.picture import Edge, Node, Picture
from diagrams.strokes import BOXES, INK, LINES, SAMPLES
from diagrams.widths import width, wrap

Format = Literal["svg", "png"]
Lines = tuple[tuple[str, ...], tuple[str, ...]]  # of a title, and of what stands below it

FONT = "Arial"
FONTS = "Arial, 'Liberation Sans', 'DejaVu Sans', Verdana, sans-serif"
TITLE, TEXT, SMALL = 11.0, 9.5, 9.0
WIDEST = 165  # points that a line in a box may take
# Boxes and arrows together. 400 boxes that all hang together took graphviz 25 s, laid out more simply 4 s.
LARGE = 300
SIMPLER = {"mclimit": "0.1", "nslimit": "1", "nslimit1": "1"}  # fewer rounds of putting boxes in better places
MOST = 5000  # drawn in less than a minute; more of them nobody finds his way among
PATIENCE = 60.0  # seconds that graphviz may take


class Undrawn(Exception):
    """A picture that there cannot be; `code` names the words of why, `facts` are its blanks."""

    code = "picture-undrawn"

    def __init__(self, **facts: object) -> None:
        super().__init__(*facts.values())
        self.facts: Mapping[str, object] = facts


class NoGraphviz(Undrawn):
    """There is nothing to draw with: `program` is what was looked for."""

    code = "picture-no-graphviz"


class TooLarge(Undrawn):
    """More boxes and arrows than are drawn, or than graphviz can lay out while somebody waits."""

    code = "picture-too-large"


def render(picture: Picture, form: Format) -> bytes:
    """The picture as a file; raises Undrawn. The same picture gives the same bytes with the same graphviz."""
    size = {"boxes": len(picture.nodes), "arrows": len(picture.edges)}
    if _size(picture) > MOST:
        raise TooLarge(**size)
    text = source(picture, dpi=144 if form == "png" else 0).encode("utf-8")
    try:
        ran = subprocess.run([program(), "-Kdot", f"-T{form}"], input=text, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise TooLarge(**size) from None
    if ran.returncode or not ran.stdout:
        raise Undrawn(detail=_last_words(ran.stderr))
    return _dressed(ran.stdout.decode("utf-8"), picture).encode("utf-8") if form == "svg" else ran.stdout


def _size(picture: Picture) -> int:
    return len(picture.nodes) + len(picture.edges)


def _last_words(complaints: bytes) -> str:
    lines = [line for line in complaints.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def program() -> Path:
    """The graphviz that draws: the system's, or the one beside the Python that runs us."""
    if found := shutil.which("dot"):
        return Path(found)
    beside = Path(sys.executable).with_name("graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure")
    if not beside.exists():
        raise NoGraphviz(program=str(beside))
    return beside


def source(picture: Picture, dpi: int = 0) -> str:
    """The picture in the language of graphviz. Every word of it is escaped: no label can name a file or an address."""
    graph = graphviz.Digraph(encoding="utf-8")
    graph.attr(rankdir="LR" if picture.across else "TB", fontname=FONT, fontsize="10", nodesep="0.35")
    graph.attr(ranksep="1" if picture.across else "0.55", **(SIMPLER if _size(picture) > LARGE else {}))
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
        lines = {node.id: _lines(node) for node in picture.nodes}
        points = _widest(lines.values())
        for node in reversed(picture.nodes) if picture.across else picture.nodes:
            body.node(node.id, group=spine, label=_html(_words(lines[node.id], points)), **_box(node))
        if not picture.nodes:
            body.node("nothing", style="invis", label="", height="0")  # graphviz leaves out what has no boxes
        for row in picture.rows:
            with body.subgraph() as side_by_side:
                side_by_side.attr(rank="same")
                for name in row:
                    side_by_side.node(name)
        grid = _grid(picture.rows)
        for edge in picture.edges:
            _draw(body, edge, grid)
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


def _lines(node: Node) -> Lines:
    title = wrap(node.title, TITLE, WIDEST, most=5, bold=True)
    return title, tuple(part for line in node.lines for part in wrap(line, TEXT, WIDEST, most=4))


def _widest(both: Iterable[Lines]) -> float:
    """What the widest line of all boxes takes: boxes of one width make a calm picture."""
    both = tuple(both)
    titles = (width(line, TITLE, bold=True) for title, _ in both for line in title)
    texts = (width(line, TEXT) for _, text in both for line in text)
    return max((*titles, *texts), default=40)


def _words(lines: Lines, points: float) -> str:
    title, text = lines
    bold = _cell((f'<B><FONT POINT-SIZE="{TITLE:g}">{_said(line)}</FONT></B>' for line in title), points)
    return _table([bold, _cell(map(_said, text), points)] if text else [bold], spacing=2)


def _box(node: Node) -> dict[str, str]:
    box = BOXES[node.tone]
    border = box.border if box.border and not node.current else "solid"
    ink = {"style": f"rounded,filled,{border}", "fillcolor": box.fill, "peripheries": "2" if box.double else "1"}
    if node.current:
        return {**ink, "penwidth": "3", "color": INK, "fontcolor": "#111827"}
    return {**ink, "penwidth": f"{box.pen:g}", "color": box.ink, "fontcolor": "#111827"}


class _Grid(NamedTuple):
    """Where boxes stand that are set in rows: how far down, how far along; `ring` if any stand side by side."""

    places: Mapping[str, tuple[int, int]]
    ring: bool


def _grid(rows: tuple[tuple[str, ...], ...]) -> _Grid:
    places = {name: (down, along) for down, row in enumerate(rows) for along, name in enumerate(row)}
    return _Grid(places, any(len(row) > 1 for row in rows))


def _draw(body: graphviz.Digraph, edge: Edge, grid: _Grid) -> None:
    line = LINES[edge.stroke]
    ink = {"style": line.style, "color": line.colour, "penwidth": "2.6" if edge.heavy else f"{line.pen:g}"}
    if edge.label:
        points = max(width(part, SMALL) for part in edge.label)
        ink["label"] = _html(_table([_cell(map(_said, edge.label), points)], spacing=4))
    ink["weight"] = str(_pull(edge, grid))
    if _backwards(edge, grid.places):
        body.edge(edge.target, edge.source, dir="back", **ink)
    else:
        body.edge(edge.source, edge.target, **ink)


def _backwards(edge: Edge, places: Mapping[str, tuple[int, int]]) -> bool:
    """Whether an arrow points left or up. Graphviz puts a tail before its head, so such an arrow is drawn reversed."""
    return edge.source in places and edge.target in places and places[edge.source] > places[edge.target]


def _pull(edge: Edge, grid: _Grid) -> int:
    """How strongly an arrow keeps upright: the way on from row to row does, ways back and past a row give way to it."""
    step = grid.places.get(edge.target, (0, 0))[0] - grid.places.get(edge.source, (0, 0))[0]
    return 50 if step == 1 or (grid.ring and step) else 0 if step else 1


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
