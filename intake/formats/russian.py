"""How Russian a guess at an encoding looks: frequencies of neighbouring letters, and of capitals inside words."""

from __future__ import annotations

import re
from itertools import pairwise

LETTERS = " абвгдежзийклмнопрстуфхцчшщъыьэюя"
# PAIRS[a][b]: how usual letter b is after letter a (a blank is the edge of a word), in steps of log probability.
PAIRS = (
    "076878646818688888878646674020654",  # a blank
    "807766558566878067676357743000066",  # а
    "454002602502635707405033006340024",  # б
    "880030705705746735645020040060003",  # в
    "670006500600404806004000100010300",  # г
    "680544721703566755436011430050005",  # д
    "855677566277878557872464664000034",  # е
    "240006600504006000004000000000000",  # ж
    "672605430405265705006000000042002",  # з
    "964645757777677766780466630000078",  # и
    "800000000000203503640000020000000",  # й
    "780401622700500805576005000000000",  # к
    "670020830703506700106000000058057",  # л
    "772000800706264740407005000064000",  # м
    "680466700906307814675505500075036",  # н
    "828988565677877668776616663000025",  # о
    "570000700504502858036002000050004",  # п
    "690464850703265814567143050064205",  # р
    "764402600707665777686532360043006",  # с
    "780705800705246817646200500267004",  # т
    "844445443007657076560030755000060",  # у
    "330020602600203604205600000000000",  # ф
    "850000100300005502500000000000100",  # х
    "540000600800000500001000000030000",  # ц
    "460000800604406005043000030002000",  # ч
    "650000600507305302344300000002000",  # ш
    "020000700600000000000000000002000",  # щ
    "000000400000000000000000000000023",  # ъ
    "702523601050461044450070150000004",  # ы
    "700000304104038000560000050000032",  # ь
    "300000000004305000050600020000000",  # э
    "700004002004004000060003446000000",  # ю
    "804403443001355000260063205000050",  # я
)
USUAL_SIGNS = frozenset("№«»„“”‘’–—…§°•·\u00a0")
_COLUMN = {letter: n for n, letter in enumerate(LETTERS)}
_WORD = re.compile(r"[А-Яа-яЁё]+")
_STRANGE = re.compile(r"[^\x00-\x7fА-Яа-яЁё]")
# A small letter before a capital inside one word: the mark of koi8-r read as cp1251 and the other way round.
_INSIDE_OUT = re.compile(r"[а-яё](?=[А-ЯЁ])")
_STRANGE_COSTS, _INSIDE_OUT_COSTS, _TYPICAL = 8, 6, 4


def likeness(text: str) -> int:
    """How much a text looks like Russian; comparable between readings of the same bytes."""
    total = 0
    for word in _WORD.findall(text):
        letters = [_COLUMN[letter] for letter in f" {word.lower().replace('ё', 'е')} "]
        total += sum(int(PAIRS[a][b]) - _TYPICAL for a, b in pairwise(letters))
    total -= _INSIDE_OUT_COSTS * len(_INSIDE_OUT.findall(text))
    return total - sum(_STRANGE_COSTS for sign in _STRANGE.findall(text) if sign not in USUAL_SIGNS)
