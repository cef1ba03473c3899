from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.audit.rules import Finding, as_json, check_protocol, read_protocol_pack, shipped_pack
from engine.messages import Lang
from engine.problems import Severity
from engine.protocol import Attendance, Deadline, Item, ItemKind, Protocol
from engine.rules.verdict import Holds
from intake.reading import read_file
from tests.office import IVANOVA, item, protocol

TODAY = date(2026, 11, 23)
DUE = date(2026, 12, 1)


def sound(*items: Item) -> Protocol:
    """A document that breaks no rule, unless one of these items does."""
    return replace(
        protocol(items or (item("1.1", due=DUE),)),
        place="г. Заречье",
        secretary="Ким О.В.",
        controller="Орлова Т.П.",
        agenda=("Об итогах мониторинга",),
    )


def findings(paper: Protocol, lang: Lang = "ru") -> tuple[Finding, ...]:
    return check_protocol(paper, shipped_pack(lang), TODAY)


def broken(paper: Protocol) -> list[tuple[str, str]]:
    """The rules that are broken, with the paths."""
    return [(found.rule, found.path) for found in findings(paper) if found.stands is Holds.VIOLATED]


def test_a_sound_document_breaks_nothing() -> None:
    assert findings(sound()) == ()


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({"chair": ""}, ["R03"]),
        ({"secretary": ""}, ["R03b"]),
        ({"number": ""}, ["R04"]),
        ({"date": None}, ["R04"]),
        ({"number": "", "place": ""}, ["R04", "R04"]),
        ({"agenda": ()}, ["R05"]),
        ({"agenda": ("Об итогах мониторинга", "Разное")}, ["R05"]),
        ({"controller": ""}, ["R34"]),
        ({"attendance": Attendance(("А А.А.", "Б Б.Б.", "В В.В."), ("А А.А.",), ("Б Б.Б.", "В В.В."))}, ["R01"]),
        ({"attendance": Attendance((), ("А А.А.",), ("А А.А.",))}, ["R02"]),
        ({"attendance": Attendance((), ("А А.А.",), (), ("А А.А.",))}, ["R02b"]),
    ],
)
def test_what_the_head_lacks_is_found(change: dict[str, object], rules: list[str]) -> None:
    paper = replace(sound(), **change)  # type: ignore[arg-type]
    assert [rule for rule, path in broken(paper) if not path] == rules


def term(kind: str, due: date | None = None, start: date | None = None, raw: str = "") -> Item:
    return replace(item("1.1"), deadline=Deadline(kind, start, due), deadline_raw=raw)


@pytest.mark.parametrize(
    ("point", "rules"),
    [
        (item("1.1", executors=(), due=DUE), ["R16"]),
        (item("1.1"), ["R17"]),
        (item("1.1", due=date(2025, 12, 1)), ["R18"]),
        (term("date", DUE, raw="до 02.12.2026"), ["R19"]),
        (term("month", date(2026, 12, 1)), ["R20"]),
        (term("period", DUE, date(2026, 12, 20)), ["R21"]),
        (term("academic_year", date(2027, 5, 31)), ["R22"]),
        (term("permanent"), ["R23"]),
        (term("period", None, DUE), ["R25"]),
        (item("1.1", due=date(2026, 12, 5)), ["R27"]),
        (item("1.1", due=date(2026, 11, 18)), ["R28"]),
        (replace(item("1.1", due=DUE), addressee="отделу во взаимодействии с центром"), ["R29"]),
        (item("1.1", due=DUE, executors=(IVANOVA, replace(IVANOVA, name="Ким О.В."))), ["R30"]),
        (item("1.1", kind=ItemKind.RECOMMENDATION, executors=()), []),
        (item("1.1", kind=ItemKind.TAKE_NOTE, executors=()), []),
    ],
)
def test_what_an_item_breaks_is_found_at_its_path(point: Item, rules: list[str]) -> None:
    assert broken(sound(point)) == [(rule, "1.1") for rule in rules]


def test_a_number_given_twice_is_found_where_it_comes_again() -> None:
    assert broken(sound(item("1.1", "Одно", due=DUE), item("1.1", "Другое", due=DUE))) == [("R07", "1.1")]


def test_an_executor_who_was_absent_is_to_be_acquainted() -> None:
    paper = replace(sound(), attendance=Attendance(absent=("Иванова И.И.",)))
    (found,) = findings(paper)
    assert (found.rule, found.path, found.fix) == ("R31", "1.1", "ознакомьте с поручением: Иванова И.И.")


def test_one_text_under_two_addressees_needs_a_lead() -> None:
    twins = (item("1.1", "Провести анализ", due=DUE), item("1.2", "Провести анализ", due=DUE))
    assert broken(sound(*twins)) == [("R33", "1.1"), ("R33", "1.2")]


def test_an_item_is_not_due_before_what_it_waits_for() -> None:
    first, second = item("1.1", due=date(2026, 12, 10)), item("1.2", due=DUE, after=("1.1",))
    assert broken(sound(first, second)) == [("R42", "1.2")]
    assert broken(sound(replace(first, deadline=Deadline("date", due=DUE), deadline_raw=""), second)) == []


def test_what_cannot_be_judged_waits_and_is_not_broken() -> None:
    paper = replace(sound(), date=None)
    pending = [found.rule for found in findings(paper) if found.stands is Holds.PENDING]
    assert pending == ["R18"]


def test_a_finding_says_where_what_and_how_to_put_it_right_in_both_languages() -> None:
    paper = sound(replace(item("1.1", due=date(2025, 12, 1)), lines=(14, 15)))
    (ru,), (en,) = findings(paper), findings(paper, "en")
    assert (ru.severity, ru.lines) == (Severity.ERROR, (14, 15))
    assert ru.text("ru") == "поручение 1.1: не так: «срок не раньше даты протокола» — 01.12.2025 и 12.11.2026"
    assert "assignment 1.1" in en.text("en")
    assert "01.12.2025" in ru.fix and "01.12.2025" in en.fix
    assert "{" not in ru.fix + en.fix


def test_what_is_missing_is_said_without_counting() -> None:
    (found,) = findings(sound(item("1.1")))
    assert found.text("ru") == "поручение 1.1: не выполнено «указан срок»"


def test_a_rule_of_ones_own_is_judged_by_the_same_things() -> None:
    text = """# language: ru
Функция: Свои правила
  @О1 @note
  Сценарий: Тема
    Исправить: допишите пункт {путь}
    Дано пункт вида «утвердить»
    Тогда текст содержит «приложени»
"""
    pack, problems = read_protocol_pack(text, "свои.feature")
    assert problems == ()
    paper = sound(item("1.1", "Утвердить план", kind=ItemKind.APPROVE), item("1.2", "Утвердить план", due=DUE))
    (found,) = check_protocol(paper, pack, TODAY)
    assert (found.rule, found.path, found.fix) == ("О1", "1.1", "допишите пункт 1.1")


@pytest.mark.parametrize("day", [date.min, date(1021, 12, 9), date.max])
def test_a_misread_year_is_a_finding_or_nothing_but_no_crash(day: date) -> None:
    assert (("R18", "1.1") in broken(replace(sound(), date=day))) == (day > DUE)
    assert (("R18", "1.1") in broken(sound(item("1.1", due=day)))) == (day < DUE)


def test_findings_are_plain_data() -> None:
    (row,) = as_json(findings(replace(sound(), controller="")), "ru")
    assert (row["rule"], row["severity"], row["stands"], row["path"]) == ("R34", "warning", "violated", None)
    assert json.loads(json.dumps(row)) == row


def test_what_the_annotators_found_broken_in_real_documents_is_found(seeds: Path) -> None:
    """The rules' own list of what the five documents break, where it names items."""
    known = {
        "engels": {("R17", "2.1"), ("R17", "2.5"), ("R17", "4.3"), ("R27", "2.2"), ("R27", "2.4"), ("R27", "4.2")},
        "kamyshin": {("R25", "3.4"), ("R28", "1.8"), ("R30", "4.1"), ("R31", "4.2")},
        "smolensk": {("R18", "1/11"), ("R23", "1/9"), ("R33", "1/10")},
    }
    for name, expected in known.items():
        assert expected <= set(broken(read_file(seeds / f"{name}.txt"))), name
