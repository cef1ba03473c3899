"""Pictures as text that wikis and code hosts draw themselves: Mermaid flowcharts."""

from __future__ import annotations

from collections.abc import Iterator

from diagrams.picture import Edge, Node, Picture, Stroke, Tone
from diagrams.strokes import BOXES

ARROWS = {Stroke.FIRM: "-->", Stroke.OFFERED: "-.->", Stroke.WRONG: "==>", Stroke.WAITS: "-.->"}
# Every mark that Mermaid or the page around it could take for its own; `#…;` is how Mermaid writes a letter by number.
MEANT = set("\"'`<>&#;\\|{}[]()")


def render(picture: Picture) -> str:
    """The picture as the text of a flowchart, its title as the front matter that Mermaid reads."""
    return "\n".join(_lines(picture)) + "\n"


def _lines(picture: Picture) -> Iterator[str]:
    yield from ("---", f'title: "{_said(picture.title)}"', "---", "flowchart " + ("LR" if _lies(picture) else "TB"))
    for node in picture.nodes:
        yield f"    {node.id}{_box(node)}"
    for edge in picture.edges:
        yield f"    {edge.source} {_arrow(edge)} {edge.target}"
    for tone in dict.fromkeys(node.tone for node in picture.nodes):
        yield f"    classDef {tone} {_ink(tone)}"
        yield f"    class {','.join(node.id for node in picture.nodes if node.tone is tone)} {tone}"
    if current := [node.id for node in picture.nodes if node.current]:
        yield "    classDef current stroke-width:4px"
        yield f"    class {','.join(current)} current"


def _lies(picture: Picture) -> bool:
    return picture.across or any(len(row) > 1 for row in picture.rows)


def _box(node: Node) -> str:
    return '["' + "<br/>".join(_said(line) for line in (node.title, *node.lines)) + '"]'


def _arrow(edge: Edge) -> str:
    label = "<br/>".join(_said(line) for line in edge.label)
    return f'{ARROWS[edge.stroke]}|"{label}"|' if label else ARROWS[edge.stroke]


def _ink(tone: Tone) -> str:
    box = BOXES[tone]
    dashes = ",stroke-dasharray:5 3" if box.border == "dashed" else ""
    width = 3 if box.double or tone is Tone.ALARM else 1
    return f"fill:{box.fill},stroke:{box.ink},stroke-width:{width}px,color:#111827{dashes}"


def _said(text: str) -> str:
    return "".join(f"#{ord(letter)};" if letter in MEANT or not letter.isprintable() else letter for letter in text)
