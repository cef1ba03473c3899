"""The numbers and bullets that items bear, in all the forms that offices print."""

from __future__ import annotations

import re
from dataclasses import dataclass

DASHES = "-–—−•●○▪■◦·*➢✓"


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before an item's words. `number` is as printed, without its last dot or bracket."""

    form: str  # decimal | bracket | letter | roman | dash
    number: str
    length: int  # how many characters of the line it takes
    sign: str = ""  # the bullet itself; all dashes count as one

    @property
    def depth(self) -> int:
        """How many numbers it is made of: '2.1.3' has three; a dash has none."""
        return 0 if self.form == "dash" else self.number.count(".") + 1


_DASH = re.compile(rf"^(?:[{re.escape(DASHES)}\uf0b7\uf02d\uf0a7]|o(?=\s))\s*(?=\S)")
_DATE = re.compile(r"^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}\b)|^\d{1,2}\.\d{1,2}\s*(?:-|–|—|до\b|г\.)")
_TIME = re.compile(r"^\d{1,2}[.:]\d{2}\s*(?:ч|мин|час|$)")

# Form, pattern; the first that fits is taken. A lone number needs a dot or bracket, a compound one does not.
FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("decimal", re.compile(r"^§\s*(\d{1,3}(?:\.\d{1,3})*)[.)]?\s*(?=\S)")),
    ("decimal", re.compile(r"^№\s*(\d{1,3}(?:\.\d{1,3})*)[.)]\s*(?=\S)")),
    ("decimal", re.compile(r"^(\d{1,2}[-/]\d{1,2})\.\s+(?=[А-ЯЁа-яё«])")),
    (
        "decimal",
        re.compile(r"^(?i:пункт|поручение|мероприятие|решение)\s+(?:№\s*)?(\d{1,3}(?:\.\d{1,3})*)\s*[.:)]\s*(?=\S)"),
    ),
    (
        "decimal",
        re.compile(r"^(?:п(?:ункт|\.)\s*)?((?:[IVX]{1,5}\.)?\d{1,3}(?:\.\d{1,3}){1,4})(?:\.\s*|\)\s*|\s+)(?=[^\d\s])"),
    ),
    ("decimal", re.compile(r"^(?:п\.\s*)?(\d{1,3})\.\s*(?=[^\d\s.,%]|\d+\s+[а-яё])")),
    ("bracket", re.compile(r"^\(?(\d{1,3}(?:\.\d{1,3}){0,3})\)\s*(?=\S)")),
    ("letter", re.compile(r"^\(?([а-яёa-z]|[А-ЯЁ])\)\s*(?=\S)")),
    ("decimal", re.compile(r"^([IVX]{1,5}\.\d{1,3}(?:\.\d{1,3})*)\.?\s+(?=\S)")),
    ("roman", re.compile(r"^([IVXІХ]{1,6})(?:\.|\))\s*(?=[^\sА-ЯЁа-яё.]|[А-ЯЁ][А-ЯЁа-яё\s«])")),
)


def mark_of(text: str, label: str = "") -> Mark | None:
    """The mark that a plain line begins with, or that the file shows beside it (`label`); None if it has none."""
    if label:
        shown = _read(f"{label.strip()} x")
        return Mark(shown.form, shown.number, 0, shown.sign) if shown else Mark("dash", "", 0, label.strip()[:1])
    return _read(text)


def _read(text: str) -> Mark | None:
    if _DATE.match(text) or _TIME.match(text):
        return None
    dash = _DASH.match(text)
    if dash:
        inner = _numbered(text[dash.end() :])
        if inner:
            return Mark(inner.form, inner.number, dash.end() + inner.length)
        return Mark("dash", "", dash.end(), "-" if dash.group()[0] in "-–—−" else dash.group()[0])
    return _numbered(text)


def _numbered(text: str) -> Mark | None:
    for form, pattern in FORMS:
        found = pattern.match(text)
        if found and not _DATE.match(text):
            return Mark(form, found.group(1), found.end())
    return None
