"""Judge an arrow: is there one, may this person take it, was everything brought along, does what it requires hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from engine.definition.derived import once
from engine.definition.guards import ACTS, concerning, guards
from engine.definition.workflow import BLANK, Arrow, Workflow
from engine.rules.rule import Rule
from engine.rules.thing import Act
from engine.run import stating
from engine.run.case import Case
from engine.run.command import Fire
from engine.run.duty import in_place_of, not_entitled, standing
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.machine import step
from engine.run.refusal import Because, Refused
from engine.run.scene import bare_scene, scene
from engine.run.unknown import UnknownWord
from engine.run.waiving import forgiven, unmet

INSTEAD_OF = "instead_of"  # for whom the doer stood in, in the data of an entry
WAIVER = "waiver"  # {who, why, until}: leave to go on although requirements do not hold


class Conditions(NamedTuple):
    """What an arrow asks of whoever takes it, in whatever case: worked out once for its regulation.

    `rules` are the sentences that can say anything of it; `of_people` that all of them are about who acts, and none
    speaks of a record. `known` is what a command may bring, `sets` the fields that are fixed: each with a text, or with
    the name of what is brought.
    """

    arrow: Arrow
    rules: tuple[Rule, ...]
    of_people: bool
    known: frozenset[str]
    sets: tuple[tuple[str, str, str], ...]


def conditions(workflow: Workflow, arrow: Arrow) -> Conditions:
    """What one of the arrows of a regulation asks."""
    return _conditions(workflow)[id(arrow)]


@once
def _conditions(workflow: Workflow) -> Mapping[int, Conditions]:
    return {id(arrow): _of(workflow, arrow) for arrow in workflow.arrows}


def _of(workflow: Workflow, arrow: Arrow) -> Conditions:
    rules = concerning((*guards(workflow, arrow), *workflow.duties), arrow.trigger, arrow.act)
    of_people = all(rule.form == ACTS and not rule["role of"] for rule in rules)
    blanks = {name: BLANK.fullmatch(template) for name, template in arrow.sets.items()}
    sets = tuple((name, arrow.sets[name], blank[1] if blank else "") for name, blank in blanks.items())
    return Conditions(arrow, rules, of_people, frozenset((*arrow.asks, *arrow.takes, WAIVER)), sets)


def fire(workflow: Workflow, case: Case, command: Fire, facts: Facts, told: Told) -> tuple[Event, ...] | Refused:
    """The one event of a transition, or all the reasons against it."""
    arrow = find(workflow, case, command.trigger, command.target)
    if isinstance(arrow, Because):
        return Refused(case.id, command.trigger, (arrow,), told)
    asked, brought = conditions(workflow, arrow), command.data
    held = standing(workflow, arrow.role, case, facts.tenures, told.happened_on)
    for_whom = in_place_of(told.on_behalf_of, held)
    found = unmet_requirements(workflow, case, asked, facts, told, for_whom)
    leave = cast("Mapping[str, Plain] | None", brought.get(WAIVER)) if found else None
    waived, left = forgiven(found, leave, facts, told, for_whom)
    because = (*not_entitled(workflow, arrow, held, facts, told), *_not_brought(workflow, asked, brought), *left)
    if because:
        return Refused(case.id, command.trigger, because, told)
    data = {**brought}
    data.pop(WAIVER, None)
    if waived:
        data["waived"] = waived
    if for_whom:
        data[INSTEAD_OF] = for_whom
    moved: Mapping[str, Plain] = {
        "trigger": arrow.trigger,
        "from": case.stage,
        "to": step(workflow, case.stage, arrow),
        "sets": {name: brought.get(blank) if blank else text for name, text, blank in asked.sets},
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


def unmet_requirements(
    workflow: Workflow, case: Case, asked: Conditions, facts: Facts, told: Told, for_whom: str
) -> tuple[Because, ...]:
    """The requirements that do not hold, counting the act itself as done; 'pending' does not hold yet.

    `for_whom` is in whose place the doer acts, '' in own right.
    """
    arrow, rules, of_people, _, _ = asked
    if not rules:
        return ()
    done = Act(arrow.trigger, case.id, told.on_behalf_of, told.happened_on, case.version + 1, arrow.act, for_whom)
    view = (bare_scene if of_people else scene)(workflow, case, facts, (done,))
    return unmet(rules, view, case.stage)


def _not_brought(workflow: Workflow, asked: Conditions, data: Mapping[str, Plain]) -> tuple[Because, ...]:
    for name in data:
        if name not in asked.known:
            raise UnknownWord("field", name, sorted(asked.known))
    arrow = asked.arrow
    absent = [name for name in arrow.asks if data.get(name) in (None, "")]
    because = [Because("not-brought", {"what": name, "trigger": arrow.trigger}) for name in absent]
    return (*because, *stating.misstated(workflow.fields, data))
