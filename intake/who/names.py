"""Names of people wherever a list holds them, brought to «Фамилия И.О.»."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Posts and labels at the start of a line look like surnames: «Председатель Т.П. Орлова».
_POST = (
    r"(?!(?:Председател|Секретар|Директор|Начальник|Глава|Руководител|Заместител|Заведующ|Ведущ|Главн|Министр|Член|Приглаш|Присутств|Отсутств|"
    r"Ответств|Исполнит|Контрол|Протокол|Специалист|Консультант|Методист|Инспектор|Ректор|Президент|Докладчик|Записал|(?:Про)?[Вв][её](?:л[аи]?|д[её]т)(?![а-яё])|Модератор|Составил|Подготовил|Оформил|Слушали|Выступил|Решил|Срок)[а-яё]*)"
)
SURNAME = _POST + r"[А-ЯЁ][а-яёъ]{1,40}(?:-[А-ЯЁ][а-яё]{1,40})?"
_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.?(?![а-яё]))?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]{1,40}?(?:вич|вна|ична|инична|ьич|кызы|оглы)(?:[а-яё]{0,3})?"
_FIRST = r"[А-ЯЁ][а-яё]{1,40}"

NAME = re.compile(
    rf"(?P<s1>{SURNAME})\s+(?P<i1>{_INITIALS})(?=$|[^А-Яа-яЁё]|\s)"
    rf"|(?P<i2>[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)\s?(?P<s2>{SURNAME})"
    rf"|(?P<s3>{SURNAME}|(?<![А-ЯЁ])[А-ЯЁ]{{3,40}})\s+(?P<f3>{_FIRST})\s+(?P<p3>{_PATRONYMIC})"
    rf"|(?P<f4>{_FIRST})\s+(?P<p4>{_PATRONYMIC})\s+(?P<s4>{SURNAME})"
)

_NAME_AFTER_POST = re.compile(
    rf"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s?(?P<surname>{SURNAME})(?=\s*(?:$|[,;.)(/\n–—-]))(?!\s+[А-ЯЁ]\.)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name and where it stands in the text."""

    name: str
    start: int
    end: int


def _initials(text: str) -> str:
    return "".join(f"{letter}." for letter in re.findall(r"[А-ЯЁ]", text))


def _name(found: re.Match[str]) -> str:
    part = found.groupdict()
    if part["s1"]:
        return f"{part['s1']} {_initials(part['i1'])}"
    if part["s2"]:
        return f"{part['s2']} {_initials(part['i2'])}"
    if part["s3"]:
        return f"{part['s3'].title()} {part['f3'][0]}.{part['p3'][0]}."
    return f"{part['s4']} {part['f4'][0]}.{part['p4'][0]}."


def names_in(text: str) -> tuple[Named, ...]:
    """Every person named in a text, in order."""
    found: list[Named] = []
    at = 0
    while hit := NAME.search(text, at):
        if (
            hit.group("s1")
            and (later := _NAME_AFTER_POST.match(text, hit.start("i1")))
            and _ends_a_post(text, hit.start())
        ):
            found.append(Named(f"{later.group('surname')} {_initials(hit.group('i1'))}", hit.start("i1"), later.end()))
        else:
            found.append(Named(_name(hit), hit.start(), hit.end()))
        at = found[-1].end
    return tuple(found)


def _ends_a_post(text: str, start: int) -> bool:
    """«Председатель Совета В.Г. Кузнец»: the word before the initials belongs to the post, the surname follows."""
    return bool(re.search(r"[А-Яа-яё]\s$", text[max(0, start - 2) : start]))


def only_name(text: str) -> str:
    """The name, if a line holds a name and nothing else but room for a signature; else an empty string."""
    bare = re.sub(r"[_/\\|.…]{3,}|\(подпись\)|[\"/]", " ", text).strip(" ,;:")
    found = NAME.fullmatch(bare)
    return _name(found) if found else ""
