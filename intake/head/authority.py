"""Whose document it is: one name per authority, however its letterhead, its title and its text spell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from engine.morphology import Case, inflect, parse
from intake.head.letterhead import AUTHORITIES, letterhead, placed
from intake.head.lettering import abbreviated, ordinary
from intake.who.nominative import nominative

_ORGAN_NOUNS = (
    "коллегия совет группа рабгруппа совещание комиссия заседание штаб президиум собрание оргкомитет объединение актив "
    "конференция семинар планёрка планерка педсовет аппарат"
)
_POST_NOUNS = "начальник руководитель заведующий председатель глава директор министр мэр заместитель"
_ORGANS = frozenset(_ORGAN_NOUNS.split())
_POSTS = frozenset(_POST_NOUNS.split())
_OF_A_SCHOOL = re.compile(
    r"педагогическ[а-я]+\s+совет|педсовет|методическ[а-я]+\s+объединени|родительск", re.IGNORECASE
)
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_NONE_OF_IT = re.compile(
    r"\s+(?:для|на\s+тему|от\s+[«\"]?\d|в\s+(?:рамках|составе|период|форме)|по\s+(?:вопрос|итог|результат|тем[еа]|повестк|организац"
    r"|координац|подготовк|проведен|реализац|оценк))|\s*[(;:]|\.(?=\s|$)|\*\*",
    re.IGNORECASE,
)
_DAY = re.compile(r",?\s+(?:от\s+)?\d{1,2}(?:\s+[а-я]{3,8}|\.\d{2}\.)\s*(?:19|20)\d\d\b.*$", re.DOTALL)
_QUOTE = re.compile(r"\s*[«\"“].*$", re.DOTALL)
_DEPARTMENT = (
    r"(?:(?:[Кк]омитет|[Оо]тдел|[Дд]епартамент)(?:а|у|ом|е)?|[Уу]правлени(?:е|я|ю|ем|и)|[Мм]инистерств(?:о|а|у|ом|е))\b"
)
_SORT = r"(?:(?:муниципальн|городск|сельск|автономн|национальн)[а-я]+\s+)*"
_REGION = r"[А-ЯЁ][а-яё-]+(?:ой|ого)\s+(?:автономн[а-я]+\s+)?(?:области|края|[Рр]еспублики)"
_PLACE = (
    rf"(?:[А-ЯЁ][а-яё-]+(?:ой|ого|его)\s+{_SORT}(?:района|округа|области|края|поселения|[Рр]еспублики)(?:\s+{_REGION})?"
    r"|(?:городского\s+округа|муниципального\s+(?:района|округа|образования))\s+(?:(?:город|г\.)\s*)?«?[А-ЯЁ][а-яё-]+»?"
    r"|(?:города|г\.|села|пос[её]лка|Республики)\s*[А-ЯЁ][а-яё-]+)"
)
_MENTION = re.compile(
    rf"(?P<legal>\b(?:[А-ЯЁ]{{2,6}}|[Уу]чреждени[а-я]+)\s+[«\"])?(?<![а-яё-])(?P<name>{_DEPARTMENT}"
    rf"(?:(?:\s*,)?\s+(?!{_DEPARTMENT})[а-яё]+){{0,12}}?\s+(?:[Аа]дминистрации\s+|[Мм]эрии\s+|[Пп]равительства\s+)?{_PLACE}"
    r")(?P<close>[»\"])?"
)
_HOST_MENTION = re.compile(rf"(?<![а-яё-])(?:[Аа]дминистраци[яиюей]+|[Мм]эри[яиюей]+)\s+{_PLACE}")
_MUNICIPAL = re.compile(r"администраци|мэри|район|округ|город")
_WHERE = re.compile(
    r"([А-ЯЁ][а-яё-]{2,})(?:ом|ого|ой|ем|его)\s+(?:муниципальн[а-я]+\s+|городск[а-я]+\s+)?(?:район|округ|област|кра[ея])"
    r"|(?:город[ае]?|г\.)\s*([А-ЯЁ][а-яё-]{2,})[аеуы]"
)


def authority(above: Sequence[str], body: str, texts: Sequence[str]) -> str:
    """The authority whose cycles a document moves, in the nominative and in ordinary case.

    Args:
        above: the lines over the word that says what the paper is.
        body: who met or decided, as the title has it.
        texts: the lines of the document, searched where the head names no authority or not which one.
    """
    head = letterhead(above)
    if head and opens_with_organ(head):
        head = ""
    named = head or of_organ(body)
    if named and placed(named):
        return named
    text = " ".join(texts)
    if named:
        return _fuller(named, text) or named
    if found := next(_mentions(body), "") or next(_hosts(body), ""):
        return found
    if _OF_A_SCHOOL.search(body):
        return without_topic(body)
    return _most_named(text, _where(body)) or without_topic(body or " ".join(above[:2]))


def without_topic(body: str) -> str:
    """A body in ordinary case, without the day or the topic in quotation marks behind it."""
    body = _DAY.sub("", body)
    quote = re.search(r"[«\"“](\w+)", body)
    if quote and quote.start() and parse(quote.group(1))[0].lemma not in AUTHORITIES and not _legal_before(body, quote):
        body = _QUOTE.sub("", body)
    return ordinary(body)


def _legal_before(body: str, quote: re.Match[str]) -> bool:
    """Do quotation marks stand behind «МБОУ» or «учреждение», so that they hold a name?"""
    words = _WORD.findall(body[: quote.start()])
    last = len(words) - 1
    return last >= 0 and (abbreviated(words, last) or parse(words[last])[0].lemma in AUTHORITIES - {"управление"})


def opens_with_organ(name: str) -> bool:
    """Is it the name of those who deliberate rather than of whom they deliberate for?"""
    return _organ_ends(name) > 0


def _organ_ends(body: str) -> int:
    """Where the words for a deliberating organ end: «Рабочая группа|», «Коллегия|»; 0 where the body is none."""
    end = 0
    for word in list(_WORD.finditer(body))[:8]:
        readings = parse(word.group())
        if any(found.lemma in _ORGANS and found.part == "NOUN" for found in readings):
            end = word.end()
        elif not any(found.part in ("ADJF", "PRTF") for found in readings):
            return end
    return end


def of_organ(body: str) -> str:
    """The authority that an organ is of: «Коллегия отдела образования» → «Отдел образования»; '' if it says none."""
    text = without_topic(body)
    end = _organ_ends(text)
    rest = text[end:].strip(" ,")
    words = list(_WORD.finditer(rest))
    said = [word.group() for word in words]
    start = 0
    for place, word in enumerate(words[:8]):
        readings = parse(word.group())
        if abbreviated(said, place) or any(found.lemma in AUTHORITIES and found.number == "sg" for found in readings):
            phrase = rest[start:]
            cut = _NONE_OF_IT.search(phrase)
            phrase = (phrase[: cut.start()] if cut else phrase).strip(" ,.")
            return ordinary(_named(phrase) if end else phrase)
        if end and (word.group().lower() == "при" or readings[0].lemma in _POSTS):
            start = word.end() + 1
        elif not any(found.part in ("ADJF", "PRTF") for found in readings):
            return ""
    return ""


def _named(phrase: str) -> str:
    """A phrase that an authority's noun heads in the nominative; all that the noun governs stands as it is."""
    for word in _WORD.finditer(phrase):
        noun = next(
            (
                found
                for wanted in ("gen", "dat", "ins", "loc", "nom")
                for found in parse(word.group())
                if found.lemma in AUTHORITIES and found.number == "sg" and found.case == wanted
            ),
            None,
        )
        if noun is None:
            continue
        if noun.case == "nom":
            return phrase
        case: Case = noun.case  # type: ignore[assignment]
        adjectives = phrase[: word.start()]
        called = inflect(word.group(), "nom", "sg", reading=noun) or word.group()
        return (nominative(phrase[: word.end()], case) if adjectives else called) + phrase[word.end() :]
    return phrase


def _mentions(text: str) -> Iterator[str]:
    """Every authority that a text names with its place, each in the nominative."""
    for found in _MENTION.finditer(text):
        name = _named(found.group("name"))
        name = name[:1].upper() + name[1:]
        legal = found.group("legal") or ""
        if legal and found.group("close"):
            name = f"{_named(legal[:-1].strip())} «{name}»"
        yield ordinary(name)


def _hosts(text: str) -> Iterator[str]:
    """Every administration that a text names with its place."""
    for found in _HOST_MENTION.finditer(text):
        yield ordinary(_named(found.group()))


def _fuller(named: str, text: str) -> str:
    """The name by which a text calls most often what the head calls without its place: the same words, and more."""
    known = _folded(named)
    found = Counter(name for name in _mentions(text) if _folded(name).startswith(f"{known} "))
    return found.most_common(1)[0][0] if found else ""


def _folded(name: str) -> str:
    """A name without its legal form, quotation marks and capitals: «МУ «Управление …»» begins with «управление»."""
    return re.sub(r"^[^«]*«", "", name).lower().replace("ё", "е").rstrip("»")


def _most_named(text: str, where: str) -> str:
    """The authority of the place that a text names most; a district's before the ministry that it reports to."""
    found = Counter(_mentions(text))
    fitting = [name for name in found if where in name] if where else list(found)
    return max(fitting, key=lambda name: (bool(_MUNICIPAL.search(name)), found[name]), default="")


def _where(body: str) -> str:
    """The stem of the place that a body names: «в Луговом районе» → «Лугов»."""
    found = _WHERE.search(body)
    return next(filter(None, found.groups()), "") if found else ""
