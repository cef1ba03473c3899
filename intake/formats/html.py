"""A web page as lines: paragraphs, list items with the numbers that a browser shows, table rows."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from engine.problems import Problem
from intake.formats.encoding import Decoded, decode
from intake.formats.html_page import PageWriter
from intake.paper import Line
from intake.unreadable import unreadable

MOST_TAGS, MOST_UNCLOSED = 200_000, 100
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_KNOWN = frozenset(
    {"utf-8", "windows-1251", "cp1251", "koi8-r", "cp866", "ibm866", "iso-8859-5", "x-mac-cyrillic", "utf-16"}
)


def read_html(data: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a web page.

    Raises:
        Unreadable: it is no text, is damaged, or has more lines or cells than a document may.
    """
    text = _text(data).replace("\x00", "")
    _check_tags(text)
    parser = _Parser()
    try:
        parser.feed(text)
        parser.close()
    except AssertionError as fault:  # what Python's parser raises for a declaration that is none: «<![[[»
        raise unreadable("paper-damaged", {"format": "html"}) from fault
    return tuple(parser.page.finish()), ()


def _check_tags(text: str) -> None:
    """What is begun and never closed is looked for to the end of the page each time, by the parser of Python too."""
    if text.count("<") > MOST_TAGS:
        raise unreadable("paper-too-demanding")
    for begun, closed in (("<", ">"), ("<!--", "-->")):
        if text.count(begun, text.rfind(closed) + 1) > MOST_UNCLOSED:
            raise unreadable("paper-damaged", {"format": "html"})


def _text(data: bytes) -> str:
    """By the encoding that the page names, if its bytes agree; else as any text."""
    named = _CHARSET.search(data[:2048])
    encoding = named[1].decode("ascii").lower() if named else ""
    if encoding in _KNOWN and encoding != "utf-16":
        try:
            return Decoded(data.removeprefix(b"\xef\xbb\xbf").decode(encoding), encoding).text
        except UnicodeDecodeError:
            pass
    return decode(data).text


class _Parser(HTMLParser):
    """Hands tags and text to the page; knows nothing of what they mean."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PageWriter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.page.open(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self.page.close(tag)

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.page.text(data)
