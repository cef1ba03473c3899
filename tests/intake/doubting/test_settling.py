from __future__ import annotations

from datetime import date

from engine.plan.regimes import shipped_regimes
from engine.protocol import Choice, Doubt, Item, Protocol
from intake.doubting.questions import ASKS, questions
from intake.doubting.settling import WORDS, Ground, settled
from tests.intake.readings import read

HEAD = "ПРОТОКОЛ № 3\nзаседания комиссии по озеленению\n12.03.2024\n\nРЕШИЛИ:\n"
COMMON = Ground(shipped_regimes()["common"])


def asked(protocol: Protocol, code: str) -> Doubt:
    return next(doubt for doubt in questions(protocol) if doubt.code == code)


def after(text: str, code: str, choice: str) -> tuple[Item, ...]:
    protocol = read(HEAD + text)
    doubt = asked(protocol, code)
    chosen: Choice = next(each for each in doubt.choices if each.code == choice)
    return settled(protocol, [(doubt, chosen)], COMMON).items


def test_a_sound_item_is_asked_nothing_about() -> None:
    assert questions(read(HEAD + "1. Посадить липы.\nОтв.: Липов И.И.\nСрок: 25.04.2024")) == ()


def test_a_year_misread_is_put_right_with_its_control_day() -> None:
    (item,) = after("1. Посадить липы.\nОтв.: Липов И.И.\nСрок: 16.02.2024", "deadline-before-document", "next-year")
    assert (item.deadline.due, item.deadline.control_due) == (date(2025, 2, 16), date(2025, 2, 14))


def test_an_answer_about_a_day_off_moves_the_day_of_control_and_not_the_term() -> None:
    text = "1. Посадить липы.\nОтв.: Липов И.И.\nСрок: 27.04.2025"
    days = {choice: after(text, "deadline-day-off", choice)[0].deadline for choice in ("day-same", "day-after")}
    assert {term.due for term in days.values()} == {date(2025, 4, 27)}
    assert [term.control_due for term in days.values()] == [date(2025, 4, 27), date(2025, 4, 28)]
    assert {term.control_rule for term in days.values()} == {"answer"}
    assert after(text, "deadline-day-off", "day-before")[0].deadline.control_rule == "T6"


def test_until_a_day_may_mean_before_it() -> None:
    text = "1. Посадить липы.\nОтв.: Липов И.И.\nСрок: до 25.04.2024"
    assert after(text, "until-which-day", "until-without")[0].deadline.control_due == date(2024, 4, 24)
    assert after(text, "until-which-day", "until-with")[0].deadline.control_due == date(2024, 4, 25)


def test_one_of_several_leads() -> None:
    text = "1. Посадить липы.\nОтв.: Липов И.И., Клёнов П.П.\nСрок: 25.04.2024"
    roles = [one.role for one in after(text, "lead-missing", "lead-first")[0].executors]
    assert roles == ["lead", "responsible"]
    assert {one.role for one in after(text, "lead-missing", "all-equal")[0].executors} == {"responsible"}


def test_one_of_the_groups_with_the_same_text_leads() -> None:
    text = (
        "Директору парка:\n1. Посадить липы и клёны.\nСрок: май 2024 года\n"
        "Директору сада:\n1. Посадить липы и клёны.\nСрок: май 2024 года\n"
    )
    items = after(text, "item-repeated", "lead-item")
    assert [one.role for item in items for one in item.executors] == ["lead", "co-executor"]


def test_an_end_is_put_to_what_has_only_a_start() -> None:
    (item,) = after("1. Поливать липы.\nОтв.: Липов И.И.\nСрок: с 01.09.2024", "deadline-no-end", "school-year-end")
    assert (item.deadline.start, item.deadline.due) == (date(2024, 9, 1), date(2025, 8, 31))


def test_every_change_that_a_choice_may_make_is_known() -> None:
    assert set(WORDS) == {"due", "executor", "drop", "lead", "lead_item"}
    assert "deadline-short" not in ASKS
