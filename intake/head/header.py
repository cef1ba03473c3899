"""The head of a document: what it calls itself, whose it is, its number, date, place and subject."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from engine.protocol import DocumentKind
from intake.head.officers import SAID
from intake.lines.markup import plain
from intake.lines.sections import Part, Placed
from intake.terms.days import days
from intake.terms.words import plain as smooth
from intake.who.names import names_in

# What a paper calls itself; the first word found from the top wins, an extract or list of a protocol is one too.
KINDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (DocumentKind.PROTOCOL, re.compile(r"^(?:выписка\s+из\s+)?протокол(?:а|ьное\s+решение)?\b", re.IGNORECASE)),
    (DocumentKind.RESOLUTION, re.compile(r"^(?:проект\s+)?резолюци[яи]", re.IGNORECASE)),
    (DocumentKind.DECISION, re.compile(r"^(?:решени[ея]|постановлени[ея]|рекомендации)\b", re.IGNORECASE)),
    (
        DocumentKind.ORDER,
        re.compile(r"^(?:приказ|распоряжени[ея]|поручени[яе]|(?:перечень|список)\s+поручений)\b", re.IGNORECASE),
    ),
)
_KIND_WORD = re.compile(r"^(?:выписка\s+из\s+)?[А-Яа-яё]+(?:а|я)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:№|\bN(?=\s*\d))\s*(?P<number>\d[\wА-Яа-я/.\-]*|[А-ЯA-Z]{1,4}-?\d[\w/.\-]*)")
_NUMBER_SAID = re.compile(
    r"(?:^|[.;,]\s+)(?:порядковый\s+|регистрационный\s+)?номер(?:\s+(?:протокола|документа|решения))?\s*[:–—-]\s*(?:№\s*)?"
    r"(?P<number>\d[\w/\-]*)|заседани[ея]\s+№\s*(?P<sitting>\d[\w/\-]*)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^(?:место(?:\s+проведения)?(?:\s+заседания)?\s*[:–—-]\s*)?((?:г\.|гор\.|город|с\.|село|п\.|пос\.|пос[её]лок|р\.?\s?п\.|пгт\.?|ст\.|станица|д\.|деревня|аул|х\.)\s*[А-ЯЁ«].*)$"
)
_PLACE_SAID = re.compile(r"^место(?:\s+проведения)?[^:–—-]{0,40}[:–—-]\s*(.+)$", re.IGNORECASE)
_PLACE_WITHIN = re.compile(
    r"(?<![а-яё])((?:г\.|с\.|пос\.|р\.\s?п\.|пгт\.?|ст\.)\s*[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁ][а-яё]+)*)"
)
_TIME = re.compile(
    r"(?:^|\s)(\d{1,2}[:.-]\d{2})\s*(?:ч|час|$)|врем[яени]+[^:–—-]{0,30}[:–—-]|начал[оа]\b|окончани[ея]\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:на\s+тему|по\s+вопросу|по\s+теме|тема)\s*:?\s*[«\"](?P<topic>.{1,600})[»\"]", re.IGNORECASE | re.DOTALL
)
_QUOTED = re.compile(r"[«\"](?P<topic>.{20,600})[»\"]", re.DOTALL)
_HEADS = re.compile(
    r"((?:[а-яё-]{1,30}ого\s+|[а-яё-]{1,30}ой\s+|[а-яё-]{1,30}их\s+)?(?:коллегии|рабочей\s+группы|комиссии|совета|комитета|штаба"
    r"|президиума|собрания|совещания|оргкомитета|группы|методического\s+объединения|объединения|координационного\s+совета|актива|конференции|семинара)(?=\s|$|[.,«(]))",
    re.IGNORECASE,
)
_TITLE_WITHIN = re.compile(
    r"(?<=[А-ЯЁа-яё»] )(?:ПРОТОКОЛ|РЕШЕНИЕ|РЕЗОЛЮЦИЯ|ПРИКАЗ|РАСПОРЯЖЕНИЕ|ПОСТАНОВЛЕНИЕ)\b"
    r"|(?<=[.»] )(?:Протокол|Решение|Резолюция|Приказ)(?=\s+(?:№|от\s)|\s*$)"
)
_MONTH_OR_PLACE = re.compile(
    r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*|года|понедельник|вторник|сред[аы]|четверг|пятница|суббота"
    r"|(?:г|с|пос|п|пгт|город|село)\.?\s[а-яё -]+"
)
_PROTOCOL_SAID = re.compile(r"\bпротокол\s+(?:от\s+[\d.]+\s*(?:г\.?)?\s*)?№\s*(?P<number>\d[\w/.\-]*)", re.IGNORECASE)
_DAY = re.compile(
    r",?\s+(?:от\s+)?[«\"]?\d{1,2}[»\"]?(?:\.\d{1,2}\.|\s+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))",
    re.IGNORECASE,
)
_STAMP = re.compile(r"^(?:утвержда[юе]|утвержден|согласован|принят[оа]?\b)", re.IGNORECASE)
_NARRATES = re.compile(
    r"^(?:заслушав|обсудив|рассмотрев|изучив|учитывая)|(?:состоялось|проведен[оаы]?|прош[её]л|прошло)\s", re.IGNORECASE
)
_BODY_END = re.compile(r"\s+(?:на\s+тему|по\s+вопросу|от\s+[«\"]?\d|№|\(далее)|[«\"]{2}|\s{2,}|\*\*")


@dataclass(slots=True)
class Header:
    """The head as read so far."""

    kind: DocumentKind | None = None
    title: str = ""
    number: str = ""
    date: date | None = None
    place: str = ""
    time: str = ""
    topic: str = ""
    organisation: str = ""
    stamped: bool = False  # «УТВЕРЖДАЮ …» stands above the title: names and dates there are not the document's own
    roles: dict[int, str] = field(default_factory=dict)


def day_in(text: str) -> date | None:
    """The first full day that a text names, year and all."""
    return next((found.day for found in days(smooth(text), None) if found.stated and found.day), None)


def kind_of_title(text: str) -> DocumentKind | None:
    """What a title line calls the document, if it is one."""
    return next((kind for kind, pattern in KINDS if pattern.match(text)), None)


def read_header(lines: Sequence[Placed]) -> Header:
    """Read the lines before the attendance, and those of the preamble for what the head leaves out."""
    header = Header()
    above: list[str] = []
    title: list[str] = []
    for placed in lines:
        text = " ".join(filter(None, placed.notice.row)) or placed.notice.text
        if (
            placed.part is Part.ATTENDANCE
            and not names_in(text)
            and len(text) < 60
            and _details(header, text, titled=True)
        ):
            header.roles[placed.notice.number] = "date"
        one = placed.notice
        if one.blank or one.page or one.rule or placed.part not in (Part.HEADER, Part.PREAMBLE):
            continue
        if placed.part is Part.PREAMBLE:
            header.roles[placed.notice.number] = "preamble"
            continue
        pieces = [piece.strip() for piece in re.split(r"\t|\s{3,}", placed.notice.line.text.strip()) if piece.strip()]
        if (
            len(pieces) > 1
            and (header.kind or not header.stamped)
            and not any(kind_of_title(piece) for piece in pieces)
        ):
            roles = [_details(header, plain(piece), titled=True) for piece in pieces]
            if any(roles):
                header.roles[placed.notice.number] = next(filter(None, roles))
                continue
        header.roles[placed.notice.number] = _line(header, text, above, title)
    header.title = " ".join(title)
    header.organisation = " ".join(above)
    _subject(header, lines)
    return header


def _line(header: Header, text: str, above: list[str], title: list[str]) -> str:
    """Read one line of the head; what it was."""
    if SAID.search(text) and names_in(text):
        return "officers"
    if header.kind is None and (title_within := _TITLE_WITHIN.search(text)):
        above.append(text[: title_within.start()].strip())
        text = text[title_within.start() :]
    kind = kind_of_title(text) if header.kind is None else None
    if header.kind is None and kind is None and (_STAMP.match(text) or header.stamped):
        header.stamped = True
        return "stamp"
    details = _details(header, text, titled=bool(kind or header.kind))
    if kind:
        header.kind = kind
        title.append(text)
        return "title"
    if header.kind and title and _NARRATES.search(text):
        return "preamble"
    if details:
        if header.kind and len(text) > 45 and details == "date":
            title.append(text)
        return details
    if header.kind is None:
        above.append(text)
        return "organisation"
    title.append(text)
    return "title"


def _details(header: Header, text: str, titled: bool) -> str:
    role = ""
    if header.date is None and (found := day_in(text)) and (titled or len(text) < 60):
        header.date, role = found, "date"
    if not header.number and len(text) < 200 and (labelled := _NUMBER_SAID.search(text)):
        header.number, role = labelled.group("number") or labelled.group("sitting"), role or "number"
    if not header.number and (number := _number(text)) and (titled or role) and len(text) < 200:
        header.number, role = number.group("number").rstrip(".,"), role or "number"
    said = _PLACE_SAID.match(text) or _PLACE.match(text)
    if not header.place and (said or (role and _PLACE_WITHIN.search(text))):
        found_place = said or _PLACE_WITHIN.search(text)
        header.place = _DAY.split(found_place.group(1) if found_place else "")[0].strip(" ,")
        role = role or "place"
    elif header.place and role == "" and re.search(r"\b(?:ауд|каб|зал|эт)[а-я]*\b", text) and len(text) < 90:
        header.place, role = f"{header.place}, {text}", "place"
    if not header.time and (hour := _TIME.search(text)) and len(text) < 90:
        header.time, role = hour.group(1) or text, role or "time"
    return role


def _number(text: str) -> re.Match[str] | None:
    """The document's own number: nothing but its kind, day and place stand before it, or the title ends with it."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    if said := _PROTOCOL_SAID.search(text):
        return said
    if kind_of_title(text):
        return found if not text[found.end() :].strip(" .") or found.start() < 40 else None
    before = _MONTH_OR_PLACE.sub(" ", smooth(text[: found.start()]))
    return None if re.search(r"[а-яё]{4,}", before) else found


def _subject(header: Header, lines: Sequence[Placed]) -> None:
    """The subject from the title, and the date from the sentence that tells of the meeting, if the head had none."""
    subject = _SUBJECT.search(header.title) or _QUOTED.search(header.title)
    if subject:
        header.topic = subject.group("topic").strip()
    elif about := re.search(r"(?:^|\s)((?:О|Об)\s+[а-яё].*)$", header.title):
        header.topic = about.group(1)
    if header.date is None:
        texts = [placed.notice.text for placed in lines if placed.part is not Part.DECIDED][:60]
        header.date = next((found for text in texts if (found := day_in(text))), None)


# The head noun of a body as a title declines it, and as it is called.
BODIES: Mapping[str, str] = {
    "коллегии": "коллегия",
    "группы": "группа",
    "комиссии": "комиссия",
    "совета": "совет",
    "комитета": "комитет",
    "штаба": "штаб",
    "президиума": "президиум",
    "собрания": "собрание",
    "совещания": "совещание",
    "оргкомитета": "оргкомитет",
    "объединения": "объединение",
    "актива": "актив",
    "конференции": "конференция",
    "семинара": "семинар",
}


def _nominative(words: str) -> str:
    """«педагогического совета» → «педагогический совет»: a title's head, noun and adjectives."""
    *adjectives, noun = words.lower().split()
    named = [BODIES.get(noun, noun)]
    for word in reversed(adjectives):
        stem, end = word[:-3], word[-3:]
        if end in ("ого", "его"):
            neuter = named[-1].endswith(("е", "о"))
            named.insert(0, stem + ("ое" if neuter else "ий" if end == "его" or stem[-1] in "кгхшщчж" else "ый"))
        else:
            named.insert(0, f"{word[:-2]}ая" if word.endswith(("ой", "ей")) else word)
    return " ".join(named)


def body_of(header: Header) -> str:
    """Who met or decided, in the nominative."""
    title = re.sub(r"\s+", " ", header.title)
    head = _HEADS.search(title)
    if head is None:
        return header.organisation
    raw = title[head.start() :]
    end = _BODY_END.search(raw, len(head.group()))
    raw = (raw[: end.start()] if end else raw).strip(' .,;:«"')
    named = _nominative(head.group())
    return f"{named[:1].upper()}{named[1:]}{raw[len(head.group()) :]}"
