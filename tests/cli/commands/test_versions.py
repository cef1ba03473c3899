"""A regulation changed while its cases run: compared, put into the books, cases taken over and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.definition.shipped import source
from tests.cli.conftest import Type


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """The cycle with its stage of decisions under another code, one requirement less and a role of its own."""
    text = source("management_cycle").replace("      - у каждой цели указано обоснование\n", "")
    text = text.replace("  decisions:\n", "  choices:\n")
    text = text.replace("to: decisions", "to: choices").replace("from: decisions", "from: choices")
    text = text.replace("roles:\n", "roles:\n  auditor: {title: {ru: аудитор, en: auditor}, held_by: office}\n", 1)
    (tmp_path / "cycle.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "cycle.yaml"


def versions(at: Type) -> set[str]:
    return {row["workflow_version"] for row in at("case list --workflow management_cycle --format json").data}


def test_two_versions_are_compared_in_words(at: Type, renamed: Path) -> None:
    said = at("workflow", "diff", "management_cycle", renamed)
    assert "этап «Цели» больше не требует: у каждой цели указано обоснование" in said.out
    assert "новая роль «аудитор» (auditor): office" in said.out
    same = at("workflow diff management_cycle management_cycle@")
    assert (same.code, same.out) == (0, "") and "различий нет" in same.err


def test_a_new_version_leaves_old_cases_alone_until_they_are_taken_over(at: Type, renamed: Path) -> None:
    before = versions(at)
    assert at("workflow", "publish", renamed, "-n").code == 0
    assert "Записан management_cycle@" in at("workflow", "publish", renamed).err
    assert versions(at) == before
    assert at("workflow", "publish", "x").code != 0
    assert "уже записан" in at("workflow", "publish", renamed).err

    shown = at("case migrate --all --workflow management_cycle -n --format json")
    assert shown.code == 1 and versions(at) == before
    assert "decisions" in shown.out and "--map decisions=choices" in shown.out

    assert at("case migrate --all --workflow management_cycle --map decisions=choices --yes").code == 0
    assert len(versions(at)) == 1 and versions(at) != before
    assert at("journal verify").code == 0
    assert at("undo").code == 0
    assert versions(at) == before
    assert at("redo").code == 0
    assert versions(at) != before
    assert at("journal verify").code == 0
    case = at("case list --workflow management_cycle --format json").data[0]["id"]
    assert at(f"status {case}").code == at(f"why {case}").code == at("audit run").code == 0
    assert "аудитор" in at("workflow", "diff", "management_cycle", "management_cycle@").out


def test_a_role_that_nobody_held_is_given_to_the_operator(at: Type, renamed: Path) -> None:
    assert "Роль «аудитор» никто не держал, теперь держит: Орлова Т.П." in at("workflow", "publish", renamed).err


def test_an_unsound_file_is_not_taken(at: Type, renamed: Path) -> None:
    text = renamed.read_text("utf-8")
    renamed.write_text(text.replace("      - есть цель\n", "      - есть цель\n      - нет цели\n"), encoding="utf-8")
    refused = at("workflow", "publish", renamed)
    assert refused.code == 6 and "E-036" in refused.err and "cycle.yaml:" in refused.err
    assert "@" in at("workflow diff management_cycle management_cycle@").err


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("case migrate", 2),
        ("case migrate К-1 --map decisions", 2),
        ("case migrate К-1 --to 000", 9),
        ("case migrate К-999", 9),
        ("case migrate К-1", 0),  # it has the newest already
    ],
)
def test_wrong_usage_is_told(at: Type, line: str, code: int) -> None:
    assert at(line).code == code
