"""What the three regulations expect without insisting on it: every sentence has a world that keeps it and one that does
not, and none of them stands in anybody's way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engine.definition.guards import expectations, guards
from engine.definition.shipped import shipped, shipped_names
from engine.definition.workflow import Expectation
from engine.problems import Where
from engine.rules.judging import judge
from engine.rules.reading import read
from engine.rules.rule import Rule
from engine.rules.telling import tell
from engine.rules.thing import Scene, Thing, Value
from engine.rules.verdict import Holds, Verdict

TODAY = date(2026, 11, 23)
EARLIER, BEFORE = date(2026, 3, 2), date(2026, 3, 1)
World = tuple[Thing, ...]


def thing(kind: str, /, *links: str, **values: Value) -> Thing:
    """One thing of a kind, which is its id, too."""
    return Thing(kind, kind, values, links, EARLIER)


def dated(kind: str, day: date, *links: str) -> Thing:
    return Thing(kind, kind, {}, links, day)


def case(kind: str, /, **values: Value) -> Thing:
    return Thing(kind, "К-1", values, (), EARLIER)


def proof(of: str, /, **values: Value) -> Thing:
    return thing("evidence", of, **values)


def stated(kind: str, field: str, value: Value = "есть") -> tuple[World, World]:
    """A field of a thing that is filled, and one that is not."""
    return (thing(kind, **{field: value}),), (thing(kind),)


def of_case(kept: Thing, broken: Thing) -> tuple[World, World]:
    return (kept,), (broken,)


def proven(kind: str, /, **more: Value) -> tuple[World, World]:
    return (thing(kind, **more), proof(kind)), (thing(kind, **more),)


GOAL, REGIONAL = thing("goal", "regional_goal", matched=EARLIER), thing("regional_goal", date=BEFORE)
PROGRAMME = thing("programme", term=("2026", "2028"))
LONE = thing("indicator", targets={"2026": "5", "2027": "7"}, shares={"2026": "1/2"})
IN_TIME = thing("measure", done=BEFORE, due=EARLIER)
TASK: dict[str, Value] = {
    "kind": "assignment",
    "due": EARLIER,
    "decided": BEFORE,
    "start": BEFORE,
    "executors": ("Л-1",),
}

WORLDS: dict[str, dict[str, tuple[World, World]]] = {
    "management_cycle": {
        "у каждой цели есть подтверждение": proven("goal"),
        "у каждого цикла с прошлым циклом указаны итоги прошлого цикла": of_case(
            case("management_cycle", previous="К-0", ground=("ЭФ-1",)), case("management_cycle", previous="К-0")
        ),
        "у каждой цели есть региональная цель": ((GOAL, REGIONAL), (thing("goal"), REGIONAL)),
        "у каждой цели дата сверки не раньше даты региональной цели": (
            (GOAL, REGIONAL),
            (GOAL, thing("regional_goal", date=TODAY)),
        ),
        "у каждого показателя указана единица измерения": stated("indicator", "unit"),
        "у каждого показателя указаны плановые значения": stated("indicator", "targets", {"2026": "5"}),
        "у каждого показателя без пояснения плановые значения растут": (
            (LONE,),
            (thing("indicator", targets={"2026": "5", "2027": "5"}),),
        ),
        "у каждого показателя с долями указано общее число": (
            (thing("indicator", shares={"2026": "1/2"}, total="20"),),
            (LONE,),
        ),
        "у каждого показателя плановые значения в пределах срока программы": (
            (thing("indicator", "programme", targets={"2026": "5", "2028": "7"}), PROGRAMME),
            (thing("indicator", "programme", targets={"2026": "5", "2029": "7"}), PROGRAMME),
        ),
        "до каждого измерения есть приказ": (
            (thing("measurement", "order"), dated("order", BEFORE)),
            (dated("measurement", BEFORE, "order"), thing("order")),
        ),
        "у каждого измерения указано значение": stated("measurement", "value", "11"),
        "у каждого измерения указана дата": stated("measurement", "date", EARLIER),
        "у каждого измерения есть подтверждение": proven("measurement"),
        "у каждого измерения с датой дата в пределах периода цикла": (
            (thing("measurement", date=EARLIER),),
            (thing("measurement", date=date(2025, 12, 31)),),
        ),
        "у каждого заключения указаны факторы": stated("conclusion", "factors"),
        "у каждого заключения указана дата утверждения": stated("conclusion", "date", EARLIER),
        "у каждого заключения есть подтверждение": proven("conclusion"),
        "у каждого заключения есть подтверждение вида «отчёт»": (
            (thing("conclusion"), proof("conclusion", kind="отчёт")),
            (thing("conclusion"), proof("conclusion", kind="письмо")),
        ),
        "у каждого заключения есть решение": (
            (thing("conclusion"), thing("decision", "conclusion")),
            (thing("conclusion"), thing("decision")),
        ),
        "у каждой рекомендации указана группа адресатов": stated("recommendation", "group"),
        "у каждой меры указаны участники": stated("measure", "participants"),
        "у каждой меры с датой исполнения дата исполнения не позже срока": (
            (IN_TIME,),
            (thing("measure", done=TODAY, due=EARLIER),),
        ),
        "у каждой меры с датой исполнения есть подтверждение": ((IN_TIME, proof("measure")), (IN_TIME,)),
        "у каждого решения есть исполнитель": stated("decision", "executors", ("Л-1",)),
        "у каждого решения указан срок": stated("decision", "due", EARLIER),
        "у каждого решения указаны участники": stated("decision", "participants"),
        "после каждого решения в течение 90 дней есть анализ эффективности": (
            (thing("decision"), dated("effect", EARLIER + timedelta(90), "decision")),
            (thing("decision"), dated("effect", EARLIER + timedelta(91), "decision")),
        ),
        "у каждого анализа эффективности указано предложение": stated("effect", "proposal"),
        "у каждого анализа эффективности есть подтверждение": proven("effect"),
    },
    "protocol": {
        "у каждого протокола с составом кворум не менее 1/2 состава": of_case(
            case("protocol", members=("Л-1", "Л-2", "Л-3"), quorum_present="2"),
            case("protocol", members=("Л-1", "Л-2", "Л-3"), quorum_present="1"),
        ),
        "присутствующие и отсутствующие — разные люди": of_case(
            case("protocol", present=("Ким О.В.",), absent=("Петров А.В.",)),
            case("protocol", present=("Ким О.В.",), absent=("Ким О. В.", "Ким О.В.")),
        ),
        "присутствующие и приглашённые — разные люди": of_case(
            case("protocol", present=("Ким О.В.",), invited=("Петров А.В.",)),
            case("protocol", present=("Ким О.В.",), invited=("Ким О.В.",)),
        ),
        **{
            f"у каждого протокола вида «протокол» {said}": of_case(
                case("protocol", kind="protocol", **{field: "есть"}), case("protocol", kind="protocol")
            )
            for said, field in (
                ("указан председатель", "chair"),
                ("указан секретарь", "secretary"),
                ("указано место", "place"),
            )
        },
        **{
            said: of_case(case("protocol", **{field: "есть"}), case("protocol"))
            for said, field in (
                ("указан орган", "body"),
                ("указан вид", "kind"),
                ("указан номер", "number"),
                ("указана дата", "date"),
                ("указан контролёр протокола", "controller"),
            )
        },
        "у каждого поручения вида «поручение» есть исполнитель": (
            (thing("assignment", kind="assignment", executors=("Л-1",)),),
            (thing("assignment", kind="assignment", executors=()),),
        ),
        "у каждого поручения вида «поручение» без срока указан срок по документу": (
            (thing("assignment", kind="assignment", deadline_raw="постоянно"),),
            (thing("assignment", kind="assignment"),),
        ),
    },
    "assignment": {
        "у каждого поручения вида «поручение» указаны исполнители": of_case(
            case("assignment", **TASK), case("assignment", kind="assignment")
        ),
        "у каждого поручения вида «поручение» без срока указан срок по документу": of_case(
            case("assignment", kind="assignment", deadline_raw="постоянно"), case("assignment", kind="assignment")
        ),
        "у каждого поручения со сроком с датой протокола срок не раньше даты протокола": of_case(
            case("assignment", **TASK), case("assignment", due=BEFORE, decided=EARLIER)
        ),
        "у каждого поручения со сроком с началом срока срок не раньше начала срока": of_case(
            case("assignment", **TASK), case("assignment", due=BEFORE, start=EARLIER)
        ),
        "срок не раньше срока предшественника": (
            (case("assignment", **TASK), thing("predecessor", due=BEFORE)),
            (case("assignment", **TASK), thing("predecessor", due=TODAY)),
        ),
        "у каждого поручения вида «поручение» без исхода дата отчёта не позже срока": of_case(
            case("assignment", **TASK, reported=BEFORE), case("assignment", **TASK)
        ),
        "у каждого поручения вида «поручение» исхода «исполнено» дата отчёта не позже срока": of_case(
            case("assignment", **TASK, outcome="done", reported=EARLIER),
            case("assignment", **TASK, outcome="done", reported=TODAY),
        ),
        "начало работы не раньше даты закрытия предшественника": (
            (case("assignment", begun=EARLIER), thing("predecessor", closed=EARLIER)),
            (case("assignment", begun=BEFORE), thing("predecessor", closed=None)),
        ),
    },
}
CASES = {
    "management_cycle": case("management_cycle", period="2026"),
    "protocol": case("protocol"),
    "assignment": case("assignment"),
}
TOLD = [(name, each) for name in shipped_names() for each in expectations(shipped(name))]


def verdict(rule: Rule, name: str, world: World) -> Verdict:
    itself = next((each for each in world if each.kind == CASES[name].kind), CASES[name])
    return judge(rule, Scene(itself, (itself, *world), (), {}, TODAY))


def test_every_expectation_has_its_two_worlds() -> None:
    for name in shipped_names():
        assert {each.rule.sentence.text for each in expectations(shipped(name))} == set(WORLDS[name]), name


@pytest.mark.parametrize(("name", "each"), TOLD, ids=[each.rule.sentence.text for _, each in TOLD])
def test_it_holds_in_the_one_world_and_not_in_the_other(name: str, each: Expectation) -> None:
    kept, broken = WORLDS[name][each.rule.sentence.text]
    good, bad = (verdict(each.rule, name, world) for world in (kept, broken))
    assert good.holds is Holds.SATISFIED and good.subjects
    assert bad.holds is not Holds.SATISFIED and len(bad.reasons) == 1


def test_no_expectation_is_a_lock() -> None:
    for name in shipped_names():
        locks = {rule for arrow in shipped(name).arrows for rule in guards(shipped(name), arrow)}
        assert not {(rule.form, rule.subject, rule.arguments) for rule in locks} & {
            (each.rule.form, each.rule.subject, each.rule.arguments) for each in expectations(shipped(name))
        }


@pytest.mark.parametrize("name", shipped_names())
def test_every_sentence_of_a_regulation_is_told_in_both_languages_and_means_the_same(name: str) -> None:
    workflow = shipped(name)
    rules = [rule for stage in workflow.stages.values() for rule in stage.complete_when]
    rules += [rule for arrow in workflow.arrows for rule in arrow.requirements]
    for rule in (*rules, *(each.rule for each in expectations(workflow))):
        twins = [read(tell(rule, workflow.lexicon, lang), workflow.lexicon, Where()) for lang in ("ru", "en")]
        for twin in twins:
            assert isinstance(twin, Rule), twin
            assert (twin.form, twin.subject, twin.arguments) == (rule.form, rule.subject, rule.arguments)


def test_what_a_missed_term_comes_to_is_known_on_the_day_after_it() -> None:
    (rule,) = (each.rule for _, each in TOLD if "без исхода" in each.rule.sentence.text)
    open_ = case("assignment", **{**TASK, "due": TODAY})
    days = [TODAY, TODAY + timedelta(1)]
    found = [judge(rule, Scene(open_, (open_,), (), {}, day)).holds for day in days]
    assert found == [Holds.PENDING, Holds.VIOLATED]
