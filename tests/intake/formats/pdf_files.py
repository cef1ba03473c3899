"""PDF files written by hand: Cyrillic in a font without a file, with the map from codes to letters."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from textwrap import dedent

WIDE, TALL = 595.0, 842.0
_PLAIN, _BOLD = "F1", "F2"
_MAP = dedent("""\
    /CIDInit /ProcSet findresource begin 12 dict begin begincmap
    /CMapName /Adobe-Identity-UCS def /CMapType 2 def
    1 begincodespacerange <0000> <FFFF> endcodespacerange
    4 beginbfrange
    <0000> <00FF> <0000>
    <0400> <04FF> <0400>
    <2000> <20FF> <2000>
    <2100> <21FF> <2100>
    endbfrange endcmap CMapName currentdict /CMap defineresource pop end end
    """)


def width_of(text: str, size: float) -> float:
    """How wide a text is in the font of these files."""
    return sum(250 if sign == " " else 700 if sign.isupper() else 500 for sign in text) * size / 1000


def broken(text: str, width: float = 460, indent: float = 30, size: float = 12) -> list[str]:
    """The lines that a text takes."""
    lines, line = list[str](), ""
    for word in text.split(" "):
        if line and width_of(f"{line} {word}", size) > width - (0 if lines else indent):
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


@dataclass(slots=True)
class Sheet:
    """A page; places are in points from its lower left corner."""

    commands: list[str] = field(default_factory=list)
    turned: int = 0
    _down: float = TALL - 60

    def text(self, x: float, y: float, text: str, size: float = 12, bold: bool = False) -> Sheet:
        """Text at a place."""
        code = text.encode("utf-16-be").hex()
        self.commands.append(f"BT /{_BOLD if bold else _PLAIN} {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{code}> Tj ET")
        return self

    def draw(self, commands: str) -> Sheet:
        """Commands as they stand."""
        self.commands.append(commands)
        return self

    def line(self, x: float, y: float, to_x: float, to_y: float) -> Sheet:
        """A straight rule."""
        return self.draw(f"{x} {y} m {to_x} {to_y} l S")

    def paragraph(
        self,
        text: str,
        left: float = 80,
        right: float = 540,
        indent: float = 30,
        size: float = 12,
        centred: bool = False,
    ) -> Sheet:
        """A paragraph below the last, broken where the next word has no room."""
        lines = broken(text, right - left, 0 if centred else indent, size)
        for place, shown in enumerate(lines):
            self._down -= size * 1.2
            free = (right - left - width_of(shown, size)) / 2
            x = left + (free if centred else indent if place == 0 else 0)
            self.text(x, self._down, shown, size)
        return self

    def space(self, points: float = 15) -> Sheet:
        """Room before what comes next."""
        self._down -= points
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        """The rules of a table."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self


def pdf(*sheets: Sheet, mapped: bool = True) -> bytes:
    """The bytes of a PDF file; its font says which letters it shows, unless it is not `mapped`."""
    to_unicode = "/ToUnicode 5 0 R" if mapped else ""
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(sheets)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(sheets)} /Kids [{kids}] >>".encode(),
        3: _font("Invented", to_unicode),
        4: _font("Invented-Bold", to_unicode),
        5: _stream(_MAP.encode()),
        6: _descendant("Invented"),
    }
    for n, sheet in enumerate(sheets):
        about = f"/Parent 2 0 R /MediaBox [0 0 {WIDE} {TALL}] /Rotate {sheet.turned} /Contents {11 + 2 * n} 0 R"
        fonts = f"/Resources << /Font << /{_PLAIN} 3 0 R /{_BOLD} 4 0 R >> >>"
        objects[10 + 2 * n] = f"<< /Type /Page {about} {fonts} >>".encode()
        objects[11 + 2 * n] = _stream("\n".join(sheet.commands).encode())
    return _file(objects)


def _font(name: str, to_unicode: str) -> bytes:
    about = f"/BaseFont /{name} /Encoding /Identity-H /DescendantFonts [6 0 R] {to_unicode}"
    return f"<< /Type /Font /Subtype /Type0 {about} >>".encode()


def _descendant(name: str) -> bytes:
    upper = f"{0x410} {0x42F} 700 {0x41} {0x5A} 700 {0x401} {0x401} 700"
    return (
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 /W [32 32 250 {upper}] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 0 700 700] /ItalicAngle 0 "
        "/Ascent 700 /Descent -200 /CapHeight 700 /StemV 80 >> >>"
    ).encode()


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def _file(objects: dict[int, bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", {}
    for number, inside in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + inside + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    rows = (f"{places[n]:010} 00000 n \n" if n in places else "0000000000 65535 f \n" for n in range(size))
    tail = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out + f"xref\n0 {size}\n{''.join(rows)}{tail}".encode()
