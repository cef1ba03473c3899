"""The lines of an attendance put together: what one entry of a list is, whatever columns or wraps it comes in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.head.officers import CHAIR, SECRETARY
from intake.lines.cues import announcement_of
from intake.lines.lists import LIST_OF
from intake.lines.markup import joined
from intake.lines.sections import Part, Placed
from intake.who.names import names_in, only_name

Entry = list[Placed]

_REST_OF_LABEL = re.compile(r"^\s*[а-яё][а-яё ]{0,30}:?\s{3,}(?=\S)")
_GAP = re.compile(r"\t+|\s{3,}")
_APART = " – "  # between two columns: nobody's name runs over it
_LABEL_WITHIN = re.compile(
    r"(?<=[.;,)])\s+(?=(?:отсутств|не\s+(?:голосовал|присутств|участвовал|был|явил|смог)|приглаш[её]н|присутств|участник|участв)[^:.,–—]{0,50}:"
    r"|(?:отсутств|приглаш[её]н)[^:.,–—]{0,50}[–—]"
    r"|(?-i:Отсутств|Не\s+(?:присутств|участвовал|явил|смог)|Приглаш[её]н|Присутств|Участвовал)[а-яё]*\s)",
    re.IGNORECASE,
)


def entries(lines: Sequence[Placed]) -> Iterator[Entry]:
    """Lines that belong together: a list broken in the middle of a name or post is read as one."""
    entry: Entry = []
    for placed in lines:
        if placed.notice.blank or placed.notice.page or not _counts(placed):
            continue
        if entry and _goes_on(entry, placed):
            entry.append(placed)
            continue
        if entry:
            yield entry
        entry = [placed]
    if entry:
        yield entry


def _counts(placed: Placed) -> bool:
    """Does a line tell who was there? In the head only what counts the members or names an officer does."""
    if placed.opens == "quorum" or placed.part is Part.ATTENDANCE:
        return True
    text = placed.notice.text
    return placed.part is Part.HEADER and bool(names_in(text) and (CHAIR.search(text) or SECRETARY.search(text)))


def _goes_on(entry: Entry, placed: Placed) -> bool:
    """Does a line go on with an entry, as one without a number or label of its own after one that was not closed?"""
    if placed.opens != entry[0].opens or placed.opens == "quorum" or {placed.part, entry[0].part} != {Part.ATTENDANCE}:
        return False
    one, last = placed.notice, entry[-1].notice
    if one.mark or one.row or one.announced or CHAIR.match(one.text) or SECRETARY.match(one.text):
        return False
    closed = last.text.endswith((";", ".", ":")) and not last.text[-3:-2].isspace()
    return not _ends_a_column(last.line.text) and (not closed or bool(re.search(r"[А-ЯЁ]\.$", last.text)))


def _ends_a_column(raw: str) -> bool:
    """«начальник отдела        П.С. Липова»: the name alone behind the gap closes what was said before it."""
    cells = _GAP.split(raw.strip())
    return len(cells) > 1 and bool(only_name(cells[-1]))


def words_of(entry: Entry) -> str:
    """What an entry says, without its label; columns stand apart."""
    return joined([_words(entry[0]), *(_rest_of_label(one.notice.line.text) or _words(one) for one in entry[1:])])


def _rest_of_label(raw: str) -> str:
    """What stands beside the rest of a label that goes on in a column of its own."""
    label = _REST_OF_LABEL.match(raw)
    return raw[label.end() :].strip() if label else ""


def _words(one: Placed) -> str:
    if one.rest:
        return one.rest
    raw = one.notice.line.text
    if one.notice.row:
        return _APART.join(filter(None, one.notice.row))
    return _APART.join(_GAP.split(raw.strip())) if _ends_a_column(raw) else one.notice.text


def lists_within(text: str, kind: str) -> Iterator[tuple[str, str]]:
    """«Присутствовали: … . Отсутствовали: … .» on one line are two lists, each with its kind."""
    start = 0
    for label in _LABEL_WITHIN.finditer(text):
        found = announcement_of(text[label.end() :][:1].upper() + text[label.end() + 1 :])
        if found is None or found.cue not in LIST_OF:
            continue
        yield text[start : label.start()], kind
        kind, start = LIST_OF[found.cue], label.end()
    yield text[start:], kind
