"""Who and by when, said at the end of a sentence without a label: «… (Лугов А.Б., до 5 мая)», «… – Лугов А.Б.»."""

from __future__ import annotations

import re

from engine.morphology import parse
from intake.decisions.labels import Label
from intake.terms.phrase import read_phrase
from intake.terms.words import MONTHS, plain
from intake.who.executors import find_addressee
from intake.who.parties import Head, head_of, is_body
from intake.who.people import names, trimmed

_BRACKET = re.compile(r"\s*\(([^()]{2,200})\)\s*[.;,]?\s*$")
_BEHIND = re.compile(r"(?:(?<=[.;])\s+(?=[А-ЯЁ])|\s[–—-]\s+(?=[А-Яа-яё]))([^–—:]{3,160})$")
_CONTROLS = re.compile(r"\W*контроль\s", re.IGNORECASE)  # «… – секретарь Липова И.И.» is all that it says
_IN_TERM = re.compile(r",\s*в\s+срок,?\s+((?:до|к|с|не|по|в)\s[^,;:()]{2,60}?)[.;]?\s*$", re.IGNORECASE)
_LAST = re.compile(r"(?:\s[–—-]|[,.;:])\s+([^,;:()–—]{3,60}(?:[–—][^,;:()–—]{3,40})?)[.;]?\s*$")
_BEHIND_PEOPLE = re.compile(r"[,;\n(]|\s[–—-]\s|(?<=[А-ЯЁ]\.)\s+(?=(?:до|к|с|в|не)\s|\d)")
_PARTS = re.compile(r"[,;]\s*|\s+и\s+(?=[А-ЯЁ])")
_WORD = re.compile(r"[а-яa-z\d][а-яa-z\d./-]*")
_OF_TERMS = re.compile(
    r"до|ко?|со?|по|во?|на|не|и|от|позднее|позже|течени[еи]|сроком?|период|начал[еоуа]|середин[аеу]|конец|конц[аеу]"
    r"|окончани[яюе]|включительно|(?:перв|втор|трет|четверт|последн)[а-я]{2,4}|[ivx]{1,4}|\d[\d./-]*(?:[а-я]{1,3})?"
    r"|(?:квартал|полугоди|декад|половин|недел|месяц|учебн|рабоч|календарн|текущ|следующ|нов)[а-я]{0,3}"
    r"|срок|[а-я]*(?:дневн|недельн|месячн)[а-я]{2}"
    r"|дн[яей]{1,2}|день|дня|год[ауе]?|гг?\.?|т\.?|одн[а-я]{2,3}|дву?х?|тр[её]х|пяти|десяти"
    r"|постоянно|немедленно|незамедлительно|срочно|еже(?:месячно|дневно|недельно|квартально|годно)"
)
_MONTH = re.compile(rf"(?:{'|'.join(stem for stem in MONTHS if stem != 'ма')})[а-я.]{{0,5}}|ма[йяюе]|мае")
_OFFICES = frozenset(
    ["отдел", "управление", "комитет", "служба", "департамент", "министерство", "администрация", "сектор"]
)


def is_term(text: str) -> bool:
    """Is the text a term and nothing else: «до 1 апреля», «первая неделя декабря»; «отчёт за май» is none?"""
    smooth = plain(text).strip(" .,;:()")
    if smooth.isdigit():
        return False
    words = _WORD.findall(smooth)
    if not 0 < len(words) <= 10 or re.sub(r"[\s.,«»\"-]", "", _WORD.sub("", smooth)):
        return False
    if not all(_OF_TERMS.fullmatch(part) or _MONTH.fullmatch(part) for word in words for part in _ends(word)):
        return False
    return read_phrase(text, None).kind not in ("none", "event")


def _ends(word: str) -> list[str]:
    """«март-апрель» has two ends, «15-го» is one number."""
    parts = word.split("-")
    return parts if len(parts) == 2 and not word[0].isdigit() else [word]


def term_behind(value: str) -> str:
    """The term that follows those who carry something out, «Лугова А.Б., до 3 марта»; empty if none does."""
    return next((_bare(part) for part in _BEHIND_PEOPLE.split(value)[1:] if is_term(part)), "")


def term_at_end(text: str) -> str:
    """The bare term that ends a sentence, «… – III квартал 2025 года», «… . Май 2025 г.»; empty if none does."""
    hit = _LAST.search(text)
    return _bare(hit.group(1)) if hit and is_term(hit.group(1)) else ""


def _bare(term: str) -> str:
    return re.sub(r"(?<!г)\.$", "", term.strip(" ()"))


def cut_tail(text: str) -> tuple[str, tuple[Label, ...]]:
    """The sentence without its tail, and what the tail says; a sentence that ends otherwise is left as it is."""
    if hit := _IN_TERM.search(text):
        return text[: hit.start()], (Label("deadline", hit.group(1)),)
    hit = _BRACKET.search(text)
    if hit and hit.start():
        labels = _read(hit.group(1))
        named = any(label.kind == "executors" for label in labels)
        if labels and not (named and (_explains(text[: hit.start()]) or find_addressee(text))):
            return text[: hit.start()].rstrip(" ,;–—-"), labels
        return text, ()
    hit = None if _CONTROLS.match(text) else _BEHIND.search(text)
    if (
        hit
        and (names(hit.group(1)[:60]) or _is_party(trimmed(hit.group(1))))
        and (labels := _read(hit.group(1)))
        and not find_addressee(text)
    ):
        return text[: hit.start()].rstrip(" ,;–—-"), labels
    return text, ()


def _read(tail: str) -> tuple[Label, ...]:
    """Executors and terms, if the tail is made of nothing else."""
    parts = [trimmed(part) for part in _PARTS.split(tail) if trimmed(part)]
    terms = [part for part in parts if is_term(part)]
    parties = [part for part in parts if part not in terms]
    if not parts or not all(map(_is_party, parties)):
        return ()
    found = [Label("executors", ", ".join(parties))] if parties else []
    return (*found, *(Label("deadline", term) for term in terms[:1]))


def _is_party(text: str) -> bool:
    """A person with at most a post, or an office, in the nominative."""
    people = names(text)
    if people:
        rest = f"{text[: people[0].start]} {text[people[0].end :]}".strip(" .–—-")
        post = head_of(rest) if rest else None
        return not rest or (post is not None and post.kind == "post" and post.case == "nom")
    head = head_of(text)
    return head is not None and head.case == "nom" and (head.lemma in _OFFICES or _are_people(head))


def _are_people(head: Head) -> bool:
    return head.kind == "group" and head.certain and not is_body(head.lemma)


def _explains(before: str) -> bool:
    """«… совместно с отделом культуры (Лугов А.Б.)»: the bracket says who heads the body before it."""
    for word in re.findall(r"[А-Яа-яё-]+", before)[-3:]:
        if any(is_body(one.lemma) or (one.animate and one.part == "NOUN") for one in parse(word)[:1]):
            return True
    return before.endswith(("»", '"')) or bool(re.search(r"№\s*\d+$", before))
