"""What a paragraph without a number is, told by how it opens: a purpose, a section, a note, an order."""

from __future__ import annotations

import re

from intake.decisions.actions import has_action, starts_with_action
from intake.decisions.leads import read_lead
from intake.who.executors import find_addressee

PURPOSE = re.compile(
    r"^(?:в\s+целях|с\s+целью|в\s+соответствии|во\s+исполнение|на\s+основании|учитывая)\b", re.IGNORECASE
)
SECTION = re.compile(r"^(?:раздел|глава|блок|часть|направление|этап)\s+(?:№\s*)?(?:[IVX]+|\d+)\b", re.IGNORECASE)
NOTE = re.compile(r"^(?:примечани[ея]|справочно|сноска)\b", re.IGNORECASE)
CONTROL = re.compile(
    r"^(?:общий\s+)?контроль\s+(?:за\s+|над\s+)?(?:исполнени|выполнени|реализаци|настоящ|данн)", re.IGNORECASE
)
TALLY = re.compile(r"\d|единогласн|\bнет\b", re.IGNORECASE)
CLOSES = re.compile(
    r"^(?:(?:дата\s+)?(?:следующ|очередн|ближайш)[а-яё]{2,4}\s+(?:заседани|совещани|встреч|сбор|планёрк|планерк|собрани)"
    r"|(?:других\s+)?(?:замечаний|вопросов|возражений|предложений)\s[^.]{0,60}не\s+(?:поступ|был)|(?:заседание|совещание)\s+(?:закрыт|окончен|объявл))",
    re.IGNORECASE,
)
_SOON = 14  # an order has its verb among its first words


def speaks_to(text: str) -> bool:
    """Does a heading name its addressee? Then it is one, though the item above it has no full stop."""
    return text[:1].isupper() and bool(read_lead(text).raw)


def orders(text: str) -> bool:
    """Does it ask for something among its first words, or name to whom it speaks?"""
    if starts_with_action(text):
        return True
    if not has_action(text):
        return False
    return has_action(" ".join(text.split()[:_SOON])) or find_addressee(text) is not None
