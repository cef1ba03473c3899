"""The ink of pictures: borders tell the states apart in black and white, fills only help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diagrams.picture import Mark, Stroke, Tone

INK = "#334155"
PALE = "#b6a775"


@dataclass(frozen=True, slots=True)
class Box:
    """How a box is drawn: its fill, its border ('' is a solid one), its pen, and whether the border is double."""

    fill: str
    border: str = ""
    pen: float = 1.0
    double: bool = False
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Line:
    """How an arrow is drawn."""

    style: str
    colour: str
    pen: float = 1.1


BOXES: Mapping[Tone, Box] = {
    Tone.PLAIN: Box("#ffffff"),
    Tone.EMPTY: Box("#ffffff", border="dashed"),
    Tone.PLANNED: Box("#fdf3d7", ink=PALE),
    Tone.BEGUN: Box("#d6e6f5"),
    Tone.DONE: Box("#bfdcc5", double=True),
    Tone.ALARM: Box("#f6cfc9", border="bold", pen=2.2),
}

LINES: Mapping[Stroke, Line] = {
    Stroke.FIRM: Line("solid", INK),
    Stroke.OFFERED: Line("dashed", "#64748b"),
    Stroke.WRONG: Line("bold", "#b42318", 1.6),
    Stroke.WAITS: Line("dashed", "#b42318", 1.6),
}


def _box(box: Box, pen: float) -> str:
    style = "rounded,dashed" if box.border == "dashed" else "rounded"
    ink = f'BORDER="{pen:g}" COLOR="{box.ink}" STYLE="{style}" BGCOLOR="{box.fill}"'
    cell = f'<TD {ink} WIDTH="26" HEIGHT="12" FIXEDSIZE="TRUE"> </TD>'
    frame = f'BORDER="{int(box.double)}" COLOR="{INK}" STYLE="rounded" CELLBORDER="0" CELLSPACING="2" CELLPADDING="0"'
    return f"<TABLE {frame}><TR>{cell}</TR></TABLE>"


def _line(line: Line, pen: float) -> str:
    style = "dashed" if line.style == "dashed" else "solid"
    ink = f'BORDER="{pen:g}" SIDES="B" STYLE="{style}" COLOR="{line.colour}" WIDTH="26" HEIGHT="5"'
    rows = f'<TR><TD {ink} FIXEDSIZE="TRUE"> </TD></TR><TR><TD HEIGHT="4"></TD></TR>'
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>'


# What stands in front of a line of the legend.
SAMPLES: Mapping[Tone | Stroke | Mark, str] = {
    **{tone: _box(box, int(box.pen)) for tone, box in BOXES.items()},
    **{stroke: _line(line, max(1, round(line.pen))) for stroke, line in LINES.items()},
    Mark.CURRENT: _box(Box("#ffffff"), 3),
    Mark.HEAVY: _line(LINES[Stroke.FIRM], 3),
}
