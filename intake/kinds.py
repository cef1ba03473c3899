"""What an item asks for: to carry something out, to take note, to approve, to assess, to control."""

from __future__ import annotations

import re

from engine.protocol import ItemKind
from intake.terms.words import plain

_KINDS: tuple[tuple[ItemKind, re.Pattern[str]], ...] = (
    (
        ItemKind.DEREGISTER,
        re.compile(
            r"(?<![а-я])(?:снять|снят[ыоа]?|снимается|исключить)\s+(?:[^.;]{0,120}\s)?(?:с|из)\s+контроля|с\s+контроля\s+снять"
            r"|(?:поручени|пункт|решени)[^.;]{0,120}(?:считать|признать)\s+(?:исполненн|выполненн)|(?:считать|признать)\s+(?:исполненн|выполненн)\w+\s+(?:поручени|пункт|решени)"
        ),
    ),
    (
        ItemKind.CONTROL,
        re.compile(
            r"^\W*(?:общий\s+|персональный\s+)?контроль\s+(?:за\s+|над\s+)?[^.;]{0,200}(?:возложить|возлага|оставля|оставить|поручить|осуществля|закрепить|сохранить)"
            r"|^\W*(?:возложить|оставить)\s+(?:\w+\s+)?контроль|^\W*контроль\s+(?:за\s+)?(?:исполнени|выполнени)\w+\s*(?:[^.;]{0,60})?(?:-|:)"
        ),
    ),
    (
        ItemKind.TAKE_NOTE,
        re.compile(
            r"(?<![а-я])(?:принят[ьоа]\w*|приняли|взять)\s+(?:[^.;]{0,200}\s)?(?:к\s+сведению|во\s+внимание|на\s+заметку)|^\W*к\s+сведению"
        ),
    ),
    (
        ItemKind.ASSESS,
        re.compile(
            r"^\W*(?:признать|считать|оценить)\s[^;]{0,900}(?:удовлетворительн|эффективн\w{2,3}\W*$|положительн|отрицательн|недостаточн|хорош|выполненн|состоявш|достаточн|неэффективн|целесообразн|приоритетн|слаб|результативн\w{2,3}\W*$)"
            r"|^\W*(?:отметить|констатировать)(?![а-я])|^\W*дать\s+(?:удовлетворительную|положительную|отрицательную)\s+оценку|[^.;]{3,200}(?:признать|считать)\s+(?:не)?удовлетворительн"
        ),
    ),
    (
        ItemKind.APPROVE,
        re.compile(
            r"^\W*(?:утвердить|одобрить|согласовать|принять\s+(?:за\s+основу|проект\s+решения|решение\s+об\s+утверждении))(?![а-я])"
        ),
    ),
    (
        ItemKind.RECOMMENDATION,
        re.compile(r"^\W*(?:рекомендовать|просить|рекомендуется|рекомендуем|предложить|ходатайствовать)(?![а-я])"),
    ),
)
_HEADINGS: tuple[tuple[ItemKind, re.Pattern[str]], ...] = (
    (
        ItemKind.RECOMMENDATION,
        re.compile(
            r"(?<![а-я])(?:рекомендовать|рекомендуется|просить)(?![а-я])|^\W*(?:адресные\s+|методические\s+)*рекомендации(?:\s|:|$)"
        ),
    ),
    (ItemKind.TAKE_NOTE, re.compile(r"принять\s+к\s+сведению\W*$")),
    (ItemKind.APPROVE, re.compile(r"^\W*утвердить\W*$")),
    (ItemKind.ASSESS, re.compile(r"^\W*отметить\W*$")),
)


def kind_of(text: str, heading: str = "") -> ItemKind:
    """The kind of an item; `heading` is the line it stands under, whose verb holds for it where it has none of its own."""
    smooth = re.sub(r"\s+", " ", plain(text))
    for kind, pattern in _KINDS:
        if pattern.search(smooth):
            return kind
    above = re.sub(r"\s+", " ", plain(heading))
    for kind, pattern in _HEADINGS:
        if above and pattern.search(above):
            return kind
    return ItemKind.ASSIGNMENT
