"""Judge an arrow: is there one, may this person take it, was everything brought along, does what it requires hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from engine.definition.guards import guards
from engine.definition.workflow import Arrow, Workflow
from engine.rules.thing import Act
from engine.run import stating
from engine.run.case import Case
from engine.run.command import Fire
from engine.run.duty import not_entitled, principal
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.machine import step
from engine.run.refusal import Because, Refused
from engine.run.scene import scene
from engine.run.unknown import UnknownWord
from engine.run.waiving import forgiven, unmet

INSTEAD_OF = "instead_of"  # for whom the doer stood in, in the data of an entry
WAIVER = "waiver"  # {who, why, until}: leave to go on although requirements do not hold


def fire(workflow: Workflow, case: Case, command: Fire, facts: Facts, told: Told) -> tuple[Event, ...] | Refused:
    """The one event of a transition, or all the reasons against it."""
    arrow = find(workflow, case, command.trigger, command.target)
    if isinstance(arrow, Because):
        return Refused(case.id, command.trigger, (arrow,), told)
    for_whom = principal(workflow, (arrow.role,), case, facts, told)
    found = unmet_requirements(workflow, case, arrow, facts, told)
    leave = cast("Mapping[str, Plain] | None", command.data.get(WAIVER))
    waived, left = forgiven(found, leave, facts, told, for_whom) if found else ([], ())
    because = [*not_entitled(workflow, arrow, case, facts, told), *_not_brought(workflow, arrow, command.data), *left]
    if because:
        return Refused(case.id, command.trigger, tuple(because), told)
    data: dict[str, Plain] = {name: value for name, value in command.data.items() if name != WAIVER}
    data |= {name: value for name, value in (("waived", waived), (INSTEAD_OF, for_whom)) if value}
    moved: Mapping[str, Plain] = {
        "trigger": arrow.trigger,
        "from": case.stage,
        "to": step(workflow, case.stage, arrow),
        "sets": {name: _setting(template, command.data) for name, template in arrow.sets.items()},
        "data": data,
    }
    return (Event(case.id, case.version + 1, "moved", told, moved),)


def find(workflow: Workflow, case: Case, trigger: str, target: str) -> Arrow | Because:
    """The arrow that is meant, or why there is none from here; raises UnknownWord for what no arrow is called."""
    arrow = workflow.arrow(case.stage, trigger, target or None)
    if arrow is not None:
        return arrow
    known = {arrow.trigger for arrow in workflow.arrows}
    if trigger not in known:
        raise UnknownWord("trigger", trigger, sorted(known))
    if target and target not in workflow.stages:
        raise UnknownWord("stage", target, workflow.stages)
    stage = workflow.stages[case.stage].title
    title = next(each.title for each in workflow.arrows if each.trigger == trigger)
    facts = {"stage_ru": stage.ru, "stage_en": stage.en, "trigger_ru": title.ru, "trigger_en": title.en}
    return Because("no-way", {"case": case.id, "trigger": trigger, "target": target, **facts})


def unmet_requirements(workflow: Workflow, case: Case, arrow: Arrow, facts: Facts, told: Told) -> tuple[Because, ...]:
    """The requirements that do not hold, counting the act itself as done; 'pending' does not hold yet."""
    for_whom = principal(workflow, (arrow.role,), case, facts, told)
    doer, day = told.on_behalf_of, told.happened_on
    done = Act(arrow.trigger, case.id, doer, day, case.version + 1, arrow.act, for_whom)
    rules = (*guards(workflow, arrow), *workflow.duties)
    return unmet(rules, scene(workflow, case, facts, (done,)), case.stage) if rules else ()


def _not_brought(workflow: Workflow, arrow: Arrow, data: Mapping[str, Plain]) -> list[Because]:
    known = {*arrow.asks, *arrow.takes, WAIVER}
    unknown = next((name for name in data if name not in known), None)
    if unknown is not None:
        raise UnknownWord("field", unknown, sorted(known))
    absent = [name for name in arrow.asks if data.get(name) in (None, "")]
    because = [Because("not-brought", {"what": name, "trigger": arrow.trigger}) for name in absent]
    return [*because, *stating.misstated(workflow.fields, data)]


def _setting(template: str, data: Mapping[str, Plain]) -> Plain:
    """A field's new value: a fixed text, or «{name}», which is what the command brought under that name."""
    blank = re.fullmatch(r"\{([a-z_]+)\}", template)
    return data.get(blank[1]) if blank else template
