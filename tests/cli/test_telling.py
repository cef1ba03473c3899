"""What the terminal says: days as people write them, titles instead of codes, and the next command by name."""

from __future__ import annotations

import re

import pytest

from engine.messages import say
from tests.cli.conftest import DOCUMENT, Type

ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
SCREENS = (
    *("today", "status", "status К-1", "status П-1.1.2", "status П-1", "why К-1", "log", "log --intents", "case list"),
    *("record list", "protocol list", "protocol show П-1", "task list", "audit", "workflow list"),
)
CODES = ("management_cycle", "assignment", "registered", "on_control", "monitoring", "take_note", "office ")


@pytest.mark.parametrize("line", SCREENS)
def test_a_russian_screen_shows_neither_iso_days_nor_codes(line: str, at: Type) -> None:
    said = at(f"{line} --at 2026-12-12")
    shown = said.out + said.err
    assert shown.strip()
    assert ISO.findall(shown) == []
    assert [code for code in CODES if code in shown and line != "workflow list"] == []


def test_json_keeps_the_days_of_the_standard_and_the_codes(at: Type) -> None:
    assert '"day": "2026-11-27"' in at("task list --format json").out
    assert '"workflow": "management_cycle"' in at("case list --format json").out
    assert "2026-11-27" in at("task list --format csv --csv rfc").out
    assert "27.11.2026" in at("task list --format csv --csv excel-ru").out


def test_a_day_in_a_sentence_follows_the_language() -> None:
    facts = {"id": "П-1", "kind": "протокол", "number": "7", "date": "2026-11-12", "body": "Совет"}
    assert "12.11.2026" in say("protocol-head", facts, "ru")
    assert "2026-11-12" in say("protocol-head", facts, "en")
    assert "2026-13-99x" in say("protocol-head", {**facts, "date": "2026-13-99x"}, "ru")


def test_a_success_says_what_happened_whose_act_it_was_and_what_comes_next(at: Type) -> None:
    said = at("task accept П-1.1.2").err
    assert "П-1.1.2: принимает к исполнению → «В работе»" in said
    assert "Громов А.С." in said
    assert "resheno task report П-1.1.2" in said
    assert re.search(r"resheno undo A-\d+", said)


def test_a_refusal_names_the_command_that_puts_it_right(at: Type) -> None:
    said = at("case advance К-1").err
    assert "К-1: нет цели" in said
    assert "resheno record add К-1 --kind goal" in said
    assert said.count("есть цель") == 1


def test_a_lacking_proof_and_a_forbidden_doer_are_told_apart(at: Type) -> None:
    at("task accept П-1.1.2")
    at("task report П-1.1.2 --text готово")
    lacking = at("task confirm П-1.1.2")
    assert lacking.code == 1 and "нет подтверждения" in lacking.err
    assert "resheno evidence add П-1.1.2" in lacking.err
    forbidden = at("task", "confirm", "П-1.1.2", "--as", "Громов А.С.", "--evidence", DOCUMENT)
    assert forbidden.code == 4 and "нет подтверждения" not in forbidden.err
    assert 'добавьте --as "Орлова Т.П."' in forbidden.err


def test_an_open_predecessor_is_named_with_what_to_do_about_it(at: Type) -> None:
    at("task accept П-1.3.2")
    at("task report П-1.3.2 --text готово")
    said = at("task confirm П-1.3.2").err
    assert "П-1.3.1 ещё не снято с контроля" in said
    assert "resheno task confirm П-1.3.1" in said


def test_why_tells_each_way_by_the_command_that_takes_it(at: Type) -> None:
    said = at("why П-1.1.2").out
    assert "принимает к исполнению  resheno task accept П-1.1.2" in said
    assert "deliver (" not in said


def test_today_lists_an_assignment_once_and_the_latest_first(at: Type) -> None:
    lines = [line.split()[0] for line in at("today --at 2027-05-01").out.splitlines() if line.startswith("    П-")]
    assert len(lines) == len(set(lines)) > 5
    assert lines[0] == "П-1.1.2"


def test_an_audit_begins_with_a_table_and_ends_with_its_total(at: Type) -> None:
    full, brief = at("audit").out, at("audit --brief").out
    assert "1.1 К-1" in brief and "Итого разрывов: 21" in brief
    assert brief.splitlines()[1] in full
    assert "resheno record add" in full and "resheno record add" not in brief
    one = at("audit run --brief --mechanism 1.2").out
    assert "1.2 К-2" in one and "1.1 К-1" not in one


def test_what_a_decision_alone_provides_for_is_not_confirmed_as_a_task(at: Type) -> None:
    assert "resheno task confirm СВ-" not in at("audit").out


def test_the_journal_says_what_was_done_by_whom_and_who_typed_it(at: Type) -> None:
    at("task accept П-1.1.2")
    said = " ".join(at("log П-1.1.2").out.split())
    assert "принимает к исполнению" in said
    assert "(ввод:" in said
