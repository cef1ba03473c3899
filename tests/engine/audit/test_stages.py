"""What stands where: one document, and the cases on file."""

from __future__ import annotations

from datetime import date

import pytest

from engine.audit.answer import as_json, finding, way_out
from engine.audit.row import CycleRow
from engine.audit.stages import audit_cycles, audit_document
from engine.audit.unmet import Unmet
from engine.definition.shipped import shipped
from engine.definition.workflow import Mechanism, Title
from engine.messages.audit import AUDIT
from engine.protocol import DocumentKind, Item, ItemKind, Protocol, Source, Table
from engine.run.case import Move
from engine.run.event import Plain
from engine.run.facts import Facts
from tests.engine.audit.regulations import TOLD, cycle_case, management_cycle, record

CYCLE = management_cycle()
MECHANISMS = tuple(Mechanism(code, Title(code, code), (), ()) for code in ("1.1", "1.2", "2.4"))
STAGES = [name for name, stage in CYCLE.stages.items() if stage.produces]


def item(path: str, stages: tuple[str, ...], mechanisms: tuple[str, ...], kind: ItemKind = ItemKind.ASSIGNMENT) -> Item:
    return Item(path, kind, "Сделать", (1, 1), stages=stages, mechanisms=mechanisms)


def protocol(*items: Item, **more: object) -> Protocol:
    source = Source("решение.txt", "0" * 64, "txt")
    made = {"body": "Совет", "organisation": "Отдел образования Заречья", "date": date(2026, 3, 2), **more}
    return Protocol(source, DocumentKind.PROTOCOL, items=items, **made)  # type: ignore[arg-type]


def rows(*items: Item) -> dict[str, CycleRow]:
    return {row.mechanism: row for row in audit_document(protocol(*items), MECHANISMS, CYCLE)}


def rules(row: CycleRow, stage: str) -> list[str]:
    return [gap.rule for gap in row.gaps if gap.stage == stage]


def waived_move(source: str, target: str) -> Move:
    waiver: Plain = {"requirement": "есть цель", "who": "Орлова Т.П.", "why": "приказ № 5", "until": "2026-06-01"}
    return Move("advance", source, target, {"waived": [waiver]}, TOLD)


def test_an_item_makes_the_stage_that_it_serves_planned_and_no_other() -> None:
    row = rows(item("2.1", ("analysis",), ("1.2",)))["1.2"]
    assert {stage for stage, stands in row.stages.items() if stands == "planned"} == {"analysis"}
    assert {stage for stage, stands in row.stages.items() if stands == "absent"} == set(STAGES) - {"analysis"}


def test_every_mechanism_has_its_row_touched_or_not() -> None:
    found = rows(item("2.1", ("analysis",), ("1.2",)))
    assert list(found) == ["1.1", "1.2", "2.4"]
    assert [code for code, row in found.items() if row.touched] == ["1.2"]


def test_an_untouched_mechanism_has_a_gap_for_each_stage() -> None:
    row = rows(item("2.1", ("analysis",), ("1.2",)))["2.4"]
    assert [gap.stage for gap in row.gaps] == STAGES


def test_methods_of_collection_count_as_indicators() -> None:
    row = rows(item("1", ("collection",), ("1.1",)))["1.1"]
    assert row.stages["indicators"] == "planned"
    assert "collection" not in row.stages


@pytest.mark.parametrize("kind", list(ItemKind))
def test_items_of_every_kind_count(kind: ItemKind) -> None:
    assert rows(item("1", ("goals",), ("1.1",), kind))["1.1"].stages["goals"] == "planned"


def test_tables_are_no_items() -> None:
    table = Table("Дорожная карта", (("Мониторинг", "приказ"),), (5, 6))
    found = audit_document(protocol(tables=(table,)), MECHANISMS, CYCLE)
    assert not any(row.touched for row in found)


def test_a_mechanism_without_a_stage_plans_nothing() -> None:
    assert not rows(item("1", (), ("1.1",)))["1.1"].touched


def test_the_period_is_the_year_of_the_document_and_empty_without_a_date() -> None:
    assert {row.period for row in audit_document(protocol(), MECHANISMS, CYCLE)} == {"2026"}
    assert {row.period for row in audit_document(protocol(date=None), MECHANISMS, CYCLE)} == {""}


def test_an_earlier_stage_that_a_planned_one_passed_over_is_told_apart() -> None:
    row = rows(item("2.1", ("analysis",), ("1.2",)))["1.2"]
    assert rules(row, "monitoring") == ["paper-skipped"]
    assert rules(row, "analysis") == ["paper-planned"]
    assert rules(row, "decisions") == ["paper-absent"]


def test_a_case_shows_the_four_ways_to_stand() -> None:
    case = cycle_case(
        record("ЦЛ-1", "goal"),
        record("ПК-1", "indicator", ("ЦЛ-1",), proven=False),
        plans=(("monitoring", "П-1.2"),),
    )
    (row,) = audit_cycles((case,), (), CYCLE)
    assert [str(row.stages[stage]) for stage in STAGES[:4]] == ["proven", "recorded", "planned", "absent"]


def test_a_proven_stage_has_no_gap() -> None:
    (row,) = audit_cycles((cycle_case(record("ЦЛ-1", "goal")),), (), CYCLE)
    assert rules(row, "goals") == []


def test_one_unproven_record_among_proven_ones_is_named() -> None:
    case = cycle_case(record("ЦЛ-1", "goal"), record("ЦЛ-2", "goal", proven=False))
    (row,) = audit_cycles((case,), (), CYCLE)
    assert row.stages["goals"] == "recorded"
    assert [gap.facts["record"] for gap in row.gaps if gap.rule == "gap-unproven"] == ["ЦЛ-2"]


def test_a_later_record_makes_an_absent_stage_out_of_order() -> None:
    (row,) = audit_cycles((cycle_case(record("ЗК-1", "conclusion")),), (), CYCLE)
    assert rules(row, "monitoring") == ["gap-out-of-order"]
    assert rules(row, "recommendations") == ["gap-absent"]


def test_a_later_plan_is_no_broken_order() -> None:
    (row,) = audit_cycles((cycle_case(plans=(("analysis", "П-1.2"),)),), (), CYCLE)
    assert rules(row, "monitoring") == ["gap-skipped"]


def test_a_stage_that_an_assignment_serves_is_closed_by_confirming_it_and_one_only_decided_by_a_record() -> None:
    case = cycle_case(plans=(("analysis", "СВ-1"), ("analysis", "П-1.2"), ("decisions", "СВ-1")))
    (row,) = audit_cycles((case,), (), CYCLE)
    fixes = {gap.stage: way_out(gap, "ru") for gap in row.gaps}
    assert fixes["analysis"].endswith("resheno task confirm П-1.2")
    assert "resheno record add К-1 --kind measure" in fixes["decisions"]


def test_a_stage_on_trust_is_said_to_be_so_and_is_not_out_of_order() -> None:
    (row,) = audit_cycles((cycle_case(record("ИЗ-1", "measurement"), trusted=("goals",), at="indicators"),), (), CYCLE)
    assert rules(row, "goals") == ["gap-on-trust"]
    assert rules(row, "indicators") == ["gap-out-of-order"]


def test_a_record_without_its_backward_link_is_found_and_with_it_is_not() -> None:
    loose = cycle_case(record("ЦЛ-1", "goal"), record("ПК-1", "indicator"))
    tied = cycle_case(record("ЦЛ-1", "goal"), record("ПК-1", "indicator", ("ЦЛ-1",)))
    assert rules(audit_cycles((loose,), (), CYCLE)[0], "indicators") == ["gap-no-link"]
    assert rules(audit_cycles((tied,), (), CYCLE)[0], "indicators") == []


def test_a_link_to_another_kind_is_not_the_wanted_one() -> None:
    case = cycle_case(record("ПК-1", "indicator", ("ПК-2",)), record("ПК-2", "indicator", ("ПК-1",)))
    assert rules(audit_cycles((case,), (), CYCLE)[0], "indicators") == ["gap-no-link", "gap-no-link"]


def test_a_waiver_is_shown_with_who_gave_it_and_an_ordinary_move_is_not() -> None:
    moves = (waived_move("goals", "indicators"), Move("advance", "indicators", "monitoring", {}, TOLD))
    (row,) = audit_cycles((cycle_case(at="monitoring")._replace(moves=moves),), (), CYCLE)
    (gap,) = [gap for gap in row.gaps if gap.rule == "gap-waived"]
    assert gap.stage == "goals"
    assert all(fact in finding(gap, "ru") for fact in ("есть цель", "Орлова Т.П.", "приказ № 5", "01.06.2026"))


@pytest.mark.parametrize(
    ("day", "goals", "told"),
    [
        (date(2026, 6, 1), 0, ["gap-waived"]),
        (date(2026, 6, 2), 0, ["gap-waiver-over"]),
        (date(2026, 6, 2), 1, []),
        (date(2026, 6, 1), 1, ["gap-waived"]),
    ],
)
def test_leave_that_has_run_out_is_a_gap_until_its_requirement_holds(day: date, goals: int, told: list[str]) -> None:
    case = cycle_case(*[record("ЦЛ-1", "goal")] * goals)._replace(moves=(waived_move("goals", "indicators"),))
    (row,) = audit_cycles((case,), (), shipped("management_cycle"), facts=Facts(day))
    assert [gap.rule for gap in row.gaps if gap.rule.startswith("gap-waive")] == told


def test_who_gave_leave_is_told_by_name() -> None:
    case = cycle_case()._replace(moves=(waived_move("goals", "indicators"),))
    waived: Plain = {"requirement": "есть цель", "who": "Л-7", "why": "приказ № 5", "until": "2026-06-01"}
    case = case._replace(moves=(case.moves[0]._replace(data={"waived": [waived]}),))
    (row,) = audit_cycles((case,), (), CYCLE, {"Л-7": "Сафронов П.П."})
    (gap,) = [gap for gap in row.gaps if gap.rule == "gap-waived"]
    assert "Сафронов П.П." in finding(gap, "ru") and "Л-7" not in finding(gap, "ru")


def test_an_organisation_has_a_row_for_each_mechanism_it_left_alone_in_a_period() -> None:
    cases = (cycle_case(), cycle_case(number="К-2", subject=("О-2", "1.1", "2025")))
    found = [(row.organisation, row.mechanism, row.period, row.case) for row in audit_cycles(cases, MECHANISMS, CYCLE)]
    assert ("О-1", "1.1", "2026", "") in found
    assert ("О-1", "1.2", "2026", "К-1") in found
    assert ("О-1", "1.1", "2025", "") not in found
    assert len(found) == 6


def test_cases_of_other_regulations_are_passed_over() -> None:
    assert audit_cycles((cycle_case()._replace(workflow="assignment"),), MECHANISMS, CYCLE) == ()


def test_rows_stand_in_the_order_of_the_russian_alphabet() -> None:
    names = {"О-1": "Ёлкинский округ", "О-2": "Жуковский округ", "О-3": "Елецкий округ"}
    cases = [cycle_case(number=f"К-{n}", subject=(f"О-{n}", "1.1", "2026")) for n in (1, 2, 3)]
    found = [row.organisation for row in audit_cycles(cases, (), CYCLE, names)]
    assert found == ["Елецкий округ", "Ёлкинский округ", "Жуковский округ"]


def test_the_answer_has_the_keys_of_the_published_contract() -> None:
    (row,) = as_json(audit_document(protocol(), MECHANISMS[:1], CYCLE), "ru")
    assert {"organisation", "mechanism", "period", "stages", "gaps"} <= row.keys()
    assert row["stages"] == dict.fromkeys(STAGES, "absent")
    assert {"rule", "stage", "text", "fix"} <= row["gaps"][0].keys()


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_gap_says_what_is_wrong_and_gives_the_command_that_closes_it(lang: str) -> None:
    case = cycle_case(
        record("ЗК-1", "conclusion", proven=False),
        plans=(("decisions", "П-1.2"), ("effectiveness", "СВ-1")),
        trusted=("goals",),
    )
    case = case._replace(moves=(waived_move("decisions", "effectiveness"),))
    empty = cycle_case(number="К-2", subject=("О-2", "1.1", "2026"))
    late = audit_cycles((case,), (), CYCLE, facts=Facts(date(2026, 6, 2)))
    paper = rows(item("2.1", ("analysis",), ("1.2",))).values()
    sentence = {"requirement_ru": "у каждого заключения указаны факторы", "requirement_en": "each one states factors"}
    unmet = {case.id: (Unmet("analysis", sentence, ("ЗК-1",)),)}
    found = (*audit_cycles((case, empty), MECHANISMS, CYCLE, unmet=unmet), *late, *paper)
    gaps = [gap for row in found for gap in row.gaps]
    assert {gap.rule for gap in gaps} == {code for code in AUDIT if code.startswith(("gap-", "paper-"))}
    for gap in gaps:
        text, fix = finding(gap, lang), way_out(gap, lang)  # type: ignore[arg-type]
        assert "…" not in text + fix, "a blank was left open"
        assert "resheno " in fix
        title = CYCLE.stages[gap.stage].title
        assert (title.ru if lang == "ru" else title.en) in text
