"""Assignments and cycles at the terminal: every answer of the desk has its words and its exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DOCUMENT, Type


@pytest.fixture
def task(at: Type) -> str:
    """An assignment with an executor and nothing before it."""
    for each in at("task list --all --format json").data:
        status = at("task", "show", each["id"], "--format", "json").data
        if each["executors"] and each["kind"] == "assignment" and not status["depends_on"]:
            return str(each["id"])
    raise AssertionError("the example has no such assignment")


def test_every_task_can_be_accepted(at: Type) -> None:
    tasks = at("task list --all --format json").data
    assert {at("task", "accept", each["id"], "--yes").code for each in tasks} == {0}


@pytest.mark.parametrize("spelt", [str.lower, lambda id: id.replace("П-", "P-"), lambda id: id.replace("П-", "g")])
def test_an_id_is_understood_however_it_is_typed(spelt: object, task: str, at: Type) -> None:
    assert callable(spelt)
    assert at("task", "accept", spelt(task)).code == 0


def test_an_unknown_id_is_not_found(at: Type) -> None:
    said = at("task accept П-77.1")
    assert said.code == 9
    assert "П-77.1" in said.err


def test_who_carried_it_out_does_not_take_it_off_control(task: str, at: Type) -> None:
    executor = next(each for each in at("task list --format json").data if each["id"] == task)["executors"][0]
    assert at("task", "accept", task).code == 0
    assert at("task", "report", task, "--text", "Исполнено").code == 0
    refused = at("task", "confirm", task, "--evidence", DOCUMENT, "--as", executor["id"])
    assert refused.code == 4
    assert "ОТКАЗ" in refused.err and "снимает с контроля не исполнитель" in refused.err
    assert at("task", "confirm", task, "--evidence", DOCUMENT).code == 0


def test_without_evidence_it_stays_on_control(task: str, at: Type) -> None:
    at("task", "accept", task)
    at("task", "report", task, "--text", "Исполнено")
    assert at("task", "confirm", task).code == 1
    assert at("task", "show", task, "--format", "json").data["case"]["stage"] == "reported"


@pytest.mark.parametrize(
    ("verb", "options", "stage"),
    [
        ("deliver", (), "delivered"),
        ("extend", ("--to", "01.03.2027", "--reason", "по ходатайству"), "registered"),
        ("withdraw", ("--reason", "утратило силу"), "closed"),
        ("confirm", ("--outcome", "not_done", "--text", "срок прошёл"), "closed"),
    ],
)
def test_an_assignment_goes_its_ways(verb: str, options: tuple[str, ...], stage: str, task: str, at: Type) -> None:
    assert at("task", verb, task, *options).code == 0
    assert at("task", "show", task, "--format", "json").data["case"]["stage"] == stage


def test_a_return_needs_a_reason(task: str, at: Type) -> None:
    at("task", "accept", task)
    at("task", "report", task, "--text", "Исполнено")
    assert at("task", "return", task).code == 1
    assert at("task", "return", task, "--reason", "нет приложения").code == 0


def test_many_at_once_are_asked_about(at: Type, base: Path) -> None:
    ids = [each["id"] for each in at("task list --format json").data][:5]
    before = base.read_bytes()
    assert at("task", "accept", *ids, "--no-input").code == 3
    assert base.read_bytes() == before
    assert at("task", "accept", *ids, "--yes").code == 0
    assert len(at("log --intents --format json").data) == 3  # founding, import, and all five as one


def test_a_dry_run_shows_the_entries_and_records_nothing(task: str, at: Type, base: Path) -> None:
    before = base.read_bytes()
    said = at("task", "accept", task, "-n", "--format", "json")
    assert said.code == 0
    assert [entry["type"] for entry in said.data["entries"]] == ["moved"]
    assert base.read_bytes() == before


def test_somebody_was_first(task: str, at: Type) -> None:
    assert at("task", "accept", task, "--expect-version", "7").code == 5
    version = at("task", "show", task, "--format", "json").data["case"]["version"]
    assert at("task", "accept", task, "--expect-version", str(version)).code == 0


def test_a_version_is_held_against_the_case_of_whatever_is_changed(task: str, at: Type, base: Path) -> None:
    assert at("record", "add", "К-1", "Снизить долю", "--kind", "goal").code == 0
    before = base.read_bytes()
    for command in (
        ("record", "edit", "ЦЛ-1", "--field", "text=иначе"),
        ("evidence", "add", task, "--title", "справка"),
    ):
        assert at(*command, "--expect-version", "77").code == 5
    for words in ("undo", "task add Новое", "person add Лосев"):
        said = at(*words.split(), "--expect-version", "77")
        assert said.code == 2 and "E-051" in said.err
    assert base.read_bytes() == before
    version = at("case", "show", "К-1", "--format", "json").data["case"]["version"]
    assert at("record", "edit", "ЦЛ-1", "--field", "text=иначе", "--expect-version", str(version)).code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [(("",), 1), (("   ",), 1), (("Новое", "--mechanism", "9.9"), 2), (("Новое", "--stage", "nowhere"), 2)],
)
def test_an_assignment_says_something_and_serves_what_there_is(words: tuple[str, ...], code: int, at: Type) -> None:
    before = at("log --intents").out
    assert at("task", "add", *words).code == code
    assert at("log --intents").out == before
    assert at("task", "add", "Новое", "--mechanism", "1.2", "--stage", "goals").code == 0


def test_what_the_screen_calls_things_is_understood(task: str, at: Type) -> None:
    assert at("task", "accept", task).code == 0
    assert at("task", "confirm", task, "--outcome", "Неприменимо", "--reason", "школа закрыта").code == 0
    assert at("task", "show", task, "--format", "json").data["task"]["outcome"] == "not_applicable"
    assert at("task", "confirm", task, "--outcome", "забыто").code == 2


def test_a_value_of_another_kind_is_answered_with_a_sample_of_the_right_one(at: Type) -> None:
    said = at("record", "add", "К-1", "Доля", "--kind", "показатель", "--field", "плановые значения=много")
    assert said.code == 1 and "2026=70; 2027=80" in said.err


def test_nothing_is_recorded_in_a_past_day(task: str, at: Type, base: Path) -> None:
    before = base.read_bytes()
    said = at("task", "accept", task, "--at", "2026-11-01")
    assert said.code == 2 and "--on" in said.err
    assert base.read_bytes() == before


def test_a_key_makes_a_repetition_harmless(task: str, at: Type) -> None:
    assert at("task", "accept", task, "--idempotency-key", "k-1").code == 0
    assert at("task", "accept", task, "--idempotency-key", "k-1").code == 0
    assert at("task", "accept", task).code == 1  # without the key it is a second acceptance


def test_a_key_of_another_command_is_refused(task: str, at: Type) -> None:
    assert at("task", "accept", task, "--idempotency-key", "k-1").code == 0
    other = next(each["id"] for each in at("task list --all --format json").data if each["id"] != task)
    for command in (("task", "accept", other), ("person", "add", "Новый Н.Н.")):
        said = at(*command, "--idempotency-key", "k-1")
        assert said.code == 1 and "E-154" in said.err
    assert at("task", "accept", other, "--idempotency-key", "k-2").code == 0
    assert at("--lang", "en", "--idempotency-key", "k-1", "task", "accept", task, "--verbose").code == 0


def test_what_was_misread_is_put_right(task: str, at: Type) -> None:
    assert at("task", "edit", task, "--due", "31.12.2026", "--reason", "опечатка").code == 0
    assert at("task", "show", task, "--format", "json").data["task"]["due"] == "2026-12-31"
    assert at("task", "edit", task).code == 2
    assert at("task", "edit", task, "--due", "31.31.2026").code == 2


def test_an_assignment_is_added_by_hand(at: Type) -> None:
    before = len(at("task list --format json").data)
    assert at("task", "add", "Подготовить справку", "--executor", "Громов А.С.", "--due", "2026-12-20").code == 0
    assert len(at("task list --format json").data) == before + 1


def test_a_cycle_is_started_refused_completed_and_sent_back(at: Type) -> None:
    started = at("case", "start", "Лесной район", "1.3", "2026", "--format", "json")
    assert started.code == 0
    case = started.data["id"]
    refused = at("case", "advance", case)
    assert refused.code == 1 and "есть цель" in refused.err
    goal = at(
        "record", "add", case, "Выявлять способных", "--kind", "цель", "--field", "grounds=анализ", "--format", "json"
    )
    assert goal.code == 0
    assert at("evidence", "add", goal.data["id"], "--title", "Концепция").code == 0
    assert at("case", "advance", case).code == 0
    assert at("case", "return", case, "goals", "--reason", "цель не согласована").code == 0
    assert at("case", "show", case, "--format", "json").data["case"]["stage"] == "goals"
    assert at("record", "show", goal.data["id"], "--format", "json").data["proofs"] == 1


@pytest.mark.parametrize(
    "line",
    [
        "case start Лесной 1.3 2026 --at staage",
        "case start Лесной 9.9 2026",
        "case return К-1 golas --reason x",
        "record add К-1 --kind целль x",
        "record add К-1 x --kind goal --field colour=red",
        "record add К-1 x --kind goal --field colour",
        "workflow show managment_cycle",
        "task list --stage regstered",
        "audit run --mechanism 7.7",
        "task extend П-1.1.2 --to завтра --reason x",
    ],
)
def test_unknown_words_are_wrong_usage_and_leave_no_trace(line: str, at: Type, base: Path) -> None:
    before = base.read_bytes()
    said = at(line)
    assert said.code == 2
    assert "ОШИБКА E-" in said.err and "Traceback" not in said.err
    assert base.read_bytes() == before


LOOKS = (
    *("today", "status", "status К-1", "why К-1", "log", "log К-1", "log A-2", "case list", "case show К-1"),
    *("record list", "protocol list", "protocol show П-1", "protocol show П-1 --source", "audit"),
    *("task list --overdue", "workflow list", "workflow show assignment"),
)


@pytest.mark.parametrize("line", LOOKS)
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_what_only_looks_changes_nothing(line: str, form: str, at: Type, base: Path) -> None:
    before = base.read_bytes()
    assert at(f"{line} --format {form} --at 2026-12-20").code == 0
    assert base.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(type_: Type, tmp_path: Path) -> None:
    foreign = tmp_path / "notes.txt"
    foreign.write_text("не база", encoding="utf-8")
    for line in ("task list", "today", "init"):
        assert type_("--db", foreign, *line.split()).code == 1
    assert foreign.read_text(encoding="utf-8") == "не база"


def test_the_audit_names_gaps_and_may_be_made_to_fail(at: Type) -> None:
    assert at("audit").code == 0
    assert at("audit --fail-on error").code == 6
    row = at("audit run --format json").data[0]
    assert set(row["stages"].values()) <= {"absent", "planned", "recorded", "proven"}
    assert {"rule", "stage", "text", "fix"} <= set(row["gaps"][0])


@pytest.mark.parametrize("words", [("audit", "document"), ("проверить", "документ")])
def test_a_document_is_audited_without_a_database(words: tuple[str, str], type_: Type) -> None:
    said = type_(*words, DOCUMENT, "--format", "json")
    assert said.code == 0
    assert any("planned" in row["stages"].values() for row in said.data)


@pytest.mark.parametrize("name", ["picture.svg", "picture.png"])
@pytest.mark.parametrize("what", ["К-1", "П-1", "management_cycle", str(DOCUMENT)])
def test_pictures_are_written(what: str, name: str, at: Type, tmp_path: Path) -> None:
    assert at("draw", what, "-o", tmp_path / name).code == 0
    data = (tmp_path / name).read_bytes()
    assert data.startswith(b"\x89PNG") if name.endswith("png") else b"<svg" in data


def test_a_picture_does_not_keep_the_mark_that_ends_an_item(at: Type) -> None:
    at("task", "add", "сверить списки школ;")
    drawn = at("draw", "Т-1").out
    assert "сверить списки школ ·" in drawn or "сверить списки школ<" in drawn, drawn[:2000]


def test_an_assignment_is_given_to_others(task: str, at: Type) -> None:
    assert at("task", "reassign", task, "--reason", "болезнь").code == 2
    assert at("task", "reassign", task, "--executor", "Сафина Р.Р.", "--reason", "болезнь").code == 0
    assert at("task", "show", task, "--format", "json").data["task"]["who"] == ["Сафина Р.Р."]


def test_a_requirement_is_waived_by_somebody_who_is_named(at: Type) -> None:
    assert at("case", "advance", "К-1").code == 1
    leave = ("case", "advance", "К-1", "--reason", "цели утверждены ранее", "--waive")
    assert at(*leave, "Орлова Т.П.").code == 4, "nobody gives leave to themselves"
    assert at("person", "add", "Громов Г.Г.").code == 0
    assert at(*leave, "Громов Г.Г.").code == 0


def test_a_record_is_put_right(at: Type) -> None:
    goal = at("record", "add", "К-1", "Повысить", "--kind", "goal", "--format", "json").data["id"]
    assert at("record", "edit", goal, "--field", "grounds=анализ 2025 года").code == 0
    assert at("record", "show", goal, "--format", "json").data["fields"]["grounds"] == "анализ 2025 года"
    assert at("record", "edit", goal, "--field", "colour=red").code == 2
