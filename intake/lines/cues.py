"""The words by which a protocol announces what comes next: a table of patterns with names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Cue(StrEnum):
    """What a line announces."""

    DECIDED = "decided"
    HEARD = "heard"
    SPEAKER = "speaker"
    TOPIC = "topic"
    AGENDA = "agenda"
    PRESENT = "present"
    MEMBERS = "members"
    ABSENT = "absent"
    INVITED = "invited"
    QUORUM = "quorum"
    VOTE = "vote"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Announcement:
    """A cue and the words after it on its line."""

    cue: Cue
    rest: str


_DECIDE = (
    r"(?:решил[аио]?|решено|решает|постановил[аио]?|постановля(?:ет|ю)|приказываю|обязываю|распоряжаюсь|предлагаю|"
    r"решени[ея]|принят[оы]\s+(?:следующ[а-яё]+\s+)?решени[ея]|поручени[яе]|рекоменду[ею]т|рекомендации)"
)
_HOW = r"(?:\s*\(?(?:единогласно|следующее|большинством\s+голосов)\)?)?"
_VERB = r"(?=\s+(?:поручить|рекомендовать|обязать|предложить)\s*:)(?:\s+[а-яё]+\s*:)"
_ORDINAL = r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)[а-яё]+"
_QUESTION = (
    rf"(?:по\s+)?(?:вопрос\s+{_ORDINAL}|{_ORDINAL}\s+вопрос[а-яё]*"
    r"|вопрос[а-яё]*\s*(?:№\s*)?\d+|\d+(?:-[а-яё]+)?\s+вопрос[а-яё]*)"
)

_INITIALS = r"(?-i:[А-ЯЁ]\.\s?[А-ЯЁ]\.)"
_UP_TO_COLON = rf"(?:(?:(?!{_INITIALS})[^:]){{0,80}}:)?"  # the rest of a label, never a name
_FROM_AFAR = (
    r"(?:(?:дистанционно|удал[её]нно|онлайн|очно|также|кроме\s+того,?|(?:посредством|в\s+режиме|по|с\s+использованием)"
    r"\s+(?:ВКС|видео[\w-]+(?:\s+связи)?)),?\s+)?"
)
_TAKES_PART = (
    r"(?:присутств(?:овал[аио]?|у[ею]т|ующие)|участвовал[аио]?|участвуют|участники|принял[аио]?\s+участие"
    r"|принима[ею]т\s+участие|подключились)"
)

_NO_SENTENCE = r"(?![^:]*\b(?:принято|принимается)\s+(?:единогласно|большинством))"

# In order: the first pattern that fits names the cue; what follows the match is the rest of the line.
_TABLE: tuple[tuple[Cue, str], ...] = (
    (
        Cue.VOTE,
        r"(?:результаты\s+голосования|(?:за\s+решение\s+)?(?:про)?голосовали|голосование|за\s*[-–—:=]|[«\"]за[»\"]|против\s*[-–—:=]|[«\"]против[»\"]"
        r"|воздержал[а-яё]*|[«\"]воздержал[а-яё]*|(?:решени[ея]|резолюция|постановление|рекомендации)\s+принят[оыа]|принят[оаы]?\s+(?:единогласно|большинством)|единогласно)",
    ),
    (Cue.ATTACHMENT, r"приложени[ея](?:\s*(?:№|N)?\s*\d+)?(?=\s*$|\s+к\s|\s*[.:]|\s+[А-ЯЁ«])"),
    (
        Cue.QUORUM,
        r"(?:кворум|явка|(?:всего|общее\s+(?:число|количество))\s+членов|из\s+\d+\s+членов|списочный\s+состав)",
    ),
    (Cue.ABSENT, r"не\s+(?:был[оаи]?|явил(?:ись|ся|ась))\s*:"),
    (Cue.PRESENT, r"(?:на|в)\s+\S+\s+был[аи]?\s*:"),
    (
        Cue.ABSENT,
        rf"(?:по\s+(?:уважительн|болезн|объективн)[а-яё]+\s+(?:причин[а-яё]+\s+)?)?"
        rf"(?:отсутств(?:овал[аио]?|у[ею]т|ующие)|не\s+(?:смог(?:л[аи])?\s+)?(?:присутств|участв|голос)(?:овал[аио]?|у[ею]т|овать)"
        rf"|не\s+(?:смог(?:л[аи])?\s+)?(?:прибы|яви|при(?:шё|ше|ш|йт))(?:л[аио]?|ть|и)(?:с[ья])?){_UP_TO_COLON}",
    ),
    (
        Cue.INVITED,
        r"(?:(?:на\s+\S+\s+)?(?:присутств\S+\s+)?(?:в\s+качестве\s+)?приглаш[её]нн?(?:[ао]|ы[ейх]?|ый|ая)?(?:\s+(?:лиц[ао]?|на\s+заседание|участник[аи]?|эксперт[аы]?))?\s*(?:[:–—-]|\([^)]*\)\s*:?|$))",
    ),
    (
        Cue.INVITED,
        rf"(?:(?:присутств|участв)\S+\s+)?(?:по\s+приглашению(?:\s+(?:присутств|участв)\S+)?|приглаш[её]н[аы]?(?=\s)){_UP_TO_COLON}"
        rf"(?=[^:]{{0,160}}{_INITIALS})",
    ),
    (
        Cue.PRESENT,
        rf"{_FROM_AFAR}(?:(?:на|в)\s+(?:\S+\s+){{1,8}}?)?{_TAKES_PART}"
        r"(?![^:]*\b(?:выступ|обсуд|отме[тч]|счита|рассмотре|констатир|решил|рекоменд))[^:]{0,90}?(?::|$|(?=\d+\s+человек)|(?-i:(?=[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ][а-яё-]{2,30}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.)))",
    ),
    (Cue.PRESENT, r"(?:список|состав)\s+(?:участников|присутствующих|присутствовавших)[^:]{0,80}(?::|,|$)"),
    (
        Cue.MEMBERS,
        r"(?:члены|состав)\s+(?:рабочей\s+группы|комиссии|коллегии|совета|комитета|штаба|[а-яё]+\s+совета|оргкомитета|группы)"
        r"[^:,;]{0,80}(?:[:–—-]|$)",
    ),
    (Cue.MEMBERS, r"члены\s*:"),
    (Cue.AGENDA, r"повестк[аиу](?:\s+(?:дня|заседания|совещания|коллегии))*[^:.]{0,60}(?:[:.]|$)"),
    (Cue.AGENDA, r"(?:вопросы,?\s+)?(?:рассматриваемые|рассмотренные)\s+(?:на\s+\S+\s+)?(?:вопросы)?\s*(?::|$)"),
    (Cue.AGENDA, r"(?:[^.;:]{0,160}\s)?(?:рассмотрен|обсужден|вынесен)[ыо]?[^.;:]{0,60}\bвопросы\s*:"),
    (Cue.AGENDA, r"(?:вопрос[ыа]?\s+(?:повестки|для\s+(?:рассмотрения|обсуждения))[^:]{0,40}|вопросы)\s*:"),
    (Cue.DECIDED, rf"{_NO_SENTENCE}{_DECIDE}{_HOW}(?:{_VERB}\s*$|\s*:)"),
    (
        Cue.DECIDED,
        rf"{_NO_SENTENCE}(?:РЕШИЛ[АИО]?|ПОСТАНОВИЛ[АИО]?|ПРИКАЗЫВАЮ|РЕШЕНИ[ЕЯ]|РЕШЕНО|Решил[аио]?|Постановил[аио]?)\s*\.?\s*$",
    ),
    (Cue.DECIDED, rf"{_NO_SENTENCE}(?:решени[ея]|решил[аио]?|постановил[аио]?)\s+по\s+[^:]{{0,200}}:"),
    (
        Cue.DECIDED,
        rf"{_NO_SENTENCE}[^:]{{0,700}}\b(?:решил[аио]?|решено|решает|постановил[аио]?|постановляет|приказываю|рекоменду[ею]т){_HOW}(?:{_VERB}|\s*:)\s*$",
    ),
    (Cue.DECIDED, r"(?:поручить|рекомендовать|поручается|рекомендуется)\s*:\s*$"),
    (Cue.DECIDED, r"(?-i:(?:ДОГОВОРИЛИСЬ|ПОРУЧЕНИЯ|РЕШЕНИЯ)[.\s]*(?:РЕШЕНИЯ|ПОРУЧЕНИЯ)?)\s*$"),
    (Cue.DECIDED, r"[^:.\d]{2,120}\s(?:рекоменду[ею]т|поручает)(?:\s[^:.]{3,160})?:\s*$"),
    (Cue.DECIDED, r"[^:.]{0,60}\b(?:поручения|договорились|договорённости)\s*:\s*$"),
    (Cue.DECIDED, rf"{_NO_SENTENCE}[^:]{{0,200}}\bприн(?:ят[оы]|ял[аи]?)\s+(?:следующ[а-яё]+\s+)?решени[ея]\s*:"),
    (
        Cue.DECIDED,
        r"[^:]{0,700}\b(?-i:РЕШИЛ[АИО]?|ПОСТАНОВИЛ[АИО]?|ПОСТАНОВЛЯЕТ|РЕКОМЕНДУ[ЕЮ]Т|ПОРУЧАЕТ|ПРИКАЗЫВАЮ)\s*$",
    ),
    (Cue.SPEAKER, r"(?:содоклад|доклад|сообщени|информаци)(?:чик[а-яё]*|ывает|ывал[аи]?|е|я)?\s*[:–—-]"),
    (
        Cue.HEARD,
        r"(?:слово\s+(?:предоставил[аи]?|предоставлено|имел[аи]?|дали)|слушал[иа]?|заслушал[иа]?|выступил[аи]?|выступали|выступающие|обсудили|отметил[иа]?"
        r"|ход\s+(?:заседания|совещания|собрания)|вопросы\s+и\s+ответы|обсуждение|в\s+(?:обсуждении|прениях)[^:]{0,60}|с\s+(?:докладом|информацией|сообщением)\s+выступил[аи]?)"
        r"(?:\s*[:.,–—-]|\s*$|\s+(?=[А-ЯЁ]|по\s|о\s|об\s|информаци|доклад|вопрос))",
    ),
    (
        Cue.HEARD,
        r"[^:]{0,120}\b(?:обсудили|рассмотрели|заслушали|отмечают|отметили|считают|констатируют)(?:[^:]{0,80}:)?\s*$",
    ),
    (Cue.TOPIC, rf"{_QUESTION}(?:\s+повестки\s+(?:дня)?)?[^:]{{0,200}}\b(?:слушали|заслушали|выступил[аи]?)"),
    (Cue.TOPIC, rf"{_QUESTION}(?:\s+повестки(?:\s+дня)?)?(?:\s*[:.,–—-]|\s*$|\s+(?=[А-ЯЁ«]))"),
)
PATTERNS = tuple((cue, re.compile(pattern, re.IGNORECASE)) for cue, pattern in _TABLE)
_SENTENCE_CASE = re.compile(r"^[А-ЯЁ«\"(]")


def announcement_of(words: str) -> Announcement | None:
    """What a line, its mark taken off, announces; a line that begins with a small letter rarely announces anything."""
    head = words[:900]
    for cue, pattern in PATTERNS:
        found = pattern.match(head)
        if not found:
            continue
        if not _SENTENCE_CASE.match(head) and not _may_go_on(cue, found):
            continue
        return Announcement(cue, _rest(words, found))
    return None


def _may_go_on(cue: Cue, found: re.Match[str]) -> bool:
    """May a line that begins with a small letter announce it? «– отсутствует» speaks of whoever stands before it."""
    if cue in (Cue.ABSENT, Cue.PRESENT):
        return found.group().rstrip().endswith(":")
    return cue in (Cue.DECIDED, Cue.MEMBERS, Cue.INVITED, Cue.VOTE)


def _rest(words: str, found: re.Match[str]) -> str:
    """What is said after the cue; the verb of «решили поручить:» belongs to what follows."""
    told = re.search(r"\s(рекоменду|поруча)[ею]т(\s.+:)\s*$", found.group(), re.IGNORECASE)
    if told:
        return ("рекомендовать" if told.group(1).lower() == "рекоменду" else "поручить") + told.group(2)
    verb = re.search(r"(?:поручить|рекомендовать|обязать|предложить)\s*:\s*$", found.group(), re.IGNORECASE)
    return verb.group().replace(" ", "") if verb else words[found.end() :].lstrip(" :.–—-").rstrip()
