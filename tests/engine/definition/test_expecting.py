"""What a stage expects is told with its weight, stops nobody, and is part of what a definition means."""

from __future__ import annotations

from dataclasses import replace

from engine.definition.compiled import from_json, to_json
from engine.definition.difference import differences
from engine.definition.guards import expectations, guards
from engine.definition.soundness import check
from engine.problems import Severity
from tests.engine.definition.samples import MEETING, changed, faults, read_well

HELD = "    produces: [answer]\n"
EXPECTING = changed(
    HELD,
    HELD
    + """\
    expects:
      note: [есть не менее 3 ответов]
      warning:
        - у каждого ответа указана дата
""",
)
MOMENT = changed(
    "  year: text!\n", "  year: text!\n  held: {type: moment, reached: held, title: {ru: день заседания, en: day}}\n"
)


def test_the_gravest_comes_first_and_each_knows_its_stage() -> None:
    told = expectations(read_well(EXPECTING))
    assert [(each.severity, each.rule.sentence.text, each.stage) for each in told] == [
        (Severity.WARNING, "у каждого ответа указана дата", "held"),
        (Severity.NOTE, "есть не менее 3 ответов", "held"),
    ]


def test_one_stage_may_be_asked_alone() -> None:
    workflow = read_well(EXPECTING)
    assert expectations(workflow, "draft") == ()
    assert expectations(workflow, "held") == expectations(workflow)


def test_no_arrow_is_guarded_by_it() -> None:
    expecting, bare = read_well(EXPECTING), read_well(MEETING)
    assert [[rule.sentence.text for rule in guards(expecting, arrow)] for arrow in expecting.arrows] == [
        [rule.sentence.text for rule in guards(bare, arrow)] for arrow in bare.arrows
    ]


def test_a_new_expectation_is_a_new_version_and_is_told_of() -> None:
    old, new = read_well(MEETING), read_well(EXPECTING)
    assert old.version != new.version
    assert {change.code for change in differences(old, new)} == {"change-stage-expects"}
    assert {change.code for change in differences(new, old)} == {"change-stage-expects-no-more"}


def test_an_expectation_is_stored_with_its_weight() -> None:
    workflow = read_well(EXPECTING)
    again = from_json(to_json(workflow))
    assert again == workflow
    assert all(isinstance(each.severity, Severity) for each in expectations(again))


def test_what_was_stored_before_there_were_expectations_has_none() -> None:
    workflow = read_well(MEETING)
    stored = to_json(workflow).replace(',"expects":[]', "")
    assert stored != to_json(workflow)
    assert from_json(stored) == workflow


def test_a_part_that_nothing_is_said_of_makes_no_new_version() -> None:
    """The version of this text before anybody thought of expectations and moments."""
    assert read_well(MEETING).version == "629dd96b7e56"


def test_a_faulty_expectation_is_a_fault_at_its_place() -> None:
    assert faults(changed("есть не менее 3 ответов", "есть не менее 3 ответ", EXPECTING)) == ["28:14 rule-wrong-ending"]
    assert faults(changed("note: [", "remark: [", EXPECTING)) == ["28:7 unknown-key"]


def test_an_expectation_of_no_days_or_of_itself_is_told_by_the_check() -> None:
    text = changed("есть не менее 3 ответов", "после каждого вопроса в течение 0 дней есть ответ", EXPECTING)
    assert [problem.code for problem in check(read_well(text))] == ["term-of-no-days"]


def test_a_moment_names_the_stage_whose_day_it_is() -> None:
    assert read_well(MOMENT).fields["held"].reached == "held"
    assert [fault.split()[1] for fault in faults(changed("reached: held", "reached: hled", MOMENT))] == [
        "unknown-stage"
    ]
    assert [fault.split()[1] for fault in faults(changed("reached: held, ", "", MOMENT))] == ["key-missing"]
    assert [fault.split()[1] for fault in faults(changed("type: moment", "type: date", MOMENT))] == ["unknown-type"]
    dated = changed("fields: {date: {type: date,", "fields: {date: {type: moment,")
    assert [fault.split()[1] for fault in faults(dated)] == ["unknown-type"]


def test_a_moment_of_another_stage_is_another_version() -> None:
    workflow = read_well(MOMENT)
    other = read_well(changed("reached: held", "reached: closed", MOMENT))
    assert workflow.version != other.version
    assert replace(workflow.fields["held"], reached="closed").reached == other.fields["held"].reached
