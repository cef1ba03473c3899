"""XML of office files, without the parts of XML that attackers like: no document types, so no entities."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from intake.unreadable import unreadable

Tree = Element
DEEPEST, MOST_ELEMENTS = 400, 1_000_000
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
_SHORT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}


def parse(data: bytes) -> Tree:
    """The tree of a part; names carry the usual short prefixes: 'w:p'.

    Raises:
        Unreadable: the XML is broken, too deep, or holds a document type.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > DEEPEST:
            raise unreadable("paper-damaged", {"format": "docx"})
        if elements > MOST_ELEMENTS:
            raise unreadable("paper-too-demanding")
        builder.start(_name(name), {_name(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(name))

    def document_type(*_: object) -> None:
        raise unreadable("paper-unsafe-xml")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = builder.data, document_type
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as fault:
        if getattr(fault, "code", 0) == _NO_MEMORY:
            raise MemoryError from None
        raise unreadable("paper-damaged", {"format": "docx"}) from None


def _name(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return _SHORT.get(space, "?:") + local if space else name


def at(tree: Tree | None, *path: str) -> Tree | None:
    """The first element down a path of names, or None."""
    for name in path:
        if tree is None:
            return None
        tree = tree.find(name)
    return tree


def value(tree: Tree | None, *path: str, default: str = "") -> str:
    """The `w:val` of the element down a path."""
    found = at(tree, *path)
    return default if found is None else found.get("w:val", default)


def number(text: str, default: int = 0) -> int:
    """A whole number written in an attribute, or the default where it is none or absurd."""
    text = text.strip()
    return (
        int(text)
        if len(text) < 10 and text.removeprefix("-").isascii() and text.removeprefix("-").isdigit()
        else default
    )


def is_on(tree: Tree | None, *path: str) -> bool | None:
    """An on-off element: True, False, or None where it is not stated."""
    found = at(tree, *path)
    return None if found is None else found.get("w:val", "true") not in ("0", "false", "off")


def every(tree: Tree | None, name: str) -> Iterator[Tree]:
    """The elements of a name at any depth, in the order of the document."""
    return iter(()) if tree is None else tree.iter(name)
