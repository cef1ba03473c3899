"""A list of executors cut into pieces that name one each: commas, «и», lines and brackets are weighed, not trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from engine.morphology import Case, parse
from intake.terms.phrase import read_phrase
from intake.who.parties import BODIES, Head, head_of, is_body
from intake.who.people import names

_TOGETHER = re.compile(
    r"[,;(]?\s*(?:(?:совместно|вместе|в\s+сотрудничестве|во\s+взаимодействии)\s+с|при\s+(?:участии|содействии|поддержке)|с\s+(?:участием|привлечением)|в\s+координации\s+с)о?(?![а-яё])\s*",
    re.IGNORECASE,
)
_CO_LABEL = re.compile(r"[,;.]?\s*соисполнител[ьи]\s*[:–—-]?\s*", re.IGNORECASE)
_LEAD = re.compile(
    r"\s?[-–—(]{0,2}\s?(?<![а-яё])(?:созыв|свод|(?:головной|ответственный) исполнитель|отв\.|координатор)(?![а-яё])"
    r"\s*[:)–—-]*\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s?\((?:по\s+согласованию|(?:список\s+|перечень\s+)?прилага[а-я]+|приложени[а-я]+[^()]*|далее\s*[–—-][^()]*)\)",
    re.IGNORECASE,
)
_CUT = re.compile(r"(,|;|\n|(?<=\s)и(?=\s))\s*")
_OPENING = 300  # the opening of an executor says what it is
_ONE_NAME = re.compile(r"(?:КДН\s+и\s+ЗП|ГО\s+и\s+ЧС)$")
_GOVERNING: tuple[tuple[str, Case], ...] = (("при", "gen"), ("с участием", "gen"), ("с привлечением", "gen"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a list that names one executor (or a body with its person); `raw` is as written."""

    text: str
    raw: str
    role: str = "responsible"
    case: Case | None = None


def pieces(raw: str, case: Case | None = None) -> list[Piece]:
    """The pieces of a list, in order, with the roles that its words give."""
    text = _ASIDE.sub("", raw).strip()
    found: list[Piece] = []
    for part, role, stands in _by_role(text, case):
        for chunk in _merged(part, stands):
            found.append(_with_lead(replace(chunk, role=role, case=stands)))
    return [piece for piece in found if re.search(r"[а-яёА-ЯЁ]{2}", piece.text) and not _is_term(piece.text)]


def _is_term(text: str) -> bool:
    """«Лугова А.Б., до 3 марта»: a term behind a name is nobody."""
    return not names(text) and head_of(text) is None and read_phrase(text, None).kind not in ("none", "event")


def _by_role(text: str, case: Case | None) -> list[tuple[str, str, Case | None]]:
    """The list itself, and what follows «совместно с …», «Соисполнители: …»."""
    marks = sorted([*_TOGETHER.finditer(text), *_CO_LABEL.finditer(text)], key=lambda hit: hit.start())
    parts: list[tuple[str, str, Case | None]] = []
    start, role, stands = 0, "responsible", case
    for hit in marks:
        parts.append((text[start : hit.start()].rstrip(" ("), role, stands))
        words = hit.group().lower().strip(" ,;(")
        governed: Case = next((its for lead, its in _GOVERNING if words.startswith(lead)), "ins")
        start, role, stands = hit.end(), "co-executor", None if words.startswith("соисп") else governed
    parts.append((text[start:], role, stands))
    return [(part, role, stands) for part, role, stands in parts if part.strip()]


def _with_lead(piece: Piece) -> Piece:
    hit = _LEAD.search(piece.text)
    if hit is None or not (piece.text[: hit.start()] + piece.text[hit.end() :]).strip():
        return piece
    text = f"{piece.text[: hit.start()]} {piece.text[hit.end() :]}".strip()
    return replace(piece, text=text, raw=text, role="lead" if piece.role == "responsible" else piece.role)


def _merged(text: str, case: Case | None) -> list[Piece]:
    """Cut at every comma, line and «и» outside brackets, then put together what belongs together."""
    out: list[Piece] = []
    first: Head | None = None
    for cut, chunk in _chunks(text):
        elided = _elided(cut, chunk, out[-1], case) if out else None
        if elided:
            out.append(Piece(text=elided.replace("[", "").replace("]", ""), raw=elided))
            continue
        if out and not _opens(cut, chunk, out[-1], first, case):
            joint = {"\n": " ", "и": " и "}.get(cut, f"{cut} ")
            out[-1] = Piece(text=f"{out[-1].text}{joint}{chunk}", raw=f"{out[-1].raw}{joint}{chunk}")
            continue
        out.append(Piece(text=chunk, raw=chunk))
        first = first or (None if names(chunk) else head_of(chunk, case))
    return out


def _chunks(text: str) -> list[tuple[str, str]]:
    """(separator before, chunk) for each cut that stands outside brackets and quotation marks."""
    depth, plain_sign = 0, []
    for sign in text:
        depth = max(0, depth + (sign in "(«“") - (sign in ")»”"))
        plain_sign.append(depth == 0)
    found, start, cut = [], 0, ""
    for hit in _CUT.finditer(text):
        if (
            not plain_sign[hit.start(1)]
            or hit.start() < start
            or _ONE_NAME.search(text[max(0, hit.start() - 4) : hit.end() + 2])
        ):
            continue
        chunk = text[start : hit.start()].strip()
        if chunk:
            found.append((cut, chunk))
            cut = hit[1]
        elif hit[1] == ";" or not cut:
            cut = hit[1]
        start = hit.end()
    rest = text[start:].strip()
    return [*found, (cut, rest)] if rest else found


def _opens(cut: str, chunk: str, last: Piece, first: Head | None, case: Case | None) -> bool:
    """Does a chunk begin another executor, rather than go on with the last one?"""
    people = names(chunk)
    if people and people[0].start == 0:
        return True
    head = head_of(chunk, case)
    if head is None:
        return (cut == ";" and bool(people)) or (not people and read_phrase(chunk, None).kind not in ("none", "event"))
    if people or cut == ";":
        return True
    if head.kind == "post":
        return not names(last.text[:_OPENING])  # behind a named person it is that person's post, or the second one
    if cut == "\n" and not last.raw.rstrip().endswith((".", ",", ";")) and chunk[:1].islower() and not head.certain:
        return False
    return _same_case(head, first, last, chunk, case)


def _same_case(head: Head, first: Head | None, last: Piece, chunk: str, case: Case | None) -> bool:
    """A noun opens a new executor only in the case of the list: «школ» behind «руководители ОО» does not."""
    if head.lemma.isupper():
        # «директора МБОУ № 1, МБОУ № 2»: the same form of organisation goes on; another one is a party of its own.
        return head.lemma not in last.text or bool(names(last.text[:_OPENING])) or last.text.startswith(head.lemma)
    if head.kind == "group" and not head.certain and " " not in chunk and not is_body(head.lemma):
        return False  # «учителя физики, математики»: a subject rather than people
    expected = case or (first.case if first else "nom")
    return head.case == expected


def _elided(cut: str, chunk: str, last: Piece, case: Case | None) -> str | None:
    """«руководители ШНОР и школ-лидеров» names two groups: the head noun holds for both."""
    words = last.text[:_OPENING].split()
    if len(words) != 2 or (cut != "и" and not (chunk.isalpha() and chunk.isupper() and words[1].isupper())):
        return None
    head = head_of(last.text, case)
    opening = head_of(chunk, case)
    if (
        head is None
        or head.kind != "group"
        or head.lemma in BODIES
        or (opening and opening.certain and opening.case == head.case)
    ):
        return None
    return f"[{words[0].strip('[]')}] {chunk}" if _governed(words[1:]) and _governed(chunk.split()) else None


def _governed(words: list[str]) -> bool:
    """Are these organisations in the genitive: «ШНОР», «школ-лидеров», «детских садов»? «Математики» is none."""
    if words[0].isupper():
        return True
    nouns = [found for word in words[:2] for found in parse(word) if found.part == "NOUN" and found.case == "gen"]
    return any(is_body(noun.lemma) for noun in nouns)
