"""An invented protocol in every format, and ways to spoil it: its bytes, its members, its lines."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.intake.formats.renderings import as_docx, as_html, as_pdf
from tests.intake.formats.test_mutated import spoilt, spoilt_inside, values_of

PROTOCOL = """ПРОТОКОЛ № 7
заседания коллегии управления образования Заречного района
12.01.2032
г. Луговск
Председатель: Орлова Т.П.
Секретарь: Дрозд И.К.
Присутствовали: Лосева А.П., Кравцов Д.И., Щукина Е.Н. (кворум имеется)
Отсутствовали: Рябов С.С.
ПОВЕСТКА ДНЯ:
1. О качестве подготовки учеников.
2. О ремонте зданий.
СЛУШАЛИ: Лосеву А.П. о качестве подготовки учеников.
РЕШИЛИ:
1. Принять информацию к сведению.
2. Отделу общего образования (Лосева А.П.) до 15.03.2032 провести анализ итогов мониторинга.
2.1. Руководителям школ подготовить план мероприятий по итогам п. 2.
Срок: II квартал 2032 года
Ответственные: Кравцов Д.И., Щукина Е.Н.
3. Рекомендовать администрациям поселений:
а) организовать подвоз учеников в срок с 1 по 15 сентября 2032 года;
б) ежеквартально до 5 числа представлять сведения (отв. – Рябов С.С.).
№\tМероприятие\tСрок\tОтветственный
1\tПровести обследование зданий\tмай 2032\tКравцов Д.И.
2\tСоставить сводный перечень\tв недельный срок\tОтдел ремонта
Голосовали: «за» – 4, «против» – 0.
4. Контроль за исполнением решения возложить на Кравцова Д.И.
Председатель коллегии\tТ.П. Орлова
Секретарь\tИ.К. Дрозд"""
LINES = PROTOCOL.split("\n")
ODD = (
    "РЕШИЛИ:", "СЛУШАЛИ:", "Срок:", "Ответственный:", "1.", "1.1.1.1.1.1", "а)", "-", "\t", "\t\t\t", "999999999999.",
    "Приложение", "до 99.99.9999", "Срок: до 31.02.2032", "Срок: с 30.12.9999 по 01.01.0001", "в течение 9999999 дней",
    "IIIIIIIIII квартал", "0 квартал 0000 года", "(((", ")", "«", "№", "12.13.2032", "Присутствовали:", "ПОВЕСТКА ДНЯ:",
    "в течение 99999999999999999999 месяцев", "А.А.", "п. п. п. 2", "|", "\u0000", "٣. ٤", "🂡", "²", "ß.", "İ",
    "Ⅷ квартал",
)  # fmt: skip


def respelt(lines: list[str], chance: random.Random) -> list[str]:
    """Lines moved, doubled, lost, cut, joined, and odd ones put between."""
    out = list(lines)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at, other = chance.randrange(len(out)), chance.randrange(len(out))
        match chance.randrange(7):
            case 0:
                out[at], out[other] = out[other], out[at]
            case 1:
                out.insert(at, out[other])
            case 2 if len(out) > 3:
                del out[at]
            case 3:
                out.insert(at, chance.choice(ODD))
            case 4:
                out[at] = f"{chance.choice(ODD)} {out[at]}"
            case 5:
                out[at] = (
                    out[at][: chance.randrange(len(out[at]) + 1)] + out[other][chance.randrange(len(out[other]) + 1) :]
                )
            case _:
                words = out[at].split(" ")
                chance.shuffle(words)
                out[at] = " ".join([*words, chance.choice(ODD)])
    return out


def _text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


Writer = Callable[[list[str]], bytes]
Way = Callable[[bytes, random.Random], bytes]
FORMATS: dict[str, tuple[Writer, tuple[Way, ...]]] = {
    "txt": (_text, (spoilt,)),
    "docx": (as_docx, (spoilt, spoilt_inside, values_of)),
    "pdf": (as_pdf, (spoilt,)),
    "html": (as_html, (spoilt,)),
}


def spoilt_file(form: str, seed: int) -> bytes:
    """The file of a seed: every second one says odd things and is whole, the others are damaged."""
    chance = random.Random(f"{form} {seed}")
    write, ways = FORMATS[form]
    if seed % 2:
        try:
            return write(respelt(LINES, chance))
        except ValueError:  # no such sign may stand in this format
            return write(LINES)
    return chance.choice(ways)(write(LINES), chance)
