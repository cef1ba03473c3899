"""A term inside a sentence: «… обеспечить в срок до 15.01.2022 года подготовку предложений …».

Most dates in a sentence are no terms: they name documents, plans, periods that are reported on. So a term is taken where
something marks it as one; without a mark only at the head of the sentence, or at its end, and only if it lies ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.protocol import Deadline
from intake.terms.phrase import read_phrase
from intake.terms.recurring import ANY
from intake.terms.words import MONTH, ORDINAL, YEAR, plain


@dataclass(frozen=True, slots=True)
class Term:
    """A term in a sentence: as written, its place, and what it says."""

    raw: str
    start: int
    end: int
    deadline: Deadline


_SCHOOL = r"(?:учебн\w{2,3}\s+год\w{0,2}|уч\.?\s?г(?:од\w{0,2})?\.?)"
_YEARS = r"(?:20\d\d\s?[-/]\s?(?:20)?\d\d\s*(?:-?го\s+)?)"
_DAY = (
    rf"(?:\d{{1,2}}\s?[./]\s?\d{{1,2}}\s?[./]\s?(?:20)?\d\d(?!\d)(?:\s*года?(?![а-я])|\s*г\.?(?![а-я]))?"
    rf"|[«\"]?\s?\d{{1,2}}\s?[»\"]?(?:-?(?:го|е|му))?\s*{MONTH}(?:\s*,?\s*(?:{YEAR}))?|(?:двадцать |тридцать )?[а-я]{{3,14}}(?:ого|его|ому|ему)\s+{MONTH}(?:\s*(?:{YEAR}))?)"
)
_CLOCK = r"(?:\d{1,2}[:.]\d\d\s*(?:час\w*|ч\.?)?\s*(?:\(?мск\)?)?\s*|\d{1,2}\s?(?:часов|ч\.?)\s*)?"
_UNIT = rf"(?:{ORDINAL}\s*(?:-?\s?(?:го|м|й))?\s*(?:квартал\w{{0,2}}|полугоди\w{{1,2}}|декад\w{{1,2}}(?:\s+{MONTH})?)|{MONTH})(?:\s*,?\s*(?:{YEAR}))?"
_NUMBER = r"(?:\d{1,3}(?:-?(?:х|ти|и))?(?:\s?\([а-я ]{3,20}\))?|[а-я]{3,14})"
_LENGTH = rf"{_NUMBER}\s+(?:(?:рабочих|календарных|учебных)\s+)?(?:дн[яей]{{1,2}}|суток|недель|недели|месяцев|месяца|часов|часа)(?![а-я])"
_INFINITIVE = r"[а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])"
_WORDS = rf"(?:\s+(?!{_INFINITIVE})[«»№а-я\d-]+){{1,6}}"
_AFTER = rf"(?:\s+(?:(?:со|с|от)\s+(?:дня|даты|момента)|после|до){_WORDS})?"

_STRONG = re.compile(
    rf"(?<![а-я])(?:(?:в\s+)?срок(?:ом)?,?\s+)?(?:до|к|ко|не\s+позднее(?:\s+чем)?|не\s+позже)\s+{_CLOCK}{_DAY}(?:\s+включительно)?"
    rf"|(?<![а-я])(?:в\s+срок\s+)?(?:до|к|не\s+позднее)\s+(?:конц[ауе]|окончани[яю]|завершени[яю])\s+(?:{_UNIT}|(?:текущего\s+)?(?:{_YEARS})?{_SCHOOL}|(?:{YEAR})|(?:текущего\s+|календарного\s+)?(?:года|месяца|квартала))"
    rf"|(?<![а-я])(?:до|к)\s+начал[ау]\s+(?:нового\s+|следующего\s+)?(?:{_YEARS})?{_SCHOOL}"
    rf"|(?<![а-я])(?:в\s+срок\s+(?:до|не\s+позднее)|не\s+позднее)\s+(?:{_UNIT}|(?:{YEAR}))"
    rf"|(?<![а-я])(?:в\s+течение|в\s+течении|на\s+протяжении)\s+(?:{_LENGTH}{_AFTER}|(?:(?:одного|1)\s+)?(?:месяца|недели|дня|суток|квартала)(?![а-я]){_AFTER}|(?:текущего\s+)?(?:{_YEARS})?{_SCHOOL}|{_UNIT}|(?:{YEAR})|всего\s+(?:учебного\s+)?года|(?:календарного\s+)?года(?![а-я]))"
    rf"|(?<![а-я])в\s+(?:срок\s+)?(?:\d{{1,3}}\s?-?\s?(?:х|ти|и)?\s?-?\s?|[а-я]{{0,14}}?)(?:дневный|недельный|месячный|суточный)\s+срок{_AFTER}"
    rf"|(?<![а-я])(?:не\s+позднее(?:\s+чем)?(?:\s+(?:в\s+течение|через))?|в\s+срок,?\s+не\s+(?:более|превышающий|позднее)|через)\s+{_LENGTH}{_AFTER}"
    rf"|(?<![а-я])(?:немедленно|незамедлительно)(?![а-я])"
    rf"|(?<![а-я])(?:на\s+постоянной\s+основе|постоянно)(?![а-я])"
)
_ROUND = re.compile(
    rf"(?<![а-я])(?:(?:{ANY.pattern})(?:[,(]?\s*(?:(?:в\s+срок\s+)?(?:до|к|не\s+позднее)\s+\d{{1,2}}(?:-?го|-?му)?(?:\s+числ[ау]|\s+{MONTH})?(?:\s+месяца,?\s+следующего\s+за\s+отч[её]тным(?:\s+[а-я]+)?|\s+каждого\s+месяца)?|по\s+[а-я]+(?:ам|ям)))?)"
    rf"|(?<![а-я])(?:до|к|не\s+позднее)\s+\d{{1,2}}(?:-?го|-?му)?(?:\s+числа)?\s+(?:каждого\s+месяца|месяца,?\s+следующего\s+за\s+отч[её]тным(?:\s+[а-я]+)?)"
)
_WEAK = re.compile(
    rf"(?<![а-я])(?:в\s+период\s+)?с\s+{_DAY}\s+(?:по|до)\s+{_DAY}|(?<![а-я])(?:в\s+период\s+)?с\s+\d{{1,2}}\s+по\s+{_DAY}"
    rf"|(?<![а-я])(?:в\s+период\s+)?с\s+{MONTH}(?:\s+(?:{YEAR}))?\s+по\s+{MONTH}(?:\s+(?:{YEAR}))?"
    rf"|(?<![а-я])(?:в|во)\s+(?:{MONTH}\s?-\s?{_UNIT}|(?:начале|середине|конце)\s+{_UNIT}|{_UNIT})"
    rf"|(?<![а-я])(?:начиная\s+)?с\s+{_DAY}|(?<![а-я]){_DAY}"
)
_OTHERS = re.compile(
    r"(?:продл\w+|перен[еo]с\w+|действ\w+|зарегистрир\w+|рожден\w+|возраст\w*|прогноз\w*|программ\w*|стратеги\w*|концепци\w*|развити\w+|на период|сроком действия|от \d[\d.]*|"
    r"состоявш\w+|проведенн\w+|прошедш\w+|состояни\w+(?: на)?|утвержденн\w+|[а-я]{3,}(?:вш|нн|щ|ем|им|т)(?:ий|ие|ая|ее|ых|их|ого|его|ой|ей|ым|ыми|ими|ый|ые|ую|ую)(?:ся)?)\s*$"
)
_GERUND = re.compile(r"(?<![а-я])[а-я]{3,}(?:ив|ав|ев|ув|ыв|вшись|ая|яя|уя)(?:ши)?(?:сь)?(?![а-я])")
_CLAUSE = re.compile(r"(?<![а-я])(?:котор\w{2,3}|которых|если|чтобы|где|поскольку)(?![а-я])")


def terms(text: str, decided: date | None) -> Iterator[Term]:
    """The terms of a sentence that are the item's own, the most binding first."""
    smooth = re.sub(r"\s", " ", plain(text))
    hidden = _quoted(smooth)
    for pattern in (_ROUND, _STRONG):
        for hit in pattern.finditer(smooth):
            if not hidden[hit.start()] and _own(smooth, hit):
                found = _term(text, hit, decided)
                if found is not None:
                    yield found
    for hit in _WEAK.finditer(smooth):
        if not hidden[hit.start()] and _own(smooth, hit) and _prominent(smooth, hit):
            found = _term(text, hit, decided)
            if found is not None and _ahead(found.deadline, decided):
                yield found


def _term(text: str, hit: re.Match[str], decided: date | None) -> Term | None:
    deadline = read_phrase(hit.group(), decided)
    if deadline.kind == "none":
        return None
    return Term(text[hit.start() : hit.end()].strip(" ,"), hit.start(), hit.end(), deadline)


def _own(text: str, hit: re.Match[str]) -> bool:
    """Is the term the item's own, and not that of a document, a period or a subordinate clause?"""
    before = text[: hit.start()]
    if _OTHERS.search(before):
        return False
    clause = before[max(before.rfind(","), before.rfind(";"), before.rfind(":"), before.rfind(". ")) + 1 :]
    if _CLAUSE.search(clause):
        return False
    vague = not re.search(r"\d", hit.group())
    return not (
        vague and _GERUND.search(before) and len(before) > 40 and re.search(r",[^,]*$", before[: _last_gerund(before)])
    )


def _last_gerund(text: str) -> int:
    return max((hit.start() for hit in _GERUND.finditer(text)), default=0)


def _prominent(text: str, hit: re.Match[str]) -> bool:
    """Does the term stand where a clerk puts one: at the head, behind the first verb, alone in brackets or at the end?"""
    before, after = text[: hit.start()].strip(), text[hit.end() :].strip()
    if not before or (before.endswith("(") and after.startswith(")")):
        return True
    words = before.split()
    if len(words) <= 2 and re.search(r"(?:ть|ти|чь|ться|тись)$", words[-1]):
        return True
    return not after.strip(" .;,)") and not re.match(r"(?:в|во|с|начиная)\s+(?:20|19)\d\d", hit.group())


def _ahead(deadline: Deadline, decided: date | None) -> bool:
    last = deadline.due or deadline.start
    return decided is None or (last is not None and last >= decided)


def _quoted(text: str) -> list[bool]:
    """For each place: is it inside «guillemets»? Titles of plans carry years of their own."""
    depth, hidden = 0, []
    for sign in text:
        depth += (sign == "«") - (sign == "»")
        hidden.append(depth > 0 and sign != "«")
    return [*hidden, False]
