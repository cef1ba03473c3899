"""Each form says satisfied, violated or pending, names who fails and from which day."""

from __future__ import annotations

from datetime import date

import pytest

from engine.messages import say, words_for
from engine.rules.judging import judge
from engine.rules.lexicon import Lexicon
from engine.rules.thing import Act, Scene, Thing, Value
from engine.rules.verdict import Holds, Verdict
from tests.engine.rules.kit import CYCLE, PAPER, TASK, day, scene, thing, understood

CASE = thing("cycle", "К-1", period="2026")
GOAL = thing("goal", "ЦЛ-1", "01-10", grounds="анализ прошлого года")
INDICATOR = thing("indicator", "ПК-1", "01-20", ("ЦЛ-1",))
MEASUREMENT = thing("measurement", "ИЗ-1", "02-10", ("ПК-1",), date=date(2026, 2, 9))
DECISION = thing("decision", "РШ-1", "03-01", ("ЗК-1",))


def verdict(sentence: str, over: Scene, lexicon: Lexicon = CYCLE) -> Verdict:
    return judge(understood(sentence, lexicon), over)


def holds(sentence: str, over: Scene, lexicon: Lexicon = CYCLE) -> str:
    return str(verdict(sentence, over, lexicon).holds)


def since(sentence: str, over: Scene, lexicon: Lexicon = CYCLE) -> date | None:
    return verdict(sentence, over, lexicon).reasons[0].since


def task(*things: Thing, acts: tuple[Act, ...] = (), today: str = "03-15", **values: Value) -> Scene:
    return scene(thing("assignment", "П-1.1", "02-01", (), **values), *things, acts=acts, today=today)


# how many


def test_a_linked_thing_is_counted_and_an_unlinked_one_is_not() -> None:
    assert holds("у каждой цели есть показатель", scene(CASE, GOAL, INDICATOR)) == "satisfied"
    stranger = thing("indicator", "ПК-2", "01-20", ("ЦЛ-9",))
    found = verdict("у каждой цели есть показатель", scene(CASE, GOAL, stranger))
    assert [reason.thing for reason in found.reasons] == ["ЦЛ-1"]


def test_links_count_all_in_one_direction_over_several_steps() -> None:
    assert holds("у каждой цели есть измерение", scene(CASE, GOAL, INDICATOR, MEASUREMENT)) == "satisfied"
    sibling = thing("indicator", "ПК-2", "01-20", ("ЦЛ-1",))
    found = verdict("у каждого показателя есть измерение", scene(CASE, GOAL, INDICATOR, sibling, MEASUREMENT))
    assert [reason.thing for reason in found.reasons] == ["ПК-2"]


def test_no_subject_is_nothing_to_judge() -> None:
    found = verdict("у каждой цели есть показатель", scene(CASE))
    assert (found.holds, found.subjects, found.reasons) == (Holds.SATISFIED, 0, ())


def test_what_is_missing_is_waited_for_until_its_stage_has_ended() -> None:
    sentence, ends = "у каждой цели есть показатель", {"indicator": day("03-20")}
    assert holds(sentence, scene(CASE, GOAL, today="03-20", ends=ends)) == "pending"
    assert holds(sentence, scene(CASE, GOAL, today="03-21", ends=ends)) == "violated"
    assert since(sentence, scene(CASE, GOAL, ends=ends)) == day("03-21")
    assert holds(sentence, scene(CASE, GOAL)) == "pending"


def test_a_field_that_had_to_be_stated_is_wanting_from_the_day_of_its_thing() -> None:
    sentence = "у каждой цели указано обоснование"
    assert holds(sentence, scene(CASE, GOAL)) == "satisfied"
    bare = thing("goal", "ЦЛ-2", "01-11")
    assert holds(sentence, scene(CASE, GOAL, bare)) == "violated"
    assert since(sentence, scene(CASE, bare)) == day("01-11")


def test_too_many_are_wrong_from_the_day_of_the_latest() -> None:
    more = thing("indicator", "ПК-2", "02-02", ("ЦЛ-1",))
    assert holds("у каждой цели есть не более 1 показателя", scene(CASE, GOAL, INDICATOR)) == "satisfied"
    assert since("у каждой цели есть не более 1 показателя", scene(CASE, GOAL, INDICATOR, more)) == day("02-02")
    assert holds("у каждой цели есть ровно 2 показателя", scene(CASE, GOAL, INDICATOR, more)) == "satisfied"
    assert holds("у каждой цели есть ровно 1 показатель", scene(CASE, GOAL, INDICATOR, more)) == "violated"
    assert holds("у каждой цели нет показателя", scene(CASE, GOAL, INDICATOR)) == "violated"
    assert holds("у каждой цели нет метода", scene(CASE, GOAL, INDICATOR)) == "satisfied"


def test_people_are_counted_as_their_number() -> None:
    assert holds("есть ровно один ответственный", task(responsible=("Лосев П.П.",)), TASK) == "satisfied"
    assert holds("есть ровно один ответственный", task(responsible=("Лосев П.П.", "Орлова А.А.")), TASK) == "violated"


def test_a_qualified_thing_counts_only_if_it_is_so() -> None:
    sentence = "есть отчёт вида «итоговый»"
    assert holds(sentence, task(thing("report", "О-1", "03-01", kind="final")), TASK) == "satisfied"
    assert holds(sentence, task(thing("report", "О-1", "03-01", kind="interim")), TASK) == "pending"


def test_only_subjects_with_the_qualification_are_judged() -> None:
    plain, shared = thing("indicator", "ПК-1", "01-20"), thing("indicator", "ПК-2", "01-20", shares=True)
    found = verdict("у каждого показателя с долями указано общее число", scene(CASE, plain, shared))
    assert (found.subjects, [reason.thing for reason in found.reasons]) == (1, ["ПК-2"])


def test_what_proves_an_effect_does_not_prove_the_measure() -> None:
    measure, effect = thing("measure", "МР-1", "03-01"), thing("effect", "ЭФ-1", "03-10", ("МР-1",))
    other, own = thing("evidence", "Д-1", "03-11", ("ЭФ-1",)), thing("evidence", "Д-2", "03-11", ("МР-1",))
    assert holds("у каждой меры есть анализ эффективности", scene(CASE, measure, effect)) == "satisfied"
    measured = thing("measure", "МР-1", "03-01", done_on=day("03-05"))
    sentence = "у каждой меры с датой исполнения есть подтверждение"
    assert holds(sentence, scene(CASE, measured, effect, other)) == "pending"
    assert holds(sentence, scene(CASE, measured, effect, own)) == "satisfied"


# by when, after, before


def test_a_report_by_the_due_day_is_late_from_the_next() -> None:
    sentence, due = "к сроку есть отчёт", day("03-10")
    assert holds(sentence, task(deadline=due, today="03-10"), TASK) == "pending"
    assert since(sentence, task(deadline=due, today="03-15"), TASK) == day("03-11")
    on_time, late = thing("report", "О-1", "03-10"), thing("report", "О-1", "03-11")
    assert holds(sentence, task(on_time, deadline=due), TASK) == "satisfied"
    assert holds(sentence, task(late, deadline=due), TASK) == "violated"


def test_an_effect_within_90_days_of_the_decision() -> None:
    sentence = "после каждого решения в течение 90 дней есть анализ эффективности"
    assert holds(sentence, scene(CASE, DECISION, today="05-30")) == "pending"
    assert since(sentence, scene(CASE, DECISION, today="05-31")) == day("05-31")
    in_time = thing("effect", "ЭФ-1", "05-30", ("РШ-1",))
    assert holds(sentence, scene(CASE, DECISION, in_time, today="06-30")) == "satisfied"
    before = thing("effect", "ЭФ-1", "02-28", ("РШ-1",))
    assert holds(sentence, scene(CASE, DECISION, before, today="06-30")) == "violated"


def test_working_days_pass_over_weekends_and_days_off() -> None:
    sentence = "в течение 5 рабочих дней после даты протокола есть отчёт"
    paper = thing("protocol", "П-1", "03-02", date=day("03-02"))
    found = verdict(sentence, task(paper), TASK)
    assert found.reasons[0].since == day("03-10")
    rested = task(paper)
    rested = Scene(rested.case, rested.things, (), {}, rested.today, days_off=frozenset({day("03-09")}))
    assert verdict("в течение 6 рабочих дней после даты протокола есть отчёт", rested, TASK).reasons[0].since == day(
        "03-12"
    )


def test_what_has_to_come_before_is_looked_for_in_the_whole_case() -> None:
    sentence = "до каждого измерения есть приказ"
    assert holds(sentence, scene(CASE, MEASUREMENT, thing("order", "ПР-1", "02-10"))) == "satisfied"
    assert since(sentence, scene(CASE, MEASUREMENT, thing("order", "ПР-1", "02-11"))) == day("02-10")


# comparing


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [(day("02-01"), "satisfied"), (day("01-31"), "violated"), (None, "pending"), ({"kind": "permanent"}, "satisfied")],
)
def test_a_deadline_is_not_before_the_decision(deadline: Value, expected: str) -> None:
    paper = thing("protocol", "П-1", "02-01", date=day("02-01"))
    assert holds("срок не раньше даты протокола", task(paper, deadline=deadline), TASK) == expected


def test_without_the_other_thing_there_is_nothing_to_judge() -> None:
    found = verdict("начало работы не раньше даты закрытия предшественника", task(started_on=day("03-01")), TASK)
    assert (found.holds, found.subjects) == (Holds.SATISFIED, 0)


def test_work_begun_before_its_predecessor_closed_is_wrong_at_once() -> None:
    sentence = "начало работы не раньше даты закрытия предшественника"
    open_one = thing("predecessor", "П-1.2", "02-01")
    assert holds(sentence, task(open_one), TASK) == "pending"
    assert since(sentence, task(open_one, started_on=day("03-01")), TASK) == day("03-01")
    closed = thing("predecessor", "П-1.2", "02-01", closed_on=day("02-20"))
    assert holds(sentence, task(closed, started_on=day("03-01")), TASK) == "satisfied"
    assert holds(sentence, task(closed, started_on=day("02-19")), TASK) == "violated"


def test_a_closing_that_has_not_come_is_late_from_the_day_after_the_deadline() -> None:
    sentence = "дата закрытия не позже срока"
    assert holds(sentence, task(deadline=day("03-15"), today="03-14"), TASK) == "pending"
    assert holds(sentence, task(deadline=day("03-15"), today="03-16"), TASK) == "violated"
    assert since(sentence, task(deadline=day("03-15"), today="03-14"), TASK) == day("03-16")
    assert holds(sentence, task(deadline=day("03-15"), closed_on=day("03-15"), today="03-20"), TASK) == "satisfied"


@pytest.mark.parametrize(("present", "expected"), [(5, "satisfied"), (4, "violated")])
def test_a_quorum_is_a_share_of_the_members(present: int, expected: str) -> None:
    paper = thing("protocol", "П-1", "02-01", quorum=present, members=tuple(f"Член {n}" for n in range(10)))
    assert holds("кворум не менее 1/2 состава", scene(paper), PAPER) == expected
    assert holds("кворум не менее 50 % состава", scene(paper), PAPER) == expected


def test_a_day_lies_within_a_period() -> None:
    sentence = "у каждого измерения дата в пределах периода цикла"
    assert holds(sentence, scene(CASE, MEASUREMENT)) == "satisfied"
    assert holds(sentence, scene(thing("cycle", "К-1", period="2025"), MEASUREMENT)) == "violated"
    assert holds(sentence, scene(thing("cycle", "К-1", period="2025/2026"), MEASUREMENT)) == "satisfied"
    assert holds(sentence, scene(thing("cycle", "К-1", period="скоро"), MEASUREMENT)) == "pending"


def test_a_term_in_quotes_is_its_kind() -> None:
    assert holds("срок равен «постоянно»", task(deadline={"kind": "permanent"}), TASK) == "satisfied"
    assert holds("срок равен «постоянно»", task(deadline={"kind": "date", "due": day("03-01")}), TASK) == "violated"


def test_text_begins_and_contains() -> None:
    question = thing("question", "В-2", "02-01", number="2")
    good = thing("item", "2.1", "02-01", ("В-2",), number="2.1", text="Согласно Приложению")
    bad = thing("item", "3.1", "02-01", ("В-2",), number="3.1", text="Готово")
    paper = thing("protocol", "П-1", "02-01")
    found = verdict("у каждого пункта номер начинается с номера вопроса", scene(paper, question, good, bad), PAPER)
    assert [reason.thing for reason in found.reasons] == ["3.1"]
    found = verdict("у каждого пункта текст содержит «приложени»", scene(paper, question, good, bad), PAPER)
    assert [reason.thing for reason in found.reasons] == ["3.1"]


def test_no_two_share_a_path_and_item_numbers_are_text() -> None:
    paper, sentence = thing("protocol", "П-1", "02-01"), "у каждого пункта путь не повторяется"
    items = [thing("item", f"и-{n}", "02-01", path=path) for n, path in enumerate(["5.1", "5.10", "5.1"])]
    assert holds(sentence, scene(paper, *items[:2]), PAPER) == "satisfied"
    found = verdict(sentence, scene(paper, *items), PAPER)
    assert [(reason.thing, reason.facts["right"]) for reason in found.reasons] == [("и-2", "и-0")]


@pytest.mark.parametrize(
    ("end", "targets", "expected"),
    [
        ("растут", {"2024": "70,5", "2025": 71, "2026": 75}, "satisfied"),
        ("растут", {"2024": 70, "2025": 70}, "violated"),
        ("не убывают", {"2024": 70, "2025": 70}, "satisfied"),
        ("не убывают", {"2024": 70, "2025": 69}, "violated"),
        ("убывают", {"2025": 3, "2024": 5}, "satisfied"),
        ("растут", None, "pending"),
    ],
)
def test_targets_move_from_year_to_year(end: str, targets: Value, expected: str) -> None:
    indicator = thing("indicator", "ПК-1", "01-20", targets=targets)
    assert holds(f"у каждого показателя плановые значения {end}", scene(CASE, indicator)) == expected


# people


def test_nobody_is_both_present_and_absent() -> None:
    def paper(absent: tuple[str, ...]) -> Scene:
        return scene(thing("protocol", "П-1", "02-01", present=("Лосев П.П.", "Орлова А.А."), absent=absent))

    sentence = "присутствующие и отсутствующие — разные люди"
    assert holds(sentence, paper(("Котов Р.Р.",)), PAPER) == "satisfied"
    found = verdict(sentence, paper(("лосев п.п.",)), PAPER)
    assert (str(found.holds), found.reasons[0].facts["left"]) == ("violated", "Лосев П.П.")
    assert holds(sentence, paper(()), PAPER) == "pending"


def test_the_assessed_are_among_those_present() -> None:
    paper = thing("protocol", "П-1", "02-01", present=("Лосев П.П.",))
    sentence = "у каждого пункта оценённые среди присутствующих протокола"
    assert holds(sentence, scene(paper, thing("item", "1", "02-01", assessed=("Лосев П.П.",))), PAPER) == "satisfied"
    assert holds(sentence, scene(paper, thing("item", "1", "02-01", assessed=("Котов Р.Р.",))), PAPER) == "violated"


def act(trigger: str, doer: str, on: str = "П-1.1") -> Act:
    return Act(trigger, on, doer, day("03-12"))


@pytest.mark.parametrize(
    ("sentence", "doer", "holders", "expected"),
    [
        ("снимает с контроля не исполнитель", "Л-2", {"Л-1"}, "satisfied"),
        ("снимает с контроля не исполнитель", "Л-1", {"Л-1", "Л-3"}, "violated"),
        ("снимает с контроля не исполнитель", "Л-1", set(), "satisfied"),
        ("снимает с контроля только исполнитель", "Л-1", {"Л-1"}, "satisfied"),
        ("снимает с контроля только исполнитель", "Л-2", {"Л-1"}, "violated"),
        ("снимает с контроля только исполнитель", "Л-2", set(), "pending"),
        ("снимает с контроля не единственный исполнитель", "Л-1", {"Л-1"}, "violated"),
        ("снимает с контроля не единственный исполнитель", "Л-1", {"Л-1", "Л-2"}, "satisfied"),
        ("снимает с контроля не единственный исполнитель", "Л-1", set(), "pending"),
    ],
)
def test_who_may_take_off_control(sentence: str, doer: str, holders: set[str], expected: str) -> None:
    over = scene(thing("assignment", "П-1.1"), acts=(act("confirm", doer),), roles={"executor": frozenset(holders)})
    assert holds(sentence, over, TASK) == expected
    assert judge(understood(sentence, TASK), scene(thing("assignment", "П-1.1"))).subjects == 0


def test_an_act_by_the_wrong_one_is_wrong_from_its_day_and_other_acts_are_not_asked() -> None:
    over = scene(
        thing("assignment", "П-1.1"),
        acts=(act("extend", "Л-1"), act("confirm", "Л-1")),
        roles={"executor": frozenset({"Л-1"})},
    )
    found = verdict("снимает с контроля не исполнитель", over, TASK)
    assert (found.subjects, [reason.since for reason in found.reasons]) == (1, [day("03-12")])


def test_the_author_of_a_record_does_not_approve_it() -> None:
    conclusion = thing("conclusion", "ЗК-1", "03-01")
    recorded = Act("record", "ЗК-1", "Л-1", day("03-01"))

    def over(approver: str) -> Scene:
        return scene(CASE, conclusion, acts=(recorded, Act("approve", "К-1", approver, day("03-05"))))

    assert holds("утверждает анализ не автор заключения", over("Л-2")) == "satisfied"
    assert holds("утверждает анализ не автор заключения", over("Л-1")) == "violated"


# words


def test_every_reason_is_said_in_both_languages_without_a_gap() -> None:
    over = scene(CASE, GOAL, ends={"indicator": day("02-01")})
    for reason in verdict("у каждой цели есть показатель", over).reasons:
        assert words_for(reason.code).ru
        assert "ЦЛ-1" in say(reason.code, reason.facts, "ru")
        assert "…" not in say(reason.code, reason.facts, "ru") + say(reason.code, reason.facts, "en")


def test_one_violated_outweighs_any_waiting() -> None:
    two = (GOAL, thing("goal", "ЦЛ-2", "01-11"))
    assert holds("у каждой цели указано обоснование", scene(CASE, *two)) == "violated"
    assert holds("у каждой цели есть показатель", scene(CASE, *two)) == "pending"
