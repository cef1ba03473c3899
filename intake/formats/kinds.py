"""What a file is by its first bytes; the suffix decides only between kinds of text."""

from __future__ import annotations

import re

PARSED = ("zip", "pdf", "html")  # what takes a parser; of archives only Word documents come through it
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "RTF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"AT&TFORM", "DjVu"),
    (b"Rar!\x1a", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"MZ\x90\x00", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\x00", "SQLite"),
)
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*+(?>(?:<!--.*?-->|<\?xml[^>]*>)\s*+)*+<(!doctype html|html|head|body)\b", re.I | re.S)
_MAIL = re.compile(rb"(From|MIME-Version|Received|Return-Path): ", re.I)


def kind_of(data: bytes, suffix: str) -> str:
    """'txt', 'md', one of `PARSED`, 'encrypted', or the name by which people know what we do not read."""
    head = data[:4096]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(_ZIPPED):
        return "zip"
    if head.startswith(_OLE):
        return _compound(suffix)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _text_kind(head, suffix)


def _compound(suffix: str) -> str:
    """The old binary container of Office; an encrypted .docx comes in one too."""
    known = {".xls": "Excel 97–2003 (.xls)", ".ppt": "PowerPoint 97–2003 (.ppt)", ".msg": "Outlook (.msg)"}
    return "encrypted" if suffix in (".docx", ".xlsx") else known.get(suffix, "Word 97–2003 (.doc)")


def _text_kind(head: bytes, suffix: str) -> str:
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if suffix in (".html", ".htm", ".xhtml") or _HTML.match(plain):
        return "html"
    if suffix in (".mht", ".mhtml", ".eml") or _MAIL.match(plain):
        return "MHTML"
    if plain.lstrip().startswith(b"<?xml"):
        return "XML"
    return "md" if suffix in (".md", ".markdown") else "txt"
