from __future__ import annotations

import pytest

from engine.protocol import Protocol
from tests.intake.readings import read

BODY = "\n\nРЕШИЛИ:\n1. Посадить липы.\n"


def met(text: str) -> Protocol:
    return read("ПРОТОКОЛ № 1\nзаседания совета\n12.03.2024\n" + text + BODY)


@pytest.mark.parametrize(
    "said",
    [
        "Вела Дубова Д.Д., записывала Клёнова П.",
        "Вёл встречу Дубова Д.Д., запись вела Клёнова П.",
        "Провела заседание Дубова Д.Д., протокол вела Клёнова П.",
        "Ведёт заседание Дубова Д.Д., протокол пишет Клёнова П.",
        "Ведущая: Дубова Д.Д.\nПротоколист: Клёнова П.",
        "Модератор: Дубова Д.Д.\nПротоколист: Клёнова П.",
        "Председательствовала Дубова Д.Д.\nЗапись вела Клёнова П.",
        "Председатель – Дубова Д.Д. Секретарь – Клёнова П.",
        "Присутствовали: Дубова Д.Д. (председатель), Клёнова П. (секретарь), Велесов А.А.",
        "Присутствовали: Велесов А.А., Дубова Д.Д. – председатель, Клёнова П. – секретарь",
        "Открыла и вела заседание Дубова Д.Д., протокол – Клёнова П.",
        "Председатель: Дубова Д.Д.\nСекретариат: Клёнова П.",
        "Присутствовали: Дубова Д.Д., начальник отдела (ведущая), Клёнова П., методист (секретарь), Велесов А.А.",
    ],
)
def test_officers_are_told_by_nouns_labels_and_verbs(said: str) -> None:
    protocol = met(said)
    assert (protocol.chair, protocol.secretary) == ("Дубова Д.Д.", "Клёнова П.")


@pytest.mark.parametrize(
    "said",
    [
        "Присутствовали: Дубова Д.Д. (садовник), Клёнова П. (лесник)",
        "Присутствовали: Дубова Д.Д. (заместитель председателя), Клёнова П.",
        "Приглашены: Дубова Д.Д., ведущий специалист",
    ],
)
def test_whoever_is_merely_there_holds_no_office(said: str) -> None:
    protocol = met(said)
    assert (protocol.chair, protocol.secretary) == ("", "")


def test_a_surname_that_begins_like_a_verb_is_a_surname() -> None:
    assert met("Присутствовали: Велесов А.А., Ведунова Б.Б.").attendance.present == ("Велесов А.А.", "Ведунова Б.Б.")


def test_those_who_took_no_part_are_absent() -> None:
    there = met("УЧАСТВОВАЛИ: Дубова Д.Д.\nНЕ УЧАСТВОВАЛИ: Клёнова П.П.").attendance
    assert there.present == ("Дубова Д.Д.",)
    assert there.absent == ("Клёнова П.П.",)
