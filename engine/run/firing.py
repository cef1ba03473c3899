"""Judge an arrow: is there one, may this person take it, was everything brought along, does what it requires hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from engine.definition.derived import once
from engine.definition.guards import Demands, demands, guards
from engine.definition.workflow import BLANK, Arrow, Workflow
from engine.rules.thing import Act
from engine.run import stating
from engine.run.case import Case
from engine.run.command import Fire
from engine.run.duty import binding, in_place_of, not_entitled, not_typing, standing
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.machine import way
from engine.run.order import out_of_order
from engine.run.refusal import Because, Refused
from engine.run.scene import scene
from engine.run.unknown import UnknownWord
from engine.run.waiving import forgiven, unmet

INSTEAD_OF = "instead_of"  # for whom the doer stood in, in the data of an entry
WAIVER = "waiver"  # {who, why, until}: leave to go on although requirements do not hold


class Conditions(NamedTuple):
    """What an arrow asks of whoever takes it, in whatever case: worked out once for its regulation.

    `asked` are the sentences that can say anything of it, `known` what a command may bring; `sets` are the fields that
    it fixes, each with a text or with the name of what is brought; `way` leads from a stage to the next.
    """

    arrow: Arrow
    asked: Demands
    known: frozenset[str]
    sets: tuple[tuple[str, str, str], ...]
    way: Callable[[str], str]


@once
def conditions(workflow: Workflow) -> tuple[Conditions, ...]:
    """What each arrow of a regulation asks, in the order of the file."""
    return tuple(_of(workflow, arrow) for arrow in workflow.arrows)


def _of(workflow: Workflow, arrow: Arrow) -> Conditions:
    asked = demands(workflow, (*guards(workflow, arrow), *workflow.duties), arrow.trigger, arrow.act)
    blanks = {name: BLANK.fullmatch(text) for name, text in arrow.sets.items()}
    sets = tuple((name, arrow.sets[name], blank[1] if blank else "") for name, blank in blanks.items())
    return Conditions(arrow, asked, frozenset((*arrow.asks, *arrow.takes, WAIVER)), sets, way(workflow, arrow))


@once
def _ways_out(workflow: Workflow) -> Mapping[tuple[str, str], list[Conditions]]:
    """The same by the stage that an arrow leads out of, and by its trigger."""
    found: dict[tuple[str, str], list[Conditions]] = {}
    for each in conditions(workflow):
        found.setdefault((each.arrow.source, each.arrow.trigger), []).append(each)
    return found


def find(workflow: Workflow, case: Case, trigger: str, target: str) -> Conditions | Because:
    """The arrow that is meant, or why there is none from here; raises UnknownWord for what no arrow is called."""
    for each in _ways_out(workflow).get((case.stage, trigger), ()):
        if not target or target == each.arrow.target:
            return each
    known = {arrow.trigger for arrow in workflow.arrows}
    if trigger not in known:
        raise UnknownWord("trigger", trigger, sorted(known))
    if target and target not in workflow.stages:
        raise UnknownWord("stage", target, workflow.stages)
    stage = workflow.stages[case.stage].title
    title = next(each.title for each in workflow.arrows if each.trigger == trigger)
    facts = {"stage_ru": stage.ru, "stage_en": stage.en, "trigger_ru": title.ru, "trigger_en": title.en}
    return Because("no-way", {"case": case.id, "trigger": trigger, "target": target, **facts})


def fire(
    workflow: Workflow, case: Case, meant: Conditions, command: Fire, facts: Facts, told: Told
) -> tuple[Event, ...] | Refused:
    """The one event of a transition, or all the reasons against it; `meant` is what `find` has found.

    On a day on which it cannot have been taken, nothing else is asked of it.
    """
    if told.happened_on != facts.today:
        untimely = out_of_order(workflow, case, facts, told)
        if untimely:
            return Refused(case.id, command.trigger, untimely, told)
    arrow, brought, who = meant.arrow, command.data, told.on_behalf_of
    held = standing(workflow, arrow.role, case, facts.tenures, told.happened_on)
    in_own_right = (who, who) in held
    for_whom = "" if in_own_right else in_place_of(who, held)
    waived: list[Plain] = []
    left = unmet_requirements(workflow, case, meant, facts, told, for_whom)
    if left:
        leave = cast("Mapping[str, Plain] | None", brought.get(WAIVER))
        waived, left = forgiven(left, leave, facts, told, for_whom)
    because = not_typing(facts, told) if in_own_right else not_entitled(workflow, arrow, held, facts, told)
    if brought or arrow.asks:
        because += _not_brought(workflow, meant, brought)
    because += left
    if because:
        return Refused(case.id, command.trigger, because, told)
    data = _kept(brought, waived, for_whom) if brought or waived or for_whom else {}
    sets: dict[str, Plain] = {}
    for name, text, blank in meant.sets:
        sets[name] = brought.get(blank) if blank else text
    moved: dict[str, Plain] = {"trigger": arrow.trigger, "from": case.stage, "to": meant.way(case.stage)}
    moved |= {"sets": sets, "data": data}
    return (Event(case.id, case.version + 1, "moved", told, moved),)


def _kept(brought: Mapping[str, Plain], waived: list[Plain], for_whom: str) -> dict[str, Plain]:
    """What the entry keeps of what was brought, of the leave that was made use of, and of who was stood in for."""
    data = {**brought}
    data.pop(WAIVER, None)
    if waived:
        data["waived"] = waived
    if for_whom:
        data[INSTEAD_OF] = for_whom
    return data


def unmet_requirements(
    workflow: Workflow, case: Case, meant: Conditions, facts: Facts, told: Told, for_whom: str
) -> tuple[Because, ...]:
    """The requirements that do not hold, counting the act itself as done; 'pending' does not hold yet.

    `for_whom` is in whose place the doer acts, '' in own right.
    """
    rules = binding(meant.asked, facts.tenures, told.happened_on)
    if not rules:
        return ()
    arrow = meant.arrow
    done = Act(arrow.trigger, case.id, told.on_behalf_of, told.happened_on, case.version + 1, arrow.act, for_whom)
    return unmet(rules, scene(workflow, case, facts, (done,)), case.stage)


def _not_brought(workflow: Workflow, meant: Conditions, data: Mapping[str, Plain]) -> tuple[Because, ...]:
    for name in data:
        if name not in meant.known:
            raise UnknownWord("field", name, sorted(meant.known))
    arrow = meant.arrow
    absent = [name for name in arrow.asks if data.get(name) in (None, "")]
    because = [Because("not-brought", {"what": name, "trigger": arrow.trigger}) for name in absent]
    return (*because, *stating.misstated(workflow.fields, data))
