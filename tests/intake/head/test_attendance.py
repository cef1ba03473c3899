from __future__ import annotations

import pytest

from engine.protocol import Protocol
from tests.intake.readings import read

HEAD = "ПРОТОКОЛ № 1\nзаседания совета\n12.03.2024\n\n"
BODY = "\n\nПовестка дня:\n1. О липах.\n\nРЕШИЛИ:\n1. Посадить липы.\n"


def met(text: str) -> Protocol:
    return read(HEAD + text + BODY)


def test_lists_are_kept_apart() -> None:
    there = met(
        "Присутствовали: Липов И.И., Клёнов П.П.\nОтсутствовали: Ясенев С.С.\nПриглашённые: Дубова Д.Д., садовник"
    ).attendance
    assert there.present == ("Липов И.И.", "Клёнов П.П.")
    assert there.absent == ("Ясенев С.С.",)
    assert there.invited == ("Дубова Д.Д.",)
    assert there.members == ("Липов И.И.", "Клёнов П.П.", "Ясенев С.С.")


def test_posts_go_with_their_names_over_several_lines() -> None:
    there = met("Присутствовали:\nЛипов И.И., директор\nпарка;\nКлёнов П.П. – садовник.").attendance
    assert dict(there.positions) == {"Липов И.И.": "директор парка", "Клёнов П.П.": "садовник"}


def test_a_name_broken_at_the_end_of_a_line_is_one_name() -> None:
    assert met("Присутствовали: Липов И.И., Клё-\nнов П.П.").attendance.present == ("Липов И.И.", "Клёнов П.П.")


def test_members_named_without_a_list_of_those_present_were_present() -> None:
    there = met("Члены комиссии:\nЛипов И.И.\nКлёнов П.П. (отсутствовал)").attendance
    assert there.present == ("Липов И.И.",)
    assert there.absent == ("Клёнов П.П.",)


def test_columns_need_no_colon() -> None:
    there = met("члены комиссии           Липов И.И., Клёнов П.П.\nприглашённые             Дубова Д.Д.").attendance
    assert there.present == ("Липов И.И.", "Клёнов П.П.")
    assert there.invited == ("Дубова Д.Д.",)


def test_officers_below_the_absent_are_present() -> None:
    protocol = met("Отсутствовали: Ясенев С.С.\nПредседатель: Липов И.И.\nСекретарь: Клёнова П.П.")
    assert protocol.attendance.absent == ("Ясенев С.С.",)
    assert protocol.attendance.present == ("Липов И.И.", "Клёнова П.П.")
    assert (protocol.chair, protocol.secretary) == ("Липов И.И.", "Клёнова П.П.")


def test_a_deputy_is_not_the_chair() -> None:
    assert met("Заместитель председателя: Липов И.И.\nСекретарь: Клёнова П.П.").chair == ""


def test_counts_give_the_quorum() -> None:
    assert met("Присутствовали 7 из 9 членов совета.").quorum == (5, 7)
    assert met("Всего членов – 9, присутствуют – 5. Для кворума нужно 2/3.").quorum == (6, 5)
    assert met("Присутствовали: Липов И.И.").quorum is None


def test_a_crowd_from_districts_is_no_quorum() -> None:
    assert met("В работе совета приняли участие 84 человека из 17 районов.").quorum is None


def test_a_sentence_without_a_colon_names_everybody_from_the_first_on() -> None:
    paper = met("Присутствовали на заседании Липов И.И. (председатель), Ясенев С.С. (секретарь) и Клёнов П.П.")
    assert paper.attendance.present == ("Липов И.И.", "Ясенев С.С.", "Клёнов П.П.")
    assert (paper.chair, paper.secretary) == ("Липов И.И.", "Ясенев С.С.")


def test_so_many_of_all_members_are_a_quorum_in_either_order() -> None:
    paper = met("Члены комиссии:\nЛипов И.И.\nКлёнов П.П.\nИз 5 членов комиссии присутствуют 3.")
    assert paper.quorum == met("Присутствовали 3 из 5 членов комиссии: Липов И.И., Клёнов П.П.").quorum
    assert paper.quorum is not None


@pytest.mark.parametrize(
    "said",
    [
        "Присутствует 2 из 4 членов совета:\nзаведующий садом – Липов И.И. (председатель);\nсадовник – Клёнов П.П.\n",
        "Присутствовали: садовник Липов И.И., лесник Клёнов П.П.\n",
        "ПРИСУТСТВОВАЛИ:\nсадовник            И.И. Липов\nначальник отдела\nСадназдора          П.П. Клёнов\n",
        "Дистанционно приняли участие: Липов И.И., Клёнов П.П.\n",
        "Участвовали: от сада: Липов И.И. (сад № 1); от леса: Клёнов П.П.\n",
    ],
)
@pytest.mark.parametrize(
    "missing",
    [
        "Отсутствовал Ясенев С.С. (отпуск).",
        "Отсутствует: Ясенев С.С. (отпуск)",
        "Не смогли участвовать: Ясенев С.С.",
        "Не явился лесник Ясенев С.С. – болен.",
        "По уважительной причине отсутствовал лесник Ясенев С.С.",
    ],
)
@pytest.mark.parametrize(
    "guests",
    [
        "Приглашена: Дубова Д.Д.",
        "В качестве приглашённых:\n- Дубова Д.Д., журналист",
        "По приглашению присутствовала журналист Дубова Д.Д.",
        "На заседание приглашены:\nот газеты – Дубова Д.Д.",
    ],
)
def test_who_was_there_is_told_in_many_ways(said: str, missing: str, guests: str) -> None:
    there = met(f"{said}{missing}\n{guests}").attendance
    assert (there.present, there.absent, there.invited) == (
        ("Липов И.И.", "Клёнов П.П."),
        ("Ясенев С.С.",),
        ("Дубова Д.Д.",),
    )


def test_a_sentence_about_the_absent_ends_where_it_ends() -> None:
    there = met(
        "Отсутствовал Ясенев С.С. (отпуск).\nПредседатель: Липов И.И.\n\nКлёнов П.П. рассказал о липах."
    ).attendance
    assert there.absent == ("Ясенев С.С.",)


def test_absent_said_behind_a_name_is_no_label() -> None:
    there = met("Члены совета:\nЛипов И.И. – садовник,\nотсутствует (отпуск);\nКлёнов П.П.").attendance
    assert there.present == ("Клёнов П.П.",)


def test_posts_before_the_names_stay_with_them() -> None:
    there = met("Присутствовали:\nсадовник            И.И. Липов\nлесник              П.П. Клёнов").attendance
    assert dict(there.positions) == {"Липов И.И.": "садовник", "Клёнов П.П.": "лесник"}
    there = met("Присутствовали: садовник Липов И.И., лесник Клёнов П.П.").attendance
    assert dict(there.positions) == {"Липов И.И.": "садовник", "Клёнов П.П.": "лесник"}


def test_a_pupil_without_a_patronymic_is_there_and_a_town_is_not() -> None:
    there = met(
        "Присутствовали:\n1. Ежов Кирилл – ученик 9 класса\n2. Липов И.И. – директор\n3. Малый Бор – делегация"
    ).attendance
    assert there.present == ("Ежов К.", "Липов И.И.")


def test_heads_of_columns_are_nobody() -> None:
    rows = ("Ф.И.О.\tДолжность\tУчастие", "Липов И.И.\tсадовник\tприсутствовал", "Клёнов П.П.\tлесник\tотсутствовал")
    there = met("\n".join(("Состав участников:", *rows))).attendance
    assert (there.present, there.absent) == (("Липов И.И.",), ("Клёнов П.П.",))


@pytest.mark.parametrize("marks", [("+", "–"), ("да", "нет"), ("присутствовал", "не явился"), ("", "отс.")])
def test_a_column_of_marks_tells_who_came(marks: tuple[str, str]) -> None:
    there = met(f"Состав участников:\nФ.И.О.\tЯвка\nЛипов И.И.\t{marks[0]}\nКлёнов П.П.\t{marks[1]}").attendance
    assert (there.present, there.absent, there.positions) == (("Липов И.И.",), ("Клёнов П.П.",), ())


def test_a_member_on_leave_was_not_there() -> None:
    there = met("Члены совета: Липов И.И., Клёнов П.П. (отпуск), Ясенев С.С. (лесник)").attendance
    assert (there.present, there.absent) == (("Липов И.И.", "Ясенев С.С."), ("Клёнов П.П.",))


def test_lists_of_one_sentence_are_told_apart() -> None:
    there = met(
        "Присутствовали Липов И.И., Клёнов П.П., отсутствовал – Ясенев С.С., приглашена – Дубова Д.Д."
    ).attendance
    assert (there.absent, there.invited) == (("Ясенев С.С.",), ("Дубова Д.Д.",))
