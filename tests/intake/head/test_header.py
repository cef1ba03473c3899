from __future__ import annotations

from datetime import date

import pytest

from engine.protocol import DocumentKind
from tests.intake.readings import read

BODY = "\n\nРЕШИЛИ:\n1. Посадить липы.\n"


def test_number_date_and_place_stand_in_columns() -> None:
    protocol = read("ПРОТОКОЛ\nзаседания совета по озеленению\n\nг. Липовск      12 марта 2024 г.      № 7-к" + BODY)
    assert (protocol.number, protocol.date, protocol.place) == ("7-к", date(2024, 3, 12), "г. Липовск")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("ПРОТОКОЛ № 1", DocumentKind.PROTOCOL),
        ("П Р О Т О К О Л", DocumentKind.PROTOCOL),
        ("ВЫПИСКА ИЗ ПРОТОКОЛА № 1", DocumentKind.PROTOCOL),
        ("РЕШЕНИЕ", DocumentKind.DECISION),
        ("РЕЗОЛЮЦИЯ", DocumentKind.RESOLUTION),
        ("ПРИКАЗ", DocumentKind.ORDER),
        ("Распоряжение", DocumentKind.ORDER),
    ],
)
def test_the_title_says_what_the_paper_is(title: str, kind: DocumentKind) -> None:
    assert read(title + "\n12.03.2024" + BODY).kind is kind


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("заседания рабочей группы по озеленению", "Рабочая группа по озеленению"),
        ("заседания педагогического совета", "Педагогический совет"),
        ("коллегии отдела парков", "Коллегия отдела парков"),
        ("совещания садовников", "Совещание садовников"),
        ("заседания межведомственной комиссии", "Межведомственная комиссия"),
    ],
)
def test_the_body_is_called_in_the_nominative(title: str, body: str) -> None:
    assert read("ПРОТОКОЛ № 1\n" + title + "\n12.03.2024" + BODY).body == body


def test_a_number_of_a_room_is_not_the_number_of_the_paper() -> None:
    protocol = read("Протокол совещания\nМесто проведения: кабинет № 12\nДата: 12.03.2024" + BODY)
    assert protocol.number == ""
    assert protocol.place == "кабинет № 12"


def test_a_stamp_over_the_title_gives_neither_date_nor_office() -> None:
    protocol = read(
        "УТВЕРЖДАЮ\nГлава района\nП.П. Клёнов\n«05» июня 2024 г.\n\nПРОТОКОЛ\nсовещания садовников\n3 июня 2024 г."
        + BODY
    )
    assert protocol.date == date(2024, 6, 3)
    assert "Клёнов" not in protocol.organisation


def test_the_office_stands_over_the_title() -> None:
    protocol = read("Управление парков\nЛиповского района\n\nПРОТОКОЛ № 1\nзаседания совета\n12.03.2024" + BODY)
    assert protocol.organisation == "Управление парков Липовского района"


def test_the_subject_is_read_from_the_title() -> None:
    assert read("ПРИКАЗ\n12.03.2024 № 4\n\nО посадке лип\n\nПРИКАЗЫВАЮ:\n1. Посадить липы.").topic == "О посадке лип"
    assert read("РЕШЕНИЕ\nсовета на тему «Липы города»\n12.03.2024" + BODY).topic == "Липы города"


def test_what_the_head_lacks_stays_empty() -> None:
    protocol = read("ПРОТОКОЛ\nзаседания совета" + BODY)
    assert (protocol.number, protocol.date, protocol.place, protocol.topic) == ("", None, "", "")


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Протокол совещания\nДата: 12.03.2024. Номер: 8. Форма: очная.", "8"),
        ("Итоговый лист\nПорядковый номер: 21\n12.03.2024", "21"),
        ("ПРОТОКОЛ\nзаседания № 12, состоявшегося 12 марта 2024 года", "12"),
        ("Совет садоводов. Протокол № 6\n12 марта 2024 года", "6"),
        ("ПРОТОКОЛ\nНомер протокола: 4/к\n12.03.2024", "4/к"),
    ],
)
def test_a_number_is_found_by_its_label_and_behind_the_body(head: str, number: str) -> None:
    protocol = read(head + BODY)
    assert protocol.number == number
    assert protocol.date == date(2024, 3, 12)


def test_the_number_of_a_room_or_of_a_telephone_is_no_number_of_the_paper() -> None:
    assert read("Протокол совещания\nДата: 12.03.2024. Номер телефона: 2-11-07" + BODY).number == ""


def test_a_day_written_out_in_words_is_the_date() -> None:
    head = "ПРОТОКОЛ № 6\nДвадцать пятое марта две тысячи двадцать пятого года, начало в 14:30"
    assert read(head + BODY).date == date(2025, 3, 25)


def test_a_decision_in_the_middle_of_a_sentence_leaves_the_title_a_title() -> None:
    protocol = read(
        "РЕШЕНИЕ\n№ 2/5     12 марта 2024 года\nО липах\n\nРассмотрев отчёт, совет принял РЕШЕНИЕ:\n1. Посадить липы."
    )
    assert (protocol.kind, protocol.number, protocol.date) == (DocumentKind.DECISION, "2/5", date(2024, 3, 12))
