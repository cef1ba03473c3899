from __future__ import annotations

from datetime import date

from engine.messages import say
from engine.plan.calendar import known_until
from engine.plan.regimes import shipped_regimes
from engine.protocol import Protocol
from engine.rules.book import LANGS
from intake.doubting.control import BEYOND, under
from intake.doubting.settling import Ground, settled
from tests.intake.readings import read

TEXT = (
    "ПРОТОКОЛ № 3\nзаседания комиссии по озеленению\n12.03.2024\n\nРЕШИЛИ:\n"
    "1. Посадить липы.\nСрок: до 27.04.2025\n"  # a Sunday
    "2. Полить клёны.\nСрок: в течение 10 дней\n"
    "3. Обойти дубы.\n"
    "4. Принять к сведению доклад о липах.\n"
)


def control(regime: str = "", **days: date) -> list[tuple[date | None, str]]:
    protocol = read(TEXT)
    items = under(protocol, shipped_regimes()[regime], **days) if regime else protocol.items
    return [(item.deadline.control_due, item.deadline.control_rule) for item in items]


def test_a_document_is_read_with_what_all_regimes_have_in_common() -> None:
    assert control() == [(date(2025, 4, 25), "T6"), (date(2024, 3, 22), ""), (None, ""), (None, "")]


def test_the_words_of_the_document_stay() -> None:
    assert [item.deadline.due for item in read(TEXT).items] == [date(2025, 4, 27), date(2024, 3, 22), None, None]


def test_a_regime_that_says_so_gives_a_month_to_what_has_no_term_and_nothing_to_what_nobody_does() -> None:
    assert control("federal_agency")[2:] == [(date(2024, 4, 12), "T1"), (None, "")]
    assert control("sverdlovsk")[2:] == [(None, ""), (None, "")]


def test_days_run_from_signing_or_from_registration() -> None:
    assert control("federal_agency", signed=date(2024, 3, 14))[1] == (date(2024, 3, 22), "T2, T6")  # 24 March: Sunday
    assert control("sverdlovsk", registered=date(2024, 3, 14))[1] == (date(2024, 3, 28), "T2")
    assert control("sverdlovsk")[1] == (date(2024, 3, 26), "T2")


LATE = (
    "ПРОТОКОЛ № 3\nзаседания комиссии по озеленению\n12.12.2028\n\nРЕШИЛИ:\n"
    "1. Посадить липы.\nОтв.: Липов И.И.\nСрок: в течение 10 рабочих дней\n"
    "2. Полить клёны.\nОтв.: Липов И.И.\nСрок: в течение 10 дней\n"
)


def told(protocol: Protocol) -> list[tuple[str, str]]:
    return [(found.facts["path"], found.facts["due"]) for found in protocol.problems if found.code == BEYOND]


def test_working_days_that_nobody_has_decreed_yet_are_told() -> None:
    late = read(LATE)
    assert told(late) == [("1", "26.12.2028")]
    problem = next(found for found in late.problems if found.code == BEYOND)
    for lang in LANGS:
        assert known_until().strftime("%d.%m.%Y") in say(problem.code, problem.facts, lang)
    assert told(read(LATE.replace("2028", "2026"))) == []


def test_a_regime_that_counts_in_working_days_is_told_of_too() -> None:
    working, calendar = (Ground(shipped_regimes()[name]) for name in ("sverdlovsk", "federal_agency"))
    assert [path for path, _ in told(settled(read(LATE), (), working))] == ["1", "2"]
    assert [path for path, _ in told(settled(read(LATE), (), calendar))] == ["1"]
    assert told(settled(read(LATE.replace("2028", "2026")), (), working)) == []
