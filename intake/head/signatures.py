"""The end of a document: posts, rooms for a signature, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.decisions.actions import has_action
from intake.head.officers import CHAIR, SECRETARY
from intake.lines.notices import Notice
from intake.who.names import names_in, only_name

_CHAIR = re.compile(rf"{CHAIR.pattern}|руководитель\s+(?:рабочей\s+)?группы", re.I)
_DEPUTY = re.compile(r"^(?:зам\.|заместител)", re.I)
POST = re.compile(
    r"^(?:и\.\s?о\.|врио|исполняющ\S+|первый|ответственн\S+\s+секретар|зам\.|заместител|председател|председательству|секретар|руководител|"
    r"глав[аы]\b|главн(?:ый|ая)\s+врач|начальник|директор|заведующ|министр|протокол\s+(?:в[её]л|вела|составил|оформил|подготовил|записал)|протоколист|записал|"
    r"ведущ(?:ий|ая)|(?:про)?в[её]л[аи]?\s+(?:заседани|совещани|собрани|встреч)|выписка\s+верна|президент|ректор|губернатор|член[ы]?\s+(?:комиссии|коллегии|совета|рабочей|группы|комитета)|куратор|подпис)",
    re.I,
)
_ROOM = re.compile(r"_{3,}|/\s*_*\s*/|\.{6,}|\(подпись\)|\bм\.\s?п\.", re.I)
_AFTER = re.compile(
    r"^(?:с\s+\S+\s+ознакомлен|ознакомлен|верно|согласовано|визы|исп\.|исполнитель\s*:?\s*[А-ЯЁ]|тел\.|м\.\s?п\.|подписи?\b|дата\b|«?_+»?)",
    re.I,
)
_IMPRINT = re.compile(
    r"^(?:исп\.|исполнитель)?\s*:?\s*(?:[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+)?,?\s*(?:тел\.|\(?\d[\d()\s-]{4,}$)|^исп\.\s",
    re.I,
)
_WIDE = re.compile(r"\t|\s{3,}")
_DATE_LINE = re.compile(r"^[«\"]?[\d_]{1,2}[»\"]?[\s.][а-яё\d_]+[\s.](?:19|20)?[\d_]{2,4}\s*(?:г\.?|года)?$", re.I)
_SURNAME_ONLY = re.compile(r"^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?$")


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signed, and as what."""

    chair: str = ""
    secretary: str = ""
    signer: str = ""


def _following(seen: Sequence[Notice], at: int, room: int) -> list[Notice]:
    """The next few lines that are not blank."""
    found: list[Notice] = []
    for one in seen[at + 1 : at + 1 + 3 * room]:
        if not one.blank:
            found.append(one)
        if len(found) == room:
            break
    return found


def signs(seen: Sequence[Notice], at: int) -> bool:
    """Does a block of signatures begin on this line: a post with a name at its end, or on a line of its own?"""
    one = seen[at]
    text = " ".join(filter(None, one.row)) or one.text
    if text[:1].islower() and at and not seen[at - 1].blank and not seen[at - 1].text.endswith((".", ";")):
        return False  # the sentence above goes on with a post and a name
    if one.mark or len(text) > 160 or not POST.match(text) or has_action(text.split(",")[0]):
        return False
    names = names_in(text)
    if names and not text[names[-1].end :].replace("подпись", "").strip(" _/.,;()"):
        return True
    if text.endswith((".", ";")):
        return False
    beneath = seen[at + 1].text if at + 1 < len(seen) else ""
    below = names_in(beneath)
    if (
        not names
        and below
        and len(beneath) < 100
        and not beneath[below[-1].end :].strip(" _/.,;()")
        and not seen[at + 1].mark
    ):
        return True
    return any(
        only_name(after.text) or (_SURNAME_ONLY.match(after.text) and _CHAIR.search(text))
        for after in _following(seen, at, 4)[:3]
    )


def signed_strongly(seen: Sequence[Notice], at: int) -> bool:
    """Is it the chair's or the secretary's signature, which may also stand before further text?"""
    one = seen[at]
    text = " ".join(filter(None, one.row)) or one.text
    if not (_CHAIR.search(text[:60]) or SECRETARY.search(text[:60])) or not signs(seen, at):
        return False
    before = [n for n in seen[max(0, at - 3) : at] if not n.blank]
    open_list = bool(before) and before[-1].text.endswith((",", ":", ";"))
    room = bool(_ROOM.search(text) or _WIDE.search(one.line.text.strip())) or not names_in(text)
    return room and not open_list and not text.endswith(";")


def signs_bare(seen: Sequence[Notice], at: int) -> bool:
    """A name alone at the end, with room to sign or after a gap: «Липова ________», «И.И. Клёнов»."""
    one = seen[at]
    if one.mark or one.row:
        return False
    raw = one.line.text  # the words of a line leave its underscores out
    room = _ROOM.search(raw)
    if room and _SURNAME_ONLY.match(raw[: room.start()].strip()):
        return True
    return bool(only_name(one.text)) and (room is not None or seen[at - 1].blank)


def goes_on(seen: Sequence[Notice], at: int) -> bool:
    """Inside the block of signatures: does this line still belong to it?"""
    one = seen[at]
    text = " ".join(filter(None, one.row)) or one.text
    if (
        one.page
        or only_name(text)
        or _ROOM.search(text)
        or _AFTER.match(text)
        or _DATE_LINE.match(text)
        or _SURNAME_ONLY.match(text)
    ):
        return True
    if len(text) > 160 or one.mark:
        return False
    if names_in(text) and len(text) < 120 and not has_action(text):
        return True
    return not has_action(text) and any(only_name(after.text) for after in _following(seen, at, 3))


def is_imprint(text: str) -> bool:
    """Who typed it and his telephone, under the last line of the document."""
    return bool(_IMPRINT.match(text))


def read_signatures(texts: Sequence[str]) -> Signatures:
    """Chair and secretary by their posts; whoever else signed first is the signer."""
    chair = secretary = signer = post = ""
    for text in texts:
        names = names_in(text)
        words = text[: names[0].start] if names and not only_name(text) else ("" if names else text)
        post = f"{post} {words}".strip()
        if not names:
            continue
        name = names[-1].name
        if SECRETARY.search(post):
            secretary = secretary or name
        elif _CHAIR.search(post) and not _DEPUTY.match(post):
            chair = chair or name
        elif post and not _AFTER.match(post):
            signer = signer or name
        post = ""
    return Signatures(chair, secretary, signer or chair)
