"""The questions of the agenda, one title each, without their speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.lines.markup import joined
from intake.lines.sections import Part, Placed
from intake.who.names import NAME

_SPEAKER = re.compile(r"^\(?\s*(?:докл|сообщ|информ|содокл|ответств|выступ)|^\(.*\)$", re.IGNORECASE)
_QUESTION = re.compile(r"^вопрос\s*(?:№\s*)?\d+\s*[.:)–—-]?\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*\(?(?:докл(?:адчик[иа]?|адывает|\.)|информация|сообщение|содокладчик[и]?)\s*[:–—.-].*$|\s*\((?:[^()]*[А-ЯЁ]\.\s?[А-ЯЁ]\.[^()]*)\)\.?$",
    re.IGNORECASE | re.DOTALL,
)


def read_agenda(lines: Sequence[Placed]) -> tuple[tuple[str, ...], dict[int, str]]:
    """The titles in order, and what each line of the agenda was read as."""
    titles: list[list[str]] = []
    roles: dict[int, str] = {}
    marked = any(placed.part is Part.AGENDA and placed.notice.mark for placed in lines)
    for placed in lines:
        one = placed.notice
        if placed.part is not Part.AGENDA or one.blank or one.page:
            continue
        roles[one.number] = "agenda"
        text = placed.rest if placed.opens == "agenda" else " ".join(filter(None, one.row)) or one.words
        if placed.opens == "agenda" and not text:
            continue
        if placed.opens == "speaker" or _SPEAKER.match(text) or (not one.mark and NAME.match(text) and titles):
            roles[one.number] = "speaker"
        elif one.mark or not titles or not (marked or text[:1].islower()):
            titles.append([text])
        else:
            titles[-1].append(text)
    return tuple(_QUESTION.sub("", _TAIL.sub("", joined(title))).strip() for title in titles), roles
