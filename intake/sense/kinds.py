"""What an item asks for: to carry something out, to take note, to approve, to assess, to control."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from engine.morphology import parse
from engine.protocol import ItemKind
from intake.terms.words import plain


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of item is worded. `needles` are looked for first: without one of them the pattern cannot hold."""

    kind: ItemKind
    needles: tuple[str, ...]
    pattern: re.Pattern[str]


def _form(kind: ItemKind, needles: str, *alternatives: str) -> Form:
    return Form(kind, tuple(needles.split()), re.compile("|".join(alternatives)))


_ITEMS = (
    _form(
        ItemKind.DEREGISTER,
        "контрол исполненн выполненн утратившим",
        r"(?<![а-я])(?:снять|снят[ыоа]?|снимается|исключить)\s+(?:(?:[^.;]|\.(?=\d)){0,160}\s)?(?:с|из)\s+контроля",
        r"с\s+контроля\s+снять",
        r"(?:признать|считать)\s+(?:[^.;]{0,120}\s)?утратившим\w?\s+силу",
        r"(?:поручени|пункт|решени)[^.;]{0,120}(?:считать|признать)\s+(?:исполненн|выполненн)",
        r"(?:считать|признать)\s+(?:исполненн|выполненн)\w+\s+(?:поручени|пункт|решени)",
    ),
    _form(
        ItemKind.CONTROL,
        "контрол исполнением выполнением ответственность",
        r"^\W*за\s+(?:исполнением|выполнением)[^.;]{0,120}\s(?:следит|наблюдает|отвечает|проследить|следить)(?![а-я])",
        r"^\W*(?:общий\s+|персональный\s+)?контроль\s+(?:за\s+|над\s+)?[^.;]{0,200}"
        r"(?:возложить|возлага|оставля|оставить|поручить|осуществля|закрепить|сохранить)",
        r"^\W*(?:возложить|оставить)\s+(?:\w+\s+)?контроль",
        r"^\W*контроль\s+(?:за\s+)?(?:исполнени|выполнени)\w+\s*(?:[^.;]{0,60})?(?:-|:)",
        r"^\W*контроль\s*(?::|\s-)",
        r"^\W*ответственность\s+за\s+(?:исполнени|выполнени)[^.;]{0,160}\s(?:возложить|возлага|несет)",
    ),
    _form(
        ItemKind.TAKE_NOTE,
        "сведени внимани заметк",
        r"(?<![а-я])(?:принят[ьоа]|приняли|взять)\w{0,2}\s+(?:[^.;]{0,200}\s)?(?:к\s+сведению|во\s+внимание|на\s+заметку)",
        r"(?<![а-я])к\s+сведению\s+принять",
        r"^\W*к\s+сведению",
    ),
    _form(
        ItemKind.ASSESS,
        "призна счита оцени отмети констатир оценку",
        r"^\W*(?:признать|считать|оценить)\s[^;]{0,900}(?:удовлетворительн|положительн|отрицательн|недостаточн|хорош"
        r"|выполненн|состоявш|достаточн|неэффективн|целесообразн|приоритетн|слаб|(?:эффективн|результативн)\w{2,3}\W*$)",
        r"^\W*(?:отметить|констатировать)(?![а-я])",
        r"^\W*(?:признать|считать)\s[^;]{0,120}?\s(?:не\s+)?соответствующ\w{2,3}",
        r"^\W*дать\s+(?:удовлетворительную|положительную|отрицательную)\s+оценку",
        r"(?<![а-я])(?:признать|считать)\s+(?:не)?удовлетворительн",
    ),
    _form(
        ItemKind.APPROVE,
        "утверд одобр согласова принять",
        r"^\W*(?:утвердить|одобрить|согласовать|принять\s+(?:за\s+основу|проект\s+решения|решение\s+об\s+утверждении))(?![а-я])",
    ),
    _form(
        ItemKind.RECOMMENDATION,
        "рекоменд просить предлож ходатайств",
        r"(?<![а-я])рекомендовать\s+[а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])",
        r"^\W*(?:рекомендовать|просить|рекомендуется|рекомендуем|предложить|ходатайствовать)(?![а-я])",
    ),
)
_HEADINGS = (
    _form(
        ItemKind.RECOMMENDATION,
        "рекоменд просить",
        r"(?<![а-я])(?:рекомендовать|рекомендуется|просить)(?![а-я])",
        r"^\W*(?:адресные\s+|методические\s+)?рекомендации(?:\s|:|$)",
    ),
    _form(ItemKind.TAKE_NOTE, "сведению", r"принять\s+к\s+сведению\W*$"),
    _form(ItemKind.APPROVE, "утверд", r"^\W*утвердить\W*$"),
    _form(ItemKind.ASSESS, "отмет", r"^\W*отметить\W*$"),
)


@lru_cache(maxsize=4_000)
def kind_of(text: str, heading: str = "") -> ItemKind:
    """The kind of an item; `heading` is the line it stands under, whose verb holds where it has none."""
    for said, forms in ((text, _ITEMS), (heading, _HEADINGS)):
        smooth = re.sub(r"\s+", " ", plain(said))
        for form in forms:
            if any(needle in smooth for needle in form.needles) and form.pattern.search(smooth):
                return form.kind
        if said is text and _APPROVED.search(smooth) and _opens_with_object(smooth):
            return ItemKind.APPROVE
    return ItemKind.ASSIGNMENT


_APPROVED = re.compile(r"^[^.;:]{3,160}\s(?:утвердить|одобрить)(?![а-я])")


def _opens_with_object(text: str) -> bool:
    """«План работы утвердить»: the thing comes first, and it is nobody who could be told to approve."""
    word = text.split()[0]
    cases = {found.case for found in parse(word) if found.part in ("NOUN", "ADJF")}
    return bool(cases & {"nom", "acc"}) and "dat" not in cases
