"""A regulation changed while its cases run: compared, put into the books, cases taken over and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.definition import waiting
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


def test_a_stage_under_another_code_is_told_once_and_no_right_is(at: Type, renamed: Path) -> None:
    for lang, says in (
        ("ru", "этап «Решения» теперь с кодом choices (был decisions)"),
        ("en", "goes by the code choices"),
    ):
        said = at("--lang", lang, "workflow", "diff", "management_cycle", renamed)
        assert (
            says in said.out and len(at("workflow", "diff", "management_cycle", renamed, "--format", "json").data) == 3
        )
        assert "право" not in said.out and "may" not in said.out and "goals" not in said.out


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


def test_a_file_with_too_many_ways_to_walk_is_taken_and_the_lint_warns(
    at: Type, renamed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "MOST", 10)
    told = at("workflow", "lint", renamed)
    assert told.code == 0 and "больше 10 путей" in told.out
    assert at("workflow", "lint", renamed, "--fail-on", "warning").code == 6
    assert at("workflow", "publish", renamed).code == 0


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


@pytest.fixture
def reworked(tmp_path: Path) -> Path:
    """An assignment whose work has another name, that is checked before it is closed, and delivered to nobody."""
    text = source("assignment")
    lines = [line for line in text.splitlines() if "deliver:" not in line and "delivered:" not in line]
    lines = [line for line in lines if "trigger: deliver," not in line]
    text = "\n".join(lines).replace("in_work", "working").replace("registered, delivered", "registered") + "\n"
    text = text.replace("[registered]", "registered").replace(
        "title: {ru: В работе, en: In work}", "title: {ru: Исполняется, en: Doing}"
    )
    text = text.replace("  closed: {title:", "  checked: {title: {ru: Проверено, en: Checked}}\n  closed: {title:", 1)
    text = text.replace("  confirm: {title:", "  check: {title: {ru: проверяет, en: checks}}\n  confirm: {title:", 1)
    text = text.replace(
        "  - trigger: confirm\n    from: reported\n",
        "  - {trigger: check, from: reported, to: checked, role: clerk}\n  - trigger: confirm\n    from: checked\n",
    )
    (tmp_path / "assignment.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "assignment.yaml"


def test_a_methodologist_reads_titles_and_not_codes(at: Type, reworked: Path) -> None:
    said = at("workflow", "diff", "assignment@", reworked)
    assert said.code == 0
    assert "новый переход «проверяет»: «Отчёт сдан» → «Проверено», делопроизводитель" in said.out
    assert "этапа «Доведено до исполнителя» (delivered) больше нет, с ним и его переходов" in said.out
    assert "registered →" not in said.out, "what goes with a stage is not listed once more"
    assert (
        "new arrow 'checks': 'Reported' → 'Checked', clerk"
        in at("workflow", "diff", "assignment@", reworked, "--lang", "en").out
    )


def test_a_preview_counts_the_verdicts_and_gives_the_whole_command(at: Type, reworked: Path) -> None:
    for words in ("task accept П-1.1.2", "task accept П-1.1.3", "task deliver П-1.2.2"):
        assert at(f"{words} --yes").code == 0
    assert at("workflow", "publish", reworked).code == 0
    version = next(
        row["version"] for row in at("workflow list --format json").data if row.get("kept") and row["cases"] == 0
    )
    said = at(f"case migrate --all --to {version[:6]} -n")
    assert said.code == 1
    assert "можно с заменой этапов 2, нельзя 1." in said.err, "where a delivered one goes nobody can guess"
    assert "В работе" in said.out and "registered" not in said.out
    ready = at(f"case migrate --all --to {version[:6]} --map delivered=registered -n")
    assert f"resheno case migrate --all --to {version} --map delivered=registered --map in_work=working" in ready.err
    assert at(f"case migrate --all --to {version} --map delivered=registered --map in_work=working --yes").code == 0


@pytest.fixture
def parted(at: Type, reworked: Path) -> str:
    """The new version, which all assignments but one that was delivered can be taken over to, two by a mapping."""
    for words in ("task accept П-1.1.2", "task accept П-1.1.3", "task deliver П-1.2.2"):
        assert at(f"{words} --yes").code == 0
    assert at("workflow", "publish", reworked).code == 0
    rows = at("workflow list --format json").data
    return str(next(row["version"] for row in rows if row.get("kept") and row["cases"] == 0))


def of_version(at: Type, version: str) -> set[str]:
    rows = at("case list --workflow assignment --format json").data
    return {row["id"] for row in rows if row["workflow_version"] == version}


def test_a_refusal_names_the_way_round_the_case_that_keeps_the_others_back(at: Type, parted: str) -> None:
    said = at(f"case migrate --all --to {parted}")
    command = f"resheno case migrate --all --to {parted} --map in_work=working --where-possible"
    assert said.code == 1 and of_version(at, parted) == set()
    assert command in said.err and "остальные (1) оставить в своей версии" in said.err
    assert "leave the others (1) in their version" in at(f"case migrate --all --to {parted} --lang en").err
    alone = at(f"case migrate П-1.2.2 --to {parted}")
    assert alone.code == 1 and "--where-possible" not in alone.err, "there are no others"


def test_those_that_can_be_are_taken_over_in_one_intent_and_back(at: Type, parted: str) -> None:
    line = f"case migrate --all --to {parted} --map in_work=working --where-possible"
    everybody = {row["id"] for row in at("case list --workflow assignment --format json").data if not row["final"]}
    shown = at(f"{line} -n")
    assert shown.code == 0 and of_version(at, parted) == set()
    assert f"Будет переведено {len(everybody) - 1}, останется в своей версии 1" in shown.err
    assert "Остаются в своей версии (1): П-1.2.2" in shown.err
    assert shown.err.count(f"переведено на {parted}") == len(everybody) - 1, "the exact entries"
    assert at(f"{line} --no-input").code == 3, "more than one case is asked about"
    done = at(f"{line} --yes")
    assert done.code == 0 and of_version(at, parted) == everybody - {"П-1.2.2"}
    assert at("journal verify").code == 0
    assert at("undo").code == 0 and of_version(at, parted) == set()
    assert at("redo").code == 0 and of_version(at, parted) == everybody - {"П-1.2.2"}
    left = at(f"{line} --yes")
    assert left.code == 1 and "Будет переведено" not in left.err, "the one that is left cannot be taken over still"
    assert "E-153" in at(f"{line} --yes --lang en").err


def test_the_verdicts_come_as_data_with_the_answer_or_in_its_place(at: Type, parted: str) -> None:
    line = f"case migrate --all --to {parted} --map in_work=working"
    refused = at(f"{line} --format json")
    assert refused.code == 1
    (stays,) = (row for row in refused.data if row["stays"])
    assert (stays["case"], stays["code"], stays["because_codes"]) == ("П-1.2.2", "impossible", ["migrate-stage-gone"])
    table = at(f"{line} --format csv -n")
    assert table.code == 1 and len(table.out.splitlines()) == len(refused.data) + 1
    done = at(f"{line} --where-possible --yes --format json").data
    assert {row["case"] for row in done["verdicts"] if row["stays"]} == {"П-1.2.2"}
    assert {entry["case"] for entry in done["entries"]} == {r["case"] for r in done["verdicts"] if not r["stays"]}


def test_a_case_that_was_named_and_is_passed_over_is_told(at: Type, parted: str) -> None:
    assert at("case migrate П-1.1.2 --map in_work=working --yes").code == 0
    line = f"case migrate П-1.1.2 П-1.1.3 К-1 --to {parted} --map in_work=working -n"
    said, english = at(line), at(f"{line} --lang en")
    assert said.code == english.code == 0
    assert f"П-1.1.2: уже в этой версии ({parted})" in said.err
    assert f"К-1: по другому регламенту, версия {parted} не для них" in said.err
    assert f"П-1.1.2: in this version already ({parted})" in english.err and "К-1: by another workflow" in english.err
    alone = at(f"case migrate П-1.1.3 --to {parted} --map in_work=working -n")
    assert "уже в этой версии" not in alone.err and "по другому" not in alone.err
    everything = at(f"case migrate --all --to {parted} --map in_work=working --where-possible -n")
    assert "уже в этой версии" not in everything.err, "with --all only those are meant that have another"
    done = at("case migrate П-1.1.2")
    assert done.code == 0 and "Переводить нечего" in done.err and "уже в этой версии" not in done.err


def test_russian_words_take_over_those_that_can_be(at: Type, parted: str) -> None:
    line = f"дело перевести --all --to {parted} --этап-на-этап in_work=working --где-можно --да"
    assert at(line).code == 0
    assert of_version(at, parted) and "П-1.2.2" not in of_version(at, parted)


def test_an_arrow_of_ones_own_is_told_with_a_command_that_takes_it(at: Type, reworked: Path) -> None:
    assert at("task accept П-1.1.2 --yes").code == at("task", "report", "П-1.1.2", "--text", "x").code == 0
    assert at("workflow", "publish", reworked).code == 0
    assert at("case migrate П-1.1.2 --map in_work=working --yes").code == 0
    assert "resheno case advance П-1.1.2" in at("why П-1.1.2").out
    assert at("case advance П-1.1.2 --yes").code == 0
    assert at("status П-1.1.2 --format json").data["case"]["stage"] == "checked"


def test_a_file_that_is_not_there_is_no_workflow_of_that_name(at: Type) -> None:
    for words in ("workflow publish nowhere.yaml", "workflow diff assignment nowhere.yml"):
        said = at(words)
        assert (said.code, "E-013" in said.err) == (9, True)
