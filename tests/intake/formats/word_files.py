"""Word files written by hand, part by part, so that a test says exactly what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def p(text: str = "", *, num: int | None = None, depth: int | None = 0, style: str = "", more: str = "") -> str:
    """A paragraph: its text in one run, its list, depth and style; `more` goes into its properties."""
    depth_xml = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    listed = "" if num is None else f'<w:numPr>{depth_xml}<w:numId w:val="{num}"/></w:numPr>'
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}{more}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def level(depth: int, text: str, number_format: str = "decimal", start: int = 1, more: str = "") -> str:
    """A level of a list as it stands in numbering.xml."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def family(family_id: int, *levels: str) -> str:
    """A definition of lists."""
    return f'<w:abstractNum w:abstractNumId="{family_id}">{"".join(levels)}</w:abstractNum>'


def num(list_id: int, family_id: int, *overrides: str) -> str:
    """A list of a family."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{family_id}"/>{"".join(overrides)}</w:num>'


def start_over(depth: int, start: int = 1) -> str:
    """A list begins again at a number."""
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def cell(*paragraphs: str, span: int = 1, merge: str = "") -> str:
    """A table cell; `merge` is 'restart' or 'continue' down the column."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inside = "".join(text if text.startswith("<w:") else p(text) for text in paragraphs) or p()
    return f"<w:tc><w:tcPr>{wide}{down}</w:tcPr>{inside}</w:tc>"


def table(*rows: list[str]) -> str:
    """A table of cells."""
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(row) + '</w:tr>' for row in rows)}</w:tbl>"


def docx(body: str, *, numbering: str = "", styles: str = "", **others: str) -> bytes:
    """The bytes of a Word file; `others` are further parts by kind: header1, footnotes…, related as rId + that name."""
    parts = {"numbering": numbering, "styles": styles, **others}
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "numbering": "numbering", "styles": "styles"}
    relations, members = [], {}
    for name, inside in parts.items():
        kind = name.rstrip("0123456789")
        root = roots.get(name, {"header": "hdr", "footer": "ftr"}.get(kind, kind))
        members[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{inside}</w:{root}>"
        relations.append(f'<Relationship Id="rId{name}" Type="{R}/{kind}" Target="{name}.xml"/>')
    members["word/document.xml"] = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"
    members["word/_rels/document.xml.rels"] = _relationships("".join(relations))
    members["_rels/.rels"] = _relationships(
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    )
    members["[Content_Types].xml"] = _content_types(list(parts))
    return archive({name: f'<?xml version="1.0" encoding="UTF-8"?>{xml}' for name, xml in members.items()})


def _content_types(parts: list[str]) -> str:
    overrides = {"document": _MAIN}
    overrides |= {name: _MAIN.replace("document.main", name.rstrip("0123456789")) for name in parts}
    lines = (f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items())
    listed = "".join(lines)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(inside: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def written(folder: Path, name: str, data: bytes) -> Path:
    """The file of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path
