"""The container of Word files: its limits are checked from its table of contents before anything is unpacked."""

from __future__ import annotations

import zipfile
from io import BytesIO

from intake.formats.markup import Tree, parse
from intake.unreadable import unreadable

MEMBERS, UNPACKED, RATIO = 2_000, 200_000_000, 100
RATIO_OF_MIDDLING = 400
_SMALL, _MIDDLING = 1_000_000, 20_000_000  # bytes; what is below the first cannot hurt
_CONTENTS = 4_000_000  # bytes of the table of contents; 2,000 long names need less
_ARCHIVES = (".zip", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar", ".jar", ".cab", ".docm", ".odt")
_OFFICE = (".docx", ".xlsx", ".pptx")
_DOCX = "wordprocessingml.document.main+xml"
_OTHERS = (
    ("wordprocessingml.template", "Word (.dotx)"),
    ("ms-word.document.macroEnabled", "Word с макросами (.docm)"),
    ("ms-word.template.macroEnabled", "Word с макросами (.dotm)"),
    ("spreadsheetml", "Excel (.xlsx)"),
    ("ms-excel", "Excel (.xlsm, .xlsb)"),
    ("presentationml", "PowerPoint (.pptx)"),
)
_OPEN_DOCUMENT = {
    "text": "OpenDocument (.odt)",
    "spreadsheet": "OpenDocument (.ods)",
    "presentation": "OpenDocument (.odp)",
}


class Archive:
    """A checked archive; `read` unpacks one member, in memory, never to disk."""

    def __init__(self, data: bytes) -> None:
        try:
            _check_contents_size(data)
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError):
            raise unreadable("paper-damaged", {"format": "docx"}) from None
        _check_sizes(members, len(data))
        _check_names(members)
        self.names = frozenset(member.filename for member in members)

    def read(self, name: str) -> bytes:
        """The bytes of a member, empty where there is none."""
        if name not in self.names:
            return b""
        try:
            return self._zip.read(name)
        except MemoryError:
            raise
        except Exception:  # a broken archive fails in the ways of zipfile, zlib and struct
            raise unreadable("paper-damaged", {"format": "docx"}) from None

    def tree(self, name: str) -> Tree | None:
        """A member as XML, or None where there is none."""
        data = self.read(name)
        return parse(data) if data else None


def _check_contents_size(data: bytes) -> None:
    """65,000 members are refused by the size of their list, before it is read."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if end < 0 or len(data) < end + 22:
        raise zipfile.BadZipFile
    count, size = (
        int.from_bytes(data[end + 10 : end + 12], "little"),
        int.from_bytes(data[end + 12 : end + 16], "little"),
    )
    if count > MEMBERS or size > _CONTENTS:
        raise unreadable("paper-bomb")


def _check_sizes(members: list[zipfile.ZipInfo], packed: int) -> None:
    """The sizes that the list states bind: the reader stops at them, and a wrong one fails its checksum."""
    unpacked = sum(member.file_size for member in members)
    if len(members) > MEMBERS or unpacked > UNPACKED or _swells(unpacked, packed):
        raise unreadable("paper-bomb")
    if any(_swells(member.file_size, member.compress_size) for member in members):
        raise unreadable("paper-bomb")


def _swells(unpacked: int, packed: int) -> bool:
    """Two thousand alike paragraphs of an honest document packed 125 to 1: a small part may swell more than a large."""
    most = RATIO if unpacked > _MIDDLING else RATIO_OF_MIDDLING
    return unpacked > _SMALL and unpacked > max(packed, 1) * most


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    """No member twice, none locked, none that is an archive (but what Word itself embeds, which is never opened)."""
    names = [member.filename.lower() for member in members]
    odd = len(set(names)) != len(names) or any(member.flag_bits & 1 for member in members)
    for name in names:
        nested = name.endswith(_ARCHIVES) or (name.endswith(_OFFICE) and "/embeddings/" not in name)
        odd = odd or nested or name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
    if odd:
        raise unreadable("paper-odd-archive")


def refuse_other_than_docx(archive: Archive) -> None:
    """Say by name what an archive is, if it is no Word document.

    Raises:
        Unreadable: it is a spreadsheet, an OpenDocument text, a plain archive.
    """
    types = archive.read("[Content_Types].xml").decode("utf-8", errors="replace")
    mime = archive.read("mimetype").decode("ascii", errors="replace").strip()
    if mime.startswith("application/vnd.oasis.opendocument."):
        kind = mime.removeprefix("application/vnd.oasis.opendocument.")
        raise unreadable("paper-save-as", {"format": _OPEN_DOCUMENT.get(kind, "OpenDocument")})
    other = next((name for mark, name in _OTHERS if mark in types), "")
    if other and _DOCX not in types:
        raise unreadable("paper-save-as", {"format": other})
    if "[Content_Types].xml" not in archive.names:
        raise unreadable("paper-save-as", {"format": "ZIP"})
