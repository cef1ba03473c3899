"""Who a phrase is about: a person's post, a body, a group; told by the noun at its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from engine.morphology import Case, parse
from intake.who.nominative import NOUNS_ALONE, TOKEN, head_at, is_abbreviation

_BODIES = (
    "агентство администрация академия актив амбулатория аппарат аптека архив ассоциация банк бассейн библиотека "
    "больница бригада бюро ведомство военкомат газета галерея гарнизон гимназия госпиталь группа дворец деканат "
    "департамент детсад дирекция диспансер дом дума епархия завод заповедник издание инспекция институт интернат "
    "исполком кабинет казначейство кафедра кластер клуб коллегия колледж коллектив колхоз команда комиссариат "
    "комиссия комитет компания консультация кооператив корпорация лаборатория лагерь лесничество лига лицей "
    "методобъединение министерство музей муниципалитет мэрия общежитие общество община объединение орган "
    "организация отдел отделение отряд палата парк персонал площадка подразделение поликлиника полиция поселение "
    "пост правительство предприятие прокуратура профком профсоюз пункт рабгруппа редакция ректорат "
    "роспотребнадзор сад санаторий секретариат сектор сельсовет служба совет совхоз сообщество состав союз "
    "спортшкола стадион станция суд театр телеканал телерадиокомпания техникум типография товарищество "
    "университет управление участок училище учреждение фабрика факультет фап федерация филармония филиал фирма "
    "фонд хозяйство центр школа школа-интернат штаб "
)
BODIES = frozenset(_BODIES.split())
_SHORT_POST = re.compile(
    r"(?:и\s?\.?\s?о\s?\.|врио|вр\.|зав\s?\.|зам\s?\.|гл\s?\.|вед\s?\.|ст\s?\.|нач\s?\.|дир\s?\.|спец\s?\.|секр\s?\.|пред\s?\.|отв\s?\.|зам(?=-)|гос\s?\.|уч\s?\.)",
    re.IGNORECASE,
)
_COLLECTIVE = frozenset(["состав", "коллектив", "персонал", "актив", "сообщество", "команда"])


@dataclass(frozen=True, slots=True)
class Head:
    """The noun at the head: its case and number, and what it is: post, org or group."""

    kind: str
    case: str
    number: str
    lemma: str
    certain: bool = True  # does the form allow no other case?


@lru_cache(maxsize=8_000)
def head_of(phrase: str, case: Case | None = None) -> Head | None:
    """What the head of a phrase is, if it can be an executor at all."""
    text = phrase.strip().lstrip("-–—•*").strip()
    if not text:
        return None
    if _SHORT_POST.match(text):
        return Head("post", "nom", "sg", text.split(".")[0].lower())
    tokens = TOKEN.findall(text.rstrip("."))
    if not tokens:
        return None
    if is_abbreviation(tokens[0]):
        return Head("org", case or "nom", "sg", tokens[0], certain=False)
    if tokens[0] in '«"“':
        return None
    at = head_at(tokens, case)
    if at is None:
        return None
    place, reading = at
    lemma = reading.lemma
    certain = not any(
        other.case in ("gen", "acc") and other.case != reading.case and other.part == "NOUN"
        for other in parse(tokens[place])
    )
    if _is_body(lemma, tokens, place):
        plural = reading.number == "pl" or lemma in _COLLECTIVE
        return Head("group" if plural else "org", reading.case, reading.number, lemma, certain)
    if reading.animate or lemma == "лицо" or tokens[place].lower().startswith(NOUNS_ALONE):
        return Head("group" if reading.number == "pl" else "post", reading.case, reading.number, lemma, certain)
    return None


def is_body(lemma: str) -> bool:
    """Does the noun name an organisation or a part of one?"""
    return lemma in BODIES or lemma.rpartition("-")[2] in BODIES or lemma.partition("-")[0] in BODIES


def _is_body(lemma: str, tokens: list[str], place: int) -> bool:
    if is_body(lemma):
        return True
    if lemma in ("образование", "район", "округ", "город", "регион", "область"):
        return any(token.lower().startswith(("муниципальн", "городск", "сельск")) for token in tokens[:place])
    return lemma.endswith(("надзор", "центр", "комитет", "управление", "учреждение")) and len(lemma) > 6
