from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DOCUMENT, EXAMPLES, Type

ORDER = EXAMPLES / "klyuchevskoy-order.txt"
EARLY = EXAMPLES / "lugovoy-decision.txt"  # an item of it is due before the decision
OWN = """# language: ru
Функция: Свои правила
  @О1 @error
  Сценарий: Место
    Дано протокол
    Тогда указано место
"""


def test_what_is_broken_is_told_under_the_name_of_its_rule(type_: Type) -> None:
    said = type_("audit", "rules", EARLY)
    assert said.code == 0
    assert "R18 · Срок не раньше решения (ошибка)\n  - поручение 3/2: не так" in said.out
    assert "проверьте год в сроке пункта 3/2" in said.out


def test_the_rules_speak_english_too(type_: Type) -> None:
    said = type_("--lang", "en", "audit", "rules", EARLY)
    assert "R18 · No deadline before the decision (error)\n  - assignment 3/2" in said.out


def test_a_document_that_breaks_nothing_says_how_much_was_judged(type_: Type) -> None:
    assert type_("audit", "rules", ORDER).out.startswith("Нарушений нет: проверено")


def test_findings_are_counted_where_that_is_asked_for(type_: Type) -> None:
    assert type_("audit", "rules", EARLY, "--fail-on", "error").code == 6
    assert type_("audit", "rules", DOCUMENT, "--fail-on", "warning").code == 6
    assert type_("audit", "rules", DOCUMENT, "--fail-on", "error").code == 0


def test_a_program_reads_rule_path_and_lines(type_: Type) -> None:
    rows = type_("audit", "rules", EARLY, "--format", "json").data
    (row,) = (row for row in rows if row["rule"] == "R18")
    assert (row["severity"], row["stands"], row["path"]) == ("error", "violated", "3/2")
    assert row["lines"][0] > 1


def test_a_pack_of_ones_own_takes_the_place_of_ours(type_: Type, tmp_path: Path) -> None:
    pack = tmp_path / "свои.feature"
    pack.write_text(OWN, "utf-8")
    assert type_("audit", "rules", DOCUMENT, "--pack", pack).out.startswith("Нарушений нет: проверено 1 правило")


@pytest.mark.parametrize("sentence", ["указано място", "__import__('os').system('true')"])
def test_a_pack_that_is_not_understood_judges_nothing(type_: Type, tmp_path: Path, sentence: str) -> None:
    pack = tmp_path / "свои.feature"
    pack.write_text(OWN.replace("указано место", sentence), "utf-8")
    said = type_("audit", "rules", DOCUMENT, "--pack", pack)
    assert said.code == 1
    assert f"{pack}:6:" in said.out
    assert "E-481" in said.err


def test_a_pack_that_is_not_there_is_not_found(type_: Type, tmp_path: Path) -> None:
    assert type_("audit", "rules", DOCUMENT, "--pack", tmp_path / "нет.feature").code == 9
    assert type_("audit", "rules", DOCUMENT, "--pack", tmp_path).code == 1


def test_what_cannot_be_judged_is_shown_on_demand(type_: Type, tmp_path: Path) -> None:
    paper = tmp_path / "решение.txt"
    text = EARLY.read_text("utf-8").replace("от 16 октября 2026 года № 3", "№ 3")
    paper.write_text(text, "utf-8")
    said = type_("audit", "rules", paper)
    assert "Не хватает данных" in said.err
    assert "нет данных" not in said.out
    assert "нет данных" in type_("audit", "rules", paper, "--verbose").out
