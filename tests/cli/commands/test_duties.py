"""Duties as users meet them: who may not, who may instead, whose leave it takes, and what an audit says of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cli.conftest import Type

TODAY = date.today()
SOON, LATER, PAST = (str(TODAY + timedelta(days=n)) for n in (14, 15, -1))
REPORTED = "П-1.1.2"  # an assignment of Громов А.С.
LEAVE = ("--waive", "Сафронов", "--reason", "справка в пути", "--until", SOON)


@pytest.fixture
def office(at: Type) -> Type:
    """An office of several: Окунев Б.Б. is a curator besides the operator; Сафронов П.П. stands above them."""
    assert at("person", "add", "Окунев Б.Б.").code == 0
    assert at("person", "add", "Сафронов П.П.", "--position", "глава района").code == 0
    assert at("role", "grant", "curator", "Окунев").code == 0
    return at


def report_on(at: Type, task: str) -> None:
    assert at("task", "accept", task).code == 0
    assert at("task", "report", task, "--text", "готово").code == 0
    assert at("evidence", "add", task, "--title", "справка").code == 0


def at_analysis(at: Type, by: str) -> None:
    """К-1 at the stage of analysis, with a conclusion that somebody wrote."""
    for _ in range(3):
        assert at("case", "advance", "К-1", *LEAVE).code == 0
    assert at("record", "add", "К-1", "Разрыв снижается", "--kind", "conclusion", "--as", by).code == 0


def test_who_was_replaced_yesterday_still_does_not_take_his_own_assignment_off_control(office: Type) -> None:
    report_on(office, REPORTED)
    assert office("task", "return", REPORTED, "--reason", "неполно").code == 0
    assert office("task", "reassign", REPORTED, "--executor", "Окунев Б.Б.", "--reason", "отпуск").code == 0
    assert office("task", "report", REPORTED, "--text", "готово").code == 0
    assert office("role", "grant", "controller", "Громов").code == 0
    said = office("task", "confirm", REPORTED, "--as", "Громов")
    assert said.code == 4
    assert "снимает с контроля не исполнитель" in said.err and "Громов А.С. — исполнитель" in said.err
    assert 'добавьте --as "Орлова Т.П."' in said.err
    assert office("task", "confirm", REPORTED).code == 0


def test_who_stands_in_for_an_executor_is_one(office: Type) -> None:
    office("role", "delegate", "executor", "Громов", "Окунев", "--until", SOON)
    assert office("task", "accept", REPORTED, "--as", "Окунев").code == 0
    assert office("task", "report", REPORTED, "--text", "готово", "--as", "Окунев").code == 0
    office("evidence", "add", REPORTED, "--title", "справка")
    office("role", "grant", "controller", "Окунев")
    assert office("task", "confirm", REPORTED, "--as", "Окунев").code == 4


def test_who_wrote_the_analysis_does_not_approve_it(office: Type) -> None:
    at_analysis(office, "Окунев")
    said = office("case", "advance", "К-1", "--as", "Окунев")
    assert said.code == 4
    assert "утверждает анализ не автор заключения" in said.err and "Окунев Б.Б. — автор: заключение" in said.err
    assert 'добавьте --as "Орлова Т.П."' in said.err
    other = office("case", "advance", "К-1")
    assert other.code == 1 and "утверждает анализ" not in other.err


def test_an_undo_or_a_correction_does_not_wash_the_author_off(office: Type) -> None:
    at_analysis(office, "Окунев")
    (written,) = (r["id"] for r in office("record list К-1 --format json").data if r["kind"] == "conclusion")
    assert office("record", "edit", written, "--field", "text=Иначе", "--as", "Орлова").code == 0
    assert office("undo").code == 0
    assert office("case", "advance", "К-1", "--as", "Окунев").code == 4
    assert "утверждает анализ" not in office("case", "advance", "К-1", "--as", "Орлова").err
    assert office("redo").code == 0
    assert "утверждает анализ" in office("case", "advance", "К-1", "--as", "Орлова").err


def test_the_only_executor_of_a_measure_does_not_assess_it_but_by_leave(office: Type) -> None:
    for _ in range(6):
        assert office("case", "advance", "К-1", *LEAVE).code == 0
    people = ("--field", "responsible=Окунев Б.Б.")
    assert office("record", "add", "К-1", "Подготовить план", "--kind", "measure", *people).code == 0
    assess = ("record", "add", "К-1", "Доля снизилась", "--kind", "effect", "--as", "Окунев")
    said = office(*assess)
    assert said.code == 4 and "оценивает эффект не единственный исполнитель меры" in said.err
    assert "Орлова Т.П." in said.err and "та же команда и --waive" in said.err
    assert office(*assess, "--waive", "Окунев", "--reason", "больше некому").code == 4
    assert office(*assess, *LEAVE).code == 0
    told = " ".join(office("audit").out.split())
    assert "оценивает эффект не единственный исполнитель меры" in told and "справка в пути" in told


def test_an_administrator_of_roles_does_not_act_in_cases(office: Type) -> None:
    assert office("role", "grant", "role_admin", "Окунев").code == 0
    said = office("case", "advance", "К-1", "--as", "Окунев")
    assert said.code == 4 and "действует не администратор ролей" in said.err
    assert "Окунев Б.Б. — администратор ролей" in said.err
    mine = office("role", "grant", "controller", "Громов")
    assert mine.code == 4 and "E-130" in mine.err and 'добавьте --as "Окунев Б.Б."' in mine.err
    assert office("role", "grant", "controller", "Громов", "--as", "Окунев").code == 0


def test_a_small_office_works_on_its_first_day_and_the_audit_says_what_is_not_kept_apart(at: Type) -> None:
    assert "Не разделены обязанности SOD-2, SOD-3, SOD-5" in at("audit run --brief").out
    report_on(at, REPORTED)
    assert at("task", "confirm", REPORTED).code == 0
    cycle = str(at("case", "start", "Лесной район", "1.3", "2026", "--format", "json").data["id"])
    fill(at, cycle)
    for _ in range(4):
        assert at("case", "advance", cycle).code == 0
    (waiver,) = standing(at)
    assert waiver["counts"] and waiver["duties"] == ["SOD-2", "SOD-3", "SOD-5"]
    assert "утверждает анализ не автор заключения" in at("audit run").out


def test_a_second_person_ends_the_leave_of_an_office_of_one(office: Type) -> None:
    (waiver,) = standing(office)
    assert not waiver["counts"]
    assert "Снова разделены обязанности" in office("audit run --brief").out


def test_leave_is_given_by_another_and_by_a_head_where_there_is_one(office: Type) -> None:
    own = office("case", "advance", "К-1", "--waive", "Орлова", "--reason", "так надо")
    assert own.code == 4 and "E-131" in own.err
    assert office("case", "advance", "К-1", *LEAVE, "-n").code == 0
    assert office("role", "grant", "head", "Лаптева").code == 0
    stranger = office("case", "advance", "К-1", *LEAVE)
    assert stranger.code == 4 and "E-132" in stranger.err and '--waive "Лаптева Н.И."' in stranger.err
    early = office("case", "advance", "К-1", "--waive", "Лаптева", "--reason", "срок", "--until", PAST)
    assert early.code == 1 and "E-133" in early.err
    assert office("case", "advance", "К-1", "--waive", "Лаптева").code == 2
    assert office("case", "advance", "К-1", "--waive", "Никто", "--reason", "срок").code == 9
    assert office("case", "advance", "К-1", "--waive", "Лаптева", "--reason", "срок", "--until", SOON).code == 0


def test_a_refusal_says_whose_leave_it_takes(office: Type) -> None:
    assert "с чьего-то разрешения" in office("case advance К-1").err
    office("role", "grant", "head", "Лаптева")
    said = office("case advance К-1").err
    assert 'с разрешения руководителя (Лаптева Н.И.): resheno case advance К-1 --waive "Лаптева Н.И."' in said


def test_leave_runs_out_and_is_a_gap_again(office: Type) -> None:
    assert office("case", "advance", "К-1", *LEAVE).code == 0
    assert "E-209" in numbers(office, SOON) and "E-214" not in numbers(office, SOON)
    assert "E-214" in numbers(office, LATER) and "E-209" not in numbers(office, LATER)
    assert (
        "справка в пути" in office(f"audit --at {LATER}").out and "Сафронов П.П." in office(f"audit --at {LATER}").out
    )
    assert office("record", "add", "К-1", "Повысить", "--kind", "goal", "--field", "grounds=анализ").code == 0
    assert not {"E-214", "E-209"} & numbers(office, LATER)


def test_leave_for_an_assignment_is_told_besides(office: Type) -> None:
    office("task", "accept", REPORTED)
    office("task", "report", REPORTED, "--text", "готово")
    assert office("task", "confirm", REPORTED, *LEAVE).code == 0
    told = " ".join(office("audit --brief").out.split())
    assert f"{REPORTED}: отступление от требования" in told and "разрешил Сафронов П.П.: справка в пути" in told
    assert f"{REPORTED}: срок отступления вышел" in " ".join(office(f"audit --brief --at {LATER}").out.split())
    assert office("undo").code == 0
    assert f"{REPORTED}: отступление" not in office("audit --brief").out


def test_standing_leave_is_given_by_a_head_and_shown(office: Type) -> None:
    nobody = office("duty", "waive", "SOD-2", "--reason", "отпуск", "--until", SOON)
    assert nobody.code == 4 and "E-130" in nobody.err
    office("role", "grant", "head", "Сафронов")
    given = office("duty", "waive", "sod-2", "--as", "Сафронов", "--reason", "отпуск", "--until", SOON)
    assert given.code == 0 and "отступление от SOD-2" in given.err
    (row,) = (row for row in office("duty list --format json").data if row["code"] == "SOD-2")
    assert [each["counts"] for each in row["waivers"]] == [False, True]
    at_analysis(office, "Окунев")
    assert "утверждает анализ" not in office("case", "advance", "К-1", "--as", "Окунев").err
    assert office("undo").code == 0 and office("undo").code == 0
    assert office("duty", "waive", "SOD-9", "--as", "Сафронов", "--reason", "x", "--until", SOON).code == 2
    assert office("duty", "waive", "SOD-2", "--as", "Сафронов", "--until", SOON).code == 2
    assert office("duty", "waive", "SOD-2", "--as", "Сафронов", "--reason", "x", "--until", PAST).code == 1


def test_the_file_and_all_its_checkpoints_are_not_one_persons(office: Type) -> None:
    assert office("role", "grant", "checkpoint_keeper", "Окунев").code == 0
    said = office("role", "grant", "file_keeper", "Окунев")
    assert said.code == 4 and "E-134" in said.err and "Окунев Б.Б." in said.err
    assert office("role", "grant", "file_keeper", "Орлова").code == 0
    assert "D-15" not in office("doctor").out
    assert office("role", "withdraw", "checkpoint_keeper", "Окунев").code == 0
    assert "D-15" in office("doctor").out


def test_the_doctor_tells_of_standing_in_that_is_over_while_its_cases_are_open(office: Type) -> None:
    office("role", "delegate", "executor", "Громов", "Окунев", "--until", SOON)
    assert office("task", "accept", REPORTED, "--as", "Окунев").code == 0
    assert "D-17" not in office(f"doctor --at {SOON}").out
    said = office(f"doctor --at {LATER}").out
    assert "D-17" in said and "Окунев Б.Б. за Громов А.С." in said
    office("task", "withdraw", REPORTED, "--reason", "отпало")
    assert "D-17" not in office(f"doctor --at {LATER}").out


def test_each_duty_is_told_with_its_sentence_and_its_place(at: Type) -> None:
    rows = {row["code"]: row for row in at("duty list --format json").data}
    assert list(rows) == [f"SOD-{n}" for n in range(1, 7)]
    assert rows["SOD-1"]["sentence"] == "снимает с контроля не исполнитель"
    assert "Отчёт сдан" in rows["SOD-1"]["judged"][0] and "doctor" in rows["SOD-6"]["judged"][0]
    assert "Управленческий цикл, Поручение, Протокол" in rows["SOD-4"]["judged"][0]
    english = {row["code"]: row["sentence"] for row in at("duty list --format json --lang en").data}
    assert not [each for each in english.values() if any("а" <= letter <= "я" for letter in each)]


def test_the_table_of_access_is_what_the_desk_judges_by(at: Type) -> None:
    def told(of: str) -> set[tuple[str, str, str]]:
        rows = at("role", "access", of, "--format", "json").data
        return {(row["workflow"], row["role"], row["action"]) for row in rows}

    assert ("assignment", "controller", "confirm") in told("поручение") == told("assignment")
    assert {role for _, role, _ in told("контролёр")} == {"controller"}
    assert told("office") >= {("office", "role_admin", "grant"), ("office", "head", "waive")}
    assert ("assignment", "executor", "confirm") not in told("executor")
    assert at("role access никто").code == 2


def test_why_names_the_duty_in_the_way_and_who_could_do_it(office: Type) -> None:
    report_on(office, REPORTED)
    said = office("why", REPORTED, "--typed-by", "Громов").out
    assert "Пока нельзя: снимает с контроля" in said
    assert "Громов А.С. — исполнитель" in said
    assert 'кто может: Орлова Т.П. — пусть введёт сам: --typed-by "Орлова Т.П."' in said
    assert "снимает с контроля" in office("why", REPORTED).out.partition("Можно сейчас:")[2]


def standing(at: Type) -> list[dict[str, object]]:
    import json

    found: list[dict[str, object]] = json.loads(at("audit run --format json").out)["leave"]["standing"]
    return found


def numbers(at: Type, day: str) -> set[str]:
    """The numbers of the gaps of К-1 on a day."""
    rows = at("audit", "run", "--format", "json", "--at", day).data
    return {gap["number"] for row in rows if row["case"] == "К-1" for gap in row["gaps"]}


def fill(at: Type, cycle: str) -> None:
    """Everything that a cycle needs to come to its recommendations."""

    def add(kind: str, *more: str) -> str:
        said = at("record", "add", cycle, f"Запись {kind}", "--kind", kind, *more, "--format", "json")
        assert said.code == 0, said.err
        return str(said.data["id"])

    goal = add("goal", "--field", "grounds=анализ")
    indicator = add("indicator", "--link", goal)
    add("method", "--field", "source=ведомость", "--link", indicator)
    measured = add("measurement", "--link", indicator)
    add("conclusion", "--link", measured)
