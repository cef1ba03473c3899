"""What a line shows by itself, before its neighbours are asked: its words, mark, cells, and what it announces."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from intake.decisions.actions import has_action, starts_with_action
from intake.decisions.labels import labels_of_line
from intake.lines.cues import Announcement, Cue, announcement_of
from intake.lines.marks import Mark, mark_of
from intake.lines.markup import plain
from intake.lines.rows import is_rule, row_of
from intake.paper import Line

_PAGE = re.compile(
    r"^(?:[-–—]\s*\d{1,3}\s*[-–—]|(?:стр(?:аница|\.)?|лист|с\.)\s*\d{1,3}(?:\s*(?:из|/)\s*\d{1,3})?|\d{1,3}\s*(?:из|/)\s*\d{1,3})\.?$",
    re.IGNORECASE,
)
_DOTTED_LETTER = re.compile(r"^([а-и])\.\s+(?=[А-ЯЁа-яё])")
_SHORTEST_HEAD = 8
_FAR = 15  # spaces before a lone number in the middle of the page
_BARE_MARK = re.compile(r"^\d{1,3}(?:(?:\.\d{1,3})+\.?|[.)])$")
_COLUMNS = re.compile(r"\t+|\s{3,}")
LISTS = frozenset({Cue.PRESENT, Cue.MEMBERS, Cue.ABSENT, Cue.INVITED})
_BARE_NUMBER = re.compile(r"^\d{1,3}$")
_ABOUT = re.compile(r"^(?:О|Об|Обо|ОБ)\s+[А-Яа-яЁё«\"\d]")


@dataclass(frozen=True, slots=True)
class Notice:
    """One line, looked at alone. `words` are its text without the mark."""

    line: Line
    text: str
    words: str
    mark: Mark | None = None
    announced: Announcement | None = None
    row: tuple[str, ...] = ()
    rule: bool = False
    page: bool = False

    @property
    def number(self) -> int:
        """The number of its line, from 1."""
        return self.line.number

    @property
    def blank(self) -> bool:
        """Is there nothing on it?"""
        return not self.text and not self.row

    @property
    def cue(self) -> Cue | None:
        """What it announces, if anything."""
        return self.announced.cue if self.announced else None

    @property
    def acts(self) -> bool:
        """Does it ask at once for something to be done?"""
        return starts_with_action(self.words)

    @property
    def about(self) -> bool:
        """Is it worded as a question of the agenda, «О ходе …»?"""
        if self.mark and self.words.isupper() and len(self.words) > 4 and not has_action(self.words):
            return True
        return bool(_ABOUT.match(self.words)) and not starts_with_action(" ".join(self.words.split()[2:6]))


def notice(line: Line) -> Notice:
    """Look at one line alone."""
    text = plain(line.text)
    row = row_of(line)
    if is_rule(line.text):
        return Notice(line, text, "", rule=True)
    if line.furniture or _PAGE.match(text):
        return Notice(line, text, "", page=True)
    mark = mark_of(text, line.label)
    words = text[mark.length :] if mark else text
    announced = announcement_of(words) if words else None
    return Notice(line, text, words, mark, announced or _in_columns(line.text), row)


def _in_columns(raw: str) -> Announcement | None:
    """A label that stands in a column of its own, «приглашённые      И.К. Ли», announces a list without a colon."""
    label, _, rest = _COLUMNS.sub("\n", raw.strip(), count=1).partition("\n")
    if not rest or len(label) > 40 or ":" in label:
        return None
    found = announcement_of(f"{plain(label)}:")
    return Announcement(found.cue, plain(rest)) if found and found.cue in LISTS else None


def notices(lines: tuple[Line, ...]) -> tuple[Notice, ...]:
    """Look at every line; a lone number between blanks is a page's, a lone «2.1.» is the mark of the next line."""
    seen = [notice(line) for line in lines]
    bare: Notice | None = None
    for at, one in enumerate(seen):
        if _BARE_NUMBER.match(one.text) and _alone(seen, at):
            seen[at] = Notice(one.line, one.text, "", page=True)
        elif _BARE_MARK.match(one.text) and not one.row:
            bare = one
            seen[at] = Notice(one.line, one.text, "", rule=True)
        elif bare and not one.blank:
            if one.mark is None and not one.row and not one.page:
                seen[at] = notice(replace(one.line, label=bare.text))
            bare = None
    return _without_running_heads(_with_dotted_letters(seen))


def _with_dotted_letters(seen: list[Notice]) -> list[Notice]:
    """«а. … б. … г. …» are marks where the row begins with its first letter; elsewhere «г. Липовск» is a town."""
    row = False
    for at, one in enumerate(seen):
        found = _DOTTED_LETTER.match(one.text)
        row = row or (found is not None and found.group(1) == "а")
        if row and found and not one.row:
            seen[at] = replace(one, mark=Mark("letter", found.group(1), found.end()), words=one.text[found.end() :])
    return seen


def _without_running_heads(seen: list[Notice]) -> tuple[Notice, ...]:
    """A line that stands beside page numbers again and again is the head of the page, no part of the text."""
    times = Counter(one.text for one in seen if len(one.text) >= _SHORTEST_HEAD)
    filled = [at for at, one in enumerate(seen) if not one.blank]
    beside = {
        near for place, at in enumerate(filled) if seen[at].page for near in filled[max(0, place - 1) : place + 2]
    }
    met: set[str] = set()
    for at in sorted(beside):
        one = seen[at]
        if one.page or one.announced or one.text.endswith(":") or times[one.text] < 2:
            continue
        if one.mark or labels_of_line(one.text):  # «Срок: постоянно» ends many a page and is no foot of it
            continue
        if one.text in met or not _first_time(seen, at):
            seen[at] = Notice(one.line, one.text, "", page=True)
        met.add(one.text)
    return tuple(seen)


def _first_time(seen: list[Notice], at: int) -> bool:
    """Is this the line's own place, no repetition: does it stand before the first page number?"""
    return not any(one.page for one in seen[max(0, at - 2) : at])


def _alone(seen: list[Notice], at: int) -> bool:
    before = at == 0 or seen[at - 1].blank or seen[at - 1].line.page != seen[at].line.page
    after = at + 1 == len(seen) or seen[at + 1].blank or seen[at + 1].line.page != seen[at].line.page
    centred = len(seen[at].line.text) - len(seen[at].line.text.lstrip()) >= _FAR
    return (before or after or centred) and not seen[at].row
