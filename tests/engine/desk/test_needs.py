"""A version of a regulation that the program opens itself is taken only with what the program relies on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.definition.compiled import version_of
from engine.definition.reading import read
from engine.definition.shipped import shipped, source
from engine.definition.soundness import check
from engine.definition.workflow import Workflow
from engine.desk import cycles, tasks
from engine.desk.desk import Desk
from engine.desk.importing import AS_READ, Settled, bring_in
from engine.desk.migrating import publish
from engine.desk.needs import NEEDS, lacking
from engine.messages import fix, say
from engine.rules.book import LANGS
from tests.office import content_of, done, protocol, refused


def changed(name: str, *changes: tuple[str, str]) -> Workflow:
    """A shipped regulation with some words of its file for others; it is sound."""
    text = source(name)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    workflow, problems = read(text, f"{name}.yaml")
    assert workflow is not None and (*problems, *check(workflow)) == (), problems
    return replace(workflow, version=version_of(workflow))


def brought_in(desk: Desk, settled: Settled = AS_READ) -> None:
    done(desk.act(bring_in(protocol(), content_of(protocol()), settled=settled)))


REPORT = source("assignment")[source("assignment").index("records:\n") : source("assignment").index("stages:\n  reg")]
KIND = "      kind:\n        type: text\n        title: {ru: вид, en: kind}\n        values:\n          interim"
BROKEN = {
    "another subject": ("assignment", [("subject: [protocol, path]", "subject: [text]")], "needs-subject"),
    "a subject more": ("protocol", [("subject: [body, number, date]", "subject: [body, number]")], "needs-subject"),
    "no field": ("assignment", [("  because: {type: list", "  grounds_of: {type: list")], "needs-field"),
    "a field of another type": ("protocol", [("  agenda: {type: list", "  agenda: {type: text")], "needs-type"),
    "a value less": ("protocol", [("      resolution: {ru: резолюция, en: resolution}\n", "")], "needs-value"),
    "no stage to open in": ("protocol", [("signed", "agreed")], "needs-stage"),
    "no arrow from there": (
        "protocol",
        [
            ("{trigger: control, from: signed", "{trigger: hold, from: signed"),
            ("{trigger: sign, from: held", "{trigger: control, from: held"),
        ],
        "needs-arrow",
    ),
    "an arrow that asks": (
        "protocol",
        [("to: on_control, role: clerk}", "to: on_control, role: clerk, asks: [number]}")],
        "needs-no-question",
    ),
    "no kind of record": (
        "protocol",
        [("assess, control, deregister]", "assess, control, struck]"), ("  deregister:\n", "  struck:\n")],
        "needs-record",
    ),
    "a record that asks for more": (
        "assignment",
        [(KIND, f"      page: text!\n{KIND}")],
        "needs-no-more",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_the_program_relies_on_is_not_published_away(desk: Desk, what: str) -> None:
    name, changes, code = BROKEN[what]
    workflow = changed(name, *changes)
    found = list(lacking(workflow))
    assert code in [because.code for because in found]
    assert refused(desk.act(publish(workflow))) == [found[0].code]
    for because in found:
        for lang in LANGS:
            assert say(because.code, because.facts, lang) and fix(because.code, because.facts, lang)
    done(desk.act(tasks.add(tasks.NewTask("Посадить липы"))))  # nothing of it is in the books
    brought_in(desk)


FINE = {
    "other words": ("assignment", [("ru: Поручение, en: Assignment", "ru: Задание, en: Errand")]),
    "no arrow that only a command takes": (
        "assignment",
        [("{trigger: accept,", "{trigger: begin,"), ("  accept: {title", "  begin: {title")],
    ),
    "a stage renamed": ("assignment", [("in_work", "working")]),
    "a field more, required of nobody": (
        "protocol",
        [("  place: {type: text", "  hall: {type: text}\n  place: {type: text")],
    ),
    "a value more": (
        "protocol",
        [
            (
                "      order: {ru: приказ, en: order}\n",
                "      order: {ru: приказ, en: order}\n      letter: {ru: письмо, en: letter}\n",
            )
        ],
    ),
    "a subject in another order": ("protocol", [("subject: [body, number, date]", "subject: [number, date, body]")]),
    "no report": ("assignment", [("    produces: [report]\n", ""), (REPORT, "")]),
}


@pytest.mark.parametrize("what", FINE)
def test_all_else_is_for_each_office_to_change(desk: Desk, what: str) -> None:
    name, changes = FINE[what]
    done(desk.act(publish(changed(name, *changes))))
    done(desk.act(tasks.add(tasks.NewTask("Посадить липы"))))
    brought_in(desk)


def test_a_regulation_of_another_name_may_be_anything(desk: Desk) -> None:
    done(
        desk.act(
            publish(
                changed(
                    "assignment",
                    ("workflow: assignment", "workflow: errand"),
                    ("subject: [protocol, path]", "subject: [text]"),
                )
            )
        )
    )


@pytest.mark.parametrize("name", NEEDS)
def test_what_is_shipped_has_all_that_is_needed(name: str) -> None:
    assert list(lacking(shipped(name))) == []


def test_all_that_the_desk_writes_is_known_to_be_needed(desk: Desk) -> None:
    brought_in(desk, Settled({"regime": "common", "signed_on": "2026-11-12"}, frozenset({"4"})))
    done(desk.act(tasks.add(tasks.NewTask("Посадить липы", due=date(2026, 12, 1), deadline_raw="до 1 декабря"))))
    done(desk.act(cycles.start("О-1", "1.1", "2030")))
    with desk.store.reading() as ledger:
        cases = [case for id in ledger.streams() if (case := ledger.case(id)) is not None and case.workflow in NEEDS]
    assert {case.workflow for case in cases} == set(NEEDS)
    for case in cases:
        assert set(case.fields) <= {*NEEDS[case.workflow].fields, *case.subject}, case.workflow
